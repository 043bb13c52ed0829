import { LitElement, html, nothing } from 'lit';
import { t } from './i18n.js';

const AGAIN = 2000;

export { html, nothing, t };

/**
 * Base of all our elements: rendered into the page itself, so that one style sheet, the browser's find and print reach
 * everything, and rendered anew when the language changes.
 */
export class Element extends LitElement {
  #again = () => this.requestUpdate();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#unhide();
    window.addEventListener('fe-language', this.#again);
  }

  disconnectedCallback() {
    window.removeEventListener('fe-language', this.#again);
    super.disconnectedCallback();
  }

  /** A class field with a first value would hide lit's accessor of the same name, and no change of it be drawn. */
  #unhide() {
    for (const name of this.constructor.elementProperties.keys()) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }
}

/**
 * An element that shows what the server says: loading, then content, an error with a way out, or emptiness. A server that is away is asked
 * again until it is back; what one has typed elsewhere on the page stays.
 */
export class Loaded extends Element {
  static properties = { data: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.reload();
  }

  #later;

  disconnectedCallback() {
    clearTimeout(this.#later);
    super.disconnectedCallback();
  }

  async reload() {
    clearTimeout(this.#later);
    try {
      this.data = await this.load();
      this.problem = undefined;
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.problem = problem;
      if (problem.away && this.isConnected) this.#later = setTimeout(() => this.reload(), AGAIN);
    }
  }

  render() {
    if (this.problem) return problemCard(this.problem, () => this.reload());
    if (!this.data) return html`<p class="loading" role="status">${t('app.loading')}</p>`;
    return this.content(this.data);
  }
}

/** Somebody was faster (412): nothing is overwritten, one's own change is still there, and the choice is the reader's. */
export const conflictCard = (theirs, mine, now) => html`
  <div class="problem conflict" role="alert">
    <strong>${t('conflict.title')}</strong>
    <p>${t('conflict.what')}</p>
    ${now ?? nothing}
    <p class="actions"><button type="button" class="theirs" @click=${theirs}>${t('conflict.theirs')}</button>
      <button type="button" class="mine" @click=${mine}>${t('conflict.mine')}</button></p>
  </div>`;

/**
 * What came of pressing something, beside it: `place` is where it was pressed. The line is there before anything is said, so that nothing moves
 * and a screen reader hears it.
 */
export const outcome = (said, place) => {
  const here = said?.place === place ? said : undefined;
  return html`<div class="outcome" role=${here?.refused ? nothing : 'status'}>${!here ? nothing
    : here.refused ? html`<p class="problem" role="alert">${here.text}</p>` : html`<p class="saved">${here.text}</p>`}</div>`;
};

/** A failure and what to do about it. */
export const problemCard = (problem, retry) => html`
  <div class="problem" role="alert">
    <strong>${problem.title}</strong>
    <p>${problem.message}</p>
    ${retry ? html`<button type="button" @click=${retry}>${t('app.retry')}</button>` : nothing}
  </div>`;
