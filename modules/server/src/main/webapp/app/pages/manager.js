/** The manager's page: a unit's released figures with their interval. Never a person. */
import { get } from '../api.js';
import { Loaded, Element, html, nothing, t } from '../element.js';
import { say } from '../i18n.js';
import { unitTree } from '../parts/units.js';

class Figures extends Loaded {
  static properties = { unit: {} };

  load = () => get(`/api/v1/figures?unit=${encodeURIComponent(this.unit)}`);

  updated(changed) {
    if (changed.has('unit') && changed.get('unit') !== undefined) this.reload();
  }

  content({ figures, sentence }) {
    return html`
      <div class="columns">${(figures ?? []).map((figure) => this.#figure(figure))}</div>
      ${figures?.length ? nothing : html`<p>${t('figures.none')}</p>`}
      ${sentence ? html`<p class="small">${say(sentence)}</p>` : nothing}`;
  }

  #figure(figure) {
    return html`<article class="figure">
      <h3>${t(`indicator.${figure.indicator}`)}</h3>
      <p class="headline">${figure.display ? say(figure.display) : '–'}</p>
      <p>${figure.sentence ? say(figure.sentence) : nothing}</p>
    </article>`;
  }
}

class ManagerPage extends Loaded {
  static properties = { ...Loaded.properties, unit: { state: true } };

  load = async () => {
    const answer = await get('/api/v1/units');
    return unitTree(answer.units ?? answer);
  };

  content(units) {
    const unit = this.unit ?? units[0]?.id;
    return html`
      <h1>${t('role.manager')}</h1>
      <section class="card" aria-labelledby="figures-title">
        <h2 id="figures-title">${t('figures.title')}</h2>
        <label>${t('figures.unit')}
          <select @change=${(e) => { this.unit = e.target.value; }}>
            ${units.map((u) => html`<option value=${u.id} ?selected=${u.id === unit}>${' '.repeat(2 * u.depth)}${say(u.name)} (${u.total})</option>`)}
          </select></label>
        ${unit ? html`<fe-figures .unit=${unit}></fe-figures>` : html`<p>${t('figures.none')}</p>`}
      </section>`;
  }
}

customElements.define('fe-figures', Figures);
customElements.define('fe-manager', ManagerPage);
