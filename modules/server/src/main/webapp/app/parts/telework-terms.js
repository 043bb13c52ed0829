/** The terms of a telework agreement, as a list anybody reads. */
import { html, nothing, t } from '../element.js';
import { date, dayName, number } from '../i18n.js';

const line = (key, value) => (value === undefined || value === '' ? nothing : html`<dt>${t(`terms.${key}`)}</dt><dd>${value}</dd>`);

export const termsList = (terms) => html`
  <dl>
    ${line('quota', terms.quota)}
    ${line('days_per_week', number(terms.days_per_week))}
    ${line('weekly', terms.weekly?.replace(/^PT/, '').replace('H', ' h ').replace('M', ' min'))}
    ${line('presence', terms.presence.map((d) => dayName(d, 'long')).join(', '))}
    ${line('places', terms.places.map((p) => t(`place.${p}`, {}, p)).join(', '))}
    ${line('notice_days', terms.notice_days ? number(terms.notice_days) : undefined)}
    ${line('from', terms.from && date(terms.from))}
    ${line('until', terms.until && date(terms.until))}
    ${line('revoked_from', terms.revoked_from && date(terms.revoked_from))}
    ${line('equipped', t(terms.equipped ? 'own.yes' : 'own.no'))}
    ${line('risk_assessed', t(terms.risk_assessed ? 'own.yes' : 'own.no'))}
  </dl>`;
