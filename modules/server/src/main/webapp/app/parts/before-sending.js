/** Before sending or inviting: how many it reaches now, and when the rest; never who, never why. */
import { get, post } from '../api.js';
import { Loaded, html, nothing, problemCard, t } from '../element.js';
import { moment, number, say } from '../i18n.js';

const CHANNELS = ['MAIL', 'CHAT', 'CALL'];
const MINUTES = [30, 45, 60, 90];

/** Identifiers as people paste them: separated by commas, semicolons, blanks or lines. */
const ids = (text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];

const two = (n) => String(n).padStart(2, '0');
const dayOf = (at) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
const tomorrow = () => new Date(Date.now() + 24 * 60 * 60_000);

class BeforeSending extends Loaded {
  static properties = { ...Loaded.properties, answer: { state: true }, refused: { state: true }, meeting: { state: true } };

  load = () => get('/api/v1/session');

  #ask = async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const people = ids(form.get('people'));
    const context = { channel: this.meeting ? 'CALENDAR' : form.get('channel'), group: true };
    if (this.meeting) {
      const start = new Date(`${form.get('date')}T${form.get('time')}`);
      Object.assign(context, { start: start.toISOString(), end: new Date(start.getTime() + 60_000 * form.get('minutes')).toISOString() });
    }
    this.refused = undefined;
    this.answer = undefined;
    try {
      this.answer = (await post('/access/v1/evaluations', {
        subject: { type: 'person', id: this.data.person },
        action: { name: this.meeting ? 'meet' : 'contact' },
        context,
        evaluations: people.map((id) => ({ resource: { type: 'person', id } })),
      })).context;
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.refused = problem;
    }
  };

  /** An answer holds for the question it was given to. */
  #another = () => {
    this.answer = undefined;
    this.refused = undefined;
  };

  content({ person }) {
    return html`
      <section class="card" aria-labelledby="before-title">
        <h2 id="before-title">${t('before.title')}</h2>
        <p>${t('before.lead')}</p>
        ${person ? this.#form() : html`<p>${t('before.nobody')}</p>`}
        <div role="status">${this.answer ? this.#result(this.answer) : nothing}</div>
        ${this.refused ? problemCard(this.refused) : nothing}
      </section>`;
  }

  #form() {
    return html`<form @submit=${this.#ask} @input=${this.#another}>
      <label>${t('before.people')} <textarea name="people" rows="3" required placeholder="p-0815, p-4711"></textarea></label>
      <p class="fields" role="radiogroup" aria-label=${t('before.what')}>
        <label><input type="radio" name="what" ?checked=${!this.meeting} @change=${() => { this.meeting = false; }}> ${t('before.message')}</label>
        <label><input type="radio" name="what" id="before-meeting" ?checked=${this.meeting} @change=${() => { this.meeting = true; }}> ${t('before.meeting')}</label>
      </p>
      <div class="fields">
        ${this.meeting ? html`
          <label>${t('before.date')} <input type="date" name="date" required value=${dayOf(tomorrow())}></label>
          <label>${t('before.time')} <input type="time" name="time" required value="10:00"></label>
          <label>${t('before.minutes')} <select name="minutes">${MINUTES.map((m) => html`<option ?selected=${m === 60}>${m}</option>`)}</select></label>` : html`
          <label>${t('before.channel')} <select name="channel">${CHANNELS.map((c) => html`<option value=${c}>${t(`channel.${c}`)}</option>`)}</select></label>`}
        <button type="submit" class="primary" id="ask-before">${t('before.ask')}</button>
      </div>
    </form>`;
  }

  /** The slot that was found goes into the form, and is asked for. */
  #take = async (instant) => {
    const at = new Date(instant);
    this.querySelector('[name=date]').value = dayOf(at);
    this.querySelector('[name=time]').value = `${two(at.getHours())}:${two(at.getMinutes())}`;
    this.querySelector('form').requestSubmit();
  };

  /** Of fewer than five people words alone come back, so that nobody is found out. */
  #result(a) {
    if (a.reach === '') return html`<p class="headline">${t('before.unknown')}</p>`;
    const words = a.now === undefined || a.now === null
      ? html`<p class="headline">${a.reach.split(', ').map((w) => t(`before.word.${w.replace(' ', '-')}`)).join(', ')}</p><p class="small">${t('before.few')}</p>`
      : html`<p class=${this.meeting ? '' : 'headline'}>${t(this.meeting ? 'before.counts.meeting' : 'before.counts', { now: number(a.now), n: number(a.recipients) })}</p>
          <ul>${(a.next ?? []).map((n) => html`<li>${t('before.next', { n: number(n.count), moment: moment(n.until) })}</li>`)}
            ${a.somebody_else ? html`<li>${t('before.elsewhere', { n: number(a.somebody_else) })}</li>` : nothing}</ul>`;
    const slot = a.slot_allowed === undefined || a.slot_allowed === null ? nothing
      : a.slot_allowed ? html`<p class="headline">${t('before.slot.fine')}</p>`
        : a.slot_proposed ? html`<p class="headline">${t('before.slot.better', { moment: moment(a.slot_proposed) })}</p>
          <p><button type="button" id="take-slot" @click=${() => this.#take(a.slot_proposed)}>${t('before.slot.take')}</button></p>`
          : html`<p class="headline">${t('before.slot.none')}</p>`;
    return html`${slot}${words}${a.own_sending ? html`<p>${say(a.own_sending)}</p>` : nothing}`;
  }
}

customElements.define('fe-before-sending', BeforeSending);
