import { Chart, LineController, LineElement, PointElement, LinearScale, CategoryScale, Filler, Tooltip } from 'chart.js';
import { Element, html, nothing, t } from '../element.js';
import { interval, number, percent, period, share } from '../i18n.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Filler, Tooltip);

/** From here on the table has room beside its chart. */
const WIDE = matchMedia('(min-width: 60rem)');

/** Where an axis may end: the least that holds every interval, so that what moves can be seen. */
const ENDS = [0.25, 0.5, 0.75, 1];

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Less than 10 or more than 90 %: closer than that nothing is said, so the point is hollow. */
const rough = (point) => /^[<>]/.test(point.text);

/** ISO week of a day, such as 2026-W05. */
const week = (day) => {
  const thursday = new Date(`${day}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${String(Math.floor((thursday - first) / 604_800_000) + 1).padStart(2, '0')}`;
};

/** Lines where something began or ended. */
const upright = (marks, stroke) => ({
  id: 'upright',
  afterDatasetsDraw({ ctx, chartArea, scales }) {
    ctx.save();
    ctx.strokeStyle = stroke;
    ctx.setLineDash([6, 4]);
    for (const mark of marks) {
      const x = scales.x.getPixelForValue(mark);
      ctx.beginPath();
      ctx.moveTo(x, chartArea.top);
      ctx.lineTo(x, chartArea.bottom);
      ctx.stroke();
    }
    ctx.restore();
  },
});

/** Shares over the weeks with their interval, and the same as a table beside it. */
class ShareChart extends Element {
  static properties = { points: {}, label: {}, marks: {} };

  #dark = matchMedia('(prefers-color-scheme: dark)');
  #again = () => this.requestUpdate(); // a canvas does not follow the style sheet

  connectedCallback() {
    super.connectedCallback();
    this.#dark.addEventListener('change', this.#again);
    WIDE.addEventListener('change', this.#again);
  }

  render() {
    const points = this.points ?? [];
    const counted = points[0]?.noised !== undefined;
    return html`<div class="beside">
      <figure>
        <div class="chart"><canvas role="img" aria-label=${this.label}></canvas></div>
        <figcaption class="small">${this.label}
          <span class="legend"><span><i class="swatch line"></i>${t('chart.share')}</span>
            <span><i class="swatch interval"></i>${t('chart.interval')}</span>
            ${points.some(rough) ? html`<span><i class="swatch hollow"></i>${t('chart.rough')}</span>` : nothing}</span></figcaption>
      </figure>
      <details class="data" ?open=${WIDE.matches}>
        <summary>${t('releases.table')}</summary>
        <div class="scroll" tabindex="0"><table>
          <thead><tr><th scope="col">${t('releases.week')}</th><th scope="col">${t('releases.headcount')}</th>
            ${counted ? html`<th scope="col">${t('releases.noised')}</th>` : nothing}<th scope="col">${t('releases.share')}</th>
            <th scope="col">${t('releases.interval')}</th></tr></thead>
          <tbody>${points.toReversed().map((p) => html`
            <tr><th scope="row">${period(p.week)}</th><td>${number(p.headcount)}</td>
              ${counted ? html`<td>${number(p.noised)}</td>` : nothing}<td>${share(p.text)}</td><td>${interval(p)}</td></tr>`)}</tbody>
        </table></div>
      </details></div>`;
  }

  updated() {
    const points = this.points ?? [];
    const [band, line, text, card] = ['--band', '--accent', '--text', '--card'].map(colour);
    const marks = (this.marks ?? []).map((day) => points.findIndex((p) => p.week >= week(day))).filter((i) => i > 0);
    const end = ENDS.find((e) => points.every((p) => p.high <= e)) ?? 1;
    this.chart?.destroy();
    this.chart = new Chart(this.querySelector('canvas'), {
      type: 'line',
      plugins: [upright(marks, colour('--muted'))],
      data: {
        labels: points.map((p) => period(p.week)),
        datasets: [
          { data: points.map((p) => p.high), borderWidth: 0, pointRadius: 0, fill: '+1', backgroundColor: band },
          { data: points.map((p) => p.low), borderWidth: 0, pointRadius: 0 },
          {
            data: points.map((p) => p.share), borderColor: line, borderWidth: 2, pointRadius: 3,
            pointBackgroundColor: points.map((p) => (rough(p) ? card : line)),
          },
        ],
      },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        scales: {
          y: { min: 0, max: end, ticks: { stepSize: end / 5, color: text, callback: (v) => percent(v) }, grid: { color: colour('--line') } },
          x: { ticks: { color: text, maxRotation: 0, autoSkipPadding: 16 }, grid: { display: false } },
        },
        plugins: {
          tooltip: {
            filter: (item) => item.datasetIndex === 2,
            displayColors: false,
            callbacks: { label: ({ dataIndex: i }) => t('chart.point', { share: share(points[i].text), interval: interval(points[i]) }) },
          },
        },
      },
    });
  }

  disconnectedCallback() {
    this.#dark.removeEventListener('change', this.#again);
    WIDE.removeEventListener('change', this.#again);
    this.chart?.destroy();
    super.disconnectedCallback();
  }
}

customElements.define('fe-share-chart', ShareChart);
