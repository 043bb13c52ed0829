/** Help: the guide of each of one's roles and of the rule book, as they stand in docs/guide, and a tour through the pages. */
import { Loaded, html, nothing, t } from '../element.js';
import { language } from '../i18n.js';
import { markdown } from '../markdown.js';
import { TOURS } from '../parts/tours.js';

const GUIDES = {
  employee: { de: 'beschaeftigte', en: 'employees' },
  hr: { de: 'personalamt', en: 'hr' },
  council: { de: 'personalrat', en: 'council' },
  manager: { de: 'fuehrung', en: 'managers' },
  operator: { de: 'betrieb', en: 'operator' },
  rules: { de: 'regelwerk', en: 'rules' },
};

class Guide extends Loaded {
  static properties = { ...Loaded.properties, role: {}, section: {} };

  async load() {
    this.shown = `${this.role} ${language()}`;
    const answer = await fetch(`/guide/${language()}/${GUIDES[this.role][language()]}.md`);
    if (!answer.ok) return { text: `# ${t(`role.${this.role}`)}\n\n${t('help.missing')}` };
    return { text: await answer.text() };
  }

  willUpdate() {
    if (this.shown && this.shown !== `${this.role} ${language()}`) this.reload();
  }

  updated() {
    const wanted = this.section && this.data && [...this.querySelectorAll('article h2')].find((h) => h.textContent === t(`section.${this.section}`));
    if (wanted && this.arrived !== this.section) {
      this.arrived = this.section;
      wanted.scrollIntoView();
      wanted.focus();
    }
  }

  content({ text }) {
    return html`<section class="card">
      ${TOURS[this.role] ? this.#tour() : nothing}
      <article class="guide">${markdown(text, `/guide/${language()}/`)}</article>
    </section>`;
  }

  #tour() {
    return html`<p class="actions"><button type="button" class="primary" id="start-tour"
        @click=${() => this.dispatchEvent(new CustomEvent('fe-tour', { bubbles: true, detail: this.role }))}>${t('tour.start', { role: t(`role.${this.role}`) })}</button></p>
      <p class="small">${t('tour.note')}</p>`;
  }
}

customElements.define('fe-guide', Guide);

export const sections = Object.keys(GUIDES).map((role) => ({
  id: role, role: role === 'rules' ? undefined : role, show: (section) => html`<fe-guide .role=${role} .section=${section}></fe-guide>`,
}));
