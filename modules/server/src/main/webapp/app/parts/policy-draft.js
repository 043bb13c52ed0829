/** A draft beside its text: as a form, checked with each change; what it would change, in sentences; what it would have made of many contacts. */
import { get, post, postFile } from '../api.js';
import { Loaded, html, nothing, problemCard, t } from '../element.js';
import { say } from '../i18n.js';
import './policy-form.js';
import './policy-trials.js';

const POLICY = '/api/v1/policy';

const check = (text, type) => postFile(`${POLICY}/check`, text, type);

/** What one edition changes against another, in sentences: of the document, and of decisions. */
export const changeLists = ({ parameters, decisions }) => {
  const list = (sentences) => html`<ul>${sentences.map((s) => html`<li>${say(s)}</li>`)}</ul>`;
  return parameters.length + decisions.length === 0 ? html`<p>${t('policy.same')}</p>`
    : html`<h4>${t('policy.changes')}</h4>${list(parameters)}${decisions.length ? html`<h4>${t('policy.decisions')}</h4>${list(decisions)}` : nothing}`;
};

class PolicyDraft extends Loaded {
  static properties = {
    ...Loaded.properties, text: {}, values: { state: true }, complaints: { state: true },
    changes: { state: true }, refused: { state: true },
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
    this.data = undefined; // nothing to press until the new one is read
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

  content({ schema }) {
    if (!this.values) return html`<p class="small">${t('policy.unreadable')}</p>`;
    return html`
      <details><summary>${t('policy.form')}</summary>
        <fe-policy-form .schema=${schema} .value=${this.values} .complaints=${this.complaints} @fe-policy-changed=${this.#changed}></fe-policy-form>
      </details>
      <p class="actions">
        <button type="button" class="compare" @click=${this.#compare}>${t('policy.compare')}</button>
      </p>
      <div role="status">${this.changes ? changeLists(this.changes) : nothing}</div>
      <fe-policy-trials .policy=${this.values}></fe-policy-trials>
      ${this.refused ? problemCard(this.refused) : nothing}`;
  }
}

customElements.define('fe-policy-draft', PolicyDraft);
