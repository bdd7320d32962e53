import { FIELDS } from '../../index/fields.ts';
import type { Filter } from '../../store/article-filter.ts';
import type { PhraseNode, QueryNode, TermNode } from '../query-tree.ts';

/**
 * For tests: a tree in one line. `[+a b]` is a group, `<a N5 b>` a near node, `and(a, b)`, `or(a, b)` and `!a` are what
 * they say, `a…` is a prefix and `{tag a}` a filter.
 */
export function showQuery(node: QueryNode): string {
  switch (node.kind) {
    case 'term':
      return `${showFields(node)}${node.text}${node.edits ? `~${node.edits}` : ''}${showBoost(node)}${node.prefix ? '…' : ''}`;
    case 'phrase':
      return `${showFields(node)}${node.asWritten ? '=' : ''}"${node.words.join(' ')}${node.prefix ? '…' : ''}"${node.slop ? `~${node.slop}` : ''}${showBoost(node)}`;
    case 'near':
      return `<${showQuery(node.left)} ${node.ordered ? 'B' : 'N'}${node.distance} ${showQuery(node.right)}>`;
    case 'filter':
      return `{${node.filter.name} ${showFilter(node.filter)}}`;
    case 'not':
      return `!${showQuery(node.part)}`;
    case 'and':
    case 'or':
      return `${node.kind}(${node.parts.map(showQuery).join(', ')})`;
    case 'group':
      return `[${node.items.map((item) => SIGNS[item.presence] + showQuery(item.node)).join(' ')}]`;
  }
}

const SIGNS = { optional: '', required: '+', prohibited: '-' } as const;

function showFields({ fields }: TermNode | PhraseNode): string {
  return fields.length === FIELDS.length ? '' : `${fields.join('|')}:`;
}

function showBoost({ boost }: TermNode | PhraseNode): string {
  return boost === 1 ? '' : `^${boost}`;
}

function showFilter(filter: Filter): string {
  switch (filter.name) {
    case 'date':
    case 'added':
      return `${filter.from?.slice(0, 10) ?? ''}..${filter.before?.slice(0, 10) ?? ''}`;
    case 'words':
      return `${filter.least ?? ''}..${filter.most ?? ''}`;
    case 'tag':
    case 'site':
    case 'by':
    case 'lang':
    case 'is':
    case 'has':
      return filter.value;
  }
}
