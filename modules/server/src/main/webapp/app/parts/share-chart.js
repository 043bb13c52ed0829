import { Chart, LineController, LineElement, PointElement, LinearScale, CategoryScale, Filler, Tooltip } from 'chart.js';
import { Element, html, nothing, t } from '../element.js';
import { number, percent } from '../i18n.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Filler, Tooltip);

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

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

/** Shares over the weeks with their interval, and the same as a table. */
class ShareChart extends Element {
  static properties = { points: {}, label: {}, marks: {} };

  #dark = matchMedia('(prefers-color-scheme: dark)');
  #again = () => this.requestUpdate(); // a canvas does not follow the style sheet

  connectedCallback() {
    super.connectedCallback();
    this.#dark.addEventListener('change', this.#again);
  }

  render() {
    const counted = this.points?.[0]?.noised !== undefined;
    return html`
      <figure>
        <div class="chart"><canvas role="img" aria-label=${this.label}></canvas></div>
        <figcaption class="small">${this.label}</figcaption>
      </figure>
      <details class="data">
        <summary>${t('releases.table')}</summary>
        <div class="scroll" tabindex="0"><table>
          <thead><tr><th scope="col">${t('releases.week')}</th><th scope="col">${t('releases.headcount')}</th>
            ${counted ? html`<th scope="col">${t('releases.noised')}</th>` : nothing}<th scope="col">${t('releases.share')}</th>
            <th scope="col">${t('releases.interval')}</th></tr></thead>
          <tbody>${(this.points ?? []).toReversed().map((p) => html`
            <tr><th scope="row">${p.week}</th><td>${number(p.headcount)}</td>
              ${counted ? html`<td>${number(p.noised)}</td>` : nothing}<td>${p.text}</td><td>${percent(p.low)} – ${percent(p.high)}</td></tr>`)}</tbody>
        </table></div>
      </details>`;
  }

  updated() {
    const points = this.points ?? [];
    const band = colour('--band');
    const line = colour('--accent');
    const text = colour('--text');
    const marks = (this.marks ?? []).map((day) => points.findIndex((p) => p.week >= week(day))).filter((i) => i > 0);
    this.chart?.destroy();
    this.chart = new Chart(this.querySelector('canvas'), {
      type: 'line',
      plugins: [upright(marks, colour('--muted'))],
      data: {
        labels: points.map((p) => p.week),
        datasets: [
          { data: points.map((p) => p.high), borderWidth: 0, pointRadius: 0, fill: '+1', backgroundColor: band },
          { data: points.map((p) => p.low), borderWidth: 0, pointRadius: 0 },
          { data: points.map((p) => p.share), borderColor: line, backgroundColor: line, borderWidth: 2, pointRadius: 2 },
        ],
      },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        scales: {
          y: { min: 0, max: 1, ticks: { color: text, callback: (v) => percent(v) }, grid: { color: colour('--line') } },
          x: { ticks: { color: text, maxRotation: 0, autoSkipPadding: 16 }, grid: { display: false } },
        },
        plugins: { tooltip: { callbacks: { label: (item) => percent(item.parsed.y) } } },
      },
    });
  }

  disconnectedCallback() {
    this.#dark.removeEventListener('change', this.#again);
    this.chart?.destroy();
    super.disconnectedCallback();
  }
}

customElements.define('fe-share-chart', ShareChart);
