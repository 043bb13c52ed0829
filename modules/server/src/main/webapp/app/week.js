/** Windows of a week as blocks one can move: pure arithmetic, in minutes since midnight. */
import { DAYS } from './i18n.js';

export const STEP = 15;
const DAY = 1440;

/** Minutes since midnight of "07:30". */
export const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** "07:30"; the end of the day is 24:00. */
export const time = (minute) => {
  const at = minute > DAY ? minute - DAY : minute;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
};

/** One block a day: `{ day, from, to }`; one across midnight ends after 1440. */
export const blocks = (windows) => windows.flatMap(({ days, from, to }) => days.map((day) => {
  const [start, end] = [minutes(from), minutes(to)];
  return { day, from: start, to: end > start ? end : end + DAY };
}));

/** Blocks of the same hours are one window again. */
export const windows = (list) => {
  const same = new Map();
  for (const { day, from, to } of list) {
    const key = `${time(from)} ${time(to)}`;
    same.set(key, [...(same.get(key) ?? []), day]);
  }
  return [...same].map(([key, days]) => ({
    days: DAYS.filter((d) => days.includes(d)), from: key.slice(0, 5), to: key.slice(6),
  })).sort((a, b) => DAYS.indexOf(a.days[0]) - DAYS.indexOf(b.days[0]) || a.from.localeCompare(b.from));
};

const within = (value, least, most) => Math.min(most, Math.max(least, value));

/** The block some steps earlier or later; its length stays. */
export const moved = ({ day, from, to }, by) => {
  const start = within(from + by, 0, to - from > DAY - from ? DAY - STEP : DAY - (to - from));
  return { day, from: start, to: start + to - from };
};

/** The block with another beginning or end, one step long at least. */
export const resized = ({ day, from, to }, edge, at) => (edge === 'from'
  ? { day, from: within(at, 0, to - STEP), to }
  : { day, from, to: within(at, from + STEP, Math.max(DAY, to)) });

/** Blocks of a day that meet become one. */
export const joined = (list) => DAYS.flatMap((day) => list.filter((b) => b.day === day).sort((a, b) => a.from - b.from)
  .reduce((done, block) => {
    const before = done.at(-1);
    if (!before || before.to < block.from) return [...done, block];
    return [...done.slice(0, -1), { ...before, to: Math.max(before.to, block.to) }];
  }, []));

const stamp = (date, minute) => {
  const at = new Date(Date.parse(`${date}T00:00Z`) + minute * 60_000).toISOString();
  return `${at.slice(0, 10).replaceAll('-', '')}T${at.slice(11, 16).replace(':', '')}00`;
};

/** The Monday of a date's week. */
export const monday = (date, weeks = 0) => {
  const at = new Date(`${date}T00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7) + 7 * weeks);
  return at.toISOString().slice(0, 10);
};

const later = (date, days) => new Date(Date.parse(`${date}T00:00Z`) + days * 864e5).toISOString().slice(0, 10);

/** Weeks that take turns from the anchor's week on, as VAVAILABILITY (RFC 7953) in the reader's own zone. */
export const calendar = (weeks, anchor) => {
  const start = monday(anchor);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Feierabend//weeks//EN', 'BEGIN:VAVAILABILITY', 'UID:weeks@feierabend', `DTSTAMP:${stamp(start, 0)}Z`];
  weeks.forEach((list, n) => list.forEach(({ days, from, to }, i) => {
    const first = later(start, 7 * n + DAYS.indexOf(days[0]));
    const [begin, end] = [minutes(from), minutes(to)];
    lines.push('BEGIN:AVAILABLE', `UID:${n}-${i}@feierabend`, `DTSTAMP:${stamp(start, 0)}Z`,
      `DTSTART:${stamp(first, begin)}`, `DTEND:${stamp(first, end > begin ? end : end + DAY)}`,
      `RRULE:FREQ=WEEKLY;INTERVAL=${weeks.length};BYDAY=${days.map((d) => d.slice(0, 2)).join(',')}`, 'END:AVAILABLE');
  }));
  return [...lines, 'END:VAVAILABILITY', 'END:VCALENDAR', ''].join('\r\n');
};

const line = (block, name) => new RegExp(`^${name}[^:]*:(.*)$`, 'm').exec(block)?.[1];

/** The weeks of a calendar that {@link calendar} wrote; of any other undefined. */
export const turns = (text) => {
  const found = text?.replaceAll('\r', '').match(/BEGIN:AVAILABLE[\s\S]*?END:AVAILABLE/g)?.map((block) => ({
    start: line(block, 'DTSTART'), end: line(block, 'DTEND'), rule: line(block, 'RRULE'),
  }));
  const rules = found?.map(({ rule }) => /^FREQ=WEEKLY;INTERVAL=(\d+);BYDAY=([A-Z,]+)$/.exec(rule ?? ''));
  if (!found?.length || rules.some((r) => !r) || new Set(rules.map((r) => r[1])).size > 1 || found.some((f) => !f.end || f.start.length > 15)) return undefined;
  const iso = (at) => `${at.slice(0, 4)}-${at.slice(4, 6)}-${at.slice(6, 8)}`;
  const clock = (at) => `${at.slice(9, 11)}:${at.slice(11, 13)}`;
  const anchor = found.map((f) => monday(iso(f.start))).sort()[0];
  const weeks = Array.from({ length: Number(rules[0][1]) }, () => []);
  found.forEach((f, i) => {
    const n = Math.round((Date.parse(monday(iso(f.start))) - Date.parse(anchor)) / (7 * 864e5));
    weeks[n]?.push({ days: rules[i][2].split(',').map((d) => DAYS.find((day) => day.startsWith(d))), from: clock(f.start), to: clock(f.end) === '00:00' ? '24:00' : clock(f.end) });
  });
  return { anchor, weeks };
};
