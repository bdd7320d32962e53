import { LIMITS } from '../../base/limits.ts';

const PREFIX =
  /^\s*(?:view all posts by|(?:written|posted|published|reported|reviewed|words|text|story|article|photos?|veröffentlicht|geschrieben|publié)\s+(?:by|von|par)|by|von|par|por|di|door|av|af|autore?n?|author|autor(?:in)?|auteur|text|redaktion)(?:\s*:\s*|\s+)/iu;
/** What follows a name: roles, dates, places, calls to follow. */
const AFTER_NAME =
  /\s*(?:[|•·●\n\t/]|\s[-–—]\s|\b(?:on|am|le|edited by|(?:last )?updated|published|posted|follow)\b[\s:]|(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?\s+)?\d).*$/isu;
const AND = /\s*(?:[;&]|,?\s(?:and|und|et|y|en|och|og)\s)\s*/iu;
const ROLE =
  /\b(?:staff|writer|reporter|editor|editorial|correspondent|columnist|contributor|producer|journalist|photographer|bureau chief|senior|associate|special to|for the|contributing|ph\.?d|m\.?d)\b/iu;
/** Names that a publishing system gives to nobody. */
const NOBODY =
  /^(?:admin(?:istrator)?|no author|authors?|autor(?:in)?|auteur|staff|editor(?:s|ial)?|guest|user|webmaster|wordpress|root|unknown|anonymous|redaktion|by|none|null|undefined|n\/a|about the author|view all posts|contributors?|share|more|see all|profile)$/iu;
const MOST_NAMES = 10;
/** Pages put whole biographies, and worse, where the author belongs. */
const LONGEST_RAW = 1_000;
const LONGEST_NAME = 80;
const MOST_WORDS = 7;

/**
 * The names of an article's authors, parted by a comma, out of what a page says of them: without "By", addresses,
 * handles, roles, dates and repetitions. Undefined when no name is left.
 */
export function cleanByline(raw: string | readonly string[]): string | undefined {
  const pieces = typeof raw === 'string' ? splitNames(raw) : raw.length === 1 ? splitNames(raw[0] ?? '') : raw.flatMap((name) => splitNames(turnAround(name.slice(0, LONGEST_RAW))));
  const names: string[] = [];
  for (const piece of pieces) {
    const name = cleanName(piece);
    if (name !== undefined && !names.some((other) => other.toLowerCase() === name.toLowerCase())) names.push(name);
  }
  const kept = names.filter((name) => !names.some((other) => other !== name && name.includes(other) && other.includes(' ')));
  const byline = kept.slice(0, MOST_NAMES).join(', ');
  return byline === '' || byline.length > LIMITS.bylineLength ? undefined : byline;
}

function splitNames(text: string): string[] {
  const withoutAddresses = text
    .slice(0, LONGEST_RAW)
    .replace(/\(?\bhttps?:\/\/\S+/gi, ' ')
    .replace(/\S+@\S+\.\S+/g, ' ')
    .replace(/(?:^|\s)@\w+/g, ' ')
    .replace(/\([^)]*\)/g, ' ');
  const start = withoutAddresses.replace(PREFIX, '').replace(PREFIX, '');
  return start.replace(AFTER_NAME, '').split(AND).flatMap((part) => part.split(/\s*,\s*/));
}

/** "Doe, Jane" as catalogues write it; only where each name stands alone. */
function turnAround(name: string): string {
  const match = /^([^,]{2,40}),\s*([^,]{1,40})$/.exec(name.trim());
  if (match === null || ROLE.test(match[2] ?? '')) return name;
  return `${match[2]} ${match[1]}`;
}

function cleanName(piece: string): string | undefined {
  const name = piece
    .replace(PREFIX, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{P}\p{S}]+/u, '')
    .replace(/[\s,;:|•·–—_*-]+$/u, '')
    .trim();
  if (name.length < 2 || name.length > LONGEST_NAME || !/\p{L}/u.test(name)) return undefined;
  if (NOBODY.test(name) || ROLE.test(name) || /[{}<>=\\]|www\.|\.(?:com|org|net)\b/i.test(name)) return undefined;
  if (name.split(' ').length > MOST_WORDS || /\p{L}{3,}[.!?]\s/u.test(name)) return undefined;
  return isShouted(name) ? name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase()) : name;
}

/** JANE DOE, but not AFP: capitals of one short word are an agency. */
function isShouted(name: string): boolean {
  return name.includes(' ') && name === name.toUpperCase() && name !== name.toLowerCase();
}
