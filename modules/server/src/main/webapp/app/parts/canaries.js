/** Canary blocks: what the council made them do against what was released. The truth never leaves this page. */
import { getLines } from '../api.js';
import { Element, html, nothing, t } from '../element.js';
import { number, period } from '../i18n.js';
import './file-field.js';

const fraction = (text) => {
  const [above, below] = text.split('/').map(Number);
  return above / below;
};

const hundredths = (value) => number(Math.round(value * 100) / 100);

/** Noise of each figure of known truth; lines are week,block,indicator,count. */
function compare(truth, rows) {
  const releases = new Map(rows.filter((r) => r.type === 'RELEASE').map((r) => [r.week, r]));
  return truth.split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('week,')).map((line) => {
    const [week, blockId, indicator, count] = line.split(',');
    const release = releases.get(week);
    const released = release?.blocks.find((b) => b.id === blockId)?.figures[indicator];
    return { week, blockId, indicator, count: Number(count), released, sigma2: release ? fraction(release.sigma2) : NaN };
  });
}

class Canaries extends Element {
  static properties = { cells: { state: true }, problem: { state: true } };

  #read = async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    try {
      this.problem = undefined;
      this.cells = compare(await file.text(), await getLines('/api/v1/ledger'));
    } catch (problem) {
      this.problem = problem.message;
    }
  };

  render() {
    return html`
      <section class="card" aria-labelledby="canaries-title">
        <h2 id="canaries-title">${t('canaries.title')}</h2>
        <p>${t('canaries.lead')}</p>
        <label>${t('canaries.file')} <fe-file accept=".csv,text/csv" @change=${this.#read}></fe-file></label>
        <p role="alert">${this.problem ?? nothing}</p>
        ${this.cells ? this.#result(this.cells) : nothing}
      </section>`;
  }

  #result(cells) {
    const known = cells.filter((c) => c.released !== undefined && Number.isInteger(c.count));
    if (!known.length) return html`<p>${t('canaries.none')}</p>`;
    const n = known.length;
    const squares = known.reduce((sum, c) => sum + (c.released - c.count) ** 2 / c.sigma2, 0) / n;
    const mean = known.reduce((sum, c) => sum + (c.released - c.count) / Math.sqrt(c.sigma2), 0) / n;
    const claimed = Math.sqrt(known.reduce((sum, c) => sum + c.sigma2, 0) / n);
    const fits = Math.abs(squares - 1) <= 4 * Math.sqrt(2 / n) && Math.abs(mean) <= 4 / Math.sqrt(n);
    return html`
      <p class="headline">${t(fits ? 'canaries.fits' : 'canaries.wrong')}</p>
      <p>${t('canaries.sigma', { n: number(n), sigma: hundredths(claimed * Math.sqrt(squares)), claimed: hundredths(claimed) })}</p>
      ${cells.length > n ? html`<p>${t('canaries.missing', { n: number(cells.length - n) })}</p>` : nothing}
      <details><summary>${t('releases.table')}</summary><div class="scroll" tabindex="0"><table>
        <thead><tr><th scope="col">${t('releases.week')}</th><th scope="col">${t('releases.block')}</th><th scope="col">${t('releases.indicator')}</th>
          <th scope="col">${t('canaries.truth')}</th><th scope="col">${t('releases.noised')}</th></tr></thead>
        <tbody>${known.map((c) => html`<tr><th scope="row">${period(c.week)}</th><td>${c.blockId}</td><td>${t(`indicator.${c.indicator}`)}</td>
          <td>${number(c.count)}</td><td>${number(c.released)}</td></tr>`)}</tbody>
      </table></div></details>`;
  }
}

customElements.define('fe-canaries', Canaries);
