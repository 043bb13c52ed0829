/** What HR and managers are told of a unit's trend, in their own hours; never about a person. */
import { act, get } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { moment, number, say } from '../i18n.js';

/** The newest; who has many sees the rest on demand. */
const SHOWN = 5;

class Alerts extends Loaded {
  static properties = { ...Loaded.properties, said: { state: true }, all: { state: true } };

  load = () => get('/api/v1/me/alerts');

  async #note(id) {
    try {
      await act('POST', `/api/v1/me/alerts/${id}/acknowledgement`, {});
      this.said = t('alerts.noted');
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = problem.message;
    }
    await this.reload();
  }

  content({ alerts, waiting, until, zone, notices }) {
    return html`
      <section class="card" aria-labelledby="alerts-title">
        <h2 id="alerts-title">${t('alerts.title')}</h2>
        <p>${t('alerts.lead')}</p>
        <p role="status">${this.said ?? nothing}</p>
        ${notices.map((n) => html`<div class="problem" role="alert"><p>${say(n)}</p></div>`)}
        ${waiting ? html`<p class="headline">${t('alerts.waiting', { n: waiting, at: moment(until, zone) })}</p>` : nothing}
        ${!waiting && !alerts.length ? html`<p>${t('alerts.none')}</p>` : nothing}
        ${alerts.length ? html`<ul class="rows">${(this.all ? alerts : alerts.slice(0, SHOWN)).map((a) => html`
          <li><p>${say(a.sentence)}</p>
            <button type="button" @click=${() => this.#note(a.id)}>${t('alerts.note')}</button></li>`)}</ul>` : nothing}
        ${alerts.length > SHOWN && !this.all ? html`<p class="actions"><button type="button" id="all-alerts" @click=${() => { this.all = true; }}>${t('alerts.all', { n: number(alerts.length) })}</button></p>` : nothing}
      </section>`;
  }
}

customElements.define('fe-alerts', Alerts);
