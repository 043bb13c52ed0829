/** Whether my browser tells me that my window opened: one click to ask for it, one to take it back. */
import { get, post, remove } from '../api.js';
import { Loaded, html, nothing, problemCard, t } from '../element.js';
import { language, moment } from '../i18n.js';

const PUSH = '/api/v1/me/push';
const WORKER = '/app/push-worker.js';

const bytes = (base64url) =>
  Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));

class OpeningPush extends Loaded {
  static properties = { ...Loaded.properties, said: { state: true }, refused: { state: true } };

  async load() {
    const [push, settings] = await Promise.all([get(PUSH), get('/api/v1/me/settings')]);
    return { ...push, zone: settings.zone };
  }

  #do = async (step) => {
    this.said = this.refused = undefined;
    try {
      this.said = await step();
    } catch (problem) {
      if (problem.status === undefined) this.said = t('push.unable');
      else this.refused = problem;
      return;
    }
    await this.reload();
  };

  /** The browser asks its person; only what it then names is sent to us. */
  #ask = (key) => this.#do(async () => {
    const { active, installing, waiting, pushManager } = await navigator.serviceWorker.register(WORKER);
    const worker = active ?? waiting ?? installing;
    if (worker.state !== 'activated')
      await new Promise((ready) => worker.addEventListener('statechange', () => worker.state === 'activated' && ready()));
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
    await post(PUSH, { ...subscription.toJSON(), language: language() });
    return t('push.done');
  });

  #take = (id) => this.#do(async () => {
    await remove(`${PUSH}/${id}`);
    const here = await navigator.serviceWorker?.getRegistration(WORKER);
    await (await here?.pushManager.getSubscription())?.unsubscribe();
    return t('push.gone');
  });

  content({ key, subscriptions, zone }) {
    if (!key && !subscriptions.length) return nothing;
    return html`
      <section class="card" aria-labelledby="push-title">
        <h2 id="push-title">${t('push.title')}</h2>
        <p>${t('push.lead')}</p>
        <p class="small">${t('push.means')}</p>
        ${subscriptions.length ? html`<ul>${subscriptions.map((one) => this.#line(one, zone))}</ul>` : html`<p>${t('push.none')}</p>`}
        ${key ? html`<p><button type="button" id="ask-push" @click=${() => this.#ask(key)}>${t('push.on')}</button></p>` : nothing}
        ${this.refused ? problemCard(this.refused) : nothing}
        <p role="status">${this.said ?? nothing}</p>
      </section>`;
  }

  #line({ id, service, created }, zone) {
    const what = t('push.since', { service, moment: moment(created, zone) });
    return html`<li>${what}
      <button type="button" class="quiet" @click=${() => this.#take(id)} aria-label="${t('push.off')}: ${what}">${t('push.off')}</button></li>`;
  }
}

customElements.define('fe-opening-push', OpeningPush);
