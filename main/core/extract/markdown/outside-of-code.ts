const CODE = /(^(?:```|~~~)[\s\S]*?^(?:```|~~~)[^\n]*$|`[^`\n]+`)/m;

/** Applies `change` to everything but fenced blocks and spans of code: there brackets are what the author typed. */
export function outsideOfCode(markdown: string, change: (text: string) => string): string {
  return markdown
    .split(CODE)
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join('');
}
