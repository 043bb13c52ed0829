/** One tap: my working day ends, or the next hours differ from the week. Nobody else is told. */
import { act, get, remove } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { moment } from '../i18n.js';

class MyDay extends Loaded {
  static properties = { ...Loaded.properties, said: { state: true } };

  load = async () => ({ ...(await get('/api/v1/me/settings')), state: (await get('/api/v1/me/status')).state });

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

  content({ one_offs: oneOffs, state, zone }) {
    const next = (oneOffs ?? []).filter((o) => new Date(o.from) <= Date.now() && new Date(o.to) > Date.now()).at(-1);
    return html`
      <section class="card" aria-labelledby="day-title">
        <h2 id="day-title">${t('day.title')}</h2>
        <p class="actions"><button type="button" class="primary" id="tap-feierabend"
          @click=${() => this.#do(() => act('POST', '/api/v1/me/feierabend', {}), 'day.feierabend.done')}>${t('day.feierabend')}</button>
          ${state === 'resting' ? html`<button type="button" class="quiet" id="work-goes-on"
            @click=${() => this.#do(() => remove('/api/v1/me/feierabend'), 'day.goes-on.done')}>${t('day.goes-on')}</button>` : nothing}</p>
        <p class="small">${t('day.note')}</p>
        <div class="fields">
          <label for="day-until">${t('day.until')} <input id="day-until" type="time" required></label>
          <button type="button" id="day-quiet" @click=${() => this.#until('quiet')}>${t('day.quiet')}</button>
          <button type="button" id="day-available" @click=${() => this.#until('available')}>${t('day.available')}</button>
        </div>
        ${next ? html`<p>${t(next.available ? 'day.available.now' : 'day.quiet.now', { moment: moment(next.to, zone) })}
          <button type="button" class="quiet" id="day-back" @click=${() => this.#do(() => remove('/api/v1/me/one-offs'), 'day.back.done')}>${t('day.back')}</button></p>`
          : nothing}
        <p role="status" class="saved">${this.said ?? nothing}</p>
      </section>`;
  }
}

customElements.define('fe-my-day', MyDay);
