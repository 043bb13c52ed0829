/** People and units from a file: tried first, then taken whole or not at all. */
import { postFile } from '../api.js';
import { Element, html, nothing, t } from '../element.js';
import { number } from '../i18n.js';
import { accountOf } from './account.js';
import './file-field.js';

const TYPE = 'text/csv';

class PeopleImport extends Element {
  static properties = { account: { state: true }, said: { state: true }, busy: { state: true } };

  file = null;
  complete = false;

  #path = (dryRun) => `/api/v1/directory/import?dry-run=${dryRun}&complete=${this.complete}`;

  async #send(dryRun) {
    this.busy = true;
    this.said = t('import.busy');
    try {
      this.account = await postFile(this.#path(dryRun), this.file, TYPE);
      this.said = this.#sentence(this.account);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.account = undefined;
      this.said = problem.message;
    } finally {
      this.busy = false;
    }
  }

  #sentence({ applied, steps, complaints }) {
    if (complaints.length) return t('import.wrong', { n: number(complaints.length) });
    if (applied) return t('import.applied');
    return steps.length ? t('import.ready') : t('import.same');
  }

  #chosen = (event) => {
    [this.file] = event.target.files;
    this.account = undefined;
    this.said = undefined;
    this.requestUpdate();
  };

  #tried = (event) => {
    event.preventDefault();
    this.complete = event.target.elements.complete.checked;
    this.#send(true);
  };

  render() {
    const a = this.account;
    const ready = a && !a.applied && !a.complaints.length && a.steps.length;
    return html`
      <section class="card" aria-labelledby="import-title" aria-busy=${this.busy ? 'true' : 'false'}>
        <h2 id="import-title">${t('import.title')}</h2>
        <p>${t('import.lead')}</p>
        <form @submit=${this.#tried}>
          <label>${t('import.file')} <fe-file name="file" accept=".csv,.txt,text/csv" required @change=${this.#chosen}></fe-file></label>
          <label><input type="checkbox" name="complete"> ${t('import.complete')}</label>
          <p class="actions"><button ?disabled=${this.busy}>${t('import.try')}</button>
            ${ready ? html`<button type="button" class="primary" ?disabled=${this.busy} @click=${() => this.#send(false)}>${t('import.apply')}</button>` : nothing}</p>
        </form>
        <p role="status">${this.said ?? nothing}</p>
        ${a ? accountOf(a) : nothing}
      </section>`;
  }
}

customElements.define('fe-people-import', PeopleImport);
