import { Tag } from '../../main/contract/labels.ts';

/** A list with titles or a few words beside each address has fewer words than this for each; running text has more. */
const MOST_WORDS_EACH = 15;

/** Whether a text is there for the addresses in it (a list, a message with a link), and not a text that happens to hold some. */
export function namesPages(text: string, addresses: readonly string[]): boolean {
  if (addresses.length === 0) return false;
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word) && !word.includes('://'));
  return words.length <= MOST_WORDS_EACH * addresses.length;
}

/** A line that is an address but for its scheme: `example.org/page`. */
const WITHOUT_SCHEME = /^[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]\S*)?$/u;

/** Typed addresses are often typed without their beginning: such lines get it. */
export function completeAddresses(text: string): string {
  return text
    .split('\n')
    .map((line) => (WITHOUT_SCHEME.test(line.trim()) ? `https://${line.trim()}` : line))
    .join('\n');
}

/** Such as `ftp://files.example/list.txt`, with nothing before it that would make it the end of another word. */
const OTHER_ADDRESS = /(?<![\p{L}\p{N}+.-])(?!https?:)[a-z][a-z\d+.-]*:\/\/[^\s<>"]+/giu;

/** What looks like an address in a text and is none that Carrel fetches, each once. */
export function findOtherAddresses(text: string): string[] {
  return [...new Set(text.match(OTHER_ADDRESS)?.map((address) => address.replace(/[.,;:!?)\]]+$/, '')))];
}

/** Tags as they are typed into one field. `problem`: what is wrong with one of them, in words. */
export function readTags(typed: string): { readonly tags: string[]; readonly problem: string | null } {
  const tags = new Set<string>();
  for (const part of typed.split(',')) {
    if (part.trim() === '') continue;
    const read = Tag.safeParse(part);
    if (!read.success) return { tags: [], problem: read.error.issues[0]?.message ?? null };
    tags.add(read.data);
  }
  return { tags: [...tags], problem: null };
}

/** Each once, in the order in which they came; `https://example.org` and `https://example.org/` are one. */
export function unique(addresses: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const address of addresses) {
    const href = URL.parse(address)?.href ?? address;
    if (!seen.has(href)) seen.set(href, address);
  }
  return [...seen.values()];
}
