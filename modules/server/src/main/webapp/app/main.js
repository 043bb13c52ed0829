/** The shell: log-in, the areas of one's roles and their sections, language, log-out. */
import { away, get, rememberCsrf, remove } from './api.js';
import { Element, html, nothing, problemCard, t } from './element.js';
import { language, number, setLanguage } from './i18n.js';
import { countOf, onWord, waitsFor } from './waiting.js';
import './pages/login.js';

/**
 * Each module exports its `sections`: `[{ id, show }]`, in the order they are read; the first is where one arrives. The `parts` a section
 * needs beyond its module come when somebody goes there.
 */
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

/** Areas of a side that signs and answers: numbers beside their sections say what waits for it. */
const SIDES = ['council', 'hr'];

const SETTLING = 100;
const PATIENCE = 100; // times that

/** Areas with a guide; the rule book's is everybody's. */
const GUIDED = ['employee', 'council', 'manager', 'hr', 'operator', 'rules'];

class App extends Element {
  #later;

  static properties = { session: { state: true }, place: { state: true }, problem: { state: true }, demo: { state: true }, tour: { state: true }, waiting: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', () => this.#arrive());
    window.addEventListener('fe-logged-out', () => this.#leave());
    window.addEventListener('resize', () => this.#centre());
    onWord(() => this.#count());
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
    this.#lead(this.place);
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
    const section = sections.find((s) => s.id === wanted) ?? sections[0];
    await Promise.all((section.parts ?? []).map((part) => import(`./parts/${part}.js`))).catch(() => { throw away(); });
    if (location.hash !== hash) return;
    this.problem = undefined;
    this.place = { area, sections, section, part };
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
    this.#lead(this.place);
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
    if (!changed.has('place')) return;
    this.#centre();
    this.#count();
  }

  /** What cannot be counted now has no number; the page itself says why. */
  async #count() {
    const side = SIDES.find((one) => one === this.place?.area);
    if (!side) return;
    const matters = await waitsFor(side).catch((problem) => {
      if (problem.status === undefined) throw problem;
      return [];
    });
    if (this.place?.area === side) this.waiting = { side, matters };
  }

  /** To the one thing a link names, once the page has come to rest. */
  async #lead(place) {
    if (!place?.part) return;
    for (let i = 0; i < PATIENCE && this.place === place; i++) {
      const thing = this.querySelector('main .loading:not(.card *)') ? null : document.getElementById(place.part);
      if (thing) {
        if (thing.localName === 'details') thing.open = true;
        thing.tabIndex = -1;
        thing.scrollIntoView();
        thing.focus({ preventScroll: true });
        thing.dispatchEvent(new CustomEvent('fe-wanted'));
        return;
      }
      await new Promise((later) => setTimeout(later, SETTLING));
    }
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
        <a href="#/${area}/${id}" aria-current=${id === section.id ? 'page' : 'false'}>${t(`section.${id}`)}${this.#waiting(area, id)}</a>`)}</nav>` : nothing}
      ${section.show(part)}`;
  }

  #waiting(area, section) {
    const n = this.waiting?.side === area ? countOf(this.waiting.matters, section) : 0;
    return n ? html`<span class="count"><span aria-hidden="true">${number(n)}</span><span class="visually-hidden">${t('waits.count', { n: number(n) })}</span></span>` : nothing;
  }
}

customElements.define('fe-app', App);
