import { say } from '../i18n.js';

/** Units as a tree in reading order: parents before children, each with its depth and the staff below it. */
export function unitTree(units) {
  const children = Map.groupBy(units, (u) => u.parent ?? '');
  const walk = (unit, depth) => {
    const below = (children.get(unit.id) ?? []).flatMap((child) => walk(child, depth + 1));
    const direct = below.filter((b) => b.depth === depth + 1);
    const total = unit.headcount + direct.reduce((sum, b) => sum + b.total, 0);
    return [{ ...unit, depth, total }, ...below];
  };
  return (children.get('') ?? []).flatMap((root) => walk(root, 0));
}

/** A unit of the tree in a list to choose from. */
export const indented = (unit) => `${'– '.repeat(unit.depth)}${say(unit.name)}`;
