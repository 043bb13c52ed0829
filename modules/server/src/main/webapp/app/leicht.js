/** Leichte Sprache: a rule's sentence for whoever reads with effort. German, in the English interface too. */
import { get } from './api.js';
import { Element, html, nothing, t } from './element.js';
import { again, say } from './i18n.js';

const KEY = 'feierabend.leicht';
const LANGUAGE = 'de-simple';
let on = localStorage.getItem(KEY) === 'yes';
let book;

/** Whether the reader chose it. */
export const leicht = () => on;

function choose(next) {
  on = next;
  if (on) localStorage.setItem(KEY, 'yes');
  else localStorage.removeItem(KEY);
  again();
}

/** Each sentence on a line of its own. */
export const lines = (text) => html`<span class="leicht" lang=${LANGUAGE}>${text.split(/(?<=[.?!]) /).map(
  (line) => html`<span>${line}</span>`)}</span>`;

const key = (rule, sentence) => `${rule} ${sentence.de}`;

/** Rule and sentence → Leichte Sprache, read once; a later page load reads it anew. */
const texts = () => {
  book ??= get('/api/v1/rule-book').then(({ chapters }) => new Map(
    chapters.flatMap((c) => c.concerns).flatMap((c) => c.rules).map((r) => [key(r.id, r.sentence), r.leicht])));
  book.catch(() => { book = undefined; });
  return book;
};

const AGREEMENT = 'Dienstvereinbarung';

/** "Dienstvereinbarung über gleitende Arbeitszeit", "Dienstvereinbarung nach BAG …", "Dienstvereinbarung; DSGVO …": what was agreed, and the law behind it. */
const AGREED = /^(Dienst.*?)(?: nach (?=BAG)(.*)|; (.*))?$/;

/** What a rule rests on: an article of law, or what was agreed; the article behind an agreement is named as that. */
export function ground({ basis, rests_on: on }) {
  if (on === 'law') return t('status.law', { basis });
  const [, agreed = AGREEMENT, court, law] = AGREED.exec(basis) ?? [];
  const behind = court ?? law ?? (agreed === AGREEMENT && basis !== AGREEMENT ? basis : '');
  const agreement = t('status.agreement', { agreement: agreed === AGREEMENT ? t('status.agreement.name') : agreed });
  return behind ? `${agreement} · ${t('status.behind', { basis: behind })}` : agreement;
}

/** The sentence of a reason, in Leichte Sprache where that is chosen and the rule book in force has the sentence. */
class RuleSentence extends Element {
  static properties = { reason: {}, texts: { state: true } };

  willUpdate() {
    if (on && !this.texts) texts().then((found) => { this.texts = found; }, () => {}); // the sentence itself stands meanwhile
  }

  render() {
    const found = on && this.texts?.get(key(this.reason.rule, this.reason.sentence));
    return found ? lines(found) : say(this.reason.sentence);
  }
}

class LeichtSwitch extends Element {
  render() {
    return html`<p><label><input type="checkbox" class="leicht-switch" .checked=${on} @change=${(e) => choose(e.target.checked)}>
      ${t('leicht.switch')}</label> ${on ? html`<span class="small">${t('leicht.note')}</span>` : nothing}</p>`;
  }
}

customElements.define('fe-rule-sentence', RuleSentence);
customElements.define('fe-leicht-switch', LeichtSwitch);
