/** The shell: log-in, the areas of one's roles, language, log-out. */
import { get, rememberCsrf, remove } from './api.js';
import { Element, html, nothing, problemCard, t } from './element.js';
import { language, setLanguage } from './i18n.js';
import './pages/login.js';

const AREAS = {
  employee: () => import('./pages/employee.js'),
  council: () => import('./pages/council.js'),
  manager: () => import('./pages/manager.js'),
  hr: () => import('./pages/hr.js'),
  operator: () => import('./pages/operator.js'),
  rules: () => import('./pages/rules.js'),
};

const PAGES = {
  employee: html`<fe-employee></fe-employee>`,
  council: html`<fe-council></fe-council>`,
  manager: html`<fe-manager></fe-manager>`,
  hr: html`<fe-hr></fe-hr>`,
  operator: html`<fe-operator></fe-operator>`,
  rules: html`<fe-rules></fe-rules>`,
};

class App extends Element {
  static properties = { session: { state: true }, area: { state: true }, problem: { state: true }, demo: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', () => this.#route());
    window.addEventListener('fe-logged-out', () => this.#leave());
    this.#resume();
  }

  async #resume() {
    this.problem = undefined;
    try {
      this.#enter(await get('/api/v1/session'));
    } catch (problem) {
      this.demo = problem.demo;
      if (problem.status === 401) this.#leave();
      else this.problem = problem;
    }
  }

  #enter(session) {
    rememberCsrf(session.csrf);
    this.session = session;
    this.demo = session.demo;
    this.#route();
  }

  #leave() {
    rememberCsrf('');
    this.session = null;
    this.area = undefined;
  }

  async #route() {
    if (!this.session) return;
    const areas = this.#areas();
    const asked = location.hash.replace('#/', '');
    const area = areas.includes(asked) ? asked : areas[0];
    if (area) await AREAS[area]();
    this.area = area;
  }

  #areas() {
    return Object.keys(AREAS).filter((area) => area === 'rules' || this.session.roles.includes(area));
  }

  async #logOut() {
    await remove('/api/v1/session');
    this.#leave();
  }

  render() {
    document.title = this.area ? `${t(`role.${this.area}`)} · Feierabend` : 'Feierabend';
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t('app.skip')}</a>
      <header class="bar">
        <span class="brand"><img src="/app/icon.svg" alt="" width="28" height="28"> Feierabend</span>
        ${this.session ? this.#navigation() : nothing}
        <span class="spread"></span>
        <button type="button" class="quiet" lang=${language() === 'de' ? 'en' : 'de'} id="language"
          @click=${() => setLanguage(language() === 'de' ? 'en' : 'de')}>${t('app.language')}</button>
        ${this.session
          ? html`<button type="button" class="quiet" id="logout" @click=${this.#logOut}>${t('app.logout')}</button>`
          : nothing}
      </header>
      ${this.demo ? html`<p class="demo">${t('app.demo')}</p>` : nothing}
      <main id="main" tabindex="-1">${this.#page()}</main>`;
  }

  #skip = (event) => {
    event.preventDefault();
    this.querySelector('main').focus();
  };

  #navigation() {
    return html`<nav aria-label=${t('app.nav')}>
      ${this.#areas().map((role) => html`
        <a href="#/${role}" aria-current=${role === this.area ? 'page' : 'false'}>${t(`role.${role}`)}</a>`)}
    </nav>`;
  }

  #page() {
    if (this.problem) return problemCard(this.problem, () => this.#resume());
    if (this.session === null)
      return html`<fe-login @fe-session=${(event) => this.#enter(event.detail)}></fe-login>`;
    if (this.session && !this.session.roles.length) return html`<p>${t('role.none')}</p>`;
    return PAGES[this.area] ?? html`<p class="loading" role="status">${t('app.loading')}</p>`;
  }
}

customElements.define('fe-app', App);
