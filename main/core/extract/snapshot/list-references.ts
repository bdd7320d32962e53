import { TokenType } from '@csstools/css-tokenizer';
import { keysOfSelectors, type SvgReference } from '../html/clean-svg-style.ts';
import { nameOf, readTokens } from './css-tokens.ts';

/** A part of the page that a style draws with, and what that style may apply to. */
export interface StyleReference {
  /** As of a SheetRule; for all where that is not plain. */
  readonly keys: readonly string[];
  /** Undefined where it may come to be any. */
  readonly property: string | undefined;
  readonly id: string;
}

interface Block {
  readonly keys: readonly string[];
  /** Of a rule that gives styles to others than its selectors say, as keyframes do. */
  readonly isOfOthers: boolean;
}

const FOR_ALL: Block = { keys: ['*'], isOfOthers: false };
const FOR_OTHERS: Block = { keys: ['*'], isOfOthers: true };
/** Rules around others that say when these apply, and not to what. */
const CONDITION = /^@(?:media|supports|layer|container|scope|starting-style)(?![\w-])/i;
/** Custom ones begin with two hyphens: they may be used in any other, by all that inherits them. */
const PLAIN_PROPERTY = /^-?[a-z][a-z-]*$/i;
/** Longer ones are not looked into, and taken as for all. */
const LONGEST_PRELUDE = 2_000;
/** One of each kind whose costs differ. */
const ANY_PROPERTY = ['fill', 'stroke', 'marker', 'filter'];

/** The parts of the page (`url("#id")`) that a style refers to, as rewriteStyleSheet and rewriteStyleValue write it. */
export function listReferences(css: string): StyleReference[] {
  if (!css.includes('url("#')) return [];
  const references: StyleReference[] = [];
  const blocks: Block[] = [];
  const next = readTokens(css);
  let text = '';
  /** What stands before the first colon. */
  let name: string | undefined;
  for (let token = next(); token[0] !== TokenType.EOF; token = next()) {
    if (token[0] === TokenType.OpenCurly) blocks.push(blockOf(text.trim(), blocks.at(-1) ?? FOR_ALL));
    if (token[0] === TokenType.CloseCurly) blocks.pop();
    if (token[0] === TokenType.Colon) name ??= text.trim();
    if (token[0] === TokenType.OpenCurly || token[0] === TokenType.CloseCurly || token[0] === TokenType.Semicolon) {
      text = '';
      name = undefined;
    } else text += token[0] === TokenType.Comment ? ' ' : token[1];
    if (token[0] !== TokenType.Function || nameOf(token) !== 'url') continue;
    const address = next();
    if (address[0] !== TokenType.String || !address[4].value.startsWith('#')) continue;
    const property = name !== undefined && PLAIN_PROPERTY.test(name) ? name.toLowerCase() : undefined;
    const { keys } = property === undefined ? FOR_ALL : (blocks.at(-1) ?? FOR_ALL);
    references.push({ keys, property, id: address[4].value.slice(1) });
  }
  return references;
}

/** The same as the cost of drawings is counted from it. */
export function toSvgReferences({ property, id }: StyleReference): SvgReference[] {
  if (property === undefined) return ANY_PROPERTY.map((any) => ({ property: any, id }));
  return [{ property: property.endsWith('filter') ? 'filter' : property, id }];
}

function blockOf(prelude: string, around: Block): Block {
  if (around.isOfOthers || CONDITION.test(prelude)) return around;
  return prelude.startsWith('@') ? FOR_OTHERS : { keys: keysOfSelectors(withoutConditions(prelude)), isOfOthers: false };
}

/** Selectors without what stands in brackets, which only narrows what they apply to. */
function withoutConditions(prelude: string): string {
  let left = prelude.replace(/"[\w\s-]*"|&/g, '');
  for (let before = ''; before !== left && left.length < LONGEST_PRELUDE; ) {
    before = left;
    left = left.replace(/\([^()[\]"'\\]*\)|\[[^()[\]"'\\]*\]/g, '');
  }
  return left;
}
