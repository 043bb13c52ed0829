/** Weeks people ask for again and again; each is a beginning to be changed, nothing is saved by choosing. */
const WORKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI'];
const SCHOOLDAYS = [{ days: WORKDAYS, from: '07:30', to: '13:30' }];
const FULL = [{ days: WORKDAYS, from: '08:00', to: '17:00' }];
const EVENING = { days: ['MON', 'TUE', 'WED', 'THU'], from: '20:00', to: '22:00' };

/** Key of the text → the windows, made from those there are. */
export const TEMPLATES = {
  evening: (windows) => [...windows, EVENING],
  split: () => [...SCHOOLDAYS, EVENING],
  mornings: () => [{ days: WORKDAYS, from: '08:00', to: '12:00' }],
  three: () => [{ days: ['MON', 'TUE', 'WED'], from: '08:00', to: '16:30' }],
  four: () => [{ days: ['MON', 'TUE', 'WED', 'THU'], from: '07:30', to: '17:00' }],
  half: () => [{ days: ['MON', 'TUE'], from: '08:00', to: '16:30' }, { days: ['WED'], from: '08:00', to: '12:00' }],
  half2: () => [{ days: ['WED'], from: '12:00', to: '16:30' }, { days: ['THU', 'FRI'], from: '08:00', to: '16:30' }],
  afternoons: () => [{ days: WORKDAYS, from: '13:00', to: '17:00' }],
  custody: () => ({ weeks: [[...SCHOOLDAYS, EVENING], FULL] }),
  lunch: (windows) => windows.flatMap(({ days, from, to }) => (from < '12:00' && to > '13:00'
    ? [{ days, from, to: '12:00' }, { days, from: '13:00', to }] : [{ days, from, to }])),
};
