import { getVersioned, put } from '../api.js';
import { Loaded, html, nothing, problemCard, t } from '../element.js';
import { DAYS, dayName } from '../i18n.js';
import './week-grid.js';
import { TEMPLATES } from './window-templates.js';

const URL = '/api/v1/me/windows';

/** My availability windows: the week as a picture, each window as a row of fields. */
class WindowsEditor extends Loaded {
  static properties = { ...Loaded.properties, refused: { state: true }, saved: { state: true } };

  async load() {
    const { value, etag } = await getVersioned(URL);
    this.etag = etag;
    return value;
  }

  #change(index, change) {
    const windows = this.data.windows.map((w, i) => (i === index ? { ...w, ...change } : w));
    this.data = { ...this.data, windows, default: false };
    this.saved = false;
  }

  /** Most who add one want the evening, after the children are asleep. */
  #add = () => {
    const windows = [...this.data.windows, { days: ['MON'], from: '20:00', to: '22:00' }];
    this.data = { ...this.data, windows, default: false };
    this.saved = false;
  };

  #template = (event) => {
    const windows = TEMPLATES[event.target.value](this.data.windows);
    event.target.value = '';
    this.data = { ...this.data, windows, default: false };
    this.saved = false;
  };

  #remove(index) {
    this.data = { ...this.data, windows: this.data.windows.filter((_, i) => i !== index), default: false };
    this.saved = false;
  }

  async #store(body) {
    this.refused = undefined;
    try {
      const { value, etag } = await put(URL, body, this.etag);
      this.data = value;
      this.etag = etag;
      this.saved = true;
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.refused = problem;
    }
  }

  #toggle(index, day) {
    const { days } = this.data.windows[index];
    const next = days.includes(day) ? days.filter((d) => d !== day) : [...days, day];
    this.#change(index, { days: DAYS.filter((d) => next.includes(d)) });
  }

  content({ windows, zone, default: isDefault }) {
    return html`
      <section class="card" aria-labelledby="windows-title">
        <h2 id="windows-title">${t('windows.title')}</h2>
        <p>${t(isDefault ? 'windows.default' : 'windows.own')} <span class="small">${t('windows.zone', { zone })}</span></p>
        <fe-week-grid .windows=${windows}></fe-week-grid>
        <form @submit=${(e) => { e.preventDefault(); this.#store({ zone, windows }); }}>
          ${windows.map((window, i) => this.#row(window, i))}
          <p class="actions">
            <label class="visually-hidden" for="window-template">${t('windows.template')}</label>
            <select id="window-template" @change=${this.#template}>
              <option value="">${t('windows.template')}</option>
              ${Object.keys(TEMPLATES).map((key) => html`<option value=${key}>${t(`windows.template.${key}`)}</option>`)}
            </select>
            <button type="button" @click=${this.#add}>${t('windows.add')}</button>
            <button type="submit" class="primary" id="save-windows">${t('windows.save')}</button>
            <button type="button" class="quiet" id="reset-windows" @click=${() => this.#store({ zone, default: true, windows: [] })}>${t('windows.reset')}</button>
          </p>
          ${this.refused ? problemCard(this.refused, () => this.reload()) : nothing}
          <p role="status" class="saved">${this.saved ? t('windows.saved') : nothing}</p>
        </form>
      </section>`;
  }

  #row(window, i) {
    return html`
      <fieldset class="window-row">
        <legend>${t('windows.row', { n: i + 1 })}</legend>
        <span class="days" role="group" aria-label=${t('windows.days')}>
          ${DAYS.map((day) => html`<label class="day"><input type="checkbox" .checked=${window.days.includes(day)}
            @change=${() => this.#toggle(i, day)}><span>${dayName(day)}</span></label>`)}
        </span>
        <label>${t('windows.from')} <input type="time" required .value=${window.from}
          @change=${(e) => this.#change(i, { from: e.target.value })}></label>
        <label>${t('windows.to')} <input type="time" required .value=${window.to === '24:00' ? '00:00' : window.to}
          @change=${(e) => this.#change(i, { to: e.target.value })}></label>
        <button type="button" class="quiet" @click=${() => this.#remove(i)}
          aria-label="${t('windows.remove')} ${i + 1}">✕</button>
      </fieldset>`;
  }
}

customElements.define('fe-windows-editor', WindowsEditor);
