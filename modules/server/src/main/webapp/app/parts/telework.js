/** My telework: the quarter's quota, planned days, and the agreement they rest on. Decided at once, by rules one can read. */
import { act, get, post, put } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { date, length, list, number, say } from '../i18n.js';
import { reasonList, reminderList, revokeForm, stateName, termsForm, termsList, termsOf } from './telework-terms.js';

const URL = '/api/v1/me/telework';
const EXCEPTIONS = ['CARE', 'WORKPLACE', 'TRAVEL', 'TASK', 'TALK'];

const hours = (minutes) => number(Math.round(minutes / 6) / 10);

class Telework extends Loaded {
  static properties = { ...Loaded.properties, verdict: { state: true }, said: { state: true }, desks: { state: true } };

  async load() {
    const [desks, templates, mine] = await Promise.all([get(`${URL}/desks`), get('/api/v1/telework/templates'), get(URL)]);
    this.desks = desks;
    return { ...mine, limits: templates.limits, template: templates.templates.find((x) => x.kind === 'individual') };
  }

  async #do(step, done) {
    this.said = undefined;
    try {
      await step();
      this.said = done && t(done);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = problem.message;
    }
    await this.reload();
  }

  #wish(wish) {
    this.wish = wish;
    this.verdict = undefined;
    return this.#do(async () => {
      this.verdict = await post(`${URL}/days`, wish);
    });
  }

  #ask = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    return this.#wish({
      date: form.get('date'),
      minutes: Math.round(Number(form.get('hours')) * 60),
      place: form.get('place') || undefined,
      instead_of: form.get('instead') || undefined,
    });
  };

  #except = (event) => {
    event.preventDefault();
    return this.#wish({ ...this.wish, exception: new FormData(event.target).get('exception') });
  };

  #back = (day) => {
    this.verdict = undefined;
    return this.#do(() => act('DELETE', `${URL}/days/${day}`), 'telework.back.done');
  };

  #say = (agreement, word, body = {}) =>
    this.#do(() => act('POST', `${URL}/agreements/${agreement.id}/${word}`, body, `"${agreement.version}"`), `telework.${word}.done`);

  #propose = (event) => {
    event.preventDefault();
    return this.#do(() => post(`${URL}/agreements`, termsOf(new FormData(event.target))), 'telework.proposal.done');
  };

  #live = (event) => {
    event.preventDefault();
    return this.#do(() => put(`${URL}/residence`, { residence: new FormData(event.target).get('residence') }, `"${this.data.residence_version}"`), 'telework.residence.done');
  };

  content(me) {
    const { quarter } = me;
    const left = Math.max(0, quarter.allowed - quarter.planned);
    return html`
      <section class="card" aria-labelledby="telework-title">
        <h2 id="telework-title">${t('telework.title')}</h2>
        <p class="small">${t('telework.lead')}</p>
        ${reminderList(me.reminders)}
        <p><label>${t('telework.meter', {
          planned: hours(quarter.planned), allowed: hours(quarter.allowed), quota: quarter.quota, weeks: length(quarter.weeks, 'week') })}
          <meter class="wide" min="0" max=${Math.max(quarter.allowed, quarter.planned, 1)} value=${quarter.planned}></meter></label>
          <span class="small">${t('telework.meter.left', { left: hours(left), minutes: number(left) })}</span></p>
        ${me.abroad ? this.#abroad(me.abroad) : nothing}
        <form @submit=${this.#ask} class="fields">
          <label>${t('telework.date')} <input type="date" name="date" required min=${me.today}></label>
          <label>${t('telework.hours')} <input type="number" name="hours" required min="0.1" max="24" step="0.1" value=${Math.round(me.usual_minutes / 6) / 10}></label>
          ${me.terms.places.length ? html`<label>${t('telework.place')} <select name="place">${me.terms.places.map((p) => html`<option value=${p}>${t(`place.${p}`, {}, p)}</option>`)}</select></label>` : nothing}
          ${me.days.length ? html`<label>${t('telework.instead')} <select name="instead"><option value="">${t('telework.instead.none')}</option>
            ${me.days.map((d) => html`<option value=${d.date}>${date(d.date)}</option>`)}</select></label>` : nothing}
          <button type="submit" class="primary" id="ask-telework">${t('telework.ask')}</button>
        </form>
        <p role="status">${this.said ?? nothing}</p>
        ${this.verdict ? this.#verdict(this.verdict) : nothing}
        <h3>${t('telework.days')}</h3>
        ${me.days.length ? html`<ul class="rows">${me.days.map((d) => this.#day(d))}</ul>` : html`<p>${t('telework.none')}</p>`}
        ${me.waiting.map((a) => this.#waiting(a))}
        ${this.#agreement(me)}
        <details><summary>${t('telework.desks')}</summary>
          <p><label><input type="checkbox" .checked=${me.visible} @change=${(e) => this.#do(() => put(`${URL}/visible`, { visible: e.target.checked }))}>
            ${t('telework.visible')}</label></p>
          ${this.desks.days.some((d) => d.away === undefined) ? html`<p>${t('telework.desks.small')}</p>` : nothing}
          ${this.desks.days.some((d) => d.away || d.shown.length) ? nothing : html`<p>${t('telework.desks.none')}</p>`}
          <ul class="rows">${this.desks.days.filter((d) => d.away || d.shown.length).map((d) => html`<li><span>${date(d.date)}</span>
            <span class="spread">${d.away === undefined ? nothing : t('telework.desks.away', { n: number(d.away), staff: number(this.desks.staff) })}
            ${list(d.shown)}</span></li>`)}</ul>
        </details>
        <details><summary>${t('telework.residence')}: ${stateName(me.residence)}</summary>
          <p class="small">${t('telework.residence.lead')}</p>
          <form class="fields" @submit=${this.#live}>
            <label>${t('agreements.residence')} <input name="residence" required minlength="2" maxlength="2" size="3" value=${me.residence}></label>
            <button>${t('telework.residence.save')}</button></form>
        </details>
      </section>`;
  }

  #day(d) {
    return html`<li><span class="spread"><strong>${date(d.date)}</strong> · ${hours(d.minutes)} h
      ${d.place ? html` · ${t(`place.${d.place}`, {}, d.place)}` : nothing} · ${t(`telework.standing.${d.standing}`)}
      ${d.exception ? html` · ${t(`exception.${d.exception}`)}` : nothing}
      ${d.absent ? html` · ${t('telework.absent')}` : nothing}</span>
      <button type="button" class="quiet" @click=${() => this.#back(d.date)}>${t('telework.back')}</button></li>`;
  }

  #abroad(a) {
    return html`
      <div class="figure">
        <h3>${t('telework.abroad.title', { state: stateName(a.residence) })}</h3>
        <p>${t('telework.abroad', { ...a, residence: stateName(a.residence) })} <strong>${t(`abroad.${a.band}`)}</strong></p>
        ${reasonList(a.reasons)}
        ${a.hints.length ? html`<ul>${a.hints.map((h) => html`<li>${t(`telework.hint.${h}`)}</li>`)}</ul>` : html`<p class="small">${t('telework.hint.TAX_AND_RESIDENCE')}</p>`}
      </div>`;
  }

  #agreement(me) {
    const own = me.agreement?.person;
    return html`
      <details><summary>${t('telework.agreement')}</summary>
        <p class="small">${t(me.agreement ? (own ? 'telework.own' : 'telework.unit') : 'telework.policy')}</p>
        ${termsList(me.terms)}
        ${me.agreement?.tried_until ? html`<p>${t('telework.trial', { at: date(me.agreement.tried_until) })}</p>` : nothing}
        ${me.agreement?.last ? html`<p>${t('telework.last', { at: date(me.agreement.last) })}</p>` : nothing}
        ${own && me.agreement.state === 'AGREED' && !me.terms.revoked_from ? html`
          ${me.agreement.renew ? html`<p class="actions"><button type="button" class="primary" @click=${() => this.#say(me.agreement, 'renewal')}>${t('telework.renewal')}</button></p>` : nothing}
          ${revokeForm(me.revocable_from, (body) => this.#say(me.agreement, 'revocation', body))}` : nothing}
        <details><summary>${t('telework.propose')}</summary>
          <p class="small">${t('telework.propose.lead')}</p>
          <form class="fields" @submit=${this.#propose}>${termsForm(me.template.terms, me.limits)}<button class="primary">${t('agreements.propose')}</button></form></details>
      </details>`;
  }

  #verdict(v) {
    const taken = v.outcome === 'REVIEW'; // the exception path needs no pointing at any more
    const hints = v.hints.filter((h) => h !== 'PRESENCE' && !(taken && h === 'EXCEPTION')); // PRESENCE is told by its rule
    return html`
      <div role="alert" class="verdict ${v.outcome.toLowerCase()}">
        <p class="headline">${date(v.date)}: ${t(`telework.outcome.${v.outcome}`)}</p>
        <p>${t('telework.verdict.quota', { planned: hours(v.quota.planned), allowed: hours(v.quota.allowed), quota: v.quota.quota })}</p>
        ${reasonList(v.reasons)}
        ${hints.length ? html`<ul>${hints.map((h) => html`<li>${t(`telework.hint.${h}`)}</li>`)}</ul>` : nothing}
        ${v.outcome === 'DENIED' && v.hints.includes('EXCEPTION') ? html`
          <form class="fields" @submit=${this.#except}>
            <label>${t('telework.exception')} <select name="exception">${EXCEPTIONS.map((x) => html`<option value=${x}>${t(`exception.${x}`)}</option>`)}</select></label>
            <button>${t('telework.exception.ask')}</button></form>
          <p class="small">${t('telework.exception.lead')}</p>` : nothing}
      </div>`;
  }

  #waiting(a) {
    const mine = a.proposer === 'employee';
    return html`
      <article class="figure">
        <h3>${t(mine ? 'telework.proposed.mine' : 'telework.proposed')}</h3>
        ${termsList(a.terms)}
        <p class="actions">${mine ? html`<button type="button" @click=${() => this.#say(a, 'withdrawal')}>${t('telework.withdraw')}</button>` : html`
          <button type="button" class="primary" @click=${() => this.#say(a, 'agreement')}>${t('telework.agree')}</button>
          <button type="button" @click=${() => this.#say(a, 'refusal')}>${t('telework.refuse')}</button>`}</p>
      </article>`;
  }
}

customElements.define('fe-telework', Telework);
