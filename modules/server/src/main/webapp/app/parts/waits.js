/** On a side's first page: what waits for its word, since when, and where it is read and answered. */
import { Loaded, html, nothing, t } from '../element.js';
import { date, moment, number, period, say } from '../i18n.js';
import { onWord, waitsFor } from '../waiting.js';

class Waits extends Loaded {
  static properties = { ...Loaded.properties, side: {} };

  #stop;

  load = () => waitsFor(this.side);

  connectedCallback() {
    super.connectedCallback();
    this.#stop = onWord(() => this.reload());
  }

  disconnectedCallback() {
    this.#stop();
    super.disconnectedCallback();
  }

  content(matters) {
    return html`
      <section class=${matters.length ? 'card waits' : 'card'} aria-labelledby="waits-title">
        <h2 id="waits-title">${t(`waits.title.${this.side}`)}</h2>
        ${matters.length ? html`<ul class="rows">${matters.map((m) => this.#one(m))}</ul>` : html`<p>${t('waits.none')}</p>`}
      </section>`;
  }

  #one(m) {
    const what = t(`waits.${m.kind}`, {
      n: m.kind === 'open' ? m.n : m.n && number(m.n), title: say(m.title), day: m.day && date(m.day), at: m.at && moment(m.at), quarter: m.quarter && period(m.quarter),
    });
    return html`<li><p><strong>${what}</strong> ${m.since ? html`<span class="small">${t('waits.since', { at: moment(m.since) })}</span>` : nothing}</p>
      <a class="button" href="#/${this.side}/${m.section}/${m.part}">${t(`waits.do.${m.kind.split('.')[0]}`)}<span class="visually-hidden">: ${what}</span></a></li>`;
  }
}

customElements.define('fe-waits', Waits);
