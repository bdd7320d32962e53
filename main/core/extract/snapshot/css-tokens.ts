import { tokenizer, type CSSToken, TokenType } from '@csstools/css-tokenizer';

/** The tokens of a style, one after the other. After the last there are only ends. */
export type NextToken = () => CSSToken;

/** Reads a style as browsers do (CSS Syntax Level 3): escapes are resolved, nothing is left unread. */
export function readTokens(css: string): NextToken {
  const reader = tokenizer({ css });
  return () => reader.nextToken();
}

/** The token's name in lower case: of a function, an at-rule, a word. */
export function nameOf(token: CSSToken): string {
  return token[0] === TokenType.Function || token[0] === TokenType.AtKeyword || token[0] === TokenType.Ident ? token[4].value.toLowerCase() : '';
}

export function isSpace(token: CSSToken): boolean {
  return token[0] === TokenType.Whitespace || token[0] === TokenType.Comment;
}

/** The next token that is neither white space nor a comment. */
export function nextSolid(next: NextToken): CSSToken {
  for (;;) {
    const token = next();
    if (!isSpace(token)) return token;
  }
}

/** What ends the block that a token begins; undefined where it begins none. */
export function closerOf(token: CSSToken): TokenType | undefined {
  if (token[0] === TokenType.Function || token[0] === TokenType.OpenParen) return TokenType.CloseParen;
  if (token[0] === TokenType.OpenSquare) return TokenType.CloseSquare;
  return token[0] === TokenType.OpenCurly ? TokenType.CloseCurly : undefined;
}

/** Reads to the end of a block whose beginning has been read, and gives what is in it. */
export function readBlock(next: NextToken, closer: TokenType): CSSToken[] {
  const inside: CSSToken[] = [];
  const open = [closer];
  for (;;) {
    const token = next();
    if (token[0] === TokenType.EOF) return inside;
    if (token[0] === open.at(-1)) open.pop();
    if (open.length === 0) return inside;
    inside.push(token);
    const opened = closerOf(token);
    if (opened !== undefined) open.push(opened);
  }
}

/** Reads to the end of an at-rule whose name has been read: its semicolon or its block. Undefined where it has a block. */
export function readStatement(next: NextToken): CSSToken[] | undefined {
  const inside: CSSToken[] = [];
  for (;;) {
    const token = next();
    if (token[0] === TokenType.EOF || token[0] === TokenType.Semicolon) return inside;
    const closer = closerOf(token);
    inside.push(token);
    if (closer === undefined) continue;
    const block = readBlock(next, closer);
    if (token[0] === TokenType.OpenCurly) return undefined;
    for (const one of block) inside.push(one);
    inside.push(writeCloser(closer));
  }
}

function writeCloser(closer: TokenType): CSSToken {
  return closer === TokenType.CloseSquare ? [TokenType.CloseSquare, ']', 0, 0, undefined] : [TokenType.CloseParen, ')', 0, 0, undefined];
}

/** A text as a CSS string that ends where it should, in whatever element it stands. */
export function writeString(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they would end the string, or are none in CSS
  return `"${text.replace(/[\u0000-\u001f"\\<&\u007f]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;
}
