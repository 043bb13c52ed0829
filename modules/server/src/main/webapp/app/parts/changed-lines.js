/** Two texts, line by line: what stays, what came, what went. */
import { html } from '../element.js';

/** Longest common lines stay, the others are told: `[sign, line]` each. */
export function changedLines(before, after) {
  const a = before ? before.split('\n') : [];
  const b = after.split('\n');
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  const lines = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length)
    if (i < a.length && j < b.length && a[i] === b[j]) lines.push([' ', b[j++], i++]);
    else if (j < b.length && (i === a.length || common[i][j + 1] >= common[i + 1][j])) lines.push(['+', b[j++]]);
    else lines.push(['-', a[i++]]);
  return lines;
}

export const marked = (lines) => lines.map(([sign, line]) => html`${sign === '+' ? html`<ins>+ ${line}\n</ins>` : sign === '-' ? html`<del>- ${line}\n</del>` : `  ${line}\n`}`);

/** What stands there now and is not mine, and what is mine and does not stand there. */
export const apart = (theirs, mine) => html`<pre class="scroll" tabindex="0">${marked(changedLines(theirs, mine).filter(([sign]) => sign !== ' '))}</pre>`;
