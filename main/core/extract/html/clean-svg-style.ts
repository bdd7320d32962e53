import { SVG_FUNCTIONS, SVG_PROPERTIES } from './svg-allow-list.ts';

/** A rule of a style sheet, as far as it refers to other parts of the drawing. */
export interface SheetRule {
  /** `.class`, `#id` or `name` of what it may apply to, or `*`. Rather too much than too little. */
  readonly keys: readonly string[];
  readonly references: readonly SvgReference[];
}

/** Another part of the drawing that a property names: `fill:url(#id)`. */
export interface SvgReference {
  readonly property: string;
  readonly id: string;
}

/** Letters of any script, but no signs that mean something in styles or addresses. */
const ID = /^[\w.:\u0080-\uffff-]{1,200}$/;
const LOCAL_URL = /[uU][rR][lL]\(\s*(["']?)#([\w.:\u0080-\uffff-]{1,200})\1\s*\)/g;
/** Numbers, words and what parts them: nothing in it can be more than that. */
const PLAIN = /^[\w\s.,%#+-]*$/;
const LONGEST_VALUE = 10_000;
const MOST_RULES = 5_000;
const SELECTOR = /^[\p{L}\p{N}_\-.#*>+~:,\s]{1,2000}$/u;

export function isSvgId(id: string): boolean {
  return ID.test(id) && !/\s/.test(id);
}

/**
 * A value of an attribute or of a style that can load nothing: `url()` only of the drawing's own parts, no functions but known ones, no
 * escapes, strings and brackets that end where they should. Undefined for any other.
 */
export function cleanSvgValue(raw: string): string | undefined {
  if (PLAIN.test(raw)) return raw.trim();
  if (raw.length > LONGEST_VALUE || /[\\<>{}@;]/.test(raw)) return undefined;
  const value = withoutComments(raw).replace(/\s+/g, ' ').trim().replace(LOCAL_URL, 'url(#$2)');
  const rest = value.replace(LOCAL_URL, ' ').replace(/"[^"'()]*"|'[^"'()]*'/g, ' ');
  if (/["']/.test(rest) || !isBalanced(rest)) return undefined;
  for (const [, name = ''] of rest.matchAll(/([^\s,()]*)\(/g)) if (!SVG_FUNCTIONS.has(name.toLowerCase())) return undefined;
  return value;
}

/** What cleaned declarations refer to. */
export function listSvgReferences(declarations: string): SvgReference[] {
  if (!declarations.includes('url(')) return [];
  return declarations.split(';').flatMap((declaration) => {
    const property = declaration.slice(0, declaration.indexOf(':'));
    return [...declaration.matchAll(LOCAL_URL)].map(([, , id = '']) => ({ property, id }));
  });
}

/** The content of a `style` attribute, or of a rule. */
export function cleanSvgDeclarations(raw: string): string {
  const clean: string[] = [];
  for (const declaration of withoutComments(raw).split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = SVG_PROPERTIES.has(property) ? cleanSvgValue(declaration.slice(colon + 1)) : undefined;
    if (value !== undefined && value !== '') clean.push(`${property}:${value}`);
  }
  return clean.join(';');
}

/**
 * A style sheet of a drawing with its plain rules only: no at-rules (imports, faces, animations, media), nothing nested. It is written anew out of parts
 * that were each checked, so that it can be read in one way only.
 */
export function cleanSvgSheet(css: string): { readonly text: string; readonly rules: readonly SheetRule[] } {
  const source = withoutComments(css).replace(/<!--|-->/g, ' ');
  const rules: SheetRule[] = [];
  const texts: string[] = [];
  const isEnd = /[{};]/g;
  let at = 0;
  while (at < source.length && rules.length < MOST_RULES) {
    isEnd.lastIndex = at;
    const end = isEnd.exec(source);
    if (end === null) break;
    const prelude = source.slice(at, end.index).trim();
    at = end.index + 1;
    if (end[0] !== '{') continue;
    const close = endOfBlock(source, at);
    const body = source.slice(at, close);
    at = close + 1;
    if (!SELECTOR.test(prelude) || body.includes('{')) continue;
    const declarations = cleanSvgDeclarations(body);
    if (declarations === '') continue;
    texts.push(`${prelude.replace(/\s+/g, ' ')}{${declarations}}`);
    rules.push({ keys: keysOfSelectors(prelude), references: listSvgReferences(declarations) });
  }
  return { text: texts.join(''), rules };
}

/** Where the block ends that begins at `start`; the end of the sheet where it does not end. */
function endOfBlock(source: string, start: number): number {
  const braces = /[{}]/g;
  braces.lastIndex = start;
  let open = 1;
  for (let brace = braces.exec(source); brace !== null; brace = braces.exec(source)) {
    open += brace[0] === '{' ? 1 : -1;
    if (open === 0) return brace.index;
  }
  return source.length;
}

/** What elements that a rule applies to have, as the keys of a SheetRule; `*` where that is not plain. */
export function keysOfSelectors(prelude: string): string[] {
  return SELECTOR.test(prelude) ? prelude.split(',').map(keyOf) : ['*'];
}

/** One of the things that an element has to have so that the selector may apply to it. */
function keyOf(selector: string): string {
  const last = selector.trim().split(/[\s>+~]+/).at(-1) ?? '';
  return /[.#][^.#:*]+/u.exec(last)?.[0] ?? /^[^.#:*]+/u.exec(last)?.[0] ?? '*';
}

/** A comment parts what stands around it, so it cannot make one word of two. */
function withoutComments(css: string): string {
  return css.includes('/*') ? css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ') : css;
}

function isBalanced(text: string): boolean {
  let open = 0;
  for (const letter of text) {
    if (letter === '(') open += 1;
    else if (letter === ')' && (open -= 1) < 0) return false;
  }
  return open === 0;
}
