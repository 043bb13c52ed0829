/** Lengths of time as people write them, and as a policy keeps them (ISO 8601): "11 Stunden", "9:30", "2 years" · PT11H, PT9H30M, P2Y. */
import { length } from './i18n.js';

const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/i;

/** In the order of ISO 8601. */
const UNITS = [
  { unit: 'year', letter: 'Y', said: /^(j|y)/i },
  { unit: 'month', letter: 'M', said: /^mon/i },
  { unit: 'week', letter: 'W', said: /^w/i },
  { unit: 'day', letter: 'D', said: /^(t|d)/i },
  { unit: 'hour', letter: 'H', said: /^(h|s)/i, clock: true },
  { unit: 'minute', letter: 'M', said: /^min/i, clock: true },
];

/** What is no such length comes back as it is. */
export function inWords(iso) {
  const found = ISO.exec(iso ?? '');
  const parts = UNITS.flatMap(({ unit }, i) => (found?.[i + 1] ? [length(Number(found[i + 1]), unit)] : []));
  return parts.length ? parts.join(' ') : iso ?? '';
}

/** What nobody could read as a length comes back as it was typed, and is refused with an example. */
export function iso(typed) {
  const text = typed.trim();
  if (ISO.test(text)) return text.toUpperCase();
  const clock = /^(\d+):(\d\d)$/.exec(text);
  if (clock) return written(new Map([['hour', Number(clock[1])], ['minute', Number(clock[2])]]));
  const told = new Map();
  const rest = text.replace(/(\d+)\s*([a-zäöü]+)\.?/gi, (_, n, word) => {
    const unit = UNITS.find(({ said }) => said.test(word))?.unit;
    if (!unit || told.has(unit)) return '?';
    told.set(unit, Number(n));
    return '';
  });
  return told.size && !/[^\s,]/.test(rest.replace(/\b(und|and)\b/gi, '')) ? written(told) : typed;
}

function written(told) {
  const letters = (wanted) => UNITS.filter(({ unit, clock }) => Boolean(clock) === wanted && told.get(unit)).map(({ unit, letter }) => told.get(unit) + letter).join('');
  const [days, time] = [letters(false), letters(true)];
  return days || time ? `P${days}${time ? `T${time}` : ''}` : 'PT0M';
}
