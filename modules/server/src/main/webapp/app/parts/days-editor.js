/** Single dates that differ from every week: other windows, or off; school holidays fill the dates in. */
import { act, get } from '../api.js';
import { html, nothing, problemCard, t } from '../element.js';
import { date, list, say } from '../i18n.js';
import { OwnTimes, saved } from './own-times.js';

const DAYS = '/api/v1/me/days';
const WORKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI'];

class DaysEditor extends OwnTimes {
  static properties = { ...OwnTimes.properties, draft: { state: true }, said: { state: true } };

  constructor() {
    super();
    this.draft = { from: '', to: '', windows: [] };
  }

  async load() {
    const [mine, school] = await Promise.all([get(DAYS), get('/api/v1/school-holidays')]);
    return { ...mine, school };
  }

  #set(change) {
    this.draft = { ...this.draft, ...change };
    this.said = undefined;
  }

  async #do(step, said) {
    this.said = undefined;
    if (!(await this.attempt(step))) return;
    await this.reload();
    this.said = t(said);
    saved(this);
  }

  #save = (event) => {
    event.preventDefault();
    const { from, to, windows } = this.draft;
    const several = to && to > from;
    return this.#do(() => act('PUT', `${DAYS}/${from}${several ? `?to=${to}` : ''}`,
      { windows, ...(several ? { days: WORKDAYS } : {}) }), 'windows.saved');
  };

  content({ days, school }) {
    const { from, to, windows } = this.draft;
    const hours = (i, change) => this.#set({ windows: windows.map((w, at) => (at === i ? { ...w, ...change } : w)) });
    return html`
      <section class="card" aria-labelledby="days-title">
        <h2 id="days-title">${t('days.title')}</h2>
        <p class="small">${t('days.lead')}</p>
        ${days.length ? html`<ul class="rows">${days.map((day) => html`<li>
          <span>${date(day.date)}: ${day.windows.length ? list(day.windows.map((w) => `${w.from}–${w.to}`)) : t('days.off')}</span>
          <button type="button" class="quiet" aria-label="${t('day.back')}: ${date(day.date)}"
            @click=${() => this.#do(() => act('DELETE', `${DAYS}/${day.date}`), 'day.back.done')}>${t('day.back')}</button></li>`)}</ul>` : nothing}
        <form @submit=${this.#save}>
          <div class="fields">
            <label>${t('times.from')} <input type="date" id="days-from" required .value=${from} @change=${(e) => this.#set({ from: e.target.value })}></label>
            <label>${t('days.to')} <input type="date" id="days-to" .value=${to} @change=${(e) => this.#set({ to: e.target.value })}></label>
            <label>${t('school.choose')} <select id="days-school" @change=${(e) => { if (e.target.value) this.#set(school.holidays[e.target.value]); }}>
              <option value="">–</option>${school.holidays.map((h, i) => html`<option value=${i}>${say(h.name)} ${h.year}</option>`)}</select></label>
          </div>
          ${windows.map((w, i) => html`<fieldset class="window-row"><legend>${t('windows.row', { n: i + 1 })}</legend>
            <label>${t('windows.from')} <input type="time" required .value=${w.from} @change=${(e) => hours(i, { from: e.target.value })}></label>
            <label>${t('windows.to')} <input type="time" required .value=${w.to === '24:00' ? '00:00' : w.to} @change=${(e) => hours(i, { to: e.target.value === '00:00' ? '24:00' : e.target.value })}></label>
            <button type="button" class="quiet" aria-label="${t('windows.remove')} ${i + 1}"
              @click=${() => this.#set({ windows: windows.filter((_, at) => at !== i) })}>✕</button></fieldset>`)}
          <p class="actions">
            <button type="button" id="days-window" @click=${() => this.#set({ windows: [...windows, windows.length ? { from: '20:00', to: '22:00' } : { from: '08:00', to: '12:00' }] })}>${t('windows.add')}</button>
            <button type="submit" class="primary" id="save-days">${t(windows.length ? 'windows.save' : 'days.save.off')}</button>
          </p>
          ${this.refused ? problemCard(this.refused) : nothing}
          <p role="status" class="saved">${this.said ?? nothing}</p>
        </form>
        <p class="small">${t('school.source', { source: school.source })}</p>
      </section>`;
  }
}

customElements.define('fe-days-editor', DaysEditor);
