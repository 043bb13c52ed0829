/** Units moved, merged and split from a quarter on: looked at, proposed, confirmed, withdrawn. */
import { act, get, postFile } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { date, number, period } from '../i18n.js';
import { wordGiven } from '../waiting.js';
import { accountOf } from './account.js';
import './file-field.js';

const PATH = '/api/v1/directory/reorganisations';
const AHEAD = 4;

/** 2026-Q4 → 2027-Q1 */
const after = (quarter) => (quarter.endsWith('4') ? `${+quarter.slice(0, 4) + 1}-Q1` : `${quarter.slice(0, 6)}${+quarter.slice(6) + 1}`);

const quarters = (first) => Array.from({ length: AHEAD - 1 }).reduce((all) => [...all, after(all.at(-1))], [first]);

class Reorganisations extends Loaded {
  static properties = { ...Loaded.properties, account: { state: true }, shown: { state: true }, said: { state: true }, busy: { state: true } };

  file = null;

  load = () => get(PATH);

  /** Whatever goes wrong is said where whoever did it looks. */
  async #doing(step) {
    this.busy = true;
    this.said = t('import.busy');
    try {
      this.said = await step();
      wordGiven();
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = problem.message;
    } finally {
      this.busy = false;
    }
  }

  #send = (dryRun) => this.#doing(async () => {
    this.shown = undefined;
    const form = this.querySelector('form').elements;
    this.account = await postFile(`${PATH}?quarter=${form.quarter.value}&dry-run=${dryRun}`, this.file, 'text/csv');
    if (this.account.complaints.length) return t('import.wrong', { n: number(this.account.complaints.length) });
    if (dryRun) return this.account.steps.length ? t('reorganise.ready') : t('import.same');
    await this.reload();
    return t('reorganise.proposed');
  });

  #look = (quarter) => this.#doing(async () => {
    this.account = undefined;
    this.shown = await get(`${PATH}/${quarter}`);
    return t('reorganise.shown', { quarter: period(quarter) });
  });

  #confirm = (quarter) => this.#doing(async () => {
    await act('POST', `${PATH}/${quarter}/confirmation`, {});
    await this.reload();
    return t('reorganise.confirmed', { quarter: period(quarter) });
  });

  #withdraw = (quarter) => this.#doing(async () => {
    await act('DELETE', `${PATH}/${quarter}`);
    this.shown = undefined;
    await this.reload();
    return t('reorganise.withdrawn', { quarter: period(quarter) });
  });

  #chosen = (event) => {
    [this.file] = event.target.files;
    this.account = undefined;
    this.said = undefined;
  };

  #tried = (event) => {
    event.preventDefault();
    this.#send(true);
  };

  content({ running, next, reorganisations }) {
    const ready = this.account && !this.account.complaints.length && this.account.steps.length;
    return html`
      <section class="card" aria-labelledby="reorganise-title" aria-busy=${this.busy ? 'true' : 'false'}>
        <h2 id="reorganise-title">${t('reorganise.title')}</h2>
        <p>${t('reorganise.lead', { running: period(running) })}</p>
        ${reorganisations.some((r) => r.state === 'refused') ? html`<div class="problem" role="alert"><strong>${t('reorganise.refused.title')}</strong>
          <p>${t('reorganise.refused')}</p></div>` : nothing}
        ${reorganisations.length ? this.#table(reorganisations) : html`<p>${t('reorganise.none')}</p>`}
        <h3>${t('reorganise.new')}</h3>
        <form @submit=${this.#tried}>
          <label>${t('reorganise.quarter')} <select name="quarter">${quarters(next).map((q) => html`<option value=${q}>${period(q)}</option>`)}</select></label>
          <label>${t('import.file')} <fe-file name="file" accept=".csv,.txt,text/csv" required @change=${this.#chosen}></fe-file></label>
          <p class="actions"><button ?disabled=${this.busy}>${t('import.try')}</button>
            ${ready ? html`<button type="button" class="primary" ?disabled=${this.busy} @click=${() => this.#send(false)}>${t('reorganise.propose')}</button>` : nothing}</p>
        </form>
        <p role="status">${this.said ?? nothing}</p>
        ${this.account ? accountOf(this.account) : nothing}
        ${this.shown ? this.#one(this.shown) : nothing}
      </section>`;
  }

  #table(all) {
    return html`<div class="scroll" tabindex="0"><table>
      <thead><tr><th scope="col">${t('reorganise.quarter')}</th><th scope="col">${t('reorganise.state')}</th><th scope="col">${t('reorganise.units')}</th>
        <th scope="col">${t('reorganise.moves')}</th><th scope="col">${t('reorganise.since')}</th><th scope="col">${t('reorganise.do')}</th></tr></thead>
      <tbody>${all.map((r) => html`<tr><th scope="row">${period(r.quarter)}</th><td>${t(`reorganise.state.${r.state}`)}</td><td>${number(r.units)}</td>
        <td>${r.state === 'carried-out' ? '–' : number(r.moves)}</td><td>${date((r.refused ?? r.applied ?? r.confirmed ?? r.proposed).slice(0, 10))}</td>
        <td class="actions">${this.#actions(r)}</td></tr>`)}</tbody>
    </table></div>`;
  }

  #actions({ quarter, state }) {
    if (state === 'carried-out') return nothing;
    return html`
      <button type="button" ?disabled=${this.busy} aria-label=${t('reorganise.look.of', { quarter: period(quarter) })} @click=${() => this.#look(quarter)}>${t('reorganise.look')}</button>
      ${state === 'proposed' ? html`<button type="button" class="primary" ?disabled=${this.busy} aria-label=${t('reorganise.confirm.of', { quarter: period(quarter) })}
        @click=${() => this.#confirm(quarter)}>${t('reorganise.confirm')}</button>` : nothing}
      <button type="button" ?disabled=${this.busy} aria-label=${t('reorganise.withdraw.of', { quarter: period(quarter) })} @click=${() => this.#withdraw(quarter)}>${t('reorganise.withdraw')}</button>`;
  }

  #one({ reorganisation, account }) {
    if (!account) return nothing;
    const fits = !account.complaints.length;
    const state = reorganisation.state === 'refused' && fits ? 'reorganise.was.refused' : fits ? 'reorganise.fits' : 'reorganise.unfit';
    return html`<h3>${t('reorganise.one', { quarter: period(reorganisation.quarter) })}</h3><p>${t(state)}</p>${accountOf(account)}`;
  }
}

customElements.define('fe-reorganisations', Reorganisations);
