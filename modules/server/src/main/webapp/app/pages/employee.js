/** "Mein Feierabend": my status now and why, what waits, my windows, what is stored about me. */
import { act, get, put, remove } from '../api.js';
import { Element, Loaded, html, nothing, t } from '../element.js';
import { date, dayName, moment, number, period, say } from '../i18n.js';
import { ground } from '../leicht.js';
import '../parts/before-sending.js';
import '../parts/calendar-server.js';
import '../parts/policies.js';
import '../parts/day-strip.js';
import '../parts/days-editor.js';
import '../parts/feeds.js';
import '../parts/my-day.js';
import '../parts/opening-push.js';
import '../parts/telework.js';
import { again } from '../parts/times-editor.js';
import '../parts/windows-editor.js';
import { word } from '../words.js';

const reasonCard = (reason) => html`
  <li>
    <p><fe-rule-sentence .reason=${reason}></fe-rule-sentence></p>
    <p class="small">${ground(reason)} ·
      <span title=${reason.edition}>${t('status.edition', { edition: (reason.edition ?? '').slice(0, 8) })}</span></p>
  </li>`;

class Status extends Loaded {
  load = () => get('/api/v1/me/status');

  content({ state, until, reachable_from: from, reasons, next, now, zone }) {
    return html`
      <section class="card status ${state}" aria-labelledby="status-title">
        <h2 id="status-title" class="small">${t('status.title')}</h2>
        <p class="headline">${t(`status.${state}`)}</p>
        ${until ? html`<p>${t('status.until', { moment: moment(until, zone) })}</p>` : nothing}
        ${state === 'available' || !from ? nothing : html`<p><strong>${t('status.next', { moment: moment(from, zone) })}</strong></p>`}
        <fe-day-strip .stretches=${next} .now=${now} .zone=${zone}></fe-day-strip>
        ${reasons?.length
          ? html`<h3>${t('status.why')}</h3><ul class="reasons">${reasons.map(reasonCard)}</ul><fe-leicht-switch></fe-leicht-switch>`
          : nothing}
      </section>`;
  }
}

class Waiting extends Loaded {
  load = () => get('/api/v1/me/waiting');

  content({ total, by_channel: byChannel, next, zone }) {
    return html`
      <section class="card" aria-labelledby="waiting-title">
        <h2 id="waiting-title">${t('waiting.title')}</h2>
        <p class="headline">${total === 0 ? t('waiting.none')
          : t(total === 1 ? 'waiting.one' : 'waiting.some', { n: number(total) })}</p>
        ${total ? html`
          <ul class="chips">${Object.entries(byChannel).map(
            ([channel, n]) => html`<li>${t(`channel.${channel}`)}: <strong>${number(n)}</strong></li>`)}</ul>
          <ul>${next.map(({ until, count }) => html`
            <li>${t('waiting.when', { n: number(count), moment: moment(until, zone) })}</li>`)}</ul>` : nothing}
        <p class="small">${t('waiting.note')}</p>
      </section>`;
  }
}

const decisionCard = (card, zone) => html`
  <li>
    <details class="why">
      <summary>${moment(card.at, zone)} · ${t(`channel.${card.channel}`)} ·
        ${t(`outcome.${card.outcome}`)}${card.until ? html` · ${t('status.until', { moment: moment(card.until, zone) })}` : nothing}</summary>
      <ul class="reasons">${reasonCard(card.reason)}</ul>
      <p class="on-paper small">${t('decisions.edition')} <code>${card.reason.edition}</code></p>
      <p class="actions"><button type="button" @click=${() => window.print()}>${t('decisions.print')}</button></p>
    </details>
  </li>`;

class Decisions extends Loaded {
  load = () => get('/api/v1/me/decisions');

  #erase = async () => {
    await remove('/api/v1/me/decisions');
    this.reload();
  };

  #keep = async (event) => {
    await put('/api/v1/me/decisions', { kept: event.target.checked });
    this.reload();
  };

  content({ decisions, kept, contest, zone }) {
    return html`
      <section class="card" aria-labelledby="decisions-title">
        <h2 id="decisions-title">${t('decisions.title')}</h2>
        <p class="small">${t('decisions.note')}</p>
        ${decisions.length
          ? html`<fe-leicht-switch></fe-leicht-switch><ul class="decisions">${decisions.map((card) => decisionCard(card, zone))}</ul>
              <p class="small">${contest}</p>`
          : html`<p>${t('decisions.none')}</p>`}
        <p><label><input type="checkbox" .checked=${kept} @change=${this.#keep}> ${t('decisions.keep')}</label></p>
        ${decisions.length ? html`<button type="button" @click=${this.#erase}>${t('decisions.erase')}</button>` : nothing}
      </section>`;
  }
}

const words = (list) => (list?.length ? list.join(', ') : t('settings.none'));

const span = ({ from, to }, zone) => `${moment(from, zone)} – ${moment(to, zone)}`;

const days = (names) => names.map((day) => dayName(day)).join(', ');

const patternLines = ({ anchor, weeks }) => html`${t('settings.pattern.from', { from: date(anchor), n: weeks.length })}
  ${weeks.map((week, i) => html`<div>${t('settings.pattern.week', { n: i + 1 })} ${days(week)}</div>`)}`;

class Settings extends Loaded {
  load = () => get('/api/v1/me/settings');

  content(me) {
    const list = (spans) => (spans?.length ? spans.map((s) => html`<div>${span(s, me.zone)}</div>`) : t('settings.none'));
    return html`
      <section class="card" aria-labelledby="settings-title">
        <h2 id="settings-title">${t('settings.title')}</h2>
        <p class="small">${t('settings.note')}</p>
        <dl>
          <dt>${t('people.id')}</dt><dd>${me.id}</dd>
          <dt>${t('settings.unit')}</dt><dd>${say(me.unit.name) || me.unit.id}</dd>
          <dt>${t('settings.municipality')}</dt><dd>${me.municipality}</dd>
          <dt>${t('settings.zone')}</dt><dd>${me.zone}</dd>
          <dt>${t('settings.regime')}</dt><dd>${t(`settings.regime.${me.regime}`)}</dd>
          <dt>${t('settings.free_days')}</dt><dd>${words((me.free_days ?? []).map((day) => dayName(day, 'long')))}</dd>
          <dt>${t('settings.pattern')}</dt><dd>${me.pattern ? patternLines(me.pattern) : t('settings.none')}</dd>
          <dt>${t('settings.focus')}</dt><dd>${me.focus?.length
            ? me.focus.map((f) => html`<div>${days(f.days)} ${f.from}–${f.to}</div>`) : t('settings.none')}</dd>
          <dt>${t('settings.travel')}</dt><dd>${me.travel?.length
            ? me.travel.map((j) => html`<div>${date(j.from)} – ${date(j.to)}: ${j.zone}</div>`) : t('settings.none')}</dd>
          <dt>${t('settings.absences')}</dt><dd>${me.absences?.length
            ? me.absences.map((a) => html`<div>${span(a, me.zone)}${a.every_weeks ? `, ${again(a.every_weeks)}` : nothing}${a.deputy ? `, ${t('settings.deputy', { id: a.deputy })}` : nothing}</div>`) : t('settings.none')}</dd>
          <dt>${t('settings.on_call')}</dt><dd>${list(me.on_call)}</dd>
          <dt>${t('settings.shifts')}</dt><dd>${list(me.shifts)}</dd>
          <dt>${t('settings.duties')}</dt><dd>${words(me.duties)}</dd>
          <dt>${t('settings.flags')}</dt><dd>${words(me.flags?.map(word))}</dd>
        </dl>
      </section>`;
  }
}

/** What a person says of their own week, and what is counted of it; nobody else can see either. */
class OwnWeek extends Loaded {
  static properties = { ...Loaded.properties, said: { state: true } };

  load = () => get('/api/v1/me/data');

  #say = async (method, path, done) => {
    this.said = undefined;
    try {
      await act(method, path);
      this.said = t(done);
    } catch (problem) {
      this.said = problem.message;
    }
  };

  content({ open_weeks: weeks, waiting, rest_until: rest, explained, note, directory, account }) {
    return html`
      <section class="card" aria-labelledby="own-title">
        <h2 id="own-title">${t('own.title')}</h2>
        <p>${t('own.contacted.lead')}</p>
        <p><button type="button" class="primary"
          @click=${() => this.#say('POST', '/api/v1/me/contacted-anyway', 'own.contacted.done')}>${t('own.contacted')}</button></p>
        <p role="status">${this.said ?? nothing}</p>
        <h3>${t('own.counted')}</h3>
        <p class="small">${t('own.counted.note')}</p>
        ${weeks.length ? html`<div class="scroll" tabindex="0"><table>
          <thead><tr><th scope="col">${t('releases.week')}</th>${Object.keys(weeks[0].counts).map(
            (key) => html`<th scope="col">${t(`indicator.${key}`)}</th>`)}<th scope="col">${t('own.objected')}</th></tr></thead>
          <tbody>${weeks.map((week) => html`
            <tr><th scope="row">${period(week.week)}</th>${Object.values(week.counts).map((n) => html`<td>${number(n)}</td>`)}
              <td>${t(week.objected ? 'own.yes' : 'own.no')}</td></tr>`)}</tbody>
        </table></div>` : html`<p>${t('settings.none')}</p>`}
        <dl>
          <dt>${t('own.account')}</dt><dd>${account.user}</dd>
          <dt>${t('own.rest')}</dt><dd>${rest ? moment(rest, directory.zone) : t('settings.none')}</dd>
          <dt>${t('own.explained')}</dt><dd>${number(explained.decisions.length)}</dd>
          <dt>${t('own.held')}</dt><dd>${waiting.length
            ? waiting.map((w) => html`<div>${t(`channel.${w.channel}`)} · ${t('own.held.until', { at: moment(w.until, directory.zone) })}
              <span class="small">${t('own.held.reference')} <code>${w.source} ${w.reference}</code></span></div>`)
            : t('settings.none')}</dd>
        </dl>
        <p class="small">${say(note)}</p>
        <p class="small">${t('own.rights')}</p>
        <p>
          <button type="button" @click=${() => this.#say('DELETE', '/api/v1/me/data', 'own.erase.done')}>${t('own.erase')}</button>
          <button type="button" @click=${() => this.#say('POST', '/api/v1/me/objection', 'own.object.done')}>${t('own.object')}</button>
          <a href="/api/v1/me/data" download="my-data.json">${t('own.download')}</a>
        </p>
      </section>`;
  }
}

class Today extends Element {
  #refresh = () => this.querySelectorAll('fe-status, fe-waiting').forEach((part) => part.reload());

  render() {
    return html`<div class="columns" @fe-day-changed=${this.#refresh}>
      <fe-status></fe-status><div><fe-my-day></fe-my-day><fe-waiting></fe-waiting></div></div>`;
  }
}

customElements.define('fe-status', Status);
customElements.define('fe-waiting', Waiting);
customElements.define('fe-decisions', Decisions);
customElements.define('fe-settings', Settings);
customElements.define('fe-own-week', OwnWeek);
customElements.define('fe-today', Today);

export const sections = [
  { id: 'today', show: () => html`<fe-today></fe-today>` },
  { id: 'times', show: () => html`<fe-windows-editor></fe-windows-editor><fe-opening-push></fe-opening-push><fe-days-editor></fe-days-editor><fe-times-editor></fe-times-editor><fe-feeds></fe-feeds><fe-calendar-server></fe-calendar-server>` },
  { id: 'telework', show: () => html`<fe-telework></fe-telework>` },
  { id: 'decisions', show: () => html`<fe-decisions></fe-decisions><fe-policies side="employee"></fe-policies>` },
  { id: 'sending', show: () => html`<fe-before-sending></fe-before-sending>` },
  { id: 'data', show: () => html`<fe-own-week></fe-own-week><fe-settings></fe-settings>` },
];
