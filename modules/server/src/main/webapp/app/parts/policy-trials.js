/** What a document nobody has signed would do: to the examples of the rule book, and to many contacts. */
import { get, post } from '../api.js';
import { Element, html, nothing, problemCard, t } from '../element.js';
import { number, say } from '../i18n.js';
import { told } from '../words.js';

const POLICY = '/api/v1/policy';
const AGAIN = 500;
const TRIAL = { traffic: 'generated', people: 200, days: 182, each: 1000, seed: 1 };

class PolicyTrials extends Element {
  /** `policy` is a document's text, or its values; `wait`: it is not to be tried now. */
  static properties = { policy: {}, wait: {}, run: { state: true }, examples: { state: true }, busy: { state: true }, refused: { state: true } };

  /** What was said of another document no longer holds. */
  willUpdate(changed) {
    if (!changed.has('policy') || this.busy) return;
    this.run = undefined;
    this.examples = undefined;
  }

  async #try(action) {
    this.refused = undefined;
    this.busy = true;
    try {
      await action();
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.refused = problem;
    } finally {
      this.busy = false;
    }
  }

  #scenarios = () => this.#try(async () => {
    this.examples = await post(`${POLICY}/scenarios`, { policy: this.policy });
  });

  #dryRun = () => this.#try(async () => {
    this.run = await post(`${POLICY}/dry-runs`, { policy: this.policy, ...TRIAL });
    while (this.isConnected && ['running', 'waiting'].includes(this.run.state)) {
      await new Promise((later) => setTimeout(later, AGAIN));
      this.run = await get(`${POLICY}/dry-runs/${this.run.id}`);
    }
  });

  render() {
    return html`
      <p class="actions">
        <button type="button" class="dry-run" ?disabled=${this.busy || this.wait} @click=${this.#dryRun}>${t('policy.dry-run')}</button>
        <button type="button" class="scenarios" ?disabled=${this.busy || this.wait} @click=${this.#scenarios}>${t('policy.scenarios')}</button>
      </p>
      <div role="status">${this.run ? this.#progress() : nothing}${this.examples ? this.#tried(this.examples) : nothing}</div>
      ${this.refused ? problemCard(this.refused) : nothing}`;
  }

  #progress() {
    const { percent, state, report } = this.run;
    if (state !== 'done') return html`<label>${t('policy.running')} <progress max="100" value=${percent ?? 0}></progress></label>`;
    return html`<h4>${t('policy.trial')}</h4>${report.sentences.map((s) => html`<p>${say(s)}</p>`)}<p class="small">${t('policy.trial.note')}</p>`;
  }

  #tried({ changed, scenarios }) {
    return html`<h4>${t('policy.examples')}</h4>
      <p class="tried">${t('policy.tried', { n: number(changed), all: number(scenarios.length) })}</p>
      <ul>${scenarios.filter((s) => s.came !== s.before).map((s) => html`<li>${s.name} <span class="small">${t('policy.came', { before: told(s.before), came: told(s.came) })}</span></li>`)}</ul>`;
  }
}

customElements.define('fe-policy-trials', PolicyTrials);
