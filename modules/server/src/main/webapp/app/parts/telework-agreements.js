/** Telework agreements as HR and the works council keep them; days HR must look at; homes abroad. */
import { repeat } from 'lit-html/directives/repeat.js';
import { act, get, post, remove } from '../api.js';
import { Loaded, html, nothing, outcome, t } from '../element.js';
import { date, length, number, say } from '../i18n.js';
import { wordGiven } from '../waiting.js';
import { reasonList, reminderList, revokeForm, stateName, termsForm, termsList, termsOf } from './telework-terms.js';

const URL = '/api/v1/telework';
const STATES = ['PROPOSED', 'DRAFT', 'AGREED', 'DECLINED', 'WITHDRAWN', 'REPLACED'];

class TeleworkAgreements extends Loaded {
  static properties = { ...Loaded.properties, said: { state: true }, chosen: { state: true }, side: {} };

  async load() {
    const hr = this.side === 'hr';
    const [all, due, model, { units }, requests, abroad] = await Promise.all([
      get(`${URL}/agreements`),
      get(`${URL}/reminders`),
      get(`${URL}/templates`),
      get('/api/v1/units'),
      hr ? get(`${URL}/requests`) : { requests: [] },
      hr ? get(`${URL}/people/abroad`) : { people: [] },
    ]);
    this.units = new Map(units.map((u) => [u.id, u.name]));
    return { ...all, ...due, ...model, ...requests, abroad: abroad.people };
  }

  async #do(place, step, done) {
    this.said = undefined;
    try {
      await step();
      this.said = { place, text: t(done) };
      wordGiven();
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = { place, text: problem.message, refused: true };
    }
    await this.reload();
  }

  #say = (a, word, body = {}) =>
    this.#do(a.id, () => act('POST', `${URL}/agreements/${a.id}/${word}`, body, `"${a.version}"`), `telework.${word}.done`);

  #check = (event, a) => {
    event.preventDefault();
    const done = new FormData(event.target).getAll('done');
    return this.#do(a.id, () => act('PUT', `${URL}/agreements/${a.id}/workplace`, { done }, `"${a.version}"`), 'agreements.furnished');
  };

  #answer = (r, granted) =>
    this.#do('requests', () => act('POST', `${URL}/requests/${encodeURIComponent(r.person)}/${r.date}/answer`, { granted }), 'agreements.answered');

  /** A unit may be called by its name. */
  #idOf = (whom) => [...this.units].find(([, name]) => say(name) === whom.trim())?.[0] ?? whom.trim();

  #propose = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    return this.#do('new', () => post(`${URL}/agreements`, {
      [form.get('kind') ?? 'unit']: this.#idOf(form.get('whom')), ...termsOf(form),
    }), 'telework.proposal.done');
  };

  content({ agreements, reminders, templates, checklist, limits, requests, abroad }) {
    const sorted = agreements.toSorted((a, b) => b.renew - a.renew || STATES.indexOf(a.state) - STATES.indexOf(b.state));
    return html`
      <section class="card" aria-labelledby="agreements-title">
        <h2 id="agreements-title">${t('agreements.title')}</h2>
        <p>${t(`agreements.lead.${this.side}`)}</p>
        ${reminderList(reminders)}
        ${requests.length ? this.#requests(requests) : nothing}
        ${requests.length || this.said?.place === 'requests' ? outcome(this.said, 'requests') : nothing}
        ${sorted.length ? repeat(sorted, ({ id }) => id, (a) => this.#one(a, checklist)) : html`<p>${t('agreements.none')}</p>`}
        ${this.#form(templates, limits)}
        ${abroad.length ? this.#abroad(abroad) : nothing}
      </section>`;
  }

  #requests(requests) {
    return html`
      <h3>${t('agreements.requests')}</h3>
      ${requests.map((r) => html`
        <article class="figure">
          <p><strong>${r.person}</strong> · ${date(r.date)} · ${t('agreements.hours', { n: number(Math.round(r.minutes / 6) / 10) })}
            ${r.exception ? html` · ${t(`exception.${r.exception}`)}` : nothing}</p>
          ${reasonList(r.reasons)}
          <p class="actions">
            <button type="button" class="primary" @click=${() => this.#answer(r, true)}>${t('agreements.grant')}</button>
            <button type="button" @click=${() => this.#answer(r, false)}>${t('agreements.deny')}</button></p>
        </article>`)}`;
  }

  #one(a, checklist) {
    const mine = a.proposer === this.side;
    const open = ['DRAFT', 'PROPOSED'].includes(a.state);
    return html`
      <details class="measure" id=${a.id}>
        <summary><strong>${a.person ?? t('agreements.of.unit', { unit: say(this.units.get(a.unit)) || a.unit })}</strong>
          <span class="small">${t(`agreements.state.${a.state}`)}${a.last ? ` · ${t('agreements.until', { at: date(a.last) })}` : ''}
          ${a.terms.revoked_from ? html` · ${t('agreements.revoked', { at: date(a.terms.revoked_from) })}` : nothing}
          ${a.renew && a.state === 'AGREED' ? html` · <strong>${t('telework.renew')}</strong>` : nothing}</span></summary>
        ${termsList(a.terms)}
        ${a.tried_until ? html`<p>${t('telework.trial', { at: date(a.tried_until) })}</p>` : nothing}
        <p class="actions">
          ${a.state === 'DRAFT' ? html`<button type="button" class="primary" @click=${() => this.#say(a, 'proposal')}>${t('agreements.propose')}</button>` : nothing}
          ${a.state === 'PROPOSED' && !mine ? html`
            <button type="button" class="primary" @click=${() => this.#say(a, 'agreement')}>${t('telework.agree')}</button>
            <button type="button" @click=${() => this.#say(a, 'refusal')}>${t('telework.refuse')}</button>` : nothing}
          ${open && mine ? html`<button type="button" @click=${() => this.#say(a, 'withdrawal')}>${t('telework.withdraw')}</button>` : nothing}
          ${a.state === 'AGREED' && a.last && !a.terms.revoked_from ? html`
            <button type="button" class=${a.renew ? 'primary' : ''} @click=${() => this.#say(a, 'renewal')}>${t('telework.renewal')}</button>` : nothing}
        </p>
        ${this.side === 'hr' && ['DRAFT', 'PROPOSED', 'AGREED'].includes(a.state) ? this.#workplace(a, checklist) : nothing}
        ${a.state === 'AGREED' && !a.terms.revoked_from ? revokeForm('', (body) => this.#say(a, 'revocation', body)) : nothing}
        ${outcome(this.said, a.id)}
      </details>`;
  }

  #workplace(a, checklist) {
    const all = a.terms.equipped && a.terms.risk_assessed && !a.terms.done.length;
    return html`
      <details><summary>${t('agreements.checklist')}</summary>
        <p class="small">${t('agreements.checklist.lead')}</p>
        <form @submit=${(e) => this.#check(e, a)}>
          ${['EQUIPMENT', 'RISK_ASSESSMENT'].map((part) => html`<fieldset class="points"><legend>${t(`checklist.${part}`)}</legend>
            ${checklist.filter((p) => p.part === part).map((p) => html`
              <label class="check"><input type="checkbox" name="done" value=${p.key} ?checked=${all || a.terms.done.includes(p.key)}>
                <span>${say(p.text)} <span class="small">${p.basis}</span></span></label>`)}</fieldset>`)}
          <button>${t('agreements.checklist.save')}</button></form>
      </details>`;
  }

  #form(templates, limits) {
    const hr = this.side === 'hr';
    const offered = templates.filter((x) => hr || x.kind === 'collective');
    const chosen = offered.find((x) => x.key === this.chosen) ?? offered[0];
    const months = (period) => length(Number(/\d+/.exec(period)[0]), period.endsWith('Y') ? 'year' : 'month');
    return html`
      <details><summary>${t('agreements.new')}</summary>
        <p class="small">${t('agreements.limits', { longest: months(limits.longest), trial: months(limits.trial), notice: months(limits.notice) })}</p>
        <label>${t('agreements.template')}
          <select @change=${(e) => { this.chosen = e.target.value; }}>${offered.map((x) => html`<option value=${x.key} ?selected=${x === chosen}>${say(x.name)}${x.taken ? ` (${x.taken.city})` : ''}</option>`)}</select></label>
        <p class="small">${say(chosen.about)}</p>
        ${chosen.taken ? html`<p class="notice">${t('agreements.taken', { city: chosen.taken.city, day: date(chosen.taken.made) })}
          <button type="button" class="quiet" @click=${() => this.#do('new', () => remove(`${URL}/templates/${chosen.taken.id}`), 'agreements.taken.dropped')}>${t('policies.drop')}</button></p>` : nothing}
        ${[chosen].map((x) => html`<form class="fields" @submit=${this.#propose}>
          ${hr ? html`<label>${t('agreements.kind')} <select name="kind"><option value="person" ?selected=${x.kind === 'individual'}>${t('agreements.person')}</option><option value="unit" ?selected=${x.kind === 'collective'}>${t('agreements.unit')}</option></select></label>` : nothing}
          <label>${t('agreements.whom')} <input name="whom" list="agreement-units" required></label>
          <datalist id="agreement-units">${[...this.units.values()].map((name) => html`<option value=${say(name)}></option>`)}</datalist>
          ${termsForm(x.terms, limits)}
          <button class="primary">${t('agreements.propose')}</button>
        </form>`)}
        ${outcome(this.said, 'new')}
      </details>`;
  }

  #abroad(people) {
    return html`
      <details><summary>${t('agreements.abroad')} (${number(people.length)})</summary>
        <p class="small">${t('agreements.abroad.lead')}</p>
        ${people.map((a) => html`
          <article class="figure">
            <p><strong>${a.person}</strong> · ${t('telework.abroad', { ...a, residence: stateName(a.residence) })} <strong>${t(`abroad.${a.band}`)}</strong></p>
            ${reasonList(a.reasons)}
            ${a.hints.length ? html`<ul>${a.hints.map((h) => html`<li>${t(`telework.hint.${h}`)}</li>`)}</ul>` : nothing}
          </article>`)}
      </details>`;
  }
}

customElements.define('fe-telework-agreements', TeleworkAgreements);
