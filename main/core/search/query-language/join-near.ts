import type { BooleanNode, NearNode, QueryNode, QuerySpan, SpanNode } from '../query-tree.ts';

/** `left NEAR right`; where one of them has no place in a text, `left AND right`. */
export function joinNear(left: QueryNode, right: QueryNode, { ordered, distance }: { readonly ordered: boolean; readonly distance: number }, at: QuerySpan): NearNode | BooleanNode {
  const [from, to] = [toSpan(left), toSpan(right)];
  if (from && to) return { kind: 'near', ordered, distance, left: from, right: to, at };
  return { kind: 'and', parts: [left, right], at };
}

/** A bracket has a place where any of its parts has one; undefined for what has none. */
function toSpan(node: QueryNode): SpanNode | undefined {
  switch (node.kind) {
    case 'term':
    case 'phrase':
    case 'near':
      return node;
    case 'or':
      return toAnyOf(node.parts, node.at);
    case 'group':
      return node.items.every(({ presence }) => presence === 'optional') ? toAnyOf(node.items.map((item) => item.node), node.at) : undefined;
    case 'and':
    case 'not':
    case 'filter':
      return undefined;
  }
}

function toAnyOf(nodes: readonly QueryNode[], at: QuerySpan): SpanNode | undefined {
  const parts = nodes.map(toSpan).filter((part) => part !== undefined);
  return parts.length === nodes.length ? { kind: 'or', parts, at } : undefined;
}
