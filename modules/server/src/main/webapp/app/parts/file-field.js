/** A file to choose, in the reader's language rather than the browser's. It stands in a label; `change` comes from the input itself. */
import { ifDefined } from 'lit-html/directives/if-defined.js';
import { Element, html, t } from '../element.js';

class FileField extends Element {
  static properties = { name: {}, accept: {}, inputId: {}, required: { type: Boolean }, chosen: { state: true } };

  #reset = () => { this.chosen = undefined; };

  connectedCallback() {
    super.connectedCallback();
    this.form = this.closest('form');
    this.form?.addEventListener('reset', this.#reset);
  }

  disconnectedCallback() {
    this.form?.removeEventListener('reset', this.#reset);
    super.disconnectedCallback();
  }

  render() {
    return html`<input type="file" class="visually-hidden" id=${ifDefined(this.inputId)} name=${ifDefined(this.name)} accept=${ifDefined(this.accept)}
        ?required=${this.required} @change=${(e) => { this.chosen = e.target.files[0]?.name; }}>
      <span class="button" aria-hidden="true">${t('file.choose')}</span> <span class="small">${this.chosen ?? t('file.none')}</span>`;
  }
}

customElements.define('fe-file', FileField);
