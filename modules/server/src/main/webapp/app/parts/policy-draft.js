/** A draft as a form and, beside it, as its text: one follows the other, and each change is checked. What it would change, and what it would do. */
import { get, post, postFile } from '../api.js';
import { Loaded, html, nothing, problemCard, t } from '../element.js';
import { date, language, say } from '../i18n.js';
import './policy-form.js';
import './policy-trials.js';

const POLICY = '/api/v1/policy';
const PAUSE = 400; // of whoever types

/** From here on form and text stand side by side; below, the text is folded away. */
const WIDE = matchMedia('(min-width: 60rem)');

const check = (text, type) => postFile(`${POLICY}/check`, text, type);

/** What one edition changes against another, in sentences: of the document, and of decisions, which come later. */
export const changeLists = ({ parameters, decisions, problem }) => {
  const list = (sentences) => html`<ul>${sentences.map((s) => html`<li>${say(s)}</li>`)}</ul>`;
  if (decisions && parameters.length + decisions.length === 0) return html`<p>${t('policy.same')}</p>`;
  return html`${parameters.length ? html`<h4>${t('policy.changes')}</h4>${list(parameters)}` : nothing}
    ${decisions ? (decisions.length ? html`<h4>${t('policy.decisions')}</h4>${list(decisions)}` : nothing)
      : html`<h4>${t('policy.decisions')}</h4><p>${problem ? problem.message : t('policy.comparing')}</p>`}`;
};

class PolicyDraft extends Loaded {
  /** It begins with `text`; `said`: what came of the last keeping; `earliest`: the first day it can be proposed for; `touched`: what stands here is not what is kept. */
  static properties = {
    ...Loaded.properties, text: {}, kept: {}, conflict: {}, said: {}, earliest: {}, busy: {}, touched: { type: Boolean, reflect: true }, written: { state: true }, values: { state: true },
    complaints: { state: true }, notes: { state: true }, checking: { state: true }, changes: { state: true }, refused: { state: true },
  };

  #again = () => this.requestUpdate();
  #typing;
  #asked = 0;
  #said; // what was last to be kept
  #since = false; // whether something was written after that
  #filled;

  connectedCallback() {
    super.connectedCallback();
    WIDE.addEventListener('change', this.#again);
  }

  disconnectedCallback() {
    WIDE.removeEventListener('change', this.#again);
    clearTimeout(this.#typing);
    super.disconnectedCallback();
  }

  async load() {
    this.written = this.text;
    const [schema] = await Promise.all([get(`${POLICY}/schema`), this.#check(this.text, 'application/yaml')]);
    return { schema };
  }

  willUpdate(changed) {
    const typedOn = this.#since && this.text === this.#said; // while it was being kept
    if (changed.has('text') && changed.get('text') !== undefined && !typedOn) this.#write(this.text, 0);
    this.touched = this.written !== undefined && this.written !== this.kept;
  }

  /** Only the last question counts. What cannot be read leaves the form as it was, and says so. */
  async #check(text, type) {
    const asked = ++this.#asked;
    this.checking = true;
    this.changes = undefined;
    const checked = await check(text, type);
    if (asked !== this.#asked) return undefined;
    this.checking = false;
    this.complaints = checked.complaints ?? [];
    this.notes = checked.notes ?? [];
    this.values = checked.values ?? this.values;
    return checked;
  }

  /** In the text: the form follows. */
  #type = (e) => {
    this.#since = true;
    this.#write(e.target.value, PAUSE);
  };

  #write(text, pause) {
    this.written = text;
    this.checking = true;
    this.#asked++; // what is asked already is of another text
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#try(() => this.#check(text, 'application/yaml')), pause);
  }

  /** In the form: the text is written anew. */
  #fill = ({ detail }) => {
    clearTimeout(this.#typing);
    this.#since = true;
    this.values = detail;
    this.#filled = this.#try(async () => {
      const checked = await this.#check(JSON.stringify(detail), 'application/json');
      if (checked?.yaml) this.written = checked.yaml;
    });
  };

  async #try(action) {
    this.refused = undefined;
    try {
      await action();
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.checking = false;
      this.refused = problem;
    }
  }

  #compare = () => this.#try(async () => {
    const asked = this.#asked;
    const after = this.values;
    this.changes = await post(`${POLICY}/difference?decisions=false`, { after });
    const changes = await post(`${POLICY}/difference`, { after });
    if (asked === this.#asked) this.changes = changes;
  });

  async #say(what) {
    await this.#filled; // the text is what is kept
    this.#said = this.written;
    this.#since = false;
    this.dispatchEvent(new CustomEvent(`fe-draft-${what}`, { detail: this.written }));
  }

  content({ schema }) {
    const wait = this.checking || this.complaints.length > 0;
    return html`
      <div class="draft">
        <div>${this.values
          ? html`<fe-policy-form .schema=${schema} .value=${this.values} .complaints=${this.complaints} @fe-policy-changed=${this.#fill}></fe-policy-form>`
          : html`<p class="small">${t('policy.unreadable')}</p>`}</div>
        <details class="document" ?open=${WIDE.matches}><summary>${t('policies.document')}</summary>
          <textarea name="text" rows="24" spellcheck="false" aria-label=${t('policies.document')}
            .value=${this.written} @input=${this.#type}></textarea></details>
      </div>
      ${this.conflict ?? nothing}
      <div role="status">${this.#checked(schema)}</div>
      <p class="actions">
        <button type="button" class="keep primary" ?disabled=${this.busy} @click=${() => this.#say('keep')}>${t('windows.save')}</button>
        <button type="button" class="drop" ?disabled=${this.busy} @click=${() => this.#say('drop')}>${t('policies.drop')}</button>
        <button type="button" class="compare" ?disabled=${wait} @click=${this.#compare}>${t('policy.compare')}</button>
      </p>
      ${this.said ?? nothing}
      <div role="status" class="changes">${this.changes ? changeLists(this.changes) : nothing}</div>
      <fe-policy-trials .policy=${this.values} .wait=${wait}></fe-policy-trials>
      ${this.refused ? problemCard(this.refused) : nothing}`;
  }

  #checked(schema) {
    if (this.complaints.length)
      return html`<ul class="problem">${this.complaints.map((c) => html`<li>${named(schema, c.path)} ${say(c.what)}${c.article ? ` (${c.article})` : ''}</li>`)}</ul>`;
    const from = this.values?.from;
    return html`${from ? html`<p>${t('policies.whole', { day: date(from) })}</p>` : nothing}
      ${from < this.earliest ? html`<div class="notice"><p>${t('policies.too-early', { day: date(this.earliest) })}</p>
        <p class="actions"><button type="button" class="earliest" @click=${() => this.#fill({ detail: { ...this.values, from: this.earliest } })}>${t('policies.earliest', { day: date(this.earliest) })}</button></p></div>` : nothing}
      ${this.notes.map((note) => html`<p class="small">${say(note)}</p>`)}
      ${this.touched ? html`<p>${t('policies.touched')}</p>` : nothing}`;
  }
}

/** What the schema calls a key of a document. */
function named(schema, path) {
  const key = schema.properties[path.split('/')[1]];
  const title = (language() === 'de' ? key?.['x-de']?.title : key?.title) ?? path;
  return title ? html`<strong>${title}:</strong>` : nothing;
}

customElements.define('fe-policy-draft', PolicyDraft);
