/** Prepared reports to download, and a year's open data with both agreements. */
import { get, post } from '../api.js';
import { Loaded, html, nothing, outcome, t } from '../element.js';
import { daysOf, moment, period } from '../i18n.js';
import { wordGiven } from '../waiting.js';
import { word } from '../words.js';

const KINDS = ['quarterly', 'monthly', 'yearly', 'weekly'];
const NEWEST = 6;

const links = (of) => html`
  <a href="/api/v1/reports/${of}/pdf?language=de" download>PDF (Deutsch)</a>
  <a href="/api/v1/reports/${of}/pdf?language=en" download>PDF (English)</a>
  <a href="/api/v1/reports/${of}/html?language=${document.documentElement.lang}" download>HTML</a>
  <a href="/api/v1/reports/${of}/csv" download>CSV</a>
  <a href="/api/v1/reports/${of}/json" download>JSON</a>`;

class Reports extends Loaded {
  static properties = { ...Loaded.properties, kind: { state: true } };

  load = async () => (await get('/api/v1/reports')).reports;

  content(reports) {
    const kind = this.kind ?? KINDS.find((k) => reports.some((r) => r.kind === k)) ?? KINDS[0];
    const shown = reports.filter((r) => r.kind === kind);
    return html`
      <section class="card" aria-labelledby="reports-title">
        <h2 id="reports-title">${t('reports.title')}</h2>
        <p>${t('reports.lead')}</p>
        <label>${t('reports.kind')}
          <select @change=${(e) => { this.kind = e.target.value; }}>
            ${KINDS.map((k) => html`<option value=${k} ?selected=${k === kind}>${t(`reports.${k}`)}</option>`)}
          </select></label>
        ${shown.length ? html`<div class="scroll" tabindex="0"><table>
          <thead><tr><th scope="col">${t('reports.period')}</th><th scope="col">${t('reports.forms')}</th></tr></thead>
          <tbody>${shown.slice(0, NEWEST).map((r) => html`<tr><th scope="row">${period(r.period)}<div class="small">${daysOf(r.from, r.to)}</div></th><td class="links">${links(r.period)}</td></tr>`)}</tbody>
        </table></div>` : html`<p>${t('reports.none')}</p>`}
        <p class="small"><a href="/api/v1/reports/dictionary.csv" download>${t('reports.dictionary')}</a></p>
      </section>`;
  }
}

class OpenData extends Loaded {
  static properties = { ...Loaded.properties, said: { state: true }, side: {} };

  load = async () => (await get('/api/v1/open-data')).years;

  async #agree(year) {
    try {
      await post(`/api/v1/open-data/${year.year}/approval`, { hash: year.hash });
      this.said = { place: year.year, text: t('open.agreed') };
      wordGiven();
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = { place: year.year, text: problem.message, refused: true };
    }
    await this.reload();
  }

  content(years) {
    if (!years.length) return nothing;
    return html`
      <section class="card" aria-labelledby="open-title">
        <h2 id="open-title">${t('open.title')}</h2>
        <p>${t('open.lead')}</p>
        ${years.map((year) => html`
          <h3>${year.year}</h3>
          <p>${t('open.licence', { licence: word(year.licence) })} <a href="/api/v1/open-data/${year.year}" download>${t('open.read')}</a></p>
          <p class="small">SHA-256 <code>${year.hash}</code></p>
          <ul>${['hr', 'council'].map((side) => html`<li>${t(`role.${side}`)}:
            ${year.approvals[side] ? t('open.since', { at: moment(year.approvals[side]) }) : t('open.not')}</li>`)}</ul>
          <p>${t(year.free ? 'open.free' : 'open.kept')}</p>
          ${year.approvals[this.side] ? nothing
            : html`<p><button type="button" @click=${() => this.#agree(year)}>${t('open.agree', { year: year.year })}</button></p>`}
          ${outcome(this.said, year.year)}`)}
      </section>`;
  }
}

customElements.define('fe-reports', Reports);
customElements.define('fe-open-data', OpenData);
