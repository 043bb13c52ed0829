/** The audit log: what was changed, in which role and under which key, and how to check that nobody touched it. */
import { getLines } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { list, moment, number } from '../i18n.js';
import { value as shown } from '../words.js';

const SHOWN = 50;
const HASHES = ['edition', 'before', 'terms', 'hash', 'key', 'next'];
const COUNTS = ['joined', 'changed', 'left', 'units', 'count'];

class AuditLog extends Loaded {
  static properties = { ...Loaded.properties, all: { state: true } };

  load = () => getLines('/api/v1/audit');

  content(rows) {
    const newest = rows.toReversed();
    const shown = this.all ? newest : newest.slice(0, SHOWN);
    return html`
      <section class="card" aria-labelledby="audit-title">
        <h2 id="audit-title">${t('audit.title')}</h2>
        <p>${t('audit.lead')}</p>
        ${rows.length ? this.#table(shown) : html`<p>${t('audit.none')}</p>`}
        ${shown.length < rows.length ? html`<p><button type="button" @click=${() => { this.all = true; }}>${t('audit.all', { count: number(rows.length) })}</button></p>` : nothing}
        <p class="actions"><a class="button" href="/api/v1/audit" download="audit.jsonl">${t('audit.download')}</a>
          <a class="button" href="/api/v1/audit/head" download="audit-head">${t('audit.head')}</a>
          <code>${t('audit.verify')}</code></p>
        <p class="small">${t('audit.advice')}</p>
      </section>`;
  }

  #table(rows) {
    return html`<div class="scroll" tabindex="0"><table>
      <thead><tr><th scope="col">${t('audit.seq')}</th><th scope="col">${t('audit.at')}</th><th scope="col">${t('audit.what')}</th>
        <th scope="col">${t('audit.who')}</th><th scope="col">${t('audit.details')}</th></tr></thead>
      <tbody>${rows.map((row) => html`
        <tr><td>${row.seq}</td><td>${moment(row.at)}</td><td>${t(`audit.${row.what}`)}</td>
          <td>${t(`audit.role.${row.who.role}`)}${row.who.key ? html` <code title=${row.who.key}>${row.who.key.slice(0, 8)}…</code>` : nothing}</td>
          <td>${Object.entries(row.details).map(([detail, value]) => this.#detail(detail, value))}</td></tr>`)}</tbody>
    </table></div>`;
  }

  #detail(detail, value) {
    const label = t(`audit.detail.${detail}`, {}, detail);
    if (HASHES.includes(detail)) return html`<div>${label}: <code title=${value}>${value.slice(0, 12)}…</code></div>`;
    if (detail.startsWith('role')) return html`<div>${label}: ${list(value.split(' ').map((role) => t(`audit.role.${role}`)))}</div>`;
    return html`<div>${label}: ${COUNTS.includes(detail) ? number(value) : shown(value)}</div>`;
  }
}

customElements.define('fe-audit', AuditLog);
