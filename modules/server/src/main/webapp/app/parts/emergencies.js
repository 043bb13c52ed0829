/** Emergencies by the sender's role, looked at afterwards. Who called and whom is stored nowhere. */
import { act, get } from '../api.js';
import { Loaded, html, nothing, t } from '../element.js';
import { list, moment, number } from '../i18n.js';

const named = (roles) => list(roles.map((role) => t(`sender.${role}`)));

class Emergencies extends Loaded {
  static properties = { ...Loaded.properties, said: { state: true } };

  load = () => get('/api/v1/emergencies');

  async #judge(id, verdict) {
    try {
      await act('POST', `/api/v1/emergencies/${id}/judgement`, { verdict });
      this.said = t('emergencies.judged');
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.said = problem.message;
    }
    await this.reload();
  }

  content({ counted_days: days, zone, roles, emergencies }) {
    return html`
      <section class="card" aria-labelledby="emergencies-title">
        <h2 id="emergencies-title">${t('emergencies.title')}</h2>
        <p>${t('emergencies.lead', { days })}</p>
        <p role="status">${this.said ?? nothing}</p>
        ${emergencies.length ? this.#tables(zone, roles, emergencies) : html`<p>${t('emergencies.none')}</p>`}
      </section>`;
  }

  #tables(zone, roles, emergencies) {
    return html`
      <div class="scroll" tabindex="0"><table>
        <thead><tr><th scope="col">${t('emergencies.role')}</th><th scope="col">${t('emergencies.count')}</th>
          <th scope="col">${t('emergencies.wrong')}</th><th scope="col">${t('emergencies.second')}</th></tr></thead>
        <tbody>${roles.map((r) => html`<tr><th scope="row">${named(r.roles)}</th><td>${number(r.emergencies)}</td>
          <td>${number(r.wrong)}</td><td>${t(r.second_person ? 'app.yes' : 'app.no')}</td></tr>`)}</tbody>
      </table></div>
      <div class="scroll" tabindex="0"><table>
        <thead><tr><th scope="col">${t('emergencies.hour')}</th><th scope="col">${t('emergencies.role')}</th>
          <th scope="col">${t('emergencies.reason')}</th><th scope="col">${t('emergencies.verdict')}</th></tr></thead>
        <tbody>${emergencies.toReversed().map((e) => html`<tr><th scope="row">${moment(e.hour, zone)}</th><td>${named(e.roles)}</td>
          <td>${t(`reason.${e.reason}`)}</td><td>${e.verdict ? t(`verdict.${e.verdict}`) : this.#open(e, zone)}</td></tr>`)}</tbody>
      </table></div>`;
  }

  #open(e, zone) {
    return html`
      ${e.confirm_by ? html`<p>${t(e.overdue ? 'emergencies.overdue' : 'emergencies.confirm', { by: moment(e.confirm_by, zone) })}</p>` : nothing}
      <span class="actions">${['EMERGENCY', 'NO_EMERGENCY'].map((verdict) => html`
        <button type="button" @click=${() => this.#judge(e.id, verdict)}>${t(`verdict.${verdict}`)}</button>`)}</span>`;
  }
}

customElements.define('fe-emergencies', Emergencies);
