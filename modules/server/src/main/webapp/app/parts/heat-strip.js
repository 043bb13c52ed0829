/** Shares by unit and quarter: a table whose cells are tinted, and the change since a year before in words. */
import { get } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { interval, period, say, share } from '../i18n.js';

class HeatStrip extends Loaded {
  static properties = { ...Loaded.properties, indicator: { state: true } };

  load = () => get(`/api/v1/figures/quarters?indicator=${this.indicator ?? 'contacts-outside-window'}`);

  #choose = (event) => {
    this.indicator = event.target.value;
    this.reload();
  };

  content({ indicator, indicators, units }) {
    const quarters = [...new Set(units.flatMap((u) => u.quarters.map((q) => q.quarter)))].sort();
    return html`
      <section class="card" aria-labelledby="strip-title">
        <h2 id="strip-title">${t('quarters.title')}</h2>
        <p>${t('quarters.lead')}</p>
        <p class="notice" id="why-nobody">${t('nobody')}</p>
        <label>${t('releases.indicator')}
          <select @change=${this.#choose}>
            ${indicators.map((i) => html`<option value=${i} ?selected=${i === indicator}>${t(`indicator.${i}`)}</option>`)}
          </select></label>
        ${quarters.length ? html`<div class="scroll" tabindex="0"><table class="heat">
          <thead><tr><th scope="col">${t('figures.unit')}</th>${quarters.map((q) => html`<th scope="col">${period(q)}</th>`)}</tr></thead>
          <tbody>${units.map(({ unit, quarters: cells }) => html`
            <tr><th scope="row">${say(unit.name)}</th>
              ${quarters.map((q) => this.#cell(cells.find((c) => c.quarter === q)))}</tr>`)}</tbody>
        </table></div>` : html`<p>${t('figures.none')}</p>`}
      </section>`;
  }

  #cell(cell) {
    if (!cell?.text) return html`<td title=${cell ? say(cell.sentence) : t('quarters.not')}>–</td>`;
    return html`<td class="heat-${Math.round(cell.share * 6)}" title=${say(cell.sentence)}>${share(cell.text)}
      <div class="small">${interval(cell)}</div>
      ${cell.change?.significant
        ? html`<div class="small" title=${say(cell.change.sentence)}>${cell.change.points > 0 ? '▲ +' : '▼ −'}${Math.abs(cell.change.points)}</div>`
        : cell.change ? html`<div class="small" title=${say(cell.change.sentence)}>≈</div>` : nothing}</td>`;
  }
}

customElements.define('fe-heat-strip', HeatStrip);
