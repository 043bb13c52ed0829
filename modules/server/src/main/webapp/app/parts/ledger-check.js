/** The ledger checked in the reader's own browser: every hash, the chain and every signature, with nothing of the server's but the file. */
import { Element, html, nothing, t } from '../element.js';
import { number } from '../i18n.js';

const text = new TextEncoder();
const hex = (bytes) => [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('');
const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

/** RFC 8785 for what a ledger holds: objects, arrays, strings, whole numbers. */
export const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.keys(value).sort().map((k) => `${JSON.stringify(k)}:${canonical(value[k])}`).join(',')}}`;
  return JSON.stringify(value);
};

const sha256 = (data) => crypto.subtle.digest('SHA-256', data);

const publicKey = (key) => crypto.subtle.importKey('spki', bytes(key), { name: 'Ed25519' }, false, ['verify']);

/** What people compare of a public key. */
export const fingerprint = async (key) => hex(await sha256(bytes(key)));

/**
 * Checks rows in order; a ROTATED row hands over to the key it names.
 *
 * @returns {Promise<{rows: number, wrong?: {seq: number, why: string}, signed: boolean, fingerprint: string}>}
 *   `signed` false: this browser has no Ed25519, so only the chain was checked
 */
export async function check(rows) {
  let prev = '0'.repeat(64);
  let key = rows[0]?.key;
  let verifier = await publicKey(key).catch(() => undefined);
  const signed = verifier !== undefined;
  for (const [i, row] of rows.entries()) {
    const { hash, signature, ...said } = row;
    const wrong = (why) => ({ rows: rows.length, wrong: { seq: row.seq ?? i, why }, signed, fingerprint: '' });
    if (row.seq !== i || row.prev !== prev) return wrong('chain');
    const digest = await sha256(text.encode(canonical(said)));
    if (hex(digest) !== hash) return wrong('hash');
    if (row.key !== key) return wrong('key');
    if (verifier && !(await crypto.subtle.verify('Ed25519', verifier, bytes(signature), digest))) return wrong('signature');
    if (row.type === 'ROTATED') {
      key = row.next;
      if (signed) verifier = await publicKey(key);
    }
    prev = hash;
  }
  return { rows: rows.length, signed, fingerprint: await fingerprint(key) };
}

class LedgerCheck extends Element {
  static properties = { rows: {}, found: { state: true }, busy: { state: true } };

  #check = async () => {
    this.busy = true;
    this.found = await check(this.rows);
    this.busy = false;
  };

  render() {
    const f = this.found;
    return html`
      <p class="actions"><button type="button" id="check-ledger" ?disabled=${this.busy} @click=${this.#check}>${t('check.start')}</button></p>
      <div role="status">${!f ? nothing : f.wrong
        ? html`<p class="problem">${t(`check.wrong.${f.wrong.why}`, { seq: f.wrong.seq })}</p>`
        : html`<p class="saved">${t(f.signed ? 'check.holds' : 'check.chain', { n: number(f.rows) })}</p>
            <p class="small">${t('check.fingerprint')} <code>${f.fingerprint.match(/.{1,4}/g).join(' ')}</code></p>`}</div>
      <p class="small">${t('check.note')}</p>`;
  }
}

customElements.define('fe-ledger-check', LedgerCheck);
