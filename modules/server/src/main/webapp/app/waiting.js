/** What waits for the word of one side, the personnel office or the works council: for the notice on its first page and the numbers beside its sections. */
import { get } from './api.js';

const CHANGED = 'fe-word';

/** Something was signed, answered or put to the other side. */
export const wordGiven = () => window.dispatchEvent(new CustomEvent(CHANGED));

/** Calls whenever that happened, until the function it returns is called. */
export function onWord(call) {
  window.addEventListener(CHANGED, call);
  return () => window.removeEventListener(CHANGED, call);
}

const earliest = (instants) => instants.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];

const policies = async (side) => (side === 'council' ? (await get('/api/v1/policies')).editions : [])
  .filter((e) => e.state === 'proposed')
  .map((e) => ({ kind: 'policy', n: e.number, day: e.from, since: e.proposed, part: e.edition }));

const ruleBooks = async (side) => (await get('/api/v1/rule-books')).proposals
  .filter((p) => p.state === 'waiting' && !p.approvals[side])
  .map((p) => ({ kind: 'book', at: p.from, since: p.proposed, part: 'books-title' }));

const openData = async (side) => (await get('/api/v1/open-data')).years
  .filter((year) => !year.approvals[side])
  .map((year) => ({ kind: 'open', n: year.year, since: year.prepared, part: 'open-title' }));

const measures = async (side) => (await get('/api/v1/measures')).measures
  .filter((m) => m.state !== 'DROPPED' && m.proposal && m.proposal.by !== side)
  .map((m) => ({ kind: m.proposal.plan ? 'measure' : 'measure.abandon', title: (m.proposal.plan ?? m.plan).title, since: m.changed, part: m.id }));

/** Of many agreements the number. */
async function agreements(side) {
  const waiting = (await get('/api/v1/telework/agreements')).agreements.filter((a) => a.state === 'PROPOSED' && a.proposer !== side);
  if (!waiting.length) return [];
  return [{ kind: waiting.length > 1 ? 'agreements' : 'agreement', n: waiting.length, since: earliest(waiting.map((a) => a.changed)), part: waiting.length > 1 ? 'agreements-title' : waiting[0].id }];
}

async function days(side) {
  const { requests } = side === 'hr' ? await get('/api/v1/telework/requests') : { requests: [] };
  return requests.length ? [{ kind: requests.length > 1 ? 'days' : 'day', n: requests.length, day: earliest(requests.map((r) => r.date)), part: 'agreements-title' }] : [];
}

const reorganisations = async (side) => (side === 'hr' ? (await get('/api/v1/directory/reorganisations')).reorganisations : [])
  .filter((r) => r.state === 'proposed')
  .map((r) => ({ kind: 'reorganisation', quarter: r.quarter, since: r.proposed, part: 'reorganise-title' }));

const SECTIONS = {
  council: { policy: 'signing', telework: 'telework', measures: 'measures' },
  hr: { policy: 'policy', telework: 'telework', measures: 'measures', reorganisation: 'reorganisation' },
};

const ASKED = [
  ['policy', policies], ['policy', ruleBooks], ['telework', agreements], ['telework', days], ['measures', measures], ['reorganisation', reorganisations], ['policy', openData],
];

async function ask(side) {
  const found = await Promise.all(ASKED.map(async ([where, list]) => (await list(side)).map((one) => ({ ...one, section: SECTIONS[side][where] }))));
  return found.flat();
}

const asking = new Map(); // notice and numbers ask at the same time, and once

/** The matters that wait for `hr` or `council`: `{ kind, section, since, … }`, what is signed first. */
export function waitsFor(side) {
  if (!asking.has(side)) asking.set(side, ask(side).finally(() => asking.delete(side)));
  return asking.get(side);
}

/** How many matters a section holds: of days and agreements each counts. */
export const countOf = (matters, section) => matters.filter((m) => m.section === section).reduce((sum, m) => sum + (['agreements', 'days'].includes(m.kind) ? m.n : 1), 0);
