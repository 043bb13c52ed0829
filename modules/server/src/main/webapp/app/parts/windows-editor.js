import { get, getVersioned, put, remove, upload } from '../api.js';
import { html, nothing, problemCard, t } from '../element.js';
import { DAYS, date, dayName, list } from '../i18n.js';
import { calendar, monday, turns } from '../week.js';
import { CALENDAR, preview } from './calendar-preview.js';
import { OwnTimes, saved } from './own-times.js';
import './week-grid.js';
import { TEMPLATES } from './window-templates.js';

const URL = '/api/v1/me/windows';
const MOST_WEEKS = 4;

/** Most who add one want the evening, after the children are asleep. */
const FRESH = { days: ['MON'], from: '20:00', to: '22:00' };

/** My availability windows: the week to be dragged, each window as a row of fields beside it, and weeks that take turns. */
class WindowsEditor extends OwnTimes {
  static properties = { ...OwnTimes.properties, done: { state: true }, week: { state: true }, tried: { state: true } };

  constructor() {
    super();
    this.week = 0;
  }

  async load() {
    this.week = 0;
    return super.load();
  }

  async read() {
    const [{ value, etag }, { availability, now }] = await Promise.all([getVersioned(URL), this.#mine()]);
    const mine = turns(availability);
    return { etag, value: { ...value, weeks: mine?.weeks ?? [value.windows], anchor: mine?.anchor ?? now, turning: Boolean(mine), default: value.default && !mine } };
  }

  told({ weeks, anchor }) {
    return weeks.flatMap((windows, i) => [
      ...(weeks.length > 1 ? [t('windows.week', { n: i + 1, date: date(monday(anchor, i)) })] : []),
      ...windows.map(({ days, from, to }) => `${list(days.map((day) => dayName(day)))} ${from}–${to}`)]);
  }

  /** What the directory holds, and the day it is there. */
  async #mine() {
    const settings = await get('/api/v1/me/settings');
    return { ...settings, now: new Intl.DateTimeFormat('sv-SE', { timeZone: settings.zone }).format(new Date()) };
  }

  #set(change) {
    this.data = { ...this.data, default: false, ...change };
    this.changed = true;
    this.done = false;
    this.tried = undefined;
  }

  #windows(windows) {
    this.#set({ weeks: this.data.weeks.map((w, i) => (i === this.week ? windows : w)) });
  }

  get #current() {
    return this.data.weeks[this.week];
  }

  #change(index, change) {
    this.#windows(this.#current.map((w, i) => (i === index ? { ...w, ...change } : w)));
  }

  #template = (event) => {
    const made = TEMPLATES[event.target.value](this.#current);
    event.target.value = '';
    if (made.weeks) {
      this.week = 0;
      this.#set({ weeks: made.weeks });
    } else this.#windows(made);
  };

  get #text() {
    return calendar(this.data.weeks, this.data.anchor);
  }

  #look = () => this.attempt(async () => { this.tried = await upload(`${CALENDAR}?dry-run=true`, this.#text, 'text/calendar'); });

  #store = (standard) => this.attempt(async () => {
    const { zone, weeks, turning } = this.data;
    if (weeks.length > 1 && !standard) await upload(CALENDAR, this.#text, 'text/calendar', this.etag);
    else {
      const { etag } = await put(URL, standard ? { zone, default: true, windows: [] } : { zone, windows: weeks[0] }, this.etag);
      this.etag = etag;
      if (turning) await remove(CALENDAR);
    }
    await this.reload();
    this.tried = undefined;
    this.done = true;
    saved(this);
  });

  #toggle(index, day) {
    const { days } = this.#current[index];
    const next = days.includes(day) ? days.filter((d) => d !== day) : [...days, day];
    this.#change(index, { days: DAYS.filter((d) => next.includes(d)) });
  }

  content({ weeks, zone, default: isDefault }) {
    return html`
      <section class="card" aria-labelledby="windows-title">
        <h2 id="windows-title">${t('windows.title')}</h2>
        <p>${t(isDefault ? 'windows.default' : 'windows.own')} <span class="small">${t('windows.zone', { zone })}</span></p>
        <fe-week-grid .windows=${this.#current} @fe-windows=${(e) => this.#windows(e.detail)}></fe-week-grid>
        <form @submit=${(e) => { e.preventDefault(); this.#store(false); }}>
          ${weeks.length > 1 ? this.#weeks() : nothing}
          ${this.#current.map((window, i) => this.#row(window, i))}
          <p class="actions">
            <button type="button" @click=${() => this.#windows([...this.#current, FRESH])}>${t('windows.add')}</button>
            <label class="visually-hidden" for="window-template">${t('windows.template')}</label>
            <select id="window-template" @change=${this.#template}>
              <option value="">${t('windows.template')}</option>
              ${Object.keys(TEMPLATES).map((key) => html`<option value=${key}>${t(`windows.template.${key}`)}</option>`)}
            </select>
            ${weeks.length < MOST_WEEKS ? html`<button type="button" id="add-week"
              @click=${() => { this.#set({ weeks: [...weeks, this.#current] }); this.week = weeks.length; }}>${t('times.week.add')}</button>` : nothing}
            ${weeks.length > 1 ? html`<button type="button" class="quiet"
              @click=${() => { this.week = 0; this.#set({ weeks: weeks.slice(0, -1) }); }}>${t('times.week.remove')}</button>` : nothing}
          </p>
          <p class="actions">
            ${weeks.length > 1 ? html`<button type="button" id="try-weeks" @click=${this.#look}>${t('availability.try')}</button>` : nothing}
            <button type="submit" class="primary" id="save-windows">${t('windows.save')}</button>
            <button type="button" class="quiet" id="reset-windows" @click=${() => this.#store(true)}>${t('windows.reset')}</button>
            <a download="availability.ics" href="data:text/calendar;charset=utf-8,${encodeURIComponent(this.#text)}">${t('availability.export')}</a>
          </p>
          ${this.tried ? preview(this.tried) : nothing}
          ${this.overtaken()}
          ${this.refused ? problemCard(this.refused, this.again) : nothing}
          <p role="status" class="saved">${this.done ? t('windows.saved') : nothing}</p>
        </form>
      </section>`;
  }

  #weeks() {
    const { weeks, anchor } = this.data;
    return html`<div class="fields" role="group" aria-label=${t('windows.weeks')}>
      ${weeks.map((_, i) => html`<button type="button" class="week-choice" aria-pressed=${i === this.week ? 'true' : 'false'}
        @click=${() => { this.week = i; }}>${t('windows.week', { n: i + 1, date: date(monday(anchor, i)) })}</button>`)}
      <label>${t('times.anchor')} <input type="date" id="anchor" required .value=${anchor}
        @change=${(e) => e.target.value && this.#set({ anchor: e.target.value })}></label>
    </div>`;
  }

  #row(window, i) {
    return html`
      <fieldset class="window-row">
        <legend>${t('windows.row', { n: i + 1 })}</legend>
        <span class="days" role="group" aria-label=${t('windows.days')}>
          ${DAYS.map((day) => html`<label class="day"><input type="checkbox" .checked=${window.days.includes(day)}
            @change=${() => this.#toggle(i, day)}><span>${dayName(day)}</span></label>`)}
        </span>
        <label>${t('windows.from')} <input type="time" required .value=${window.from}
          @change=${(e) => e.target.value && this.#change(i, { from: e.target.value })}></label>
        <label>${t('windows.to')} <input type="time" required .value=${window.to === '24:00' ? '00:00' : window.to}
          @change=${(e) => e.target.value && this.#change(i, { to: e.target.value })}></label>
        <button type="button" class="quiet" @click=${() => this.#windows(this.#current.filter((_, at) => at !== i))}
          aria-label="${t('windows.remove')} ${i + 1}">✕</button>
      </fieldset>`;
  }
}

customElements.define('fe-windows-editor', WindowsEditor);
