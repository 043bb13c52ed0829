/** A week, Monday first: windows are dragged with mouse, pen or finger, and moved by the arrow keys. */
import { svg } from 'lit';
import { Element, html, nothing, t } from '../element.js';
import { DAYS, dayName } from '../i18n.js';
import { STEP, blocks, joined, moved, resized, time, windows } from '../week.js';

const LEFT = 44;
const TOP = 24;
const HOUR = 16;
const EDGE = 7; // pixels in which one takes hold of a beginning or end
const FRESH = 60;

class WeekGrid extends Element {
  static properties = { windows: {}, width: { state: true }, drag: { state: true }, said: { state: true } };

  #watch = new ResizeObserver(([entry]) => { this.width = Math.max(280, Math.round(entry.contentRect.width)); });

  constructor() {
    super();
    this.width = 700;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    this.#watch.disconnect();
    super.disconnectedCallback();
  }

  get #column() {
    return (this.width - LEFT) / 7;
  }

  get #blocks() {
    return this.drag ? this.drag.list : blocks(this.windows ?? []);
  }

  #place(event) {
    const box = this.querySelector('svg').getBoundingClientRect();
    const column = Math.floor((event.clientX - box.left - LEFT) / this.#column);
    return { day: DAYS[Math.min(6, Math.max(0, column))], minute: Math.round(((event.clientY - box.top - TOP) / HOUR) * 60 / STEP) * STEP };
  }

  #change(list, changed) {
    const next = joined(list);
    this.drag = undefined;
    this.said = changed && this.#name(changed);
    this.dispatchEvent(new CustomEvent('fe-windows', { detail: windows(next) }));
  }

  #take(event, index) {
    if (event.button) return;
    event.stopPropagation();
    const list = this.#blocks;
    const block = list[index];
    const y = event.clientY - this.querySelector('svg').getBoundingClientRect().top - TOP;
    const edge = y - (block.from / 60) * HOUR < EDGE ? 'from' : (block.to / 60) * HOUR - y < EDGE ? 'to' : undefined;
    this.#begin(event, { list, index, block, edge, at: this.#place(event) });
  }

  /** On empty ground: the mouse draws a window, a finger scrolls and makes one by a tap. */
  #draw = (event) => {
    if (event.button) return;
    const at = this.#place(event);
    const block = { day: at.day, from: Math.min(at.minute, 1440 - FRESH), to: Math.min(at.minute + FRESH, 1440) };
    if (event.pointerType === 'touch') { this.touched = block; return; }
    this.#begin(event, { list: [...this.#blocks, block], index: this.#blocks.length, block: { ...block, to: block.from + STEP }, edge: 'to', at, fresh: block });
  };

  #tap = () => {
    const block = this.touched;
    this.touched = undefined;
    if (block) this.#change([...this.#blocks, block], block);
  };

  #begin(event, drag) {
    this.querySelector('svg').setPointerCapture(event.pointerId);
    this.drag = drag;
  }

  #move = (event) => {
    if (!this.drag) return;
    const { list, index, block, edge, at } = this.drag;
    const to = this.#place(event);
    const next = edge ? resized(block, edge, to.minute) : { ...moved(block, to.minute - at.minute), day: to.day };
    this.drag = { ...this.drag, list: list.map((b, i) => (i === index ? next : b)), gone: this.drag.gone || to.minute !== at.minute || to.day !== at.day };
  };

  #drop = () => {
    if (!this.drag) return;
    const { list, index, gone, fresh } = this.drag;
    if (fresh && !gone) this.#change([...list.slice(0, -1), fresh], fresh);
    else if (gone) this.#change(list, list[index]);
    else this.drag = undefined;
  };

  #keys(event, index) {
    const list = this.#blocks;
    const block = list[index];
    const by = event.key === 'ArrowUp' ? -STEP : event.key === 'ArrowDown' ? STEP : 0;
    const aside = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      this.#change(list.filter((_, i) => i !== index));
      this.said = t('grid.gone');
      return;
    }
    if (!by && !aside) return;
    event.preventDefault();
    const next = aside ? { ...block, day: DAYS[(DAYS.indexOf(block.day) + aside + 7) % 7] }
      : event.shiftKey ? resized(block, 'to', block.to + by) : event.altKey ? resized(block, 'from', block.from + by) : moved(block, by);
    this.#change(list.map((b, i) => (i === index ? next : b)), next);
    this.focusOn = next;
  }

  /** The window stays in hand when the keys have moved it. */
  updated() {
    if (!this.focusOn) return;
    const { day, from, to } = this.focusOn;
    const at = this.#blocks.findIndex((b) => b.day === day && b.from <= from && b.to >= to);
    this.focusOn = undefined;
    this.querySelectorAll('.block')[at]?.focus();
  }

  #name({ day, from, to }) {
    return t('grid.window', { day: dayName(day, 'long'), from: time(from), to: time(to) });
  }

  render() {
    const y = (minute) => TOP + (minute / 60) * HOUR;
    const rect = (day, from, to) => svg`<rect class="window" x=${LEFT + DAYS.indexOf(day) * this.#column + 3} y=${y(from)}
      width=${this.#column - 6} height=${y(to) - y(from)} rx="5"></rect>`;
    return html`
      <p class="small" id="grid-help">${t('grid.help')}</p>
      <svg class="week" width=${this.width} height=${TOP + 24 * HOUR + 4} role="group" aria-label=${t('windows.grid')} aria-describedby="grid-help"
        @pointerdown=${this.#draw} @pointermove=${this.#move} @pointerup=${this.#drop} @pointercancel=${() => { this.drag = this.touched = undefined; }} @click=${this.#tap}>
        <rect class="ground" x=${LEFT} y=${TOP} width=${7 * this.#column} height=${24 * HOUR}></rect>
        ${[0, 3, 6, 9, 12, 15, 18, 21, 24].map((hour) => svg`
          <line class="rule" x1=${LEFT} x2=${this.width} y1=${y(hour * 60)} y2=${y(hour * 60)}></line>
          <text x="4" y=${y(hour * 60) + 4}>${String(hour).padStart(2, '0')}:00</text>`)}
        ${DAYS.map((day, i) => svg`
          <text class="day" x=${LEFT + (i + 0.5) * this.#column} y="14" text-anchor="middle">${dayName(day)}</text>`)}
        ${this.#blocks.map((block, i) => svg`
          <g class="block" role="button" tabindex="0" aria-label=${this.#name(block)}
            @touchstart=${(e) => e.preventDefault()} @pointerdown=${(e) => this.#take(e, i)} @keydown=${(e) => this.#keys(e, i)} @click=${(e) => e.stopPropagation()}>
            ${rect(block.day, block.from, Math.min(block.to, 1440))}
            ${block.to > 1440 ? rect(DAYS[(DAYS.indexOf(block.day) + 1) % 7], 0, block.to - 1440) : nothing}
          </g>`)}
      </svg>
      <p class="visually-hidden" role="status">${this.said ?? nothing}</p>`;
  }
}

customElements.define('fe-week-grid', WeekGrid);
