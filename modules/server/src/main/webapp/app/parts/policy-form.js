/** A form made from the published schema: what the schema does not know cannot be asked, and what it says stands beside the field. */
import { inWords as lasting, iso } from '../durations.js';
import { Element, html, nothing, t } from '../element.js';
import { language } from '../i18n.js';
import { word } from '../words.js';

/** A schema's text in the reader's language. */
const said = (schema, what) => (language() === 'de' ? schema['x-de']?.[what] : schema[what]) ?? schema[what] ?? '';
const inWords = (list, id) => list?.find((entry) => entry.id === id)?.[language()] ?? '';

const without = (object, key) => Object.fromEntries(Object.entries(object).filter(([k]) => k !== key));
const replaced = (list, at, value) => list.map((old, i) => (i === at ? value : old));
/** The same keys in the same order, one of them under another name. */
const renamed = (object, key, name) => Object.fromEntries(Object.entries(object).map(([k, v]) => [k === key ? name : k, v]));

class PolicyForm extends Element {
  static properties = { schema: {}, value: {}, complaints: {} };
  static #forms = 0;

  #form = `policy-${++PolicyForm.#forms}`; // a page may show several
  #opened = new Set(); // groups somebody opened, or something was wrong in, stay open when it is mended

  #set(key, value) {
    const changed = value === undefined || value === '' ? without(this.value, key) : { ...this.value, [key]: value };
    this.dispatchEvent(new CustomEvent('fe-policy-changed', { detail: changed }));
  }

  render() {
    if (!this.schema || !this.value) return nothing;
    const keys = Object.entries(this.schema.properties);
    for (const [key, s] of keys) if (this.#wrong(`/${key}`).length) this.#opened.add(s['x-group']);
    return html`${this.schema['x-groups'].map((group, i) => html`
      <details ?open=${i === 0 || this.#opened.has(group.id)} @toggle=${(e) => this.#opened[e.target.open ? 'add' : 'delete'](group.id)}>
        <summary>${group[language()]}</summary>
        ${keys.filter(([, s]) => s['x-group'] === group.id).map(([key, s]) => this.#key(key, s))}
      </details>`)}`;
  }

  #wrong(path) {
    return (this.complaints ?? []).filter((c) => c.path === path || c.path.startsWith(`${path}/`));
  }

  #key(key, schema) {
    const wrong = this.#wrong(`/${key}`);
    return html`<div class="policy-key" data-key=${key}>
      ${this.#field(schema, this.value[key], `${this.#form}-${key}`, said(schema, 'title') || key, (value) => this.#set(key, value))}
      <p class="small">${said(schema, 'description')}
        ${schema['x-law'] ? html` ${t('policy.law')} ${schema['x-law'][language()]}.` : nothing}
        ${schema['x-goal'] ? html` ${t('policy.goal')} ${inWords(this.schema['x-goals'], schema['x-goal'])}.` : nothing}</p>
      ${wrong.map((c) => html`<p class="problem" role="alert">${c.what[language()]}${c.article ? html` <strong>${c.article}</strong>` : nothing}</p>`)}
    </div>`;
  }

  /** One value of whatever kind the schema says; what is inside comes back through here. */
  #field(schema, value, id, label, set) {
    const s = schema.$ref ? { ...this.schema.$defs[schema.$ref.split('/').at(-1)], ...without(schema, '$ref') } : schema;
    if (s['x-unit'] === 'weekly') return this.#map(s, value, label, set, ['MON-FRI', '08:00-16:00']);
    if (s['x-unit'] === 'hours') return this.#hours(value ?? ['', ''], label, set);
    if (s.enum) return this.#choice(s.enum, value, id, label, set);
    if (s.type === 'boolean') return html`<label><input type="checkbox" id=${id} .checked=${value === true} @change=${(e) => set(e.target.checked)}> ${label}</label>`;
    if (s.type === 'array' && s.items.enum) return this.#choices(s.items.enum, value ?? [], label, set);
    if (s.type === 'array') return this.#list(s, value ?? [], id, label, set);
    if (s.patternProperties) return this.#map(s, value, label, set, ['', Object.values(s.patternProperties)[0].type === 'array' ? [] : '']);
    if (s.type === 'object') return this.#object(s, value ?? {}, id, label, set);
    if (['duration', 'period'].includes(s['x-unit'])) return this.#length(s, value, id, label, set);
    return this.#plain(s, value, id, label, set);
  }

  #length(s, value, id, label, set) {
    return html`<label for=${id}>${label} <input id=${id} placeholder=${lasting(s.examples?.[0])} .value=${lasting(value)} @change=${(e) => set(iso(e.target.value))}></label>`;
  }

  #plain(s, value, id, label, set) {
    const type = s.format === 'date' ? 'date' : s['x-unit'] === 'time' ? 'time' : s.type === 'integer' ? 'number' : 'text';
    return html`<label for=${id}>${label} <input id=${id} type=${type} min=${s.minimum ?? nothing} max=${s.maximum ?? nothing}
      placeholder=${s.examples?.[0] ?? nothing} .value=${value ?? ''}
      @change=${(e) => set(type === 'number' && e.target.value !== '' ? Number(e.target.value) : e.target.value)}></label>`;
  }

  #word(raw) {
    return this.schema['x-words'][raw]?.[language()] ?? word(raw);
  }

  #choice(words, value, id, label, set) {
    return html`<label for=${id}>${label} <select id=${id} @change=${(e) => set(e.target.value)}>
      <option value="" ?selected=${value === undefined}></option>
      ${words.map((raw) => html`<option value=${raw} ?selected=${raw === value}>${this.#word(raw)}</option>`)}</select></label>`;
  }

  #choices(words, value, label, set) {
    return html`<fieldset><legend>${label}</legend>${words.map((raw) => html`<label><input type="checkbox" .checked=${value.includes(raw)}
      @change=${(e) => set(words.filter((w) => (w === raw ? e.target.checked : value.includes(w))))}> ${this.#word(raw)}</label>`)}</fieldset>`;
  }

  #hours([from, to], label, set) {
    const both = (a, b) => set(a || b ? [a, b] : undefined);
    return html`<fieldset class="window-row"><legend>${label}</legend>
      <label>${t('windows.from')} <input type="time" .value=${from} @change=${(e) => both(e.target.value, to)}></label>
      <label>${t('windows.to')} <input type="time" .value=${to} @change=${(e) => both(from, e.target.value)}></label></fieldset>`;
  }

  #object(s, value, id, label, set) {
    return html`<fieldset><legend>${label}</legend>${Object.entries(s.properties).map(([key, inner]) => this.#field(
      inner, value[key], `${id}-${key}`, said(inner, 'title') || word(key),
      (changed) => set(changed === undefined || changed === '' ? without(value, key) : { ...value, [key]: changed })))}</fieldset>`;
  }

  #list(s, value, id, label, set) {
    return html`<fieldset><legend>${label}</legend>${value.map((entry, i) => html`<div class="policy-row">
        ${this.#field(s.items, entry, `${id}-${i}`, `${label} ${i + 1}`, (changed) => set(replaced(value, i, changed)))}
        ${this.#drop(`${label} ${i + 1}`, () => set(value.filter((_, at) => at !== i)))}</div>`)}
      <button type="button" @click=${() => set([...value, s.items.type === 'object' ? {} : ''])}>${t('policy.add')}</button></fieldset>`;
  }

  /** Names that are data, such as days of the week or quarters. */
  #map(s, value, label, set, [freshKey, freshValue]) {
    const inner = Object.values(s.patternProperties)[0];
    const entries = Object.entries(value ?? {});
    return html`<fieldset><legend>${label}</legend>${entries.map(([key, entry], i) => html`<div class="policy-row">
        <label>${t('policy.key')} <input .value=${key} @change=${(e) => set(renamed(value, key, e.target.value))}></label>
        ${this.#field(inner, entry, `${this.#form}-${label}-${i}`, t('policy.value'), (changed) => set({ ...value, [key]: changed ?? '' }))}
        ${this.#drop(key, () => set(without(value, key)))}</div>`)}
      <button type="button" @click=${() => set({ ...value, [freshKey]: freshValue })}>${t('policy.add')}</button></fieldset>`;
  }

  #drop(name, drop) {
    return html`<button type="button" class="quiet" aria-label="${t('policy.drop')} ${name}" @click=${drop}>✕</button>`;
  }
}

customElements.define('fe-policy-form', PolicyForm);
