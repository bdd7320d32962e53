import { type CSSToken, TokenType } from '@csstools/css-tokenizer';
import { nameOf, isSpace, writeString } from './css-tokens.ts';

/** What an `@import` asks for. */
export interface ImportedSheet {
  readonly address: string;
  /** Undefined: none; empty: one without a name. */
  readonly layer: string | undefined;
  /** What stands in `supports()`. */
  readonly supports: string | undefined;
  readonly media: string;
}

/** Reads an `@import` without its name and its semicolon. Undefined where it names no sheet, or its conditions hold more than conditions. */
export function readImport(statement: readonly CSSToken[]): ImportedSheet | undefined {
  const tokens = statement.filter((token) => token[0] !== TokenType.Comment);
  let at = tokens.findIndex((token) => !isSpace(token));
  const skipSpace = (): void => {
    while (tokens[at]?.[0] === TokenType.Whitespace) at += 1;
  };
  /** The content of the function that stands here, and on behind it. */
  const takeBlock = (): CSSToken[] => {
    const start = at + 1;
    let depth = 1;
    for (at = start; at < tokens.length; at += 1) {
      const type = tokens[at]?.[0];
      if (type === TokenType.Function || type === TokenType.OpenParen) depth += 1;
      if (type === TokenType.CloseParen) depth -= 1;
      if (depth === 0) break;
    }
    const inside = tokens.slice(start, at);
    at += 1;
    return inside;
  };

  const first = tokens[at];
  if (first === undefined) return undefined;
  let address: string | undefined;
  if (first[0] === TokenType.String || first[0] === TokenType.URL) {
    address = first[4].value;
    at += 1;
  } else if (nameOf(first) === 'url' || nameOf(first) === 'src') {
    const argument = takeBlock().find((token) => !isSpace(token));
    if (argument?.[0] === TokenType.String) address = argument[4].value;
  }
  if (address === undefined || address.trim() === '') return undefined;

  skipSpace();
  let layer: string | undefined;
  if (nameIs(tokens[at], 'layer')) {
    const isNamed = tokens[at]?.[0] === TokenType.Function;
    layer = isNamed ? writePlain(takeBlock()) : '';
    if (!isNamed) at += 1;
    if (layer === undefined) return undefined;
    skipSpace();
  }
  let supports: string | undefined;
  if (tokens[at]?.[0] === TokenType.Function && nameIs(tokens[at], 'supports')) {
    supports = writePlain(takeBlock());
    if (supports === undefined) return undefined;
    skipSpace();
  }
  const media = writePlain(tokens.slice(at));
  return media === undefined ? undefined : { address, layer, supports, media };
}

function nameIs(token: CSSToken | undefined, name: string): boolean {
  return token !== undefined && nameOf(token) === name;
}

const NOT_PLAIN = new Set<TokenType>([TokenType.URL, TokenType.BadURL, TokenType.BadString, TokenType.OpenCurly, TokenType.CloseCurly, TokenType.AtKeyword, TokenType.CDO, TokenType.CDC]);

/** Undefined where there is more in it than a condition or a name has. */
function writePlain(tokens: readonly CSSToken[]): string | undefined {
  if (tokens.some((token) => NOT_PLAIN.has(token[0]) || nameOf(token) === 'url' || token[1].endsWith('\\'))) return undefined;
  return tokens.map((token) => (token[0] === TokenType.String ? writeString(token[4].value) : token[1])).join('').trim();
}

/** An imported sheet under the conditions of its import, as a part of the sheet that imports it. */
export function wrapImported(css: string, { layer, supports, media }: ImportedSheet): string {
  const inLayer = layer === undefined ? css : `@layer ${layer}{${css}\n}`;
  const supported = supports === undefined ? inLayer : `@supports (${supports}){${inLayer}\n}`;
  return media === '' ? `${supported}\n` : `@media ${media}{${supported}\n}\n`;
}
