/** The shell: log-in, the areas of one's roles and their sections, language, log-out. */
import { away, get, rememberCsrf, remove } from './api.js';
import { Element, html, nothing, problemCard, t } from './element.js';
import { language, setLanguage } from './i18n.js';
import './pages/login.js';

/** Each module exports its `sections`: `[{ id, show }]`, in the order they are read; the first is where one arrives. */
const AREAS = {
  employee: () => import('./pages/employee.js'),
  council: () => import('./pages/council.js'),
  manager: () => import('./pages/manager.js'),
  hr: () => import('./pages/hr.js'),
  operator: () => import('./pages/operator.js'),
  rules: () => import('./pages/rules.js'),
  help: () => import('./pages/help.js'),
};

const AGAIN = 2000;

/** Areas with a guide; the rule book's is everybody's. */
const GUIDED = ['employee', 'council', 'manager', 'hr', 'operator', 'rules'];

class App extends Element {
  #later;

  static properties = { session: { state: true }, place: { state: true }, problem: { state: true }, demo: { state: true }, tour: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', () => this.#arrive());
    window.addEventListener('fe-logged-out', () => this.#leave());
    window.addEventListener('resize', () => this.#centre());
    this.#resume();
  }

  async #resume() {
    clearTimeout(this.#later);
    try {
      await this.#enter(await get('/api/v1/session'));
    } catch (problem) {
      this.#failed(problem);
    }
  }

  async #enter(session) {
    rememberCsrf(session.csrf);
    this.session = session;
    this.demo = session.demo;
    await this.#route();
  }

  /** A server that is away is asked again until it is back. */
  #failed(problem) {
    if (problem.status === undefined) throw problem;
    if (problem.status === 401) {
      this.demo = problem.demo;
      this.#leave();
      return;
    }
    this.problem = problem;
    if (problem.away) this.#later = setTimeout(() => this.#resume(), AGAIN);
  }

  #leave() {
    rememberCsrf('');
    this.problem = undefined;
    this.session = null;
    this.tour = undefined;
    this.place = undefined;
  }

  /** `#/area/section`; whatever does not exist or is not one's own leads to the first that is. */
  async #route() {
    if (!this.session) return;
    const areas = this.#areas();
    const { hash } = location;
    const [asked, wanted, part] = hash.replace('#/', '').split('/');
    const area = areas.includes(asked) ? asked : areas[0];
    if (!area) return;
    const all = await AREAS[area]().catch(() => { throw away(); });
    if (location.hash !== hash) return; // somebody has gone on meanwhile
    const sections = all.sections.filter(({ role }) => !role || this.session.roles.includes(role));
    this.problem = undefined;
    this.place = { area, sections, section: sections.find((s) => s.id === wanted) ?? sections[0], part };
  }

  /** After a link: whoever listens or types goes on at the content, not at the top. */
  async #arrive() {
    try {
      await this.#route();
    } catch (problem) {
      this.#failed(problem);
    }
    await this.updateComplete;
    this.querySelector('main').focus();
  }

  #areas() {
    return Object.keys(AREAS).filter((area) => area === 'rules' || area === 'help' || this.session.roles.includes(area));
  }

  async #logOut() {
    try {
      await remove('/api/v1/session');
      this.#leave();
    } catch (problem) {
      this.#failed(problem);
    }
  }

  updated(changed) {
    if (changed.has('place')) this.#centre();
  }

  /** On a narrow page the line of sections scrolls sideways: the one that is shown can be seen. */
  #centre() {
    const here = this.querySelector('.sections [aria-current="page"]');
    const line = here?.parentElement;
    if (line) line.scrollLeft = here.offsetLeft - line.offsetLeft - (line.clientWidth - here.offsetWidth) / 2;
  }

  render() {
    document.title = this.#title();
    if (this.session === undefined && !this.problem) return html`<p class="loading" role="status">${t('app.loading')}</p>`;
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
        ${this.demo ? html`<p class="demo">${t('app.demo')}</p>` : nothing}
      </header>
      <main id="main" tabindex="-1" @fe-tour=${(e) => this.#guide(e.detail)}>${this.#page()}</main>
      ${this.session && this.tour ? html`<fe-tour .role=${this.tour} @fe-tour-end=${() => this.#guide()}></fe-tour>` : nothing}`;
  }

  #title() {
    if (!this.place) return 'Feierabend';
    const { area, section, sections } = this.place;
    const part = sections.length > 1 ? `${t(`section.${section.id}`)} · ` : '';
    return `${part}${t(`role.${area}`)} · Feierabend`;
  }

  /** A tour of a role begins, or ends; it is loaded when somebody wants it. */
  async #guide(role) {
    if (role) await import('./parts/tour.js');
    this.tour = role;
    if (!role) this.querySelector('main').focus();
  }

  #skip = (event) => {
    event.preventDefault();
    this.querySelector('main').focus();
  };

  #navigation() {
    return html`<nav aria-label=${t('app.nav')}>
      ${this.#areas().map((role) => html`
        <a href="#/${role}" aria-current=${role === this.place?.area ? 'page' : 'false'}>${t(`role.${role}`)}</a>`)}
    </nav>`;
  }

  #page() {
    if (this.problem) return problemCard(this.problem, () => this.#resume());
    if (this.session === null)
      return html`<fe-login @fe-session=${(event) => this.#enter(event.detail).catch((problem) => this.#failed(problem))}></fe-login>`;
    if (this.session && !this.session.roles.length) return html`<p>${t('role.none')}</p>`;
    if (!this.place) return html`<p class="loading" role="status">${t('app.loading')}</p>`;
    const { area, section, sections, part } = this.place;
    return html`
      <div class="head"><h1>${t(`role.${area}`)}</h1>
      ${GUIDED.includes(area) ? html`<p class="help"><a href="#/help/${area}/${section.id}">${t('help.link', { section: t(`section.${section.id}`) })}</a></p>` : nothing}</div>
      ${sections.length > 1 ? html`<nav class="sections" aria-label=${t('app.sections')}>${sections.map(({ id }) => html`
        <a href="#/${area}/${id}" aria-current=${id === section.id ? 'page' : 'false'}>${t(`section.${id}`)}</a>`)}</nav>` : nothing}
      ${section.show(part)}`;
  }
}

customElements.define('fe-app', App);
