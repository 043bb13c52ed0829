/** The rule book in words: every sentence with its article, cases and numbers; for everybody logged in. */
import { get } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { language, say } from '../i18n.js';
import { leicht, lines } from '../leicht.js';

class Rules extends Loaded {
  static properties = { ...Loaded.properties, sought: { state: true } };

  load = () => get('/api/v1/rule-book');

  content(book) {
    return html`
      <p>${t('rules.lead')}</p>
      <p class="small">${t('rules.edition')} <code title=${book.edition}>${book.edition.slice(0, 12)}…</code></p>
      <fe-leicht-switch></fe-leicht-switch>
      <label>${t('rules.search')}
        <input type="search" id="rules-search" @input=${(e) => { this.sought = e.target.value.trim().toLowerCase(); }}></label>
      ${book.chapters.map((chapter) => this.#chapter(chapter))}
      ${this.sought ? nothing : this.#states(book.states)}`;
  }

  #chapter(chapter) {
    const concerns = chapter.concerns.filter((c) => this.#matches(c));
    if (!concerns.length) return nothing;
    return html`<section class="card" aria-labelledby="rules-${chapter.decision}">
      <h2 id="rules-${chapter.decision}">${say(chapter.title)}</h2>
      <p>${say(chapter.lead)}</p>
      ${concerns.map((c) => this.#concern(c))}
    </section>`;
  }

  #matches(concern) {
    if (!this.sought) return true;
    return concern.rules.some((r) => `${r.id} ${say(r.sentence)} ${r.basis} ${r.leicht.replaceAll('·', '')}`.toLowerCase().includes(this.sought));
  }

  #concern(concern) {
    return html`
      ${concern.rules.map((rule) => html`
        <h3>${say(rule.sentence)}</h3>
        ${leicht() ? html`<p>${lines(rule.leicht)}</p>` : nothing}
        <p class="small">${t(rule.law ? 'rules.law' : 'rules.agreement')}: ${rule.basis} · <code>${rule.id}</code></p>`)}
      <details><summary>${t('rules.examples', { n: concern.examples.length })}</summary>
        <ul class="reasons">${concern.examples.map((e) => html`<li lang="en">${e.name}: <strong lang=${language()}>${say(e.outcome)}</strong></li>`)}</ul>
        ${concern.numbers.length ? this.#numbers(concern.numbers) : nothing}
      </details>`;
  }

  #numbers(numbers) {
    return html`<div class="scroll" tabindex="0"><table>
      <thead><tr><th scope="col">${t('rules.number')}</th><th scope="col">${t('rules.from')}</th>
        <th scope="col">${t('rules.value')}</th><th scope="col">${t('rules.source')}</th></tr></thead>
      <tbody>${numbers.map((n) => html`<tr><td lang="en">${n.meaning}</td><td>${n.from}</td>
        <td>${n.value.join(', ')}</td><td>${n.source}</td></tr>`)}</tbody>
    </table></div>`;
  }

  #states(states) {
    return html`<section class="card" aria-labelledby="rules-states">
      <h2 id="rules-states">${t('rules.states')}</h2>
      <div class="scroll" tabindex="0"><table>
        <thead><tr><th scope="col">${t('rules.state')}</th><th scope="col">${t('rules.kind')}</th>
          <th scope="col">${t('rules.from')}</th><th scope="col">${t('rules.basis')}</th><th scope="col">${t('rules.rests')}</th></tr></thead>
        <tbody>${states.map((s) => html`<tr><td>${say(s.name)}</td><td>${say(s.kind)}</td><td>${s.from}</td><td>${s.basis}</td>
          <td>${s.rests.map((r) => html`<div>${t(`rules.rest.${r.name}`)}: ${r.value.join(', ')} (${r.source})</div>`)}</td></tr>`)}</tbody>
      </table></div>
    </section>`;
  }
}

customElements.define('fe-rules', Rules);

export const sections = [{ id: 'rules', show: () => html`<fe-rules></fe-rules>` }];
