/** Rule books handed in: what they change, in words, and this side's word on them. */
import { get, postFile } from '../api.js';
import { Loaded, html, nothing, outcome, t } from '../element.js';
import { moment, say } from '../i18n.js';
import { declare } from '../signing.js';
import './file-field.js';

const AGAIN = 2_000;

/** "town, works council" of "town council". */
const sideOf = (who) => who.replace(/^(\S+) (\S+)$/, (_, employer, side) => `${employer}, ${t(`role.${side}`)}`);

class RuleBooks extends Loaded {
  static properties = { ...Loaded.properties, changes: { state: true }, said: { state: true }, busy: { state: true }, side: {} };

  #asking;

  load = () => get('/api/v1/rule-books');

  disconnectedCallback() {
    clearTimeout(this.#asking);
    super.disconnectedCallback();
  }

  /** Asks again while one is being proved. */
  updated() {
    clearTimeout(this.#asking);
    if (this.data?.proofs.some((p) => p.state === 'proving')) this.#asking = setTimeout(() => this.reload(), AGAIN);
  }

  #handIn = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const from = encodeURIComponent(new Date(form.get('from')).toISOString());
    return this.#do('hand-in', async () => {
      await postFile(`/api/v1/rule-books?from=${from}`, form.get('file'), 'application/zip');
      event.target.reset();
      await this.reload();
    }, 'books.taken');
  };

  /** Reading, compiling and comparing take seconds: say so, and let nobody press twice. */
  async #do(place, step, done) {
    this.busy = true;
    this.said = { place, text: t('books.busy') };
    try {
      await step();
      this.said = done && { place, text: t(done) };
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = { place, text: problem.message, refused: true };
    } finally {
      this.busy = false;
    }
  }

  #read = (edition) => this.#do(edition, async () => {
    this.changes = { edition, ...(await get(`/api/v1/rule-books/${edition}/changes`)) };
  });

  #sign = async (event, edition) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const rejected = event.submitter?.value === 'reject' ? form.get('reason') : undefined;
    await this.#do(
      edition, () => declare([{ kind: 'rule-book', rules: edition, rejected }], form.get('passphrase')), rejected === undefined ? 'books.approved' : 'books.rejected');
    await this.reload();
  };

  content({ in_force: inForce, proposals, proofs }) {
    return html`
      <section class="card" aria-labelledby="books-title" aria-busy=${this.busy ? 'true' : 'false'}>
        <h2 id="books-title">${t('books.title')}</h2>
        <p>${t('books.lead')}</p>
        <p class="small">${t('books.now')} <code>${inForce.slice(0, 16)}…</code></p>
        ${proofs.map((p) => this.#proof(p))}
        ${this.side === 'operator' ? this.#form() : nothing}
        ${proposals.length ? proposals.map((p) => this.#one(p)) : html`<p>${t('books.none')}</p>`}
      </section>`;
  }

  #proof(p) {
    const place = (f) => (f.file ? `${f.file}${f.line ? `:${f.line}` : ''}: ` : '');
    return html`
      <article data-proof=${p.state}>
        <h3>${t(`books.proof.${p.state}`)}</h3>
        <p>${t('books.handed-in', { at: moment(p.asked) })} ${t('books.from', { at: moment(p.from) })}</p>
        ${p.faults.length ? html`<ul>${p.faults.map((f) => html`<li><code>${place(f)}</code>${f.reason}</li>`)}</ul>` : nothing}
      </article>`;
  }

  #form() {
    return html`
      <form @submit=${this.#handIn}>
        <label>${t('books.file')} <fe-file name="file" accept="application/zip,.zip" required></fe-file></label>
        <label>${t('books.from-when')} <input name="from" type="datetime-local" required></label>
        <button ?disabled=${this.busy}>${t('books.hand-in')}</button>
        ${outcome(this.said, 'hand-in')}
      </form>`;
  }

  #one(p) {
    return html`
      <article>
        <h3><code>${p.edition.slice(0, 16)}…</code> ${t(`books.state.${p.state}`)}</h3>
        <p>${t('books.from', { at: moment(p.from) })}</p>
        <ul>${this.side === 'operator' ? Object.entries(p.approvals).map(([who, at]) => html`<li>${sideOf(who)}: ${moment(at)}</li>`) : ['hr', 'council'].map((side) => html`<li>${t(`role.${side}`)}:
          ${p.approvals[side] ? t('open.since', { at: moment(p.approvals[side]) }) : t('open.not')}</li>`)}</ul>
        ${p.rejected ? html`<p>${t(`role.${p.rejected.by}`)}: ${p.rejected.reason}</p>` : nothing}
        <p class="actions"><button type="button" ?disabled=${this.busy} @click=${() => this.#read(p.edition)}>${t('books.read')}</button></p>
        ${this.changes?.edition === p.edition ? html`<ul>${this.changes.changes.map((c) => html`<li>${say(c)}</li>`)}</ul>` : nothing}
        ${p.state === 'waiting' && this.side !== 'operator' && !p.approvals[this.side] ? html`
          <form @submit=${(e) => this.#sign(e, p.edition)}>
            <label>${t('sign.passphrase')} <input name="passphrase" type="password" autocomplete="off" required></label>
            <label>${t('books.reason')} <input name="reason" maxlength="500"></label>
            <p class="actions"><button class="primary" ?disabled=${this.busy}>${t('books.approve')}</button>
              <button value="reject" ?disabled=${this.busy}>${t('books.reject')}</button></p></form>` : nothing}
        ${outcome(this.said, p.edition)}
      </article>`;
  }
}

customElements.define('fe-rule-books', RuleBooks);
