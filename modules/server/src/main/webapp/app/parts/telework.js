/** My telework: the quarter's quota, planned days, and the agreement they rest on. Decided at once, by rules one can read. */
import { act, get, post, put } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { date, list, number, say } from '../i18n.js';
import { termsList } from './telework-terms.js';

const URL = '/api/v1/me/telework';

const hours = (minutes) => number(Math.round(minutes / 6) / 10);

class Telework extends Loaded {
  static properties = { ...Loaded.properties, verdict: { state: true }, said: { state: true }, desks: { state: true } };

  async load() {
    this.desks = await get(`${URL}/desks`);
    return get(URL);
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

  #ask = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    this.verdict = undefined;
    return this.#do(async () => {
      this.verdict = await post(`${URL}/days`, {
        date: form.get('date'),
        minutes: Math.round(Number(form.get('hours')) * 60),
        place: form.get('place') || undefined,
        instead_of: form.get('instead') || undefined,
      });
    });
  };

  #back = (day) => {
    this.verdict = undefined;
    return this.#do(() => act('DELETE', `${URL}/days/${day}`), 'telework.back.done');
  };

  #say = (agreement, word, body = {}) =>
    this.#do(() => act('POST', `${URL}/agreements/${agreement.id}/${word}`, body, `"${agreement.version}"`), `telework.${word}.done`);

  #revoke = (event, agreement) => {
    event.preventDefault();
    const form = new FormData(event.target);
    return this.#say(agreement, 'revocation', { from: form.get('from'), grounds: form.get('grounds') === 'on' });
  };

  content(me) {
    const { quarter } = me;
    return html`
      <section class="card" aria-labelledby="telework-title">
        <h2 id="telework-title">${t('telework.title')}</h2>
        <p class="small">${t('telework.lead')}</p>
        <p><label>${t('telework.meter', {
          planned: hours(quarter.planned), allowed: hours(quarter.allowed), quota: quarter.quota, weeks: number(quarter.weeks) })}
          <meter min="0" max=${Math.max(quarter.allowed, quarter.planned, 1)} value=${quarter.planned}></meter></label></p>
        ${me.abroad ? html`<p>${t('telework.abroad', me.abroad)} <span class="small">${me.abroad.basis}</span></p>` : nothing}
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
        ${me.days.length ? html`<ul>${me.days.map((d) => html`<li>${date(d.date)} · ${hours(d.minutes)} h
          ${d.place ? html` · ${t(`place.${d.place}`, {}, d.place)}` : nothing} · <strong>${t(`telework.standing.${d.standing}`)}</strong>
          ${d.absent ? html` · ${t('telework.absent')}` : nothing}
          <button type="button" class="quiet" @click=${() => this.#back(d.date)}>${t('telework.back')}</button></li>`)}</ul>`
          : html`<p>${t('telework.none')}</p>`}
        ${me.waiting.map((a) => this.#waiting(a))}
        <details><summary>${t('telework.agreement')}</summary>
          <p class="small">${t(me.agreement ? (me.agreement.person ? 'telework.own' : 'telework.unit') : 'telework.policy')}</p>
          ${termsList(me.terms)}
          ${me.agreement?.tried_until ? html`<p>${t('telework.trial', { at: date(me.agreement.tried_until) })}</p>` : nothing}
          ${me.agreement?.last ? html`<p>${t('telework.last', { at: date(me.agreement.last) })}${me.agreement.renew ? html` <strong>${t('telework.renew')}</strong>` : nothing}</p>` : nothing}
          ${me.agreement?.person && !me.terms.revoked_from ? html`<form class="fields" @submit=${(e) => this.#revoke(e, me.agreement)}>
            <label>${t('telework.revoke.from')} <input type="date" name="from" required min=${me.revocable_from} value=${me.revocable_from}></label>
            <label><input type="checkbox" name="grounds"> ${t('telework.revoke.grounds')}</label>
            <button>${t('telework.revoke')}</button></form>` : nothing}
        </details>
        <details><summary>${t('telework.desks')}</summary>
          <p><label><input type="checkbox" .checked=${me.visible} @change=${(e) => this.#do(() => put(`${URL}/visible`, { visible: e.target.checked }))}>
            ${t('telework.visible')}</label></p>
          ${this.desks.days.some((d) => d.away === undefined) ? html`<p>${t('telework.desks.small')}</p>` : nothing}
          <ul>${this.desks.days.filter((d) => d.away || d.shown.length).map((d) => html`<li>${date(d.date)}:
            ${d.away === undefined ? nothing : t('telework.desks.away', { n: number(d.away), staff: number(this.desks.staff) })}
            ${list(d.shown)}</li>`)}</ul>
        </details>
      </section>`;
  }

  #verdict(v) {
    return html`
      <div role="alert">
        <p class="headline">${date(v.date)}: ${t(`telework.outcome.${v.outcome}`)}</p>
        <p>${t('telework.verdict.quota', { planned: hours(v.quota.planned), allowed: hours(v.quota.allowed), quota: v.quota.quota })}</p>
        <ul class="reasons">${v.reasons.map((r) => html`<li><p>${say(r.sentence)}</p>
          <p class="small">${t('status.basis', { basis: r.basis })} · ${t(r.rests_on === 'law' ? 'status.law' : 'status.agreement')}</p></li>`)}</ul>
        ${v.hints.length ? html`<ul>${v.hints.map((h) => html`<li>${t(`telework.hint.${h}`)}</li>`)}</ul>` : nothing}
      </div>`;
  }

  #waiting(a) {
    return html`
      <article>
        <h3>${t(a.proposer === 'employee' ? 'telework.proposed.mine' : 'telework.proposed')}</h3>
        ${termsList(a.terms)}
        ${a.proposer === 'employee' ? nothing : html`<p class="actions">
          <button type="button" class="primary" @click=${() => this.#say(a, 'agreement')}>${t('telework.agree')}</button>
          <button type="button" @click=${() => this.#say(a, 'refusal')}>${t('telework.refuse')}</button></p>`}
      </article>`;
  }
}

customElements.define('fe-telework', Telework);
