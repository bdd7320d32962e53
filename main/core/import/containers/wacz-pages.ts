import { z } from 'zod';
import { LIMITS } from '../../base/limits.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ContainedOther } from './container.ts';
import type { PageChoice } from './warc.ts';

const Page = z.object({ url: z.string(), title: z.string().optional().catch(undefined) });

/** Pages of one archive that are remembered; where it lists more, every page in it counts. */
const MOST_PAGES = 500_000;
/** With the text of a page, which may stand in its line. */
const MOST_LINE_BYTES = 32 * 1024 * 1024;
const MOST_MISSING = 1_000;
const NEW_LINE = 0x0a;

interface ListedPage {
  readonly url: string;
  readonly title?: string;
  /** Whether a capture of it, or one that it redirects to, was seen. */
  isSeen: boolean;
}

/** The pages that a WACZ file lists: the captures that people asked for, among all that pages are made of. */
export class WaczPages implements PageChoice {
  readonly #pages = new Map<string, ListedPage>();
  #isTooMany = false;

  /** Takes in a list, a page a line (json-pages-1.0). Lines that are none are passed over. */
  async add(reader: ByteReader): Promise<void> {
    for (;;) {
      const line = await readLine(reader);
      if (line === undefined) return;
      const page = parsePage(line);
      if (page === undefined) continue;
      if (this.#pages.size >= MOST_PAGES) this.#isTooMany = true;
      else if (!this.#pages.has(keyOf(page.url))) this.#pages.set(keyOf(page.url), { ...page, isSeen: false });
    }
  }

  find(address: string): { title?: string } | undefined {
    const page = this.#pages.get(keyOf(address));
    if (page === undefined) return this.#pages.size === 0 || this.#isTooMany ? {} : undefined;
    page.isSeen = true;
    return page.title === undefined ? {} : { title: page.title };
  }

  redirect(from: string, to: string): void {
    const page = this.#pages.get(keyOf(from));
    const target = page && URL.canParse(to, from) ? new URL(to, from).href : undefined;
    if (page === undefined || target === undefined || this.#pages.has(keyOf(target))) return;
    this.#pages.set(keyOf(target), { ...page, url: target });
    page.isSeen = true;
  }

  /** Pages that are listed and not there. */
  *missing(): Generator<ContainedOther> {
    const missing = [...this.#pages.values()].filter(({ isSeen }) => !isSeen).slice(0, MOST_MISSING);
    for (const { url } of missing) yield { kind: 'failed', name: url, code: 'malformed', message: 'This web archive lists the page but does not hold it as one that can be read. Capture it again to have it.' };
  }
}

/** Addresses are the same whatever their scheme, their fragment and the slash at their end. */
function keyOf(address: string): string {
  return address.slice(0, LIMITS.urlLength).replace(/#.*$/s, '').replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
}

function parsePage(line: Buffer): { url: string; title?: string } | undefined {
  try {
    const page = Page.safeParse(JSON.parse(line.toString('utf8')));
    if (!page.success) return undefined;
    const { url, title } = page.data;
    return title === undefined || title.trim() === '' ? { url } : { url, title: title.slice(0, LIMITS.titleLength).toWellFormed() };
  } catch {
    // The list of a stranger: a line that is no JSON names no page.
    return undefined;
  }
}

/** Without its end; undefined at the end of all. A line that is longer than a page's can be is cut, and then names none. */
async function readLine(reader: ByteReader): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for (;;) {
    const some = await reader.peek(64 * 1024);
    if (some.length === 0) return sizeBytes === 0 ? undefined : Buffer.concat(parts);
    const end = some.indexOf(NEW_LINE);
    const part = await reader.read(end === -1 ? some.length : end + 1);
    sizeBytes += part.length;
    if (sizeBytes <= MOST_LINE_BYTES) parts.push(part);
    if (end !== -1) return Buffer.concat(parts);
  }
}
