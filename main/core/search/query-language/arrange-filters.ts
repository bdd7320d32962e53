import type { GroupNode, QueryNode } from '../query-tree.ts';

type Item = GroupNode['items'][number];

/**
 * In a group, filters restrict whatever stands beside them. A bracket of filters (`tag:(a OR b)`) shall do the same, but
 * beside optional words it would be one more alternative. So it becomes required, and where nothing else is, the rest
 * becomes one required group: `lamp oil tag:(a OR b)` is `+(lamp oil) +tag:(a OR b)`.
 */
export function arrangeFilters(items: readonly Item[]): Item[] {
  // A filter's own `+` says nothing: it restricts anyway.
  const plain = items.map((item): Item => (item.node.kind === 'filter' && item.presence === 'required' ? { ...item, presence: 'optional' } : item));
  const brackets = plain.filter(isFilterBracket);
  if (brackets.length === 0 || plain.length === 1) return plain;
  const required = brackets.map(({ node }): Item => ({ presence: 'required', node }));
  const others = plain.filter((item) => !isFilterBracket(item));
  const words = others.filter(({ node }) => node.kind !== 'filter');
  if (words.every(({ presence }) => presence !== 'optional') || words.some(({ presence }) => presence === 'required')) return [...others, ...required];
  const [only] = others;
  if (only && others.length === 1) return [{ ...only, presence: 'required' }, ...required];
  const at = { start: Math.min(...others.map(({ node }) => node.at.start)), end: Math.max(...others.map(({ node }) => node.at.end)) };
  return [{ presence: 'required', node: { kind: 'group', items: others, at } }, ...required];
}

function isFilterBracket({ presence, node }: Item): boolean {
  return presence !== 'prohibited' && node.kind !== 'filter' && holdsOnlyFilters(node);
}

function holdsOnlyFilters(node: QueryNode): boolean {
  switch (node.kind) {
    case 'filter':
      return true;
    case 'not':
      return holdsOnlyFilters(node.part);
    case 'and':
    case 'or':
      return node.parts.every(holdsOnlyFilters);
    case 'group':
      return node.items.every((item) => holdsOnlyFilters(item.node));
    case 'term':
    case 'phrase':
    case 'near':
      return false;
  }
}
