/** German and English, switchable; dates and numbers by locale. */

/** Fetched when it is first read in: most readers need one. */
const fetched = {
  de: async () => (await import('./texts.de.js')).de,
  en: async () => (await import('./texts.en.js')).en,
};
const KEY = 'feierabend.language';
let current = localStorage.getItem(KEY) ?? (navigator.language?.startsWith('de') ? 'de' : 'en');
document.documentElement.lang = current;
const texts = { [current]: await fetched[current]() };

/** `de` or `en`. */
export const language = () => current;

/** Switches the language of every page at once. */
export async function setLanguage(next) {
  const wanted = next === 'de' ? 'de' : 'en';
  texts[wanted] ??= await fetched[wanted]();
  current = wanted;
  localStorage.setItem(KEY, current);
  document.documentElement.lang = current;
  again();
}

/** Every element renders anew. */
export const again = () => window.dispatchEvent(new CustomEvent('fe-language'));

/** The text of a key with `{names}` filled in; a missing key is a defect and shows itself. */
export function t(key, values = {}, otherwise = `⟨${key}⟩`) {
  const text = texts[current][key] ?? otherwise;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** A `{de, en}` sentence of the server in the reader's language. */
export const say = (sentence) => sentence?.[current] ?? sentence?.en ?? '';

const locale = () => (current === 'de' ? 'de-DE' : 'en-GB');

/** "Di., 24. Nov., 07:00" in the given zone; of another year with the year. */
export const moment = (instant, zone) => {
  const at = new Date(instant);
  return new Intl.DateTimeFormat(locale(), {
    weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone,
    year: at.getFullYear() === new Date().getFullYear() ? undefined : 'numeric',
  }).format(at);
};

/** "4 May 2026" */
export const date = (day) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));

/** "07:00" in the given zone. */
export const clock = (instant, zone) =>
  new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(instant));

export const number = (value) => new Intl.NumberFormat(locale()).format(value);

/** "4 months" */
export const length = (n, unit) => new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(n);

/** An exact decimal as text, such as "12500.00": "12.500" or "12,500"; no digit is lost. */
export const amount = (text) =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: /\.0*$/.test(text) ? 0 : 2 }).format(text);

/** "0.42" or "0,42": a part of something, always with its hundredths. */
export const hundredths = (value) =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

/** A span of the calendar as reports name it: 2026-W05, 2026-Q1, 2026-03 or 2026. */
export function period(text) {
  const [year, part = ''] = text.split('-');
  if (!part) return year;
  const n = Number(part.replace(/\D/, ''));
  if (part.startsWith('W')) return t('period.week', { n, year });
  if (part.startsWith('Q')) return t('period.quarter', { n, year });
  return new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(year, n - 1));
}

/** "16.–22. November 2026": from the Monday of one week to the Sunday of another, such as 2026-W47. */
export function daysOf(from, to) {
  const monday = (week) => {
    const [year, n] = week.split('-W').map(Number);
    const fourth = new Date(Date.UTC(year, 0, 4)); // is in its first week
    return fourth.setUTCDate(4 - ((fourth.getUTCDay() + 6) % 7) + 7 * (n - 1));
  };
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeZone: 'UTC' }).formatRange(monday(from), monday(to) + 6 * 86_400_000);
}

/** "a, b and c" */
export const list = (words) => new Intl.ListFormat(locale()).format(words);

/** A share as a percentage without decimals. */
export const percent = (share) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** "16% – 35%": the ends of an interval, rounded outwards as its sentence has them. */
export const interval = ({ low, high }) => `${percent(outwards(low, Math.floor, 1))} – ${percent(outwards(high, Math.ceil, -1))}`;

/** To whole percent; what is one but for the way a number is kept stays it. */
const outwards = (part, round, side) => round(100 * part + side * 1e-9) / 100;

/** A share as the server says it, "< 10 %", with the reader's blank. */
export const share = (text) => (current === 'de' ? text : text.replace(/\s%/, '%'));

/** Monday first. */
export const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

export const dayName = (day, width = 'short') =>
  new Intl.DateTimeFormat(locale(), { weekday: width, timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, 0, 5 + DAYS.indexOf(day))),
  );
