/** A draft beside its text: as a form, checked with each change; what it would change, in sentences; what it would have made of many contacts. */
import { get, post, postFile } from '../api.js';
import { Loaded, html, nothing, problemCard, t } from '../element.js';
import { say } from '../i18n.js';
import './policy-form.js';

const POLICY = '/api/v1/policy';
const AGAIN = 500;
const TRIAL = { traffic: 'generated', people: 200, days: 182, each: 1000, seed: 1 };

const check = (text, type) => postFile(`${POLICY}/check`, text, type);

class PolicyDraft extends Loaded {
  static properties = {
    ...Loaded.properties, text: {}, values: { state: true }, complaints: { state: true },
    changes: { state: true }, run: { state: true }, refused: { state: true },
  };

  async load() {
    const [schema, checked] = await Promise.all([get(`${POLICY}/schema`), check(this.text, 'application/yaml')]);
    this.values = checked.values;
    return { schema };
  }

  /** The text was kept anew: what was said of the one before no longer holds. */
  updated(changed) {
    if (changed.get('text') === undefined) return;
    this.changes = undefined;
    this.complaints = undefined;
    this.run = undefined;
    this.reload();
  }

  /** The text is what is kept and signed; the form writes it anew once nothing is wrong. */
  #changed = async ({ detail }) => {
    this.values = detail;
    const checked = await check(JSON.stringify(detail), 'application/json');
    this.complaints = checked.complaints ?? [];
    this.changes = undefined;
    if (checked.valid) this.dispatchEvent(new CustomEvent('fe-policy-text', { detail: checked.yaml }));
  };

  async #try(action) {
    this.refused = undefined;
    try {
      await action();
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.refused = problem;
    }
  }

  #compare = () => this.#try(async () => {
    this.changes = await post(`${POLICY}/difference`, { after: this.values });
  });

  #dryRun = () => this.#try(async () => {
    this.run = await post(`${POLICY}/dry-runs`, { policy: this.values, ...TRIAL });
    while (this.isConnected && ['running', 'waiting'].includes(this.run.state)) {
      await new Promise((later) => setTimeout(later, AGAIN));
      this.run = await get(`${POLICY}/dry-runs/${this.run.id}`);
    }
  });

  content({ schema }) {
    if (!this.values) return html`<p class="small">${t('policy.unreadable')}</p>`;
    return html`
      <details><summary>${t('policy.form')}</summary>
        <fe-policy-form .schema=${schema} .value=${this.values} .complaints=${this.complaints} @fe-policy-changed=${this.#changed}></fe-policy-form>
      </details>
      <p class="actions">
        <button type="button" class="compare" @click=${this.#compare}>${t('policy.compare')}</button>
        <button type="button" class="dry-run" ?disabled=${this.run?.state === 'running'} @click=${this.#dryRun}>${t('policy.dry-run')}</button>
      </p>
      <div role="status">${this.changes ? this.#changes() : nothing}${this.run ? this.#progress() : nothing}</div>
      ${this.refused ? problemCard(this.refused) : nothing}`;
  }

  #changes() {
    const { parameters, decisions } = this.changes;
    const list = (sentences) => html`<ul>${sentences.map((s) => html`<li>${say(s)}</li>`)}</ul>`;
    return parameters.length + decisions.length === 0 ? html`<p>${t('policy.same')}</p>`
      : html`<h4>${t('policy.changes')}</h4>${list(parameters)}${decisions.length ? html`<h4>${t('policy.decisions')}</h4>${list(decisions)}` : nothing}`;
  }

  #progress() {
    const { percent, state, report } = this.run;
    if (state !== 'done') return html`<label>${t('policy.running')} <progress max="100" value=${percent ?? 0}></progress></label>`;
    return html`<h4>${t('policy.trial')}</h4>${report.sentences.map((s) => html`<p>${say(s)}</p>`)}<p class="small">${t('policy.trial.note')}</p>`;
  }
}

customElements.define('fe-policy-draft', PolicyDraft);
