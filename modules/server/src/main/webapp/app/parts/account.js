/** What a list of people and units changes, or why it changes nothing, and what may be reported then. */
import { html, nothing, t } from '../element.js';
import { list, number, period, say } from '../i18n.js';

const SHOWN = 200;

export const accountOf = (a) => html`${a.notes.map((n) => html`<p>${say(n)}</p>`)}${complaints(a)}${steps(a)}${blocks(a.blocks)}`;

function complaints({ complaints: all }) {
  if (!all.length) return nothing;
  return html`
    <h3>${t('import.complaints')}</h3>
    <div class="scroll" tabindex="0"><table>
      <thead><tr><th scope="col">${t('import.line')}</th><th scope="col">${t('import.value')}</th><th scope="col">${t('import.todo')}</th></tr></thead>
      <tbody>${all.slice(0, SHOWN).map((c) => html`<tr><th scope="row">${c.line || '–'}</th><td>${c.value}</td><td>${say(c.todo)}</td></tr>`)}</tbody>
    </table></div>
    ${more(all.length - SHOWN)}`;
}

function steps({ counts, steps: all, steps_left_off: left }) {
  if (!all.length) return nothing;
  return html`
    <h3>${t('import.steps')}</h3>
    <p>${Object.entries(counts).map(([kind, n]) => `${t(`import.kind.${kind}`)}: ${number(n)}`).join(' · ')}</p>
    <div class="scroll" tabindex="0"><table>
      <thead><tr><th scope="col">${t('import.what')}</th><th scope="col">${t('import.who')}</th><th scope="col">${t('import.how')}</th></tr></thead>
      <tbody>${all.slice(0, SHOWN).map((s) => html`<tr><td>${t(`import.kind.${s.kind}`)}</td><th scope="row">${s.id}</th><td>${say(s.what)}</td></tr>`)}</tbody>
    </table></div>
    ${more(all.length + left - SHOWN)}`;
}

const more = (n) => (n > 0 ? html`<p>${t('import.steps.more', { n: number(n) })}</p>` : nothing);

/** Each block with and without the change, and of whom nothing is reported alone, or at all. */
function blocks(b) {
  if (!b) return nothing;
  const all = [...b.blocks, ...b.gone];
  return html`
    <h3>${t('import.blocks', { ...b, quarter: period(b.quarter) })}</h3>
    ${all.length ? html`<div class="scroll" tabindex="0"><table>
      <thead><tr><th scope="col">${t('import.block')}</th><th scope="col">${t('import.block.before')}</th>
        <th scope="col">${t('import.block.after')}</th><th scope="col">${t('import.block.change')}</th></tr></thead>
      <tbody>${all.map((one) => html`<tr><th scope="row">${say(one.name)}</th><td>${one.before === undefined ? '–' : number(one.before)}</td>
        <td>${one.change === 'gone' ? '–' : number(one.headcount)}</td><td>${t(`import.block.${one.change}`)}</td></tr>`)}</tbody>
    </table></div>` : nothing}
    ${b.blocks.length ? nothing : html`<p>${t('import.blocks.none', b)}</p>`}
    ${b.together.length ? html`<p>${t('import.blocks.together', { units: list(b.together.map((u) => say(u.name))) })}</p>` : nothing}
    ${b.unreported ? html`<p>${t('import.blocks.unreported', { n: number(b.unreported) })}</p>` : nothing}`;
}
