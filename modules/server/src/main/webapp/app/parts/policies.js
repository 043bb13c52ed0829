/** The editions of the service agreement: what holds, what is proposed, and what a side says of it under its signature. */
import { repeat } from 'lit-html/directives/repeat.js';
import { act, get, post, put } from '../api.js';
import { Loaded, conflictCard, html, nothing, outcome, t } from '../element.js';
import { date, moment, say } from '../i18n.js';
import { declare, fingerprintOf, save, wording } from '../signing.js';
import { apart, changedLines, marked } from './changed-lines.js';
import { changeLists } from './policy-draft.js';
import './file-field.js';

const POLICIES = '/api/v1/policies';

/** What a step returns that leaves a choice to the reader. */
const UNDONE = Symbol('undone');

/** A whole document in words, chapter by chapter. */
const inWords = (chapters) => chapters.map(({ title, lines }) => html`
  <h4>${say(title)}</h4>
  <dl>${lines.map((line) => html`<dt>${say(line.title)}</dt><dd>${say(line.value)}</dd>`)}</dl>`);

class Policies extends Loaded {
  static properties = { ...Loaded.properties, said: { state: true }, busy: { state: true }, opened: { state: true }, opening: { state: true }, conflict: { state: true }, side: {} };

  #declared = () => this.reload();

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('fe-declared', this.#declared);
  }

  disconnectedCallback() {
    window.removeEventListener('fe-declared', this.#declared);
    super.disconnectedCallback();
  }

  async load() {
    const [policies, drafts] = await Promise.all([get(POLICIES), this.side === 'hr' ? get(`${POLICIES}/drafts`) : { drafts: [] }]);
    const known = this.data?.drafts.map(({ id }) => id) ?? []; // what was kept last does not change places under the writer's hands
    const fresh = drafts.drafts.filter(({ id }) => !known.includes(id));
    return { ...policies, drafts: [...known.flatMap((id) => drafts.drafts.filter((d) => d.id === id)), ...fresh] };
  }

  get signs() {
    return this.side === 'hr' || this.side === 'council';
  }

  /** Busy until what stands here is what is kept: a version read before would be refused. What came of it is said at `place`. */
  async #do(place, step, done) {
    this.busy = true;
    this.said = undefined;
    try {
      if ((await step()) !== UNDONE && done) this.said = { place, text: t(done, { side: this.side }) };
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = { place, text: problem.message, refused: true };
    } finally {
      await this.reload();
      this.busy = false;
    }
    if (this.opened) await this.#open(this.opened.row.edition);
  }

  /** What reads differently is there at once; every decision is compared the first time somebody asks, and follows. */
  async #open(edition) {
    this.opening = edition;
    try {
      await this.#read(edition);
    } finally {
      this.opening = undefined;
    }
    this.#decided(edition);
  }

  async #decided(edition) {
    const one = this.opened;
    try {
      const { decisions } = await get(`${POLICIES}/${edition}/decisions`);
      if (this.opened === one) this.opened = { ...one, decisions };
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (this.opened === one) this.opened = { ...one, problem };
    }
  }

  async #read(edition) {
    const one = await get(`${POLICIES}/${edition}`);
    const before = one.row.previous && this.data.editions.some((e) => e.edition === one.row.previous)
      ? (await get(`${POLICIES}/${one.row.previous}`)).text : '';
    this.opened = { ...one, lines: changedLines(before, one.text) };
  }

  /** Signed here, or handed out as a text to be signed elsewhere. */
  #sign = (event, matters, place) => {
    event.preventDefault();
    const form = event.target;
    const fields = new FormData(form);
    const offline = event.submitter?.value === 'offline';
    return this.#do(place, async () => {
      const all = await matters(fields);
      if (offline) for (const matter of all) save(`${matter.kind}.json`, (await wording(matter)).text);
      else await declare(all, fields.get('passphrase'));
      form.reset();
    }, offline ? 'sign.saved' : 'sign.done');
  };

  #signer = (button) => html`
    <label>${t('sign.passphrase')} <input name="passphrase" type="password" autocomplete="off"></label>
    <p class="actions"><button class="primary" ?disabled=${this.busy}>${button}</button>
      <button value="offline" ?disabled=${this.busy}>${t('sign.offline')}</button></p>`;

  content(data) {
    const { governed, reporting, suspended, warnings, editions, in_force: inForce, after_effect: after } = data;
    return html`
      <section class="card" aria-labelledby="policies-title" aria-busy=${this.busy ? 'true' : 'false'}>
        <h2 id="policies-title">${t('policies.title')}</h2>
        <p>${t('policies.lead')}</p>
        <p id="policies-now"><strong>${governed ? (inForce ? t(after ? 'policies.after-effect' : 'policies.now', { n: editions.find((e) => e.edition === inForce)?.number ?? '–' }) : t('policies.built-in')) : t('policies.sample')}</strong>
          ${governed ? t(reporting ? 'policies.reporting' : 'policies.no-reporting') : nothing}</p>
        ${suspended.map((side) => html`<p class="problem">${t('policies.suspended', { side: t(`role.${side}`) })}</p>`)}
        ${warnings.map((w) => html`<p class="problem" role="alert">${t(`policies.warning.${w.kind}`, { day: date(w.since) })}</p>`)}
        ${this.signs && governed ? this.#running(suspended, editions.find((e) => e.edition === inForce)) : nothing}
        ${editions.length ? repeat(editions, ({ edition }) => edition, (e) => this.#edition(e)) : html`<p>${t('policies.none')}</p>`}
        ${this.side === 'hr' ? this.#drafts(data) : nothing}
      </section>`;
  }

  #running(suspended, current) {
    const lifting = suspended.includes(this.side);
    return html`
      <details><summary>${t(lifting ? 'policies.resume' : 'policies.suspend')}</summary>
        <form @submit=${(e) => this.#sign(e, (f) => [lifting ? { kind: 'resumption' } : { kind: 'suspension', reason: f.get('reason') }], 'suspend')}>
          ${lifting ? nothing : html`<label>${t('policies.reason')} <input name="reason" required maxlength="4000"></label>`}
          ${this.#signer(t(lifting ? 'policies.resume' : 'policies.suspend'))}
          ${outcome(this.said, 'suspend')}
        </form></details>
      ${current ? html`<details><summary>${t('policies.terminate')}</summary>
        <form @submit=${(e) => this.#sign(e, (f) => [{ kind: 'termination', edition: current.edition, ends: f.get('ends'), reason: f.get('reason') }], 'terminate')}>
          <p>${t('policies.notice')}</p>
          <label>${t('policies.ends')} <input name="ends" type="date" required></label>
          <label>${t('policies.reason')} <input name="reason" required maxlength="4000"></label>
          ${this.#signer(t('policies.terminate'))}
          ${outcome(this.said, 'terminate')}
        </form></details>` : nothing}`;
  }

  #edition(e) {
    const open = this.opened?.row.edition === e.edition;
    return html`
      <article id=${e.edition} data-edition=${e.edition} data-state=${e.state} @fe-wanted=${() => (open ? undefined : this.#do(e.edition, () => this.#open(e.edition)))}>
        <h3>${t('policies.number', { n: e.number })}: ${t(`policies.state.${e.state}`)} <code class="small" title=${e.edition}>${e.edition.slice(0, 16)}…</code></h3>
        <p>${t('policies.from', { day: date(e.from) })}
          ${e.consultation ? t('policies.until', { day: date(e.consultation) }) : nothing}
          ${e.signed ? t('policies.signed', { at: moment(e.signed) }) : nothing}
          ${e.ends ? t('policies.ending', { day: date(e.ends) }) : nothing}</p>
        ${e.rejected ? html`<p>${t(`role.${e.rejected.by}`)}: ${e.rejected.reason}</p>` : nothing}
        ${e.papers.map((p) => html`<p class="small">${t('policies.paper', { number: p.number, day: date(p.resolved) })} <code>${p.agreement.slice(0, 16)}…</code></p>`)}
        <p class="actions"><button type="button" @click=${() => (open ? (this.opened = undefined) : this.#do(e.edition, () => this.#open(e.edition)))} aria-expanded=${open}>${t(this.side === 'council' && e.state === 'proposed' && !open ? 'policies.read.sign' : 'policies.read')}</button>
          ${this.signs ? ['pdf', 'html', 'comments.csv'].map((form) => html`
            <a class="button" href="${POLICIES}/${e.edition}/${form}?language=${document.documentElement.lang}" download>${t(`policies.show.${form}`)}</a>`) : nothing}</p>
        ${this.opening === e.edition && !open ? html`<p class="loading" role="status">${t('policies.opening')}</p>` : nothing}
        ${open ? this.#opened(e) : nothing}
        ${open || this.said?.place === e.edition ? outcome(this.said, e.edition) : nothing}
      </article>`;
  }

  #opened(e) {
    const { comments, lines, parameters, text, words } = this.opened;
    const waits = e.state === 'proposed' || e.state === 'consultation';
    return html`
      <div class="changes">${parameters ? changeLists(this.opened) : html`<p>${t('policies.unreadable')}</p>`}</div>
      <details class="whole"><summary>${t('policies.whole.words')}</summary>${words ? inWords(words) : html`<p>${t('policies.unreadable')}</p>`}</details>
      <details><summary>${t('policies.difference')}</summary>
      <pre class="scroll" tabindex="0">${marked(lines)}</pre></details>
      <p class="actions"><button type="button" class="document" @click=${() => save(`feierabend-edition-${e.number}.yaml`, text)}>${t('policies.download')}</button></p>
      ${this.signs && waits ? html`<fe-policy-trials .policy=${this.opened.text}></fe-policy-trials>` : nothing}
      ${comments.length ? html`<h4>${t('policies.comments')}</h4>` : nothing}
      ${comments.map((c) => html`<p>${date(c.on)} ${c.by ?? t('policies.nobody')}: ${c.text}${c.answer ? html`<br>${t('policies.answer')}: ${c.answer}` : nothing}</p>`)}
      ${this.side === 'employee' && e.state === 'consultation' ? this.#comment(e) : nothing}
      ${this.side === 'council' && e.state === 'proposed' ? this.#approve(e, comments) : nothing}
      ${this.signs && waits ? this.#reject(e, comments) : nothing}
      ${this.side === 'council' && e.signed ? this.#attach(e) : nothing}`;
  }

  #answers = (comments, fields) => Object.fromEntries(comments.map((c) => [c.id, fields.get(`answer-${c.id}`)]).filter(([, a]) => a));

  #answering = (comments) => comments.filter((c) => !c.answer).map((c) => html`
    <label>${t('policies.answer-to', { text: c.text })} <input name="answer-${c.id}" maxlength="4000"></label>`);

  #approve(e, comments) {
    return html`
      <form class="approve" @submit=${(event) => this.#sign(event, (f) => [{ kind: 'approval', edition: e.edition, answers: this.#answers(comments, f) }], e.edition)}>
        <h4>${t('policies.approve')}</h4>
        <p>${t('policies.approve.note')}</p>
        ${this.#answering(comments)}
        ${this.#signer(t('policies.approve'))}
      </form>`;
  }

  #reject(e, comments) {
    return html`
      <details><summary>${t(this.side === 'hr' ? 'policies.take-back' : 'policies.reject')}</summary>
        <form class="reject" @submit=${(event) => this.#sign(event, (f) => [{ kind: 'rejection', edition: e.edition, reason: f.get('reason'), answers: this.#answers(comments, f) }], e.edition)}>
          <label>${t('policies.reason')} <input name="reason" required maxlength="4000"></label>
          ${this.side === 'council' ? this.#answering(comments) : nothing}
          ${this.#signer(t(this.side === 'hr' ? 'policies.take-back' : 'policies.reject'))}
        </form></details>`;
  }

  #attach(e) {
    return html`
      <details><summary>${t('policies.attach')}</summary>
        <form class="attach" @submit=${(event) => this.#sign(event, async (f) => [{
          kind: 'attachment', edition: e.edition, agreement: await fingerprintOf(f.get('file')), resolved: f.get('resolved'), number: f.get('number') }], e.edition)}>
          <p>${t('policies.attach.note')}</p>
          <label>${t('policies.file')} <fe-file name="file" accept="application/pdf" required></fe-file></label>
          <label>${t('policies.resolved')} <input name="resolved" type="date" required></label>
          <label>${t('policies.resolution')} <input name="number" required maxlength="200"></label>
          ${this.#signer(t('policies.attach'))}
        </form></details>`;
  }

  #comment(e) {
    return html`
      <form @submit=${(event) => {
        event.preventDefault();
        const f = new FormData(event.target);
        this.#do(e.edition, () => act('POST', `${POLICIES}/${e.edition}/comments`, { text: f.get('text'), named: f.get('named') === 'on' }), 'policies.commented');
        event.target.reset();
      }}>
        <label>${t('policies.comment')} <textarea name="text" required maxlength="2000" rows="3"></textarea></label>
        <label><input name="named" type="checkbox"> ${t('policies.named')}</label>
        <p class="small">${t('policies.anonymous')}</p>
        <button ?disabled=${this.busy}>${t('policies.send')}</button>
      </form>`;
  }

  /** Of the version that was read: who else keeps the same draft loses nothing. */
  #keep(d, text) {
    this.conflict = undefined;
    return this.#do(d.id, async () => {
      try {
        await put(`${POLICIES}/drafts/${d.id}`, { text }, `"${d.version}"`);
      } catch (problem) {
        if (problem.status !== 412) throw problem;
        this.conflict = { id: d.id, text, version: d.version }; // whose card says it all
        return UNDONE;
      }
      return undefined;
    }, 'policies.kept');
  }

  /** Once what somebody else saved is read. */
  #conflict(d, mine) {
    return conflictCard(
      () => { this.conflict = undefined; },
      () => this.#keep(d, mine),
      apart(d.text, mine));
  }

  #drafts({ drafts, earliest }) {
    return html`
      <h3>${t('policies.drafts')}</h3>
      ${repeat(drafts, ({ id }) => id, (d) => html`
        <article class="figure" data-draft=${d.id}>
          <fe-policy-draft .text=${this.conflict?.id === d.id ? this.conflict.text : d.text} .kept=${d.text} .busy=${this.busy}
            .said=${outcome(this.said, d.id)} .earliest=${earliest}
            .conflict=${this.conflict?.id === d.id && this.conflict.version !== d.version ? this.#conflict(d, this.conflict.text) : undefined}
            @fe-draft-keep=${(e) => this.#keep(d, e.detail)}
            @fe-draft-drop=${() => this.#do('new', () => act('DELETE', `${POLICIES}/drafts/${d.id}`, undefined, `"${d.version}"`), 'policies.dropped')}></fe-policy-draft>
          ${d.complaints.length ? nothing : html`
            <form class="propose" @submit=${(e) => this.#sign(e, (f) => [{ kind: 'proposal', draft: d.id, ...(f.get('consultation') ? { consultation: f.get('consultation') } : {}) }], `propose ${d.id}`)}>
              <label>${t('policies.consult')} <input name="consultation" type="date"></label>
              ${this.#signer(t('policies.propose'))}
              ${outcome(this.said, `propose ${d.id}`)}
            </form>`}
        </article>`)}
      <p class="actions"><button type="button" id="new-draft" ?disabled=${this.busy} @click=${() => this.#do('new', () => post(`${POLICIES}/drafts`, { text: this.opened ? beginning(this.opened.text, earliest) : model() }), 'policies.kept')}>${t('policies.new')}</button>
        <span class="small">${t('policies.new.note')}</span></p>
      ${outcome(this.said, 'new')}`;
  }
}

/** The same from the first day on that can be proposed, where it began before. */
const beginning = (text, earliest) => text.replace(/^(from:\s*)"?(\d{4}-\d\d-\d\d)"?/m, (line, key, from) => (from < earliest ? key + earliest : line));

/** A whole document that holds a month from now, to begin with. */
const model = () => `name: agreement
from: ${new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)}
zone: Europe/Berlin
municipality: "09564000"
windows: { MON-FRI: "07:00-19:00" }
frame: { MON-FRI: "06:00-20:00" }
core: { MON-FRI: "09:00-15:00" }
mail: hold
compensatory-rest: false
stand-by-is-work: false
away: { mail: deliver, chat: deliver, call: deliver, calendar: deliver }
k: 20
rho-year: "1"
telework-percent: 40
`;

customElements.define('fe-policies', Policies);
