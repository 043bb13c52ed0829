/** Several forms of one page say something of the same person: what one saves, the others take along. */
import { getVersioned } from '../api.js';
import { Loaded } from '../element.js';

const SAVED = 'fe-times-saved';

/** Told to whoever shows the person's times. */
export const saved = (by) => window.dispatchEvent(new CustomEvent(SAVED, { detail: by }));

export class OwnTimes extends Loaded {
  #others = async ({ detail }) => {
    if (detail === this) return;
    if (this.changed && this.url) this.etag = (await getVersioned(this.url)).etag; // a draft stays
    else this.reload();
  };

  /** Whether the step was done; a refusal is shown. */
  async attempt(step) {
    this.refused = undefined;
    try {
      await step();
      return true;
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.refused = problem;
      return false;
    }
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
