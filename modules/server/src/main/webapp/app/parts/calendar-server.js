/** The house's calendar server, and me: whether my free times lie there too, and invitations outside core time. */
import { act, get, put } from '../api.js';
import { Loaded, html, nothing, problemCard, t } from '../element.js';
import { moment, number } from '../i18n.js';

const MINE = '/api/v1/me/calendar';
const INVITATIONS = '/api/v1/me/invitations';

class CalendarServer extends Loaded {
  static properties = { ...Loaded.properties, invitations: { state: true }, said: { state: true }, refused: { state: true } };

  async load() {
    const [kept, { zone }] = await Promise.all([get(MINE), get('/api/v1/me/settings')]);
    return { ...kept, zone };
  }

  async #do(step) {
    this.refused = this.said = undefined;
    try {
      await step();
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.refused = problem;
    }
  }

  #want = (event) => this.#do(async () => {
    await put(MINE, { wanted: event.target.checked });
    await this.reload();
  });

  #look = () => this.#do(async () => { this.invitations = await get(INVITATIONS); });

  #send = (id) => this.#do(async () => {
    await act('POST', `${INVITATIONS}/${id}/counter`);
    this.said = t('invitations.sent');
  });

  content({ server, offered, wanted, state, zone }) {
    if (!server) return nothing;
    return html`
      <section class="card" aria-labelledby="calendar-server-title">
        <h2 id="calendar-server-title">${t('calendar.title')}</h2>
        ${offered || wanted ? html`
          <p><label><input type="checkbox" id="keep-times" .checked=${wanted} @change=${this.#want}> ${t('calendar.keep')}</label></p>
          <p class="small">${t('calendar.keep.note')}</p>
          <p role="status" data-state=${state}>${t(`calendar.state.${state}`)}</p>`
          : html`<p>${t('calendar.not_offered')}</p>`}
        <h3>${t('invitations.title')}</h3>
        <p>${t('invitations.lead')}</p>
        <p><button type="button" id="look-for-invitations" @click=${this.#look}>${t('invitations.look')}</button></p>
        ${this.invitations ? this.#list(this.invitations, zone) : nothing}
        ${this.refused ? problemCard(this.refused) : nothing}
        <p role="status">${this.said ?? nothing}</p>
      </section>`;
  }

  #list({ told, mailed, invitations }, zone) {
    if (!told) return html`<p role="status">${t('invitations.closed')}</p>`;
    if (!invitations.length) return html`<p role="status">${t('invitations.none')}</p>`;
    return html`<ul class="invitations">${invitations.map(({ id, start, end, invited, proposed }) => html`
      <li>${moment(start, zone)} – ${moment(end, zone)} · ${t('invitations.invited', { n: number(invited) })}
        ${proposed ? html`
          <p>${t('invitations.instead', { moment: moment(proposed, zone) })}</p>
          <p class="actions"><a href="${INVITATIONS}/${id}/counter.ics" download="counter.ics">${t('invitations.download')}</a>
            ${mailed ? html`<button type="button" class="quiet" @click=${() => this.#send(id)}
              aria-label="${t('invitations.send')}: ${moment(start, zone)}">${t('invitations.send')}</button>` : nothing}</p>`
          : html`<p>${t('invitations.no_slot')}</p>`}</li>`)}</ul>`;
  }
}

customElements.define('fe-calendar-server', CalendarServer);
