/** Where the ledger ends, and the key it is signed with: what the works council keeps, and compares over another way than this page. */
import { get } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { number } from '../i18n.js';
import { fingerprint } from './ledger-check.js';

/** In groups one can read out. */
const grouped = (hex) => hex.match(/.{1,4}/g).join(' ');

class LedgerHead extends Loaded {
  static properties = { ...Loaded.properties, copied: { state: true } };

  async load() {
    const head = await get('/api/v1/ledger/head');
    return { ...head, fingerprint: await fingerprint(head.key) };
  }

  #copy = async (what, text) => {
    await navigator.clipboard.writeText(text);
    this.copied = what;
  };

  content({ count, hash, fingerprint: key }) {
    if (!count) return nothing;
    return html`
      <h3 id="head-title">${t('head.title')}</h3>
      <p>${t('head.lead')}</p>
      <dl>
        ${this.#line('rows', t('head.rows'), number(count), String(count))}
        ${this.#line('hash', t('head.hash'), grouped(hash), hash)}
        ${this.#line('key', t('head.key'), grouped(key), key)}
      </dl>
      <p role="status" class="small outcome">${this.copied ? t(`head.copied.${this.copied}`) : nothing}</p>
      <h4>${t('head.how')}</h4>
      <ol>
        <li>${t('head.how.keep')} <a href="/api/v1/ledger/head" download="ledger-head">${t('head.download')}</a></li>
        <li>${t('head.how.ask')}</li>
        <li>${t('head.how.verify')} <code>./feierabend verify ledger.jsonl --key ledger.pub --head ledger-head</code></li>
      </ol>`;
  }

  /** A browser has a clipboard only on https or on the machine itself. */
  #line(what, name, shown, text) {
    return html`<dt>${name}</dt><dd><code>${shown}</code>
      ${what === 'rows' || !navigator.clipboard ? nothing : html`<button type="button" class="copy" @click=${() => this.#copy(what, text)}>${t('head.copy')}<span class="visually-hidden">: ${name}</span></button>`}</dd>`;
  }
}

customElements.define('fe-ledger-head', LedgerHead);
