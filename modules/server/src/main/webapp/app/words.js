/** The one place where words, days and weeks as the server writes them become the reader's own. */
import { date, moment, period, t } from './i18n.js';

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT/;
const SPAN = /^\d{4}-(W\d\d|Q[1-4])$/;

/** A word that stands for a choice, such as `collective` or `rest-cut-short`; what has none is shown as it came. */
export const word = (raw) => t(`word.${raw}`, {}, t(`indicator.${raw}`, {}, raw));

/** A word, a day, an instant, a week or a quarter; anything else as it came. */
export function value(raw) {
  if (DAY.test(raw)) return date(raw);
  if (INSTANT.test(raw)) return moment(raw);
  if (SPAN.test(raw)) return period(raw);
  return word(raw);
}

const OUTCOME = /\b(deliver|silence|defer|route|refuse)\b( true)?/gi;
const INSTANTS = /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)/g;

/** What a scenario expects or what came, with outcomes and instants as the reader says them. */
export const told = (line) => line.replace(OUTCOME, (_, outcome) => t(`outcome.${outcome.toUpperCase()}`)).replace(INSTANTS, (at) => moment(at));
