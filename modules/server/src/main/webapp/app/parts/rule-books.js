/** Rule books handed in: what they change, in words, and this side's word on them. */
import { act, get } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { moment, say } from '../i18n.js';

class RuleBooks extends Loaded {
  static properties = { ...Loaded.properties, changes: { state: true }, said: { state: true }, busy: { state: true }, side: {} };

  load = () => get('/api/v1/rule-books');

  /** Reading, compiling and comparing take seconds: say so, and let nobody press twice. */
  async #do(step, done) {
    this.busy = true;
    this.said = t('books.busy');
    try {
      await step();
      this.said = done && t(done);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = problem.message;
    } finally {
      this.busy = false;
    }
  }

  #read = (edition) => this.#do(async () => {
    this.changes = { edition, ...(await get(`/api/v1/rule-books/${edition}/changes`)) };
  });

  #approve = async (edition) => {
    await this.#do(() => act('POST', `/api/v1/rule-books/${edition}/approval`, {}), 'books.approved');
    await this.reload();
  };

  #reject = async (event, edition) => {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason');
    await this.#do(() => act('POST', `/api/v1/rule-books/${edition}/rejection`, { reason }), 'books.rejected');
    await this.reload();
  };

  content({ in_force: inForce, proposals }) {
    return html`
      <section class="card" aria-labelledby="books-title" aria-busy=${this.busy ? 'true' : 'false'}>
        <h2 id="books-title">${t('books.title')}</h2>
        <p>${t('books.lead')}</p>
        <p class="small">${t('books.now')} <code>${inForce.slice(0, 16)}…</code></p>
        <p role="status">${this.said ?? nothing}</p>
        ${proposals.length ? proposals.map((p) => this.#one(p)) : html`<p>${t('books.none')}</p>`}
      </section>`;
  }

  #one(p) {
    return html`
      <article>
        <h3><code>${p.edition.slice(0, 16)}…</code> ${t(`books.state.${p.state}`)}</h3>
        <p>${t('books.from', { at: moment(p.from) })}</p>
        <ul>${['hr', 'council'].map((side) => html`<li>${t(`role.${side}`)}:
          ${p.approvals[side] ? t('open.since', { at: moment(p.approvals[side]) }) : t('open.not')}</li>`)}</ul>
        ${p.rejected ? html`<p>${t(`role.${p.rejected.by}`)}: ${p.rejected.reason}</p>` : nothing}
        <p class="actions"><button type="button" ?disabled=${this.busy} @click=${() => this.#read(p.edition)}>${t('books.read')}</button>
          ${p.state === 'waiting' && !p.approvals[this.side]
            ? html`<button type="button" class="primary" ?disabled=${this.busy} @click=${() => this.#approve(p.edition)}>${t('books.approve')}</button>` : nothing}</p>
        ${this.changes?.edition === p.edition ? html`<ul>${this.changes.changes.map((c) => html`<li>${say(c)}</li>`)}</ul>` : nothing}
        ${p.state === 'waiting' && !p.approvals[this.side] ? html`
          <form @submit=${(e) => this.#reject(e, p.edition)}>
            <label>${t('books.reason')} <input name="reason" required maxlength="500"></label>
            <button ?disabled=${this.busy}>${t('books.reject')}</button></form>` : nothing}
      </article>`;
  }
}

customElements.define('fe-rule-books', RuleBooks);
