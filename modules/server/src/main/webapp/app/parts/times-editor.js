/** What holds beside my windows: days off, weeks that take turns, absences and who stands in, journeys, protected work. */
import { get, getVersioned, put } from '../api.js';
import { html, nothing, problemCard, t } from '../element.js';
import { DAYS, date as day, dayName, list, say } from '../i18n.js';
import { monday } from '../week.js';
import { OwnTimes, saved } from './own-times.js';

const URL = '/api/v1/me/times';
const WORKDAYS = DAYS.slice(0, 5);

const today = () => new Date().toISOString().slice(0, 10);

/** What is stored ends at an instant; what people read and write is the last day. */
const firstDay = (from) => from.slice(0, 10);
const lastDay = (to) => (to.slice(11, 16) === '00:00' ? new Date(Date.parse(`${to.slice(0, 10)}T00:00Z`) - 864e5).toISOString().slice(0, 10) : to.slice(0, 10));

const DAY = 864e5;

const later = (day, days) => new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The Monday after today on which that week of the pattern begins. */
const next = (week, { weeks, anchor }) => {
  const coming = monday(today(), 1);
  const away = Math.round((Date.parse(coming) - Date.parse(monday(anchor))) / (7 * DAY));
  const turns = weeks.length;
  return monday(coming, ((week - away) % turns + turns) % turns);
};

/** Runs of free working days, week for week: absences that come again with the pattern, in which the other half stands in. */
const pairDays = (times, deputy) => times.weeks.flatMap((worked, week) => {
  const first = next(week, times);
  return WORKDAYS.filter((d) => !worked.includes(d)).map((d) => later(first, DAYS.indexOf(d))).reduce((runs, day) => {
    const last = runs.at(-1);
    if (last && later(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day, deputy, every_weeks: times.weeks.length });
    return runs;
  }, []);
});

/** After how many weeks an absence comes again; 0: it does not. */
const AGAIN = [0, 1, 2, 3, 4, 5, 6, 7, 8];

export const again = (weeks) => t(weeks > 1 ? 'times.again.weeks' : weeks ? 'times.again.week' : 'times.again.once', { n: weeks });

/** A draft of rows that the form changes; the server's words come back after saving. */
const draft = (times) => ({
  weeks: times.pattern?.weeks ?? [DAYS.filter((d) => !(times.free_days ?? []).includes(d))],
  anchor: times.pattern?.anchor ?? today(),
  absences: times.absences.map((a) => ({ from: firstDay(a.from), to: lastDay(a.to), deputy: a.deputy ?? '', every_weeks: a.every_weeks ?? 0 })),
  travel: times.travel,
  focus: times.focus,
  zone: times.zone,
});

class TimesEditor extends OwnTimes {
  static properties = { ...OwnTimes.properties, done: { state: true } };

  async load() {
    this.school ??= await get('/api/v1/school-holidays');
    return super.load();
  }

  async read() {
    const { value, etag } = await getVersioned(URL);
    return { value: draft(value), etag };
  }

  told({ weeks, anchor, absences, focus, travel }) {
    const span = ({ from, to }) => [from, to].map((d) => (d ? day(d) : '…')).join(' – ');
    return [
      ...weeks.map((days, i) => `${t(weeks.length > 1 ? 'times.week' : 'times.week.every', { n: i + 1 })}: ${list(days.map((d) => dayName(d)))}`),
      ...(weeks.length > 1 ? [`${t('times.anchor')}: ${day(anchor)}`] : []),
      ...absences.map((a) => `${t('times.absences')}: ${span(a)}${a.deputy ? `, ${t('times.deputy')}: ${a.deputy}` : ''}, ${again(a.every_weeks)}`),
      ...focus.map((f) => `${t('times.focus')}: ${list(f.days.map((d) => dayName(d)))} ${f.from}–${f.to}`),
      ...travel.map((j) => `${t('times.travel')}: ${span(j)}, ${j.zone}`),
    ];
  }

  #change(change) {
    this.data = { ...this.data, ...change };
    this.changed = true;
    this.done = false;
  }

  #row(list, index, change) {
    this.#change({ [list]: this.data[list].map((row, i) => (i === index ? { ...row, ...change } : row)) });
  }

  #toggle(week, day) {
    const weeks = this.data.weeks.map((days, i) => {
      if (i !== week) return days;
      return DAYS.filter((d) => (d === day ? !days.includes(d) : days.includes(d)));
    });
    this.#change({ weeks });
  }

  #save = async (event) => {
    event.preventDefault();
    const { weeks, anchor, absences, travel, focus } = this.data;
    const pattern = weeks.length > 1
      ? { pattern: { anchor, weeks: weeks.map((days) => days.join(',')) } }
      : { free_days: DAYS.filter((d) => !weeks[0].includes(d)) };
    const body = { ...pattern, focus, travel, absences: absences.map(({ from, to, deputy, every_weeks: every }) => ({ from, to, ...(deputy ? { deputy } : {}), ...(every ? { every_weeks: every } : {}) })) };
    await this.attempt(async () => {
      const { value, etag } = await put(URL, body, this.etag);
      this.data = this.base = draft(value);
      this.etag = etag;
      this.changed = false;
      this.done = true;
      saved(this);
    });
  };

  content(times) {
    return html`
      <section class="card" aria-labelledby="times-title">
        <h2 id="times-title">${t('times.title')}</h2>
        <form @submit=${this.#save}>
          <h3>${t('times.days')}</h3>
          <p class="small">${t('times.days.note')}</p>
          ${times.weeks.map((days, i) => this.#week(days, i))}
          <p class="actions">
            <button type="button" @click=${() => this.#change({ weeks: [...times.weeks, WORKDAYS] })}>${t('times.week.add')}</button>
            ${times.weeks.length > 1 ? html`<button type="button" class="quiet"
              @click=${() => this.#change({ weeks: times.weeks.slice(0, -1) })}>${t('times.week.remove')}</button>
              <label>${t('times.anchor')} <input type="date" required .value=${times.anchor}
                @change=${(e) => this.#change({ anchor: e.target.value })}></label>` : nothing}
          </p>
          ${this.#list('absences', { from: '', to: '', deputy: '', every_weeks: 0 }, (row, set) => html`
            ${date('times.from', row.from, (from) => set({ from }))} ${date('times.to', row.to, (to) => set({ to }))}
            <label>${t('times.deputy')} <input .value=${row.deputy} placeholder="p-0815" @change=${(e) => set({ deputy: e.target.value.trim() })}></label>
            <label>${t('times.again')} <select @change=${(e) => set({ every_weeks: Number(e.target.value) })}>
              ${AGAIN.map((n) => html`<option value=${n} ?selected=${n === row.every_weeks}>${again(n)}</option>`)}</select></label>`)}
          ${this.#helpers(times)}
          ${this.#list('focus', { days: ['TUE'], from: '09:00', to: '11:00' }, (row, set) => html`
            <label>${t('times.day')} <select @change=${(e) => set({ days: [e.target.value] })}>
              ${DAYS.map((d) => html`<option value=${d} ?selected=${row.days.includes(d)}>${dayName(d, 'long')}</option>`)}</select></label>
            ${time('times.from', row.from, (from) => set({ from }))} ${time('times.to', row.to, (to) => set({ to }))}`)}
          ${this.#list('travel', { from: '', to: '', zone: 'America/New_York' }, (row, set) => html`
            ${date('times.from', row.from, (from) => set({ from }))} ${date('times.to', row.to, (to) => set({ to }))}
            <label>${t('times.zone')} <input required list="zones" .value=${row.zone} @change=${(e) => set({ zone: e.target.value.trim() })}></label>`)}
          <datalist id="zones">${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value=${zone}></option>`)}</datalist>
          <p class="actions"><button type="submit" class="primary" id="save-times">${t('windows.save')}</button></p>
          ${this.overtaken()}
          ${this.refused ? problemCard(this.refused, this.again) : nothing}
          <p role="status" class="saved">${this.done ? t('windows.saved') : nothing}</p>
        </form>
      </section>`;
  }

  /** Dates of school holidays, and a pair that shares a job: each stands in for the other. */
  #helpers(times) {
    const holiday = (event) => {
      const chosen = this.school.holidays[event.target.value];
      event.target.value = '';
      if (chosen) this.#change({ absences: [...times.absences, { from: chosen.from, to: chosen.to, deputy: this.partner ?? '', every_weeks: 0 }] });
    };
    return html`<div class="fields">
        <label>${t('school.absence')} <select id="school-absence" @change=${holiday}><option value="">–</option>
          ${this.school.holidays.map((h, i) => html`<option value=${i}>${say(h.name)} ${h.year}</option>`)}</select></label>
        <label>${t('pair.partner')} <input id="pair-partner" placeholder="p-0815" @change=${(e) => { this.partner = e.target.value.trim(); }}></label>
        <button type="button" id="pair" @click=${() => this.#pair(times)}>${t('pair.set')}</button>
      </div>
      <p class="small">${t('pair.note')}</p>`;
  }

  /** My other half stands in whenever I am away, and on my free days for as long as that holds. */
  #pair(times) {
    if (!this.partner) return this.querySelector('#pair-partner').focus();
    const known = times.absences.filter((a) => !(a.every_weeks && a.deputy === this.partner)).map((a) => ({ ...a, deputy: a.deputy || this.partner }));
    return this.#change({ absences: [...known, ...pairDays(times, this.partner)] });
  }

  #week(days, i) {
    return html`<fieldset class="window-row">
      <legend>${t(this.data.weeks.length > 1 ? 'times.week' : 'times.week.every', { n: i + 1 })}</legend>
      <span class="days">${DAYS.map((day) => html`<label class="day"><input type="checkbox" .checked=${days.includes(day)}
        @change=${() => this.#toggle(i, day)}><span>${dayName(day)}</span></label>`)}</span>
    </fieldset>`;
  }

  /** Rows that can be added and taken away. */
  #list(name, fresh, fields) {
    const rows = this.data[name];
    return html`<h3>${t(`times.${name}`)}</h3>
      ${rows.map((row, i) => html`<fieldset class="window-row">
        <legend class="visually-hidden">${t(`times.${name}`)} ${i + 1}</legend>
        ${fields(row, (change) => this.#row(name, i, change))}
        <button type="button" class="quiet" aria-label="${t('times.remove')} ${i + 1}"
          @click=${() => this.#change({ [name]: rows.filter((_, at) => at !== i) })}>✕</button>
      </fieldset>`)}
      <p><button type="button" id="add-${name}" @click=${() => this.#change({ [name]: [...rows, fresh] })}>${t(`times.${name}.add`)}</button></p>`;
  }
}

const field = (type) => (label, value, set) => html`
  <label>${t(label)} <input type=${type} required .value=${value} @change=${(e) => set(e.target.value)}></label>`;
const date = field('date');
const time = field('time');

customElements.define('fe-times-editor', TimesEditor);
