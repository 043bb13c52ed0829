/** What a calendar would mean: the next two weeks, as they are and as they would be. */
import { html, nothing, t } from '../element.js';
import { language, list, say } from '../i18n.js';

export const CALENDAR = '/api/v1/me/availability';

const hours = (windows) => (windows.length ? list(windows.map((w) => `${w.from}–${w.to}`)) : t('preview.none'));

const day = (iso) => new Intl.DateTimeFormat(language() === 'de' ? 'de-DE' : 'en-GB', {
  weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(iso));

export const preview = ({ counts, days }) => html`
  <div role="status" class="preview">
    <p>${say(counts)}</p>
    <div class="scroll" tabindex="0"><table>
      <caption class="small">${t('preview.title')}</caption>
      <thead><tr><th scope="col">${t('times.day')}</th><th scope="col">${t('preview.before')}</th><th scope="col">${t('preview.after')}</th></tr></thead>
      <tbody>${days.map(({ date, before, after }) => html`<tr><th scope="row">${day(date)}</th><td>${hours(before)}</td>
        <td>${hours(before) === hours(after) ? hours(after) : html`<strong>${hours(after)}</strong>`}</td></tr>`)}</tbody>
    </table></div>
    ${days.every(({ before, after }) => hours(before) === hours(after)) ? html`<p>${t('preview.same')}</p>` : nothing}
  </div>`;
