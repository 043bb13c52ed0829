/** My calendar: times handed in as VAVAILABILITY, and secret addresses at which others read when I am free. */
import { get, post, remove, upload } from '../api.js';
import { html, nothing, problemCard, t } from '../element.js';
import { moment } from '../i18n.js';
import { CALENDAR, preview } from './calendar-preview.js';
import { OwnTimes, saved } from './own-times.js';
import './file-field.js';

const FEEDS = '/api/v1/me/feeds';

class Feeds extends OwnTimes {
  static properties = {
    ...OwnTimes.properties, fresh: { state: true }, taken: { state: true }, said: { state: true },
  };

  async load() {
    const [{ feeds }, settings] = await Promise.all([get(FEEDS), get('/api/v1/me/settings')]);
    return { feeds, zone: settings.zone, kept: Boolean(settings.availability) };
  }

  async #do(step) {
    this.taken = this.said = undefined;
    if (await this.attempt(step)) await this.reload();
  }

  #create = () => this.#do(async () => { this.fresh = await post(FEEDS, {}); });

  #revoke = (id) => this.#do(async () => {
    await remove(`${FEEDS}/${id}`);
    if (this.fresh?.id === id) this.fresh = undefined;
    this.said = t('feeds.revoked');
  });

  /** The file is tried first: what it would mean is shown before it counts. */
  #hand = (event) => {
    const [file] = event.target.files;
    if (!file) return undefined;
    return this.#do(async () => {
      this.file = await file.text();
      event.target.value = '';
      this.taken = await upload(`${CALENDAR}?dry-run=true`, this.file, 'text/calendar');
    });
  };

  #keep = () => this.#do(async () => {
    await upload(CALENDAR, this.file, 'text/calendar');
    this.said = t('windows.saved');
    saved(this);
  });

  #take = () => this.#do(async () => {
    await remove(CALENDAR);
    this.said = t('availability.removed');
    saved(this);
  });

  content({ feeds, zone, kept }) {
    return html`
      <section class="card" aria-labelledby="feeds-title">
        <h2 id="feeds-title">${t('feeds.title')}</h2>
        <h3>${t('availability.title')}</h3>
        <p>${t('availability.lead')}</p>
        <p><label>${t('availability.file')} <fe-file inputId="availability-file" accept=".ics,text/calendar" @change=${this.#hand}></fe-file></label></p>
        ${this.taken ? html`
          ${preview(this.taken)}
          ${this.taken.outside_frame.length ? html`
            <p>${t('availability.outside')}</p>
            <ul>${this.taken.outside_frame.map((s) => html`<li>${moment(s.from, zone)} – ${moment(s.to, zone)}</li>`)}</ul>` : nothing}
          <p class="actions"><button type="button" class="primary" id="keep-availability" @click=${this.#keep}>${t('availability.keep')}</button>
            <button type="button" class="quiet" @click=${() => { this.taken = undefined; }}>${t('availability.drop')}</button></p>` : nothing}
        ${kept ? html`
          <p>${t('availability.kept')}</p>
          <p class="actions"><a href=${CALENDAR} download="availability.ics">${t('availability.download')}</a>
            <button type="button" class="quiet" @click=${this.#take}>${t('availability.remove')}</button></p>` : nothing}
        ${this.refused ? problemCard(this.refused) : nothing}
        <p role="status">${this.said ?? nothing}</p>
        <h3>${t('feeds.addresses')}</h3>
        <p>${t('feeds.lead')}</p>
        ${this.fresh ? html`
          <div role="status">
            <p>${t('feeds.once')}</p>
            <label>availability.ics <input type="text" readonly .value=${this.fresh.availability}></label>
            <label>freebusy.ics <input type="text" readonly .value=${this.fresh.freebusy}></label>
          </div>` : nothing}
        ${feeds.length ? html`<ul>${feeds.map(({ id, created }) => html`
          <li>${t('feeds.since', { moment: moment(created, zone) })}
            <button type="button" class="quiet" @click=${() => this.#revoke(id)}
              aria-label="${t('feeds.revoke')}: ${t('feeds.since', { moment: moment(created, zone) })}">${t('feeds.revoke')}</button></li>`)}</ul>`
          : html`<p>${t('feeds.none')}</p>`}
        <p><button type="button" id="new-feed" @click=${this.#create}>${t('feeds.create')}</button></p>
      </section>`;
  }
}

customElements.define('fe-feeds', Feeds);
