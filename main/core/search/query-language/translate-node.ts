/** A part of a query on its way from one language into another. */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'joined'; readonly operator: string; readonly parts: readonly Node[] }
  | { readonly kind: 'not'; readonly part: Node }
  | { readonly kind: 'field'; readonly field: string; readonly part: Node };

/** In Carrel's language, with brackets wherever its precedence might differ. */
export function writeNode(node: Node): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'not':
      return `NOT ${writeOperand(node.part)}`;
    case 'field':
      return `${node.field}:${node.part.kind === 'text' ? node.part.text : `(${writeNode(node.part)})`}`;
    case 'joined':
      return node.parts.map((part) => (part.kind === 'not' && node.operator === 'AND' ? writeNode(part) : writeOperand(part))).join(` ${node.operator} `);
  }
}

function writeOperand(node: Node): string {
  return node.kind === 'joined' || node.kind === 'not' ? `(${writeNode(node)})` : writeNode(node);
}

/** Joins what is left of two sides. Chains of one operator become one. */
export function join(operator: string, left: Node | undefined, right: Node | undefined): Node | undefined {
  if (!left || !right) return left ?? right;
  const parts = left.kind === 'joined' && left.operator === operator ? left.parts : [left];
  return { kind: 'joined', operator, parts: [...parts, right] };
}
