/** This side's key: its fingerprint, a new one, and signatures made elsewhere. */
import { get, post } from '../api.js';
import { Loaded, html, nothing, outcome, t } from '../element.js';
import { handIn, newKey, save } from '../signing.js';
import './file-field.js';

const SHORTEST = 12;

class SigningKey extends Loaded {
  static properties = { ...Loaded.properties, said: { state: true }, busy: { state: true }, side: {} };

  load = () => get('/api/v1/signatures/keys');

  async #do(place, step) {
    this.busy = true;
    this.said = undefined;
    try {
      this.said = { place, text: await step() };
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = { place, text: problem.message, refused: true };
    } finally {
      this.busy = false;
    }
    await this.reload();
  }

  #make = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    if (form.get('one') !== form.get('two')) {
      this.said = { place: 'make', text: t('key.differ'), refused: true };
      return undefined;
    }
    event.target.reset();
    return this.#do('make', async () => {
      const { fingerprint } = await post('/api/v1/signatures/keys', await newKey(form.get('one')));
      return t('key.made', { fingerprint });
    });
  };

  #handIn = (event) => {
    const [file] = event.target.files;
    event.target.value = '';
    return file && this.#do('offline', async () => {
      await handIn(JSON.parse(await file.text()));
      this.dispatchEvent(new CustomEvent('fe-declared', { bubbles: true }));
      return t('sign.done');
    });
  };

  content({ side, signing, keys }) {
    const waiting = keys.filter((k) => !k.pinned);
    return html`
      <section class="card" aria-labelledby="key-title" aria-busy=${this.busy ? 'true' : 'false'}>
        <h2 id="key-title">${t('key.title')}</h2>
        <p>${signing ? t('key.signing') : t('key.none')}</p>
        ${signing ? html`<p><code>${signing}</code></p>` : nothing}
        ${waiting.map((k) => html`<p>${t('key.waiting')} <code>${k.fingerprint}</code>
          <button type="button" @click=${() => save(`${side}.pub`, `-----BEGIN PUBLIC KEY-----\n${k.key}\n-----END PUBLIC KEY-----\n`)}>${t('key.public')}</button></p>`)}
        <details><summary>${t('key.new')}</summary>
          <form @submit=${this.#make}>
            <p>${t('key.note')}</p>
            <label>${t('key.passphrase')} <input name="one" type="password" minlength=${SHORTEST} required autocomplete="new-password"></label>
            <label>${t('key.again')} <input name="two" type="password" minlength=${SHORTEST} required autocomplete="new-password"></label>
            <p class="actions"><button ?disabled=${this.busy}>${t('key.make')}</button></p>
          </form>
          ${outcome(this.said, 'make')}
        </details>
        <label>${t('key.offline')} <fe-file accept="application/json,.json" @change=${this.#handIn}></fe-file></label>
        ${outcome(this.said, 'offline')}
      </section>`;
  }
}

customElements.define('fe-signing-key', SigningKey);
