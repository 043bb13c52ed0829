import { svg } from 'lit';
import { Element, html, nothing, t } from '../element.js';
import { clock } from '../i18n.js';

const WIDTH = 480;
const HEIGHT = 28;
const DAY = 24 * 60 * 60 * 1000;

/** The next 24 hours as a strip: one band a stretch, named for screen readers as a list. */
class DayStrip extends Element {
  static properties = { stretches: {}, now: {}, zone: {} };

  render() {
    const from = new Date(this.now).getTime();
    const x = (instant) => Math.min(1, Math.max(0, (new Date(instant).getTime() - from) / DAY)) * WIDTH;
    let free = 0; // where the next label may begin: two never lie upon each other
    const label = (at) => {
      if (at < free || at > WIDTH - 36) return false;
      free = at + 44;
      return true;
    };
    const bands = (this.stretches ?? []).filter((s) => x(s.end) > x(s.start));
    return html`
      <svg class="strip" viewBox="0 0 ${WIDTH} ${HEIGHT + 18}" role="img" aria-label=${t('strip.label')}>
        ${bands.map((s) => svg`
          <rect class="band ${s.state}" x=${x(s.start)} y="0" width=${x(s.end) - x(s.start)} height=${HEIGHT}>
            <title>${t(`state.${s.state}`)} ${clock(s.start, this.zone)}–${clock(s.end, this.zone)}</title>
          </rect>
          ${label(x(s.start)) ? svg`<text x=${x(s.start)} y=${HEIGHT + 14}>${
            x(s.start) === 0 ? t('strip.now') : clock(s.start, this.zone)}</text>` : nothing}`)}
      </svg>
      <ul class="visually-hidden">${bands.map((s) => html`
        <li>${t(`state.${s.state}`)}: ${clock(s.start, this.zone)} – ${clock(s.end, this.zone)}</li>`)}</ul>`;
  }
}

customElements.define('fe-day-strip', DayStrip);
