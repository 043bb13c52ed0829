/** Measures: what HR and works council agree to do about a figure, what it takes, and what the releases say of it. */
import { repeat } from 'lit-html/directives/repeat.js';
import { act, get, post } from '../api.js';
import { Loaded, html, nothing, outcome, problemCard, t } from '../element.js';
import { amount, date, number, percent, period, say } from '../i18n.js';
import { wordGiven } from '../waiting.js';
import './share-chart.js';
import { indented, unitTree } from './units.js';

const URL = '/api/v1/measures';
const HORIZONS = ['SHORT', 'MIDDLE', 'LONG'];
const INDICATORS = ['contacts-outside-window', 'meetings-outside-frame', 'rest-cut-short', 'meetings-without-break', 'telework-day'];


class Measures extends Loaded {
  static properties = { ...Loaded.properties, said: { state: true }, trends: { state: true }, side: {} };

  trends = {};

  async load() {
    const [all, units] = await Promise.all([get(URL), get('/api/v1/units')]);
    return { ...all, units: unitTree(units.units) };
  }

  async #do(place, step, done) {
    this.said = undefined;
    try {
      await step();
      this.said = { place, text: t(done) };
      wordGiven();
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = { place, text: problem.message, refused: true };
    }
    await this.reload();
  }

  #say = (m, word, body = {}) =>
    this.#do(m.id, () => act('POST', `${URL}/${m.id}/${word}`, body, `"${m.version}"`), `measures.${word}.done`);

  #dated = (event, m, word) => {
    event.preventDefault();
    return this.#say(m, word, { on: new FormData(event.target).get('on') });
  };

  async #trend(event, m) {
    if (!event.target.open || this.trends[m.id]) return;
    let trend;
    try {
      trend = await get(`${URL}/${m.id}/trend`);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      trend = { problem };
    }
    this.trends = { ...this.trends, [m.id]: trend };
  }

  #propose = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const number = form.get('number');
    return this.#do('new', () => post(URL, {
      title: { de: form.get('title'), en: form.get('title_en') },
      horizon: form.get('horizon'),
      owner: form.get('owner'),
      scope: form.get('scope') || undefined,
      due: form.get('due'),
      indicator: form.get('indicator'),
      staff_days: form.get('staff_days') || undefined,
      euros: form.get('euros') || undefined,
      resolution: number ? { number, date: form.get('decided') } : undefined,
    }), 'measures.proposed');
  };

  content({ measures, totals, units }) {
    return html`
      <section class="card" aria-labelledby="measures-title">
        <h2 id="measures-title">${t('measures.title')}</h2>
        <p>${t('measures.lead')}</p>
        ${measures.length ? nothing : html`<p>${t('measures.none')}</p>`}
        ${HORIZONS.map((horizon) => this.#horizon(horizon, measures, totals))}
        ${this.#form(units)}
        <p class="actions">
          <a class="button" href="${URL}/table.csv?language=${document.documentElement.lang}" download>${t('measures.csv')}</a></p>
      </section>`;
  }

  #horizon(horizon, measures, totals) {
    const shown = measures.filter((m) => (m.plan ?? m.proposal.plan).horizon === horizon);
    const sum = totals.find((x) => x.horizon === horizon);
    if (!shown.length) return nothing;
    return html`
      <h3>${t(`measures.horizon.${horizon}`)}</h3>
      <p class="small">${t('measures.sum', this.#sum(sum.agreed))}
        ${sum.proposed.measures ? t('measures.sum.proposed', this.#sum(sum.proposed)) : nothing}</p>
      ${repeat(shown, ({ id }) => id, (m) => this.#one(m))}`;
  }

  #sum = (s) => ({ n: number(s.measures), days: amount(s.staff_days), euros: amount(s.euros) });

  #one(m) {
    const plan = m.plan ?? m.proposal.plan;
    const waiting = m.state !== 'DROPPED' && m.proposal;
    return html`
      <details class="measure" id=${m.id}>
        <summary><strong>${say(plan.title)}</strong>
          <span class="small">${t(`measures.state.${m.state}`)} · ${t('measures.due', { at: date(plan.due) })}
            ${waiting && m.plan ? html` · ${t('measures.waits')}` : nothing}</span></summary>
        ${this.#plan(plan, m)}
        ${waiting ? this.#waiting(m) : nothing}
        ${this.#steps(m)}
        ${outcome(this.said, m.id)}
        <details @toggle=${(e) => this.#trend(e, m)}><summary>${t('measures.trend')}</summary>${this.#effect(m)}</details>
      </details>`;
  }

  #plan(p, m = {}) {
    const line = (key, value) => (value ? html`<dt>${t(`measures.${key}`)}</dt><dd>${value}</dd>` : nothing);
    return html`
      <dl>
        ${line('owner', say(p.owner.name))}
        ${line('scope', p.scope ? say(p.scope.name) : t('measures.everybody'))}
        ${line('indicator', t(`indicator.${p.indicator}`))}
        ${line('staff_days', amount(p.staff_days))}
        ${line('euros', amount(p.euros))}
        ${line('resolution', p.resolution && `${p.resolution.number}, ${date(p.resolution.date)}`)}
        ${line('begun', m.begun && date(m.begun))}
        ${line('done', m.done && date(m.done))}
      </dl>`;
  }

  #waiting(m) {
    const mine = m.proposal.by === this.side;
    return html`
      <div class="figure">
        <h4>${t(mine ? 'measures.mine' : `measures.theirs.${m.proposal.by}`)}</h4>
        ${m.proposal.plan ? (m.plan ? html`<p>${say(m.proposal.plan.title)} · ${t(`measures.horizon.${m.proposal.plan.horizon}`)} · ${t('measures.due', { at: date(m.proposal.plan.due) })}</p>${this.#plan(m.proposal.plan)}` : nothing)
          : html`<p>${t('measures.abandon.proposed')}</p>`}
        <p class="actions">
          ${mine ? nothing : html`<button type="button" class="primary" @click=${() => this.#say(m, 'agreement')}>${t('measures.agree')}</button>`}
          <button type="button" @click=${() => this.#say(m, 'refusal')}>${t(mine ? 'measures.withdraw' : 'measures.refuse')}</button></p>
      </div>`;
  }

  #steps(m) {
    const dated = (word) => html`
      <form class="fields" @submit=${(e) => this.#dated(e, m, word)}>
        <label>${t(`measures.${word}.on`)} <input type="date" name="on" required value=${new Date().toISOString().slice(0, 10)}></label>
        <button>${t(`measures.${word}`)}</button></form>`;
    return html`
      ${m.state === 'AGREED' ? dated('beginning') : nothing}
      ${m.state === 'RUNNING' ? dated('completion') : nothing}
      ${['AGREED', 'RUNNING'].includes(m.state) && !m.proposal ? html`
        <p class="actions"><button type="button" class="quiet" @click=${() => this.#say(m, 'abandonment')}>${t('measures.abandonment')}</button></p>` : nothing}`;
  }

  #effect(m) {
    const effect = this.trends[m.id];
    if (!effect) return html`<p class="loading" role="status">${t('app.loading')}</p>`;
    if (effect.problem) return problemCard(effect.problem);
    const { comparison, trend } = effect;
    const side = (key, figure) => html`
      <div class="figure"><h4>${t(`measures.${key}`)}</h4>
        ${figure.display ? html`<p class="headline">${say(figure.display)}</p>
          <p class="small">${t('measures.interval', { low: percent(figure.averages[0].low), high: percent(figure.averages[0].high), from: period(figure.averages[0].from), to: period(figure.averages[0].to) })}</p>`
          : html`<p class="small">${say(figure.sentence)}</p>`}</div>`;
    return html`
      ${comparison ? html`<div class="columns">${side('before', comparison.before)}${side('after', comparison.after)}</div>
        <p><strong>${t(comparison.significant ? 'measures.significant' : 'measures.not-significant')}</strong> ${say(comparison.sentence)}</p>`
        : html`<p>${t('measures.not-begun')}</p>`}
      ${trend.averages.length ? html`<fe-share-chart .points=${trend.averages.map((a) => ({ ...a, week: a.to }))}
        .marks=${[effect.begun, effect.done].filter(Boolean)} .label=${t('measures.chart', { indicator: t(`indicator.${trend.indicator}`) })}></fe-share-chart>`
        : html`<p class="small">${say(trend.sentence)}</p>`}`;
  }

  #form(units) {
    const options = units.map((u) => html`<option value=${u.id}>${indented(u)}</option>`);
    return html`
      <details><summary>${t('measures.new')}</summary>
        <p class="small">${t('measures.new.lead')}</p>
        <form class="fields" @submit=${this.#propose}>
          <label class="wide">${t('measures.name')} <input name="title" required maxlength="200"></label>
          <label class="wide">${t('measures.name.en')} <input name="title_en" required maxlength="200"></label>
          <label>${t('measures.horizon')} <select name="horizon">${HORIZONS.map((h) => html`<option value=${h}>${t(`measures.horizon.${h}`)}</option>`)}</select></label>
          <label>${t('measures.due.label')} <input type="date" name="due" required></label>
          <label>${t('measures.owner')} <select name="owner" required>${options}</select></label>
          <label>${t('measures.scope')} <select name="scope"><option value="">${t('measures.everybody')}</option>${options}</select></label>
          <label>${t('measures.indicator')} <select name="indicator">${INDICATORS.map((i) => html`<option value=${i}>${t(`indicator.${i}`)}</option>`)}</select></label>
          <label>${t('measures.staff_days')} <input type="number" name="staff_days" min="0" step="0.25"></label>
          <label>${t('measures.euros')} <input type="number" name="euros" min="0" step="0.01"></label>
          <label>${t('measures.resolution')} <input name="number" maxlength="60"></label>
          <label>${t('measures.decided')} <input type="date" name="decided"></label>
          <button class="primary">${t('measures.propose')}</button>
        </form>
        ${outcome(this.said, 'new')}
      </details>`;
  }
}

customElements.define('fe-measures', Measures);
