/** The personnel office's page: units and people. Membership, never behaviour. */
import { get } from '../api.js';
import { Loaded, html, t } from '../element.js';
import { number, say } from '../i18n.js';
import '../parts/alerts.js';
import '../parts/emergencies.js';
import '../parts/telework-reminders.js';
import { unitTree } from '../parts/units.js';
import '../parts/waits.js';

const SIZE = 20;

class Units extends Loaded {
  load = () => get('/api/v1/units');

  content(answer) {
    return html`
      <section class="card" aria-labelledby="units-title">
        <h2 id="units-title">${t('units.title')}</h2>
        <div class="scroll" tabindex="0"><table>
          <thead><tr><th scope="col">${t('units.name')}</th><th scope="col">${t('units.headcount')}</th>
            <th scope="col">${t('units.total')}</th></tr></thead>
          <tbody>${unitTree(answer.units).map((unit) => html`
            <tr><th scope="row" class="depth-${unit.depth}">${say(unit.name)}</th>
              <td>${number(unit.headcount)}</td><td>${number(unit.total)}</td></tr>`)}</tbody>
        </table></div>
      </section>`;
  }
}

class People extends Loaded {
  static properties = { ...Loaded.properties, page: { state: true } };

  page = 0;
  query = '';

  load = () => get(`/api/v1/people?q=${encodeURIComponent(this.query)}&page=${this.page}&size=${SIZE}`);

  #turn(page) {
    this.page = page;
    this.reload();
  }

  content({ total, items }) {
    const pages = Math.max(1, Math.ceil(total / SIZE));
    return html`
      <section class="card" aria-labelledby="people-title">
        <h2 id="people-title">${t('people.title')}</h2>
        <p>${t('people.note')}</p>
        <label>${t('people.search')}
          <input type="search" .value=${this.query} @change=${(e) => { this.query = e.target.value; this.#turn(0); }}></label>
        <p role="status">${total ? t('people.total', { n: number(total) }) : t('people.none')}</p>
        <div class="scroll" tabindex="0"><table>
          <thead><tr><th scope="col">${t('people.id')}</th><th scope="col">${t('people.unit')}</th></tr></thead>
          <tbody>${items.map((p) => html`<tr><th scope="row">${p.id}</th><td>${say(p.unit.name) || p.unit.id}</td></tr>`)}</tbody>
        </table></div>
        <p class="actions">
          <button type="button" ?disabled=${this.page === 0} @click=${() => this.#turn(this.page - 1)}>${t('people.prev')}</button>
          <span>${t('people.page', { page: this.page + 1, pages })}</span>
          <button type="button" ?disabled=${this.page + 1 >= pages} @click=${() => this.#turn(this.page + 1)}>${t('people.next')}</button>
        </p>
      </section>`;
  }
}

customElements.define('fe-units', Units);
customElements.define('fe-people', People);

export const sections = [
  { id: 'alerts', show: () => html`<fe-waits side="hr"></fe-waits><fe-alerts></fe-alerts><fe-telework-reminders></fe-telework-reminders><fe-emergencies></fe-emergencies>` },
  { id: 'policy', parts: ['policies', 'signing-key', 'rule-books', 'reports'], show: () => html`<fe-policies side="hr"></fe-policies><fe-signing-key side="hr"></fe-signing-key><fe-rule-books side="hr"></fe-rule-books><fe-open-data side="hr"></fe-open-data>` },
  { id: 'telework', parts: ['telework-agreements'], show: () => html`<fe-telework-agreements side="hr"></fe-telework-agreements>` },
  { id: 'people', parts: ['people-import'], show: () => html`<fe-units></fe-units><fe-people></fe-people><fe-people-import></fe-people-import>` },
  { id: 'reorganisation', parts: ['reorganisations'], show: () => html`<fe-reorganisations></fe-reorganisations>` },
  { id: 'figures', parts: ['heat-strip'], show: () => html`<fe-heat-strip></fe-heat-strip>` },
  { id: 'measures', parts: ['measures'], show: () => html`<fe-measures side="hr"></fe-measures>` },
  { id: 'reports', parts: ['reports'], show: () => html`<fe-reports></fe-reports>` },
];
