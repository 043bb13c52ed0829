/** One tap: my working day ends, or the next hours differ from the week. Nobody else is told. */
import { act, get, remove } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { clock, moment } from '../i18n.js';

const SHORT_NIGHT = 8 * 3_600_000;

/** The tap closes the day until midnight, or for eight hours where somebody works across it. */
const ofTheTap = ({ available, from, to }, zone) => !available && (clock(to, zone) === '00:00' || new Date(to) - new Date(from) === SHORT_NIGHT);

class MyDay extends Loaded {
  static properties = { ...Loaded.properties, said: { state: true } };

  load = async () => ({ ...(await get('/api/v1/me/settings')), resting: (await get('/api/v1/me/status')).after_work });

  async #do(action, said) {
    this.said = undefined;
    try {
      await action();
      this.said = t(said);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = problem.message;
      return;
    }
    this.dispatchEvent(new CustomEvent('fe-day-changed', { bubbles: true }));
    this.reload();
  }

  #until(what) {
    const until = this.querySelector('#day-until').value;
    if (!until) return this.querySelector('#day-until').focus();
    return this.#do(() => act('POST', `/api/v1/me/${what}`, { until }), `day.${what}.done`);
  }

  content({ one_offs: oneOffs, resting, zone }) {
    const next = (oneOffs ?? []).filter((o) => new Date(o.from) <= Date.now() && new Date(o.to) > Date.now()).at(-1);
    const other = next && !(resting && ofTheTap(next, zone)); // the rest is taken back together with it
    return html`
      <section class="card" aria-labelledby="day-title">
        <h2 id="day-title">${t('day.title')}</h2>
        <p class="actions"><button type="button" class=${resting ? '' : 'primary'} id="tap-feierabend"
          @click=${() => this.#do(() => act('POST', '/api/v1/me/feierabend', {}), 'day.feierabend.done')}>${t('day.feierabend')}</button>
          ${resting ? html`<button type="button" id="work-goes-on"
            @click=${() => this.#do(() => remove('/api/v1/me/feierabend'), 'day.goes-on.done')}>${t('day.goes-on')}</button>` : nothing}</p>
        <p class="small">${t('day.note')}</p>
        <div class="fields">
          <label for="day-until">${t('day.until')} <input id="day-until" type="time" required></label>
          <button type="button" id="day-quiet" @click=${() => this.#until('quiet')}>${t('day.quiet')}</button>
          <button type="button" id="day-available" @click=${() => this.#until('available')}>${t('day.available')}</button>
        </div>
        ${other ? html`<p>${t(next.available ? 'day.available.now' : 'day.quiet.now', { moment: moment(next.to, zone) })}
          <button type="button" class="quiet" id="day-back" @click=${() => this.#do(() => remove('/api/v1/me/one-offs'), 'day.back.done')}>${t('day.back')}</button></p>`
          : nothing}
        <p role="status" class="saved">${this.said ?? nothing}</p>
      </section>`;
  }
}

customElements.define('fe-my-day', MyDay);
