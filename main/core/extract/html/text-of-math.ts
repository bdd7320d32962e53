import type { Element, RootContent } from 'hast';
import { attribute } from './clean-attributes.ts';

/** A formula as text: what its author wrote for those who cannot see it, else its source, else its letters. */
export function textOfMath(math: Element): string {
  const alternative = attribute(math, 'altText') ?? attribute(math, 'alttext') ?? attribute(math, 'altImgText');
  if (alternative !== undefined && alternative.trim() !== '') return alternative;
  const source = findSource(math.children);
  if (source !== undefined && source.trim() !== '') return source;
  return lettersOf(math.children);
}

/** The formula's TeX, where the page carries it along. */
function findSource(nodes: readonly RootContent[]): string | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const isTex = node.tagName === 'annotation' && /\btex\b/i.test(attribute(node, 'encoding') ?? '');
    const found = isTex ? lettersOf(node.children) : findSource(node.children);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Only of elements that show text: pages hide styles and scripts inside of formulas. */
const SHOWN = new Set(['mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'msup', 'msub', 'msubsup', 'mfrac', 'msqrt', 'mroot', 'mfenced',
  'mover', 'munder', 'munderover', 'mtable', 'mtr', 'mtd', 'mstyle', 'mpadded', 'mspace', 'semantics', 'mmultiscripts', 'annotation']);

function lettersOf(nodes: readonly RootContent[]): string {
  let letters = '';
  for (const node of nodes) {
    if (node.type === 'text') letters += node.value;
    if (node.type === 'element' && SHOWN.has(node.tagName)) letters += lettersOf(node.children);
  }
  return letters.replace(/\s+/g, ' ');
}
