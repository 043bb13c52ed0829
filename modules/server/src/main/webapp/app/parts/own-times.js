/**
 * Several forms of one page say something of the same person: what one saves, the others take along. What somebody else saved meanwhile is
 * told where it is the same part, and lost nowhere.
 */
import { Loaded, conflictCard, nothing } from '../element.js';
import { apart } from './changed-lines.js';

const SAVED = 'fe-times-saved';

/** Told to whoever shows the person's times. */
export const saved = (by) => window.dispatchEvent(new CustomEvent(SAVED, { detail: by }));

/**
 * A form that can be overtaken has `read`, which gives `{ value, etag }` of what is kept, and `told`, which says a value in lines; it changes
 * `data`, and its steps name `this.etag`.
 */
export class OwnTimes extends Loaded {
  static properties = { ...Loaded.properties, refused: { state: true }, conflict: { state: true } };

  #others = ({ detail }) => {
    if (detail !== this && !this.changed) this.reload(); // a draft stays
  };

  async load() {
    const { value, etag } = await this.read();
    this.etag = etag;
    this.base = value;
    this.changed = false;
    this.conflict = undefined;
    return value;
  }

  /** Whether the step was done; a refusal is shown, and `again` is the same step once more, with what the person changed still there. */
  async attempt(step) {
    this.again = () => this.attempt(step);
    this.refused = undefined;
    this.conflict = undefined;
    try {
      await step();
      return true;
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (problem.status === 412 && this.read) return this.#overtaken(step);
      this.refused = problem;
      return false;
    }
  }

  /** Whoever changed another part of the person's times is in nobody's way. */
  async #overtaken(step) {
    const { value, etag } = await this.read();
    const mine = () => {
      this.etag = etag;
      this.base = value;
      return this.attempt(step);
    };
    if (this.#words(value) === this.#words(this.base)) return mine();
    this.conflict = { value, mine };
    return false;
  }

  #words(value) {
    return this.told(value).join('\n');
  }

  /** What stands there now beside what is mine, and the choice. */
  overtaken() {
    if (!this.conflict) return nothing;
    const { value, mine } = this.conflict;
    return conflictCard(() => this.reload(), mine, apart(this.#words(value), this.#words(this.data)));
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener(SAVED, this.#others);
  }

  disconnectedCallback() {
    window.removeEventListener(SAVED, this.#others);
    super.disconnectedCallback();
  }
}
