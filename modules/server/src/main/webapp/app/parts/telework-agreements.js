/** Telework agreements as HR and the works council keep them; days HR must look at. */
import { act, get, post } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { date, number } from '../i18n.js';
import { termsList } from './telework-terms.js';

const URL = '/api/v1/telework';
const STATES = ['PROPOSED', 'DRAFT', 'AGREED', 'DECLINED', 'REPLACED'];

class TeleworkAgreements extends Loaded {
  static properties = { ...Loaded.properties, said: { state: true }, side: {} };

  async load() {
    const [all, template] = await Promise.all([get(`${URL}/agreements`), get(`${URL}/template`)]);
    const requests = this.side === 'hr' ? (await get(`${URL}/requests`)).requests : [];
    return { ...all, template: template.terms, requests };
  }

  async #do(step, done) {
    this.said = undefined;
    try {
      await step();
      this.said = t(done);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = problem.message;
    }
    await this.reload();
  }

  #say = (a, word, body = {}) =>
    this.#do(() => act('POST', `${URL}/agreements/${a.id}/${word}`, body, `"${a.version}"`), `telework.${word}.done`);

  #furnish = (a) =>
    this.#do(() => act('PUT', `${URL}/agreements/${a.id}/workplace`, { equipped: true, risk_assessed: true }, `"${a.version}"`), 'agreements.furnished');

  #answer = (r, granted) =>
    this.#do(() => act('POST', `${URL}/requests/${encodeURIComponent(r.person)}/${r.date}/answer`, { granted }), 'agreements.answered');

  #propose = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const words = (name) => form.get(name).split(',').map((w) => w.trim()).filter(Boolean);
    return this.#do(() => post(`${URL}/agreements`, {
      [form.get('kind')]: form.get('whom'),
      quota: form.get('quota'),
      days_per_week: Number(form.get('days_per_week')),
      places: words('places'),
      presence: words('presence'),
      notice_days: Number(form.get('notice_days')),
      from: form.get('from') || undefined,
      until: form.get('until') || undefined,
      residence: form.get('residence') || undefined,
    }), 'telework.proposal.done');
  };

  content({ agreements, template, requests }) {
    const sorted = agreements.toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
    return html`
      <section class="card" aria-labelledby="agreements-title">
        <h2 id="agreements-title">${t('agreements.title')}</h2>
        <p>${t(`agreements.lead.${this.side}`)}</p>
        <p role="status">${this.said ?? nothing}</p>
        ${requests.length ? html`<h3>${t('agreements.requests')}</h3><ul>${requests.map((r) => html`
          <li>${r.person} · ${date(r.date)} · ${number(r.minutes)} min
            <button type="button" class="primary" @click=${() => this.#answer(r, true)}>${t('agreements.grant')}</button>
            <button type="button" @click=${() => this.#answer(r, false)}>${t('agreements.deny')}</button></li>`)}</ul>` : nothing}
        ${sorted.length ? sorted.map((a) => this.#one(a)) : html`<p>${t('agreements.none')}</p>`}
        ${this.side === 'hr' ? this.#form(template) : nothing}
      </section>`;
  }

  #one(a) {
    const mine = a.proposer === this.side;
    return html`
      <details>
        <summary>${a.person ?? t('agreements.of.unit', { unit: a.unit })} · ${t(`agreements.state.${a.state}`)}
          ${a.renew && a.state === 'AGREED' ? html` · <strong>${t('telework.renew')}</strong>` : nothing}</summary>
        ${termsList(a.terms)}
        ${a.tried_until ? html`<p>${t('telework.trial', { at: date(a.tried_until) })}</p>` : nothing}
        ${a.last ? html`<p>${t('telework.last', { at: date(a.last) })}</p>` : nothing}
        <p class="actions">
          ${a.state === 'DRAFT' ? html`<button type="button" class="primary" @click=${() => this.#say(a, 'proposal')}>${t('agreements.propose')}</button>` : nothing}
          ${a.state === 'PROPOSED' && !mine ? html`
            <button type="button" class="primary" @click=${() => this.#say(a, 'agreement')}>${t('telework.agree')}</button>
            <button type="button" @click=${() => this.#say(a, 'refusal')}>${t('telework.refuse')}</button>` : nothing}
          ${this.side === 'hr' && ['DRAFT', 'PROPOSED', 'AGREED'].includes(a.state) && !(a.terms.equipped && a.terms.risk_assessed) ? html`
            <button type="button" @click=${() => this.#furnish(a)}>${t('agreements.furnish')}</button>` : nothing}
        </p>
      </details>`;
  }

  #form(terms) {
    return html`
      <details><summary>${t('agreements.new')}</summary>
        <form class="fields" @submit=${this.#propose}>
          <label>${t('agreements.kind')} <select name="kind"><option value="person">${t('agreements.person')}</option><option value="unit">${t('agreements.unit')}</option></select></label>
          <label>${t('agreements.whom')} <input name="whom" required></label>
          <label>${t('terms.quota')} <input name="quota" required value=${terms.quota}></label>
          <label>${t('terms.days_per_week')} <input type="number" name="days_per_week" min="0" max="7" value=${terms.days_per_week}></label>
          <label>${t('terms.presence')} <input name="presence" placeholder="TUE, THU"></label>
          <label>${t('terms.places')} <input name="places" value=${terms.places.join(', ')}></label>
          <label>${t('terms.notice_days')} <input type="number" name="notice_days" min="0" max="90" value=${terms.notice_days}></label>
          <label>${t('terms.from')} <input type="date" name="from" value=${terms.from}></label>
          <label>${t('terms.until')} <input type="date" name="until" value=${terms.until}></label>
          <label>${t('agreements.residence')} <input name="residence" maxlength="2" placeholder="DE"></label>
          <button class="primary">${t('agreements.propose')}</button>
        </form>
      </details>`;
  }
}

customElements.define('fe-telework-agreements', TeleworkAgreements);
