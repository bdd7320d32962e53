/** Where an address begins; what stands before it may be a letter of a language that writes no spaces. */
const START = /https?:\/\//gi;
/** What ends an address in running text. */
const END = /[\s<>"“”„«»`{}|\\^\u0000-\u001f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]/u;
/** Signs that stand behind an address more often than in its end. */
const TRAILING = /[.,;:!?'’…*_~]+$/;
const LONGEST = 8_192;
const BRACKETS = [
  ['(', ')'],
  ['[', ']'],
] as const;

/**
 * The web addresses in a text (pasted lines, a message, Markdown, HTML), each once, in their order. Signs of the sentence that
 * stand behind an address are no part of it, nor is a bracket that was opened before it.
 */
export function findAddresses(text: string): string[] {
  const found = new Set<string>();
  let past = 0;
  for (const { index } of text.matchAll(START)) {
    // An address that another one holds (of an archive of the web) belongs to that one.
    if (index < past) continue;
    const rest = text.slice(index, index + LONGEST);
    const end = rest.search(END);
    const address = trimEnd(end === -1 ? rest : rest.slice(0, end));
    past = index + address.length;
    if (URL.parse(address)?.hostname) found.add(address);
  }
  return [...found];
}

function trimEnd(address: string): string {
  let trimmed = address;
  for (;;) {
    const before = trimmed;
    trimmed = trimmed.replace(TRAILING, '');
    for (const [open, close] of BRACKETS) {
      if (trimmed.endsWith(close) && count(trimmed, close) > count(trimmed, open)) trimmed = trimmed.slice(0, -1);
    }
    if (trimmed === before) return trimmed;
  }
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
