/** On the personnel office's first page: telework agreements that run out soon. Their terms, never anybody's days. */
import { get } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { reminderList } from './telework-terms.js';

class TeleworkReminders extends Loaded {
  load = () => get('/api/v1/telework/reminders');

  content({ reminders }) {
    return reminders.length ? html`
      <section class="card" aria-labelledby="reminders-title">
        <h2 id="reminders-title">${t('reminders.of')}</h2>
        ${reminderList(reminders)}
        <p><a href="#/hr/telework">${t('reminder.all')}</a></p>
      </section>` : nothing;
  }
}

customElements.define('fe-telework-reminders', TeleworkReminders);
