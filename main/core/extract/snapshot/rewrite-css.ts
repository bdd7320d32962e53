import { type CSSToken, TokenType } from '@csstools/css-tokenizer';
import { LIMITS } from '../../base/limits.ts';
import { resolveAddress } from '../mime/resolve-address.ts';
import { isPartOfPage, NO_FILE, type CssContext } from './css-context.ts';
import { closerOf, isSpace, nameOf, readBlock, readStatement, readTokens, writeString, type NextToken } from './css-tokens.ts';
import { readImport, wrapImported } from './read-import.ts';

/** Functions whose argument is an address. */
const ADDRESS_FUNCTIONS = new Set(['url', 'src']);
/** Functions in which a string is the address of a picture. */
const IMAGE_FUNCTIONS = new Set(['image-set', '-webkit-image-set', 'image', 'cross-fade', '-webkit-cross-fade']);
/** Functions that stand for a text that is only known later: where that would be an address, it would be one that nobody looked at. */
const LATE_FUNCTIONS = new Set(['var', 'env', 'attr', 'if', 'inherit', 'first-valid', 'random-item']);
/** Ran scripts in browsers of old. */
const SCRIPT_FUNCTIONS = new Set(['expression']);
/** Rules that mean something in a file of its own only. */
const FILE_RULES = new Set(['charset', 'namespace']);

/** Stands where something was: without it, what stood on its sides might become one word, and an address. */
const APART = ' ';

/** Where a style sheet stands among those that import one another. */
interface Chain {
  readonly sheets: readonly string[];
}

/**
 * A style sheet that loads nothing: what the page brought along stands in it, sheets that it imports are in their place, and
 * every other address is gone. Blocks that it leaves open are closed, so that it can stand in another one.
 */
export function rewriteStyleSheet(css: string, context: CssContext): string {
  return rewrite(css, context, { sheets: [] });
}

/** The same for what a `style` attribute or one of SVG's attributes holds. */
export function rewriteStyleValue(css: string, context: CssContext): string {
  // Without a bracket there is neither an address nor a function, whatever else it may be.
  return /[(\\@]/.test(css) ? rewrite(css, context, undefined) : css;
}

/** @param chain undefined where nothing can be imported */
function rewrite(css: string, context: CssContext, chain: Chain | undefined): string {
  const next = readTokens(css);
  const parts: string[] = [];
  const open: { readonly closer: TokenType; readonly ofImages: boolean }[] = [];
  let imports: 'may-come' | 'behind-layers' | 'over' = chain === undefined ? 'over' : 'may-come';

  for (let token = next(); token[0] !== TokenType.EOF; token = next()) {
    const name = nameOf(token);
    const inside = open.at(-1);
    if (token[0] === TokenType.AtKeyword && (name === 'import' || FILE_RULES.has(name))) {
      const statement = readStatement(next);
      const isImported = name === 'import' && statement && chain && imports === 'may-come' && !inside;
      parts.push(isImported ? importSheet(statement, context, chain) : APART);
      continue;
    }
    if (!inside) imports = afterToken(imports, token, name);
    if (token[0] === inside?.closer) open.pop();
    const written = isStrayCloser(token, inside) ? APART : writeToken(token, next, context, inside?.ofImages ?? false);
    if (written !== undefined) {
      // What ends the element is undone at the end: that must not undo a comment's beginning.
      parts.push(token[0] === TokenType.Comment && parts.at(-1) === '<' ? APART : written);
      continue;
    }
    parts.push(token[1]);
    const closer = closerOf(token);
    if (closer !== undefined) open.push({ closer, ofImages: token[0] === TokenType.Function && IMAGE_FUNCTIONS.has(name) });
  }
  const written = parts.join('');
  const closers = open.toReversed().map(({ closer }) => (closer === TokenType.CloseParen ? ')' : closer === TokenType.CloseSquare ? ']' : '}'));
  // On a new line: at the very end a backslash would take what follows along.
  const ended = closers.length > 0 || written.endsWith('\\') ? `${written}\n${closers.join('')}` : written;
  // The element around it must not end before it does; within a name the backslash means nothing.
  return ended.replaceAll('</', '<\\/');
}

/** Sheets are imported before anything else; only layers may be named before. */
function afterToken(imports: 'may-come' | 'behind-layers' | 'over', token: CSSToken, name: string): 'may-come' | 'behind-layers' | 'over' {
  if (imports === 'over' || isSpace(token) || token[0] === TokenType.CDO || token[0] === TokenType.CDC) return imports;
  if (imports === 'may-come') return token[0] === TokenType.AtKeyword && name === 'layer' ? 'behind-layers' : token[0] === TokenType.Semicolon ? imports : 'over';
  return token[0] === TokenType.Semicolon ? 'may-come' : token[0] === TokenType.OpenCurly ? 'over' : imports;
}

function isStrayCloser(token: CSSToken, inside: unknown): boolean {
  return inside === undefined && (token[0] === TokenType.CloseParen || token[0] === TokenType.CloseSquare || token[0] === TokenType.CloseCurly);
}

/** What is written instead of a token, and of the block that it begins. Undefined: it stays as it is. */
function writeToken(token: CSSToken, next: NextToken, context: CssContext, isAddress: boolean): string | undefined {
  if (token[0] === TokenType.URL) return `url(${writeString(fileFor(token[4].value, context))})`;
  if (token[0] === TokenType.BadURL) return `url(${writeString(NO_FILE)})`;
  if (token[0] === TokenType.String) return writeString(isAddress ? fileFor(token[4].value, context) : token[4].value);
  if (token[0] === TokenType.Function) return writeFunction(nameOf(token), next, context, isAddress);
  // It parts what stands on its sides.
  if (token[0] === TokenType.Comment) return '/**/';
  return token[0] === TokenType.CDO || token[0] === TokenType.CDC || token[0] === TokenType.BadString ? APART : undefined;
}

function writeFunction(name: string, next: NextToken, context: CssContext, isAddress: boolean): string | undefined {
  if (ADDRESS_FUNCTIONS.has(name)) {
    const argument = readBlock(next, TokenType.CloseParen).find((token) => !isSpace(token));
    return `url(${writeString(argument?.[0] === TokenType.String ? fileFor(argument[4].value, context) : NO_FILE)})`;
  }
  if (SCRIPT_FUNCTIONS.has(name)) {
    readBlock(next, TokenType.CloseParen);
    return 'none ';
  }
  if (isAddress && (LATE_FUNCTIONS.has(name) || name.startsWith('--'))) {
    readBlock(next, TokenType.CloseParen);
    return writeString(NO_FILE);
  }
  return undefined;
}

function fileFor(address: string, { base, file }: CssContext): string {
  const trimmed = address.trim();
  // A part of the page itself, such as a gradient.
  if (trimmed.startsWith('#') || trimmed === '') return isPartOfPage(trimmed) ? trimmed : NO_FILE;
  return file(resolveAddress(trimmed, base)) ?? NO_FILE;
}

function importSheet(statement: readonly CSSToken[], context: CssContext, { sheets }: Chain): string {
  const imported = readImport(statement);
  if (!imported) return APART;
  const address = resolveAddress(imported.address, context.base);
  if (sheets.length >= LIMITS.snapshotSheetDepth || sheets.includes(address)) return APART;
  const css = context.sheet(address);
  return css === undefined ? APART : wrapImported(rewrite(css, { ...context, base: baseOf(address, context.base) }, { sheets: [...sheets, address] }), imported);
}

/** A sheet that lies in its own address has no place that others could be relative to. */
function baseOf(address: string, base: string | undefined): string | undefined {
  return /^data:/i.test(address) ? base : address;
}
