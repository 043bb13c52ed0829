/** The manager's page: a unit's released figures with their interval. Never a person. */
import { get } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { number, say } from '../i18n.js';
import '../parts/alerts.js';
import '../parts/before-sending.js';
import '../parts/share-chart.js';
import '../parts/heat-strip.js';
import '../parts/reports.js';
import { indented, unitTree } from '../parts/units.js';

const figuresOf = (unit) => `/api/v1/figures?unit=${encodeURIComponent(unit)}`;

class Figures extends Loaded {
  static properties = { unit: {} };

  load = () => get(figuresOf(this.unit));

  updated(changed) {
    if (changed.has('unit') && changed.get('unit') !== undefined) this.reload();
  }

  content({ unit, figures }) {
    return figures.map(({ indicator, display, sentence, averages }) => html`
      <article class="figure">
        <h3>${t(`indicator.${indicator}`)}</h3>
        <p class="headline">${display ? say(display) : '–'}</p>
        <p>${say(sentence)}</p>
        ${averages.length > 1
          ? html`<fe-share-chart .points=${averages.map((a) => ({ week: a.to, ...a }))}
              .label=${t(averages.at(-1).weeks === 1 ? 'figures.chart.1' : 'figures.chart', { n: averages.at(-1).weeks, unit: say(unit.name) })}></fe-share-chart>`
          : nothing}
      </article>`);
  }
}

class UnitFigures extends Loaded {
  static properties = { ...Loaded.properties, unit: { state: true } };

  async load() {
    const { units, own } = await get('/api/v1/units');
    const tree = unitTree(units);
    return { units: tree, own: tree.find((u) => u.id === own), nearest: await this.#nearest(tree, own) };
  }

  /** One's own unit, or the next larger one that is reported. */
  async #nearest(units, own) {
    const find = (id) => units.find((u) => u.id === id);
    for (let unit = find(own); unit; unit = find(unit.parent)) {
      const { figures } = await get(figuresOf(unit.id));
      if (figures.some((f) => f.averages.length)) return unit;
    }
    return units[0];
  }

  content({ units, own, nearest }) {
    const unit = this.unit ?? nearest?.id;
    return html`
      <section class="card" aria-labelledby="figures-title">
        <h2 id="figures-title">${t('figures.title')}</h2>
        <label>${t('figures.unit')}
          <select @change=${(e) => { this.unit = e.target.value; }}>
            ${units.map((u) => html`<option value=${u.id} ?selected=${u.id === unit}>${indented(u)} (${number(u.total)})</option>`)}
          </select></label>
        ${own && own !== nearest && unit === nearest.id ? html`<p class="notice">${t('figures.larger', { unit: say(own.name) })}</p>` : nothing}
        ${unit ? html`<fe-figures .unit=${unit}></fe-figures>` : html`<p>${t('figures.none')}</p>`}
      </section>`;
  }
}

customElements.define('fe-figures', Figures);
customElements.define('fe-unit-figures', UnitFigures);

export const sections = [
  { id: 'alerts', show: () => html`<fe-alerts></fe-alerts>` },
  { id: 'sending', show: () => html`<fe-before-sending></fe-before-sending>` },
  { id: 'figures', show: () => html`<fe-unit-figures></fe-unit-figures><fe-heat-strip></fe-heat-strip>` },
  { id: 'reports', show: () => html`<fe-reports></fe-reports>` },
];
