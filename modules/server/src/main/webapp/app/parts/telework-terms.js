/** The terms of a telework agreement: as a list anybody reads, and as the fields of a form. */
import { html, nothing, t } from '../element.js';
import { ground } from '../leicht.js';
import { DAYS, date, dayName, language, number, say } from '../i18n.js';

const PLACES = ['home', 'service point'];

const line = (key, value) => (value === undefined || value === '' ? nothing : html`<dt>${t(`terms.${key}`)}</dt><dd>${value}</dd>`);

const week = (weekly) => weekly?.replace(/^PT/, '').replace('H', ' h ').replace('M', ' min');

export const termsList = (terms) => html`
  <dl>
    ${line('quota', terms.quota)}
    ${line('days_per_week', number(terms.days_per_week))}
    ${line('weekly', week(terms.weekly))}
    ${line('presence', terms.presence.map((d) => dayName(d, 'long')).join(', '))}
    ${line('places', terms.places.map((p) => t(`place.${p}`, {}, p)).join(', '))}
    ${line('notice_days', terms.notice_days ? number(terms.notice_days) : undefined)}
    ${line('from', terms.from && date(terms.from))}
    ${line('until', terms.until && date(terms.until))}
    ${line('revoked_from', terms.revoked_from && date(terms.revoked_from))}
    ${line('equipped', t(terms.equipped ? 'own.yes' : 'own.no'))}
    ${line('risk_assessed', t(terms.risk_assessed ? 'own.yes' : 'own.no'))}
  </dl>`;

/** The fields of a proposal, filled in from model terms, none beyond the policy's limits; {@link termsOf} reads them. */
export const termsForm = (terms, limits) => html`
  ${atMost('quota', t('terms.quota.percent'), percentOf(terms.quota), percentOf(limits.quota), 100, '0.01')}
  ${atMost('days_per_week', t('terms.days_per_week'), terms.days_per_week, limits.days_per_week, 7, '1')}
  <label>${t('terms.weekly')} <input name="weekly" size="9" placeholder="19:30" pattern="\\d{1,2}(:[0-5]\\d)?" value=${clockOf(terms.weekly)}></label>
  <div role="group" aria-label=${t('terms.presence')}><strong>${t('terms.presence')}</strong>
    <span class="days">${DAYS.slice(0, 5).map((day) => html`<label class="day"><input type="checkbox" name="presence" value=${day}
      ?checked=${terms.presence.includes(day)}><span>${dayName(day)}</span></label>`)}</span></div>
  <label>${t('terms.places')} <input name="places" value=${terms.places.map((p) => t(`place.${p}`, {}, p)).join(', ')}></label>
  <label>${t('terms.notice_days')} <input type="number" name="notice_days" min="0" max="90" value=${terms.notice_days}></label>
  <label>${t('terms.from')} <input type="date" name="from" value=${terms.from}></label>
  <label>${t('terms.until')} <input type="date" name="until" value=${terms.until}></label>
  <label>${t('agreements.residence')} <input name="residence" size="3" maxlength="2" placeholder="DE"></label>`;

/** A number up to the policy's, which stands beside it where it is less than all there could be. */
const atMost = (name, label, value, most, all, step) => html`
  <label>${label} ${most < all ? html`<span class="small">${t('terms.most', { most: number(most) })}</span>` : nothing}
    <input type="number" name=${name} required min="0" max=${most} step=${step} value=${Math.min(value, most)}></label>`;

/** 37.5 of "37.5 %" */
const percentOf = (quota) => Number.parseFloat(quota);

const clockOf = (weekly) => {
  const found = /^PT(\d+)H(?:(\d+)M)?$/.exec(weekly ?? '');
  return found ? `${found[1]}:${(found[2] ?? '0').padStart(2, '0')}` : '';
};

const durationOf = (clock) => {
  const [hours, minutes = '0'] = clock.split(':');
  return clock ? `PT${Number(hours)}H${Number(minutes) ? `${Number(minutes)}M` : ''}` : undefined;
};

export const termsOf = (form) => {
  const words = (name) => form.get(name).split(',').map((w) => w.trim()).filter(Boolean);
  return {
    quota: `${form.get('quota')} %`,
    days_per_week: Number(form.get('days_per_week')),
    weekly: durationOf(form.get('weekly')),
    places: words('places').map((said) => PLACES.find((p) => t(`place.${p}`) === said) ?? said),
    presence: form.getAll('presence'),
    notice_days: Number(form.get('notice_days')),
    from: form.get('from') || undefined,
    until: form.get('until') || undefined,
    residence: form.get('residence')?.toUpperCase() || undefined,
  };
};

/** When one side ends it; `say` gets the request's body. */
export const revokeForm = (earliest, sayIt) => html`
  <details><summary>${t('telework.revoke')}</summary>
    <form class="fields" @submit=${(event) => {
      event.preventDefault();
      const form = new FormData(event.target);
      sayIt({ from: form.get('from'), grounds: form.get('grounds') === 'on' });
    }}>
      <label>${t('telework.revoke.from')} <input type="date" name="from" required min=${earliest} value=${earliest}></label>
      <label><input type="checkbox" name="grounds"> ${t('telework.revoke.grounds')}</label>
      <button>${t('telework.revoke')}</button></form></details>`;

/** Rules that spoke, each with its article. */
export const reasonList = (reasons) => (reasons.length ? html`
  <ul class="reasons">${reasons.map((r) => html`<li><p><fe-rule-sentence .reason=${r}></fe-rule-sentence></p>
    <p class="small">${ground(r)}</p></li>`)}</ul>` : nothing);

/** "Österreich" of AT, in the reader's language. */
export const stateName = (code) => new Intl.DisplayNames([language()], { type: 'region', fallback: 'code' }).of(code);

/** What runs out soon and who is to do something about it; nothing where nothing does. */
export const reminderList = (reminders) => (reminders.length ? html`
  <div class="notice" role="status"><p><strong>${t('reminders.title')}</strong></p>
    <ul>${reminders.map((r) => html`<li data-reminder=${r.kind}>
      ${r.unit ? html`${t('agreements.of.unit', { unit: say(r.unit_name) })}: ` : nothing}${r.person ? html`<strong>${r.person}</strong>: ` : nothing}
      ${t(`reminder.${r.kind}`, { due: date(r.due), side: r.waits_for ? t(`reminder.side.${r.waits_for}`) : '' })}</li>`)}</ul></div>` : nothing);
