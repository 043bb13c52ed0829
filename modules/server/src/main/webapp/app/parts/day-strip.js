import { svg } from 'lit';
import { Element, html, nothing, t } from '../element.js';
import { clock } from '../i18n.js';

const WIDTH = 480;
const HEIGHT = 28;
const LABEL = 58; // of the size a phone shows
const FOOT = 22;
const DAY = 24 * 60 * 60 * 1000;

/** The next 24 hours as a strip: one band a stretch, named for screen readers as a list. */
class DayStrip extends Element {
  static properties = { stretches: {}, now: {}, zone: {} };

  render() {
    const from = new Date(this.now).getTime();
    const x = (instant) => Math.min(1, Math.max(0, (new Date(instant).getTime() - from) / DAY)) * WIDTH;
    let free = 0; // where the next label may begin: two never lie upon each other
    const label = (at) => {
      const last = at > WIDTH - LABEL;
      if ((last ? WIDTH - LABEL : at) < free) return undefined;
      free = last ? WIDTH : at + LABEL + 8;
      return last ? { x: WIDTH, anchor: 'end' } : { x: at, anchor: 'start' };
    };
    const mark = (s) => {
      const place = label(x(s.start));
      return place ? svg`<text x=${place.x} y=${HEIGHT + FOOT - 5} text-anchor=${place.anchor}>${
        x(s.start) === 0 ? t('strip.now') : clock(s.start, this.zone)}</text>` : nothing;
    };
    const bands = (this.stretches ?? []).filter((s) => x(s.end) > x(s.start));
    return html`
      <svg class="strip" viewBox="0 0 ${WIDTH} ${HEIGHT + FOOT}" role="img" aria-label=${t('strip.label')}>
        ${bands.map((s) => svg`
          <rect class="band ${s.state}" x=${x(s.start)} y="0" width=${x(s.end) - x(s.start)} height=${HEIGHT}>
            <title>${t(`state.${s.state}`)} ${clock(s.start, this.zone)}–${clock(s.end, this.zone)}</title>
          </rect>
          ${mark(s)}`)}
      </svg>
      <p class="legend small" aria-hidden="true">${[...new Set(bands.map((s) => s.state))].map((state) => html`
        <span><i class="swatch ${state}"></i>${t(`state.${state}`)}</span>`)}</p>
      <ul class="visually-hidden">${bands.map((s) => html`
        <li>${t(`state.${s.state}`)}: ${clock(s.start, this.zone)} – ${clock(s.end, this.zone)}</li>`)}</ul>`;
  }
}

customElements.define('fe-day-strip', DayStrip);
