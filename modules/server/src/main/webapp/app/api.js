/** The one door to the server: JSON in, JSON out, problems as errors a person can read. */
import { language, t } from './i18n.js';

/** What went wrong, in the reader's language. `status` 0: the server did not answer; `away`: it may, in a moment. */
export class Problem extends Error {
  constructor(status, title, detail, field, demo = false) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.field = field;
    this.demo = demo;
    this.away = status === 0 || status === 503;
  }
}

/** The server does not answer. */
export const away = () => new Problem(0, t('error.away.title'), t('error.away'));

let csrf = '';

/** Called once after log-in and after each page load that finds a session. */
export function rememberCsrf(token) {
  csrf = token ?? '';
}

async function call(method, path, { body, file, headers = {} } = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': language(),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'X-CSRF-Token': csrf }),
        ...headers,
      },
      body: file ?? (body === undefined || typeof body === 'string' ? body : JSON.stringify(body)),
    });
  } catch {
    throw away();
  }
  if (response.ok) return response;
  if (response.status === 401 && !path.endsWith('/session')) {
    window.dispatchEvent(new CustomEvent('fe-logged-out'));
  }
  const text = await response.text();
  const ours = (response.headers.get('Content-Type') ?? '').includes('json');
  // an error of no words of ours: the application server is up and its application is not yet
  if (!ours && (response.status === 404 || response.status >= 500)) throw away();
  const problem = ours ? JSON.parse(text) : {};
  throw new Problem(
    response.status,
    problem.title ?? t('error.status', { status: response.status }),
    problem.detail ?? t(`error.${response.status}`, {}, t('error.status', { status: response.status })),
    problem.field,
    problem.demo,
  );
}

/** GET a JSON document. */
export const get = async (path) => (await call('GET', path)).json();

/** GET with its version: `{ value, etag }`, to be handed to {@link put}. */
export async function getVersioned(path) {
  const response = await call('GET', path);
  return { value: await response.json(), etag: response.headers.get('ETag') };
}

/** GET JSON lines as a list of objects. */
export async function getLines(path) {
  const response = await call('GET', path, { headers: { Accept: 'application/x-ndjson' } });
  return (await response.text()).split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** PUT that loses nothing: refused with 412 when somebody was faster. */
export async function put(path, body, etag) {
  const response = await call('PUT', path, { body, headers: etag ? { 'If-Match': etag } : {} });
  const text = await response.text();
  return { value: text ? JSON.parse(text) : body, etag: response.headers.get('ETag') };
}

/** PUT a file as it is, of the media type named; with a version, refused when somebody was faster. */
export const upload = async (path, text, type, etag) =>
  (await call('PUT', path, { body: text, headers: { 'Content-Type': type, ...(etag ? { 'If-Match': etag } : {}) } })).json();

export const post = async (path, body) => (await call('POST', path, { body })).json();

/** A file, byte for byte as it lies on the disk. */
export const postFile = async (path, file, type) => (await call('POST', path, { file, headers: { 'Content-Type': type } })).json();

/** Something said or taken back; with a version, refused when somebody was faster; with a key, done once however often it is sent. */
export const act = (method, path, body, etag, key) => call(method, path, {
  body,
  headers: { ...(etag ? { 'If-Match': etag } : {}), ...(key ? { 'Idempotency-Key': key } : {}) },
});

export const remove = (path) => call('DELETE', path);
