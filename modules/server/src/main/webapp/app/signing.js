/**
 * Keys and signatures in the browser. A private key is made here, wrapped under a passphrase before it leaves, and unwrapped here again for one
 * signature; the server holds what it cannot open. Whoever does not want to trust the server's script signs with `./feierabend sign` instead.
 */
import { Problem, act, get, post } from './api.js';
import { t } from './i18n.js';
import { wordGiven } from './waiting.js';

const ITERATIONS = 600_000;
const ED25519 = { name: 'Ed25519' };
const utf8 = (text) => new TextEncoder().encode(text);
const base64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));
const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

async function wrapping(passphrase, salt, iterations) {
  const secret = await crypto.subtle.importKey('raw', utf8(passphrase), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-512', salt, iterations }, secret, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

/** A new key: its public half, and the private one wrapped. */
export async function newKey(passphrase) {
  const pair = await crypto.subtle.generateKey(ED25519, true, ['sign', 'verify']);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.wrapKey('pkcs8', pair.privateKey, await wrapping(passphrase, salt, ITERATIONS), { name: 'AES-GCM', iv });
  return {
    key: base64(await crypto.subtle.exportKey('spki', pair.publicKey)),
    wrapped: JSON.stringify({ iterations: ITERATIONS, salt: base64(salt), iv: base64(iv), key: base64(wrapped) }),
  };
}

async function unlocked({ iterations, salt, iv, key }, passphrase) {
  try {
    return await crypto.subtle.unwrapKey(
      'pkcs8', bytes(key), await wrapping(passphrase, bytes(salt), iterations), { name: 'AES-GCM', iv: bytes(iv) }, ED25519, false, ['sign']);
  } catch {
    throw new Problem(400, t('sign.wrong.title'), t('sign.wrong'));
  }
}

/** What is to be signed, as the server words it. */
export const wording = (matter) => post('/api/v1/signatures/texts', matter);

/** Hands in what was signed, here or elsewhere. */
export async function handIn({ text, signature }) {
  await act('POST', '/api/v1/signatures', { text, signature }, undefined, crypto.randomUUID());
  wordGiven();
}

/** Signs these matters, one after the other, with this side's key. */
export async function declare(matters, passphrase) {
  const { keys } = await get('/api/v1/signatures/keys');
  const pinned = keys.find((k) => k.pinned);
  if (!pinned) throw new Problem(409, t('sign.no-key.title'), t('sign.no-key'));
  const key = await unlocked(JSON.parse(pinned.wrapped), passphrase);
  for (const matter of matters) {
    const { text } = await wording(matter);
    await handIn({ text, signature: base64(await crypto.subtle.sign(ED25519, key, utf8(text))) });
  }
}

/** SHA-256 of a file that never leaves this browser. */
export async function fingerprintOf(file) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...hash].map((b) => b.toString(16).padStart(2, '0')).join('');
}

/** Offers a text as a file. */
export function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
