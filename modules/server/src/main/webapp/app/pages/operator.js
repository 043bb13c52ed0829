/** The operator's page: is each door open, when did something last come, and what happens without the engine. No person. */
import { get } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { moment } from '../i18n.js';
import '../parts/rule-books.js';

const SECONDS = 5;

class Doors extends Loaded {
  #timer;

  load = async () => ({ ...(await get('/api/v1/doors')), asked: new Date().toISOString() });

  connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(() => this.reload(), SECONDS * 1000);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    super.disconnectedCallback();
  }

  content({ doors, asked }) {
    return html`
      <section class="card" aria-labelledby="doors-title">
        <h2 id="doors-title">${t('doors.title')}</h2>
        <p>${t('doors.lead')}</p>
        <div class="scroll" tabindex="0"><table>
          <thead><tr><th scope="col">${t('doors.door')}</th><th scope="col">${t('doors.state')}</th>
            <th scope="col">${t('doors.at')}</th><th scope="col">${t('doors.last')}</th><th scope="col">${t('doors.away')}</th></tr></thead>
          <tbody>${doors.map((door) => this.#row(door))}</tbody>
        </table></div>
        <p class="small">${t('doors.asked', { moment: moment(asked), n: SECONDS })}</p>
      </section>`;
  }

  #row(door) {
    return html`<tr data-door=${door.name} data-state=${door.state}>
      <th scope="row">${t(`door.${door.name}`, {}, door.name)}</th>
      <td>${t(`doors.state.${door.state}`)}${door.trouble ? html`<br>${t(`doors.trouble.${door.trouble}`)}` : nothing}</td>
      <td>${door.at ?? '–'}${door.employer ? html`<br>${door.employer}` : nothing}</td>
      <td>${door.last_event ? moment(door.last_event) : t('doors.never')}</td>
      <td>${t(`doors.away.${door.away ?? 'none'}`)}</td></tr>`;
  }
}

customElements.define('fe-doors', Doors);

export const sections = [
  { id: 'doors', show: () => html`<fe-doors></fe-doors>` },
  { id: 'books', show: () => html`<fe-rule-books side="operator"></fe-rule-books>` },
];
