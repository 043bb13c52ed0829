/** The few words of Markdown our guides are written in, as templates: nothing of the text is ever read as HTML. */
import { html, nothing } from 'lit';

const WORD = /(!?\[[^\]]*\]\([^)]*\)|\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`)/;

const inline = (text, base) => text.split(WORD).map((part) => {
  const link = /^(!?)\[([^\]]*)\]\(([^)]*)\)$/.exec(part);
  if (link?.[1]) return html`<img src=${base + link[3]} alt=${link[2]} loading="lazy" @error=${(e) => e.target.remove()}>`;
  if (link) return /^(https?:|#)/.test(link[3]) ? html`<a href=${link[3]}>${link[2]}</a>` : link[2];
  if (/^\*\*.+\*\*$/.test(part)) return html`<strong>${part.slice(2, -2)}</strong>`;
  if (/^\*.+\*$/.test(part)) return html`<em>${part.slice(1, -1)}</em>`;
  if (/^`.+`$/.test(part)) return html`<code>${part.slice(1, -1)}</code>`;
  return part;
});

const cells = (row) => row.replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim());

function block(lines, base) {
  const [first] = lines;
  const heading = /^(#{1,4}) (.*)$/.exec(first);
  if (heading) {
    const rest = lines.length > 1 ? block(lines.slice(1), base) : nothing;
    const text = inline(heading[2], base);
    return html`${heading[1].length < 3 ? html`<h2 tabindex="-1">${text}</h2>` : html`<h3>${text}</h3>`}${rest}`;
  }
  if (/^(- |\d+\. )/.test(first)) {
    const items = lines.reduce((all, l) => (/^(- |\d+\. )/.test(l) ? [...all, l.replace(/^(- |\d+\. )/, '')]
      : [...all.slice(0, -1), `${all.at(-1)} ${l.trim()}`]), []).map((item) => html`<li>${inline(item, base)}</li>`);
    return first.startsWith('-') ? html`<ul>${items}</ul>` : html`<ol>${items}</ol>`;
  }
  if (first.startsWith('|')) {
    const [head, , ...rows] = lines;
    return html`<div class="scroll" tabindex="0"><table><thead><tr>${cells(head).map((c) => html`<th scope="col">${inline(c, base)}</th>`)}</tr></thead>
      <tbody>${rows.map((r) => html`<tr>${cells(r).map((c) => html`<td>${inline(c, base)}</td>`)}</tr>`)}</tbody></table></div>`;
  }
  const list = lines.findIndex((l, i) => i && /^(- |\d+\. )/.test(l));
  if (list > 0) return html`<p>${inline(lines.slice(0, list).join(' '), base)}</p>${block(lines.slice(list), base)}`;
  return html`<p>${inline(lines.join(' '), base)}</p>`;
}

/**
 * @param base where its pictures lie
 */
export const markdown = (text, base) => text.split('```').map((part, i) => (i % 2
  ? html`<pre tabindex="0"><code>${part.replace(/^\w*\n/, '')}</code></pre>`
  : part.split(/\n\s*\n/).map((b) => b.split('\n').filter((l) => l.trim())).filter((b) => b.length).map((b) => block(b, base))));
