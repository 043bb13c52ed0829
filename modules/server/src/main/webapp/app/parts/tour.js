/** Ten minutes through a role's pages: each step points at a part of the page and says what to try. Nothing is remembered, here or elsewhere. */
import { Element, html, nothing, t } from '../element.js';
import { language } from '../i18n.js';
import { TOURS } from './tours.js';

const PATIENCE = 8000;

class Tour extends Element {
  static properties = { role: {}, step: { state: true }, done: { state: true }, missing: { state: true } };

  #page = new MutationObserver(() => this.#look());
  #typed = () => this.#look();
  #escape = (event) => { if (event.key === 'Escape') this.#end(); };

  constructor() {
    super();
    this.step = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#page.observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['class', 'aria-current', 'open'] });
    for (const what of ['change', 'toggle']) document.addEventListener(what, this.#typed, true);
    document.addEventListener('keydown', this.#escape);
    this.#go(0);
  }

  disconnectedCallback() {
    this.#page.disconnect();
    for (const what of ['change', 'toggle']) document.removeEventListener(what, this.#typed, true);
    document.removeEventListener('keydown', this.#escape);
    this.#point(undefined);
    super.disconnectedCallback();
  }

  get #steps() {
    return TOURS[this.role];
  }

  #go(step) {
    this.step = step;
    this.done = this.missing = false;
    this.#point(undefined);
    this.began = Date.now();
    location.hash = `#/${this.#steps[step].place}`;
    this.#arrive(step);
  }

  /** The page is loading: its part is waited for, then pointed at, and whoever listens goes on here. */
  async #arrive(step) {
    const { target } = this.#steps[step];
    while (this.isConnected && this.step === step) {
      const part = document.querySelector(`main ${target}`);
      if (part && !part.querySelector(':scope > .loading')) { this.#point(part); break; }
      this.missing = Date.now() - this.began > PATIENCE;
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
    if (!this.isConnected || this.step !== step) return;
    this.missing = false;
    await this.updateComplete;
    this.querySelector('h2')?.focus();
    this.#look();
  }

  #point(part) {
    this.pointed?.classList.remove('toured');
    this.pointed = part;
    if (!part) return;
    part.classList.add('toured');
    part.scrollIntoView({ block: 'start' });
  }

  /** Whether what there was to try can be seen in the page. */
  #look() {
    const { done } = this.#steps[this.step];
    if (done && !this.done && this.pointed && done(document.querySelector('main'))) this.done = true;
  }

  #end() {
    this.dispatchEvent(new CustomEvent('fe-tour-end', { bubbles: true }));
  }

  render() {
    const steps = this.#steps;
    const { words, done } = steps[this.step];
    const [title, about, exercise] = words[language()];
    const last = this.step === steps.length - 1;
    return html`<section class="tour" aria-labelledby="tour-title">
      <h2 id="tour-title" tabindex="-1">${t('tour.step', { n: this.step + 1, of: steps.length })}: ${title}</h2>
      <p>${about}</p>
      <p><strong>${t('tour.try')}</strong> ${exercise}</p>
      ${this.missing ? html`<p>${t('tour.missing')}</p>` : nothing}
      <p role="status" class="saved">${this.done ? t('tour.done') : nothing}</p>
      <p class="actions">
        <button type="button" id="tour-back" ?disabled=${this.step === 0} @click=${() => this.#go(this.step - 1)}>${t('tour.back')}</button>
        ${last ? nothing : html`<button type="button" class="primary" id="tour-next" @click=${() => this.#go(this.step + 1)}>${t(done && !this.done ? 'tour.skip' : 'tour.next')}</button>`}
        <button type="button" class=${last ? 'primary' : 'quiet'} id="tour-end" @click=${() => this.#end()}>${t('tour.end')}</button>
      </p>
    </section>`;
  }
}

customElements.define('fe-tour', Tour);
