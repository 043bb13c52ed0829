import { svg } from 'lit';
import { Element, html, t } from '../element.js';
import { DAYS, dayName } from '../i18n.js';

const LEFT = 44;
const TOP = 24;
const COLUMN = 96;
const HOUR = 14;

/** Minutes since midnight of "07:30"; "24:00" and "00:00" as an end mean midnight. */
const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Splits a window that runs across midnight into the parts of its two days. */
const parts = (window) => window.days.flatMap((day) => {
  const from = minutes(window.from);
  const to = minutes(window.to);
  if (to > from) return [{ day, from, to }];
  const following = DAYS[(DAYS.indexOf(day) + 1) % 7];
  return [{ day, from, to: 1440 }, { day: following, from: 0, to }].filter((p) => p.to > p.from);
});

/** A week, Monday first, with the availability windows drawn in. */
class WeekGrid extends Element {
  static properties = { windows: {} };

  render() {
    const y = (minute) => TOP + (minute / 60) * HOUR;
    return html`
      <svg class="week" viewBox="0 0 ${LEFT + 7 * COLUMN} ${TOP + 24 * HOUR + 4}" role="img" aria-label=${t('windows.grid')}>
        ${[0, 6, 12, 18, 24].map((hour) => svg`
          <line class="rule" x1=${LEFT} x2=${LEFT + 7 * COLUMN} y1=${y(hour * 60)} y2=${y(hour * 60)}></line>
          <text x="4" y=${y(hour * 60) + 4}>${String(hour).padStart(2, '0')}:00</text>`)}
        ${DAYS.map((day, i) => svg`
          <text class="day" x=${LEFT + i * COLUMN + COLUMN / 2} y="14" text-anchor="middle">${dayName(day)}</text>`)}
        ${(this.windows ?? []).flatMap(parts).map(({ day, from, to }) => svg`
          <rect class="window" x=${LEFT + DAYS.indexOf(day) * COLUMN + 5} y=${y(from)} width=${COLUMN - 10}
            height=${y(to) - y(from)} rx="5"></rect>`)}
      </svg>`;
  }
}

customElements.define('fe-week-grid', WeekGrid);
