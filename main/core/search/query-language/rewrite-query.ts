import { LIMITS } from '../../base/limits.ts';
import type { PhraseNode, QueryNode, SpanNode, TermNode } from '../query-tree.ts';

/** A bracket's boost multiplies those inside. */
export function boostQuery(node: QueryNode, factor: number): QueryNode {
  return changeWords(node, (word) => ({ ...word, boost: Math.min(word.boost * factor, LIMITS.queryBoost) }));
}

/** What is excluded is excluded as it was typed: half a word would exclude too much. */
export function withoutPrefixes(node: QueryNode): QueryNode {
  return changeWords(node, (word) => (word.prefix ? { ...word, prefix: false } : word));
}

type ChangeWord = <Word extends TermNode | PhraseNode>(word: Word) => Word;

function changeWords(node: QueryNode, change: ChangeWord): QueryNode {
  switch (node.kind) {
    case 'term':
    case 'phrase':
    case 'near':
      return changeSpan(node, change);
    case 'filter':
      return node;
    case 'not':
      return { ...node, part: changeWords(node.part, change) };
    case 'and':
      return { ...node, parts: node.parts.map((part) => changeWords(part, change)) };
    case 'or':
      return { ...node, parts: node.parts.map((part) => changeWords(part, change)) };
    case 'group':
      return { ...node, items: node.items.map((item) => ({ ...item, node: changeWords(item.node, change) })) };
  }
}

function changeSpan(node: SpanNode, change: ChangeWord): SpanNode {
  switch (node.kind) {
    case 'term':
      return change(node);
    case 'phrase':
      return change(node);
    case 'near':
      return { ...node, left: changeSpan(node.left, change), right: changeSpan(node.right, change) };
    case 'or':
      return { ...node, parts: node.parts.map((part) => changeSpan(part, change)) };
  }
}
