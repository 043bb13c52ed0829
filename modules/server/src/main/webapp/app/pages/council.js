/** The works council's page: what was published, how sure it is, and the account of it. */
import { get, getLines } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { hundredths, period, say } from '../i18n.js';
import '../parts/heat-strip.js';
import '../parts/share-chart.js';
import '../parts/waits.js';

class Releases extends Loaded {
  static properties = { ...Loaded.properties, block: { state: true }, indicator: { state: true } };

  load = async () => (await get('/api/v1/releases')).releases;

  content(releases) {
    if (!releases.length) return html`<section class="card"><h2>${t('releases.title')}</h2><p>${t('releases.none')}</p></section>`;
    const blocks = new Map(releases.flatMap((r) => r.blocks).map((b) => [b.id, b]));
    const block = blocks.get(this.block) ?? [...blocks.values()].sort((a, b) => b.headcount - a.headcount)[0];
    const indicators = [...new Set(Object.keys(releases.at(-1).blocks[0]?.figures ?? {}).concat(releases.flatMap((r) => Object.keys(r.blocks[0]?.figures ?? {}))))];
    const indicator = this.indicator ?? indicators[0];
    const points = releases.flatMap((release) => release.blocks
      .filter((b) => b.id === block.id && b.figures[indicator])
      .map((b) => ({ week: release.week, headcount: b.headcount, ...b.figures[indicator] })));
    return html`
      <section class="card" aria-labelledby="releases-title">
        <h2 id="releases-title">${t('releases.title')}</h2>
        <p>${t('releases.lead')}</p>
        <div class="fields">
          <label>${t('releases.indicator')}
            <select @change=${(e) => { this.indicator = e.target.value; }}>
              ${indicators.map((i) => html`<option value=${i} ?selected=${i === indicator}>${t(`indicator.${i}`)}</option>`)}
            </select></label>
          <label>${t('releases.block')}
            <select @change=${(e) => { this.block = e.target.value; }}>
              ${[...blocks.values()].map((b) => html`
                <option value=${b.id} ?selected=${b.id === block.id}>${say(b.name) || b.id} (${b.headcount})</option>`)}
            </select></label>
        </div>
        <fe-share-chart .points=${points} .label=${t('releases.chart', { block: say(block.name) || block.id })}></fe-share-chart>
        <p class="small">${t('releases.guarantee')}</p>
      </section>`;
  }
}

/** "21/52" to two digits, rounded up: an account never shows less than was spent. */
const decimal = (fraction) => {
  const [over, under] = fraction.split('/').map(Number);
  return Math.ceil((100 * over) / under) / 100;
};

/** The public key as the checker reads it; whoever notes its fingerprint at the start notices another. */
const keyFile = (key) => `data:application/x-pem-file,${encodeURIComponent(`-----BEGIN PUBLIC KEY-----\n${key}\n-----END PUBLIC KEY-----\n`)}`;

class Ledger extends Loaded {
  load = () => getLines('/api/v1/ledger');

  content(rows) {
    return html`
      <section class="card" aria-labelledby="ledger-title">
        <h2 id="ledger-title">${t('ledger.title')}</h2>
        <p>${t('ledger.lead')}</p>
        ${rows.length ? html`${this.#account(rows)}${this.#table(rows)}<fe-ledger-check .rows=${rows}></fe-ledger-check>`
          : html`<p>${t('ledger.none')}</p>`}
        <p class="actions"><a class="button" href="/api/v1/ledger" download="ledger.jsonl">${t('ledger.download')}</a>
          ${rows.length ? html`<a class="button" href=${keyFile(rows.at(-1).key)} download="ledger.pub">${t('ledger.key')}</a>` : nothing}</p>
        <p><code>${t('ledger.verify')}</code></p>
        ${rows.length ? html`<fe-ledger-head></fe-ledger-head>` : nothing}
      </section>`;
  }

  /** "0.42 of 1.00 spent": the largest sum over 52 weeks that holds the last release. */
  #account(rows) {
    const { rho } = rows.findLast((row) => row.rho) ?? {};
    if (!rho) return nothing;
    const [spent, year] = [rho.spent, rho.year].map(decimal);
    const said = t('ledger.account', { spent: hundredths(spent), year: hundredths(year) });
    return html`<p class="headline">${said}</p>
      <meter min="0" max=${year} value=${spent} aria-label=${said}></meter>
      <p class="small">${t('ledger.account.note', { year: hundredths(year) })}</p>`;
  }

  #table(rows) {
    return html`<div class="scroll" tabindex="0"><table>
      <thead><tr><th scope="col">${t('ledger.seq')}</th><th scope="col">${t('ledger.type')}</th>
        <th scope="col">${t('ledger.week')}</th><th scope="col">${t('ledger.budget')}</th><th scope="col">${t('ledger.hash')}</th></tr></thead>
      <tbody>${rows.toReversed().map((row) => html`
        <tr><td>${row.seq}</td><td>${t(`ledger.type.${row.type}`)}</td><td>${row.week ? period(row.week) : nothing}</td>
          <td>${row.rho ? html`<span title="Rho ${row.rho.spent}">${hundredths(decimal(row.rho.spent))}</span>` : nothing}</td><td><code title=${row.hash}>${row.hash.slice(0, 12)}…</code></td></tr>`)}</tbody>
    </table></div>`;
  }
}

/** Lines to be read out to a staff assembly. */
class Statement extends Loaded {
  load = () => get('/api/v1/figures/statement');

  content({ lines }) {
    return html`
      <section class="card" aria-labelledby="statement-title">
        <h2 id="statement-title">${t('statement.title')}</h2>
        <ol>${lines.map((line) => html`<li>${say(line)}</li>`)}</ol>
      </section>`;
  }
}

customElements.define('fe-releases', Releases);
customElements.define('fe-ledger', Ledger);
customElements.define('fe-statement', Statement);

export const sections = [
  { id: 'figures', show: () => html`<fe-waits side="council"></fe-waits><fe-releases></fe-releases><fe-heat-strip></fe-heat-strip><fe-statement></fe-statement>` },
  { id: 'signing', parts: ['policies', 'signing-key', 'rule-books', 'reports'], show: () => html`<fe-policies side="council"></fe-policies><fe-signing-key side="council"></fe-signing-key><fe-rule-books side="council"></fe-rule-books><fe-open-data side="council"></fe-open-data>` },
  { id: 'telework', parts: ['telework-agreements'], show: () => html`<fe-telework-agreements side="council"></fe-telework-agreements>` },
  { id: 'measures', parts: ['measures'], show: () => html`<fe-measures side="council"></fe-measures>` },
  { id: 'reports', parts: ['reports'], show: () => html`<fe-reports></fe-reports>` },
  { id: 'ledger', parts: ['ledger-check', 'ledger-head', 'canaries'], show: () => html`<fe-ledger></fe-ledger><fe-canaries></fe-canaries>` },
  { id: 'audit', parts: ['audit'], show: () => html`<fe-audit></fe-audit>` },
  { id: 'emergencies', parts: ['emergencies'], show: () => html`<fe-emergencies></fe-emergencies>` },
];
