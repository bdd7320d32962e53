import { fileNameOfAddress } from './file-name-of-address.ts';
import { ByteReader, type ByteSource } from './byte-reader.ts';
import type { Contained, Container, ContainerInput } from './container.ts';
import { readHttpBody, readHttpHead, type HttpHead } from './http-message.ts';
import type { UnpackBudget } from './unpack-budget.ts';
import { readWebRecords, type WebRecord } from './warc-records.ts';

/** Documents that an archive of pages may hold, by their media types, with the ending that such a file has. */
const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'xhtml'],
  ['text/plain', 'txt'],
  ['text/markdown', 'md'],
  ['application/pdf', 'pdf'],
  ['application/epub+zip', 'epub'],
  ['application/rtf', 'rtf'],
  ['text/rtf', 'rtf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['multipart/related', 'mhtml'],
  ['message/rfc822', 'eml'],
]);

/** Records that hold a capture; the others (requests, what is about the archive or another record) are no items of it. */
const CAPTURES = new Set(['response', 'resource', 'conversion']);

export const warcContainer: Container = {
  name: 'warc',
  label: 'web archive',
  reads: 'stream',
  holds: 'items',
  list: ({ reader, budget }: ContainerInput) => listCaptures(reader, budget, EVERYTHING),
};

/** Which captures are pages, where something knows it. */
export interface PageChoice {
  /** Undefined for an address that is none; a title where it has one. */
  readonly find: (address: string) => { readonly title?: string } | undefined;
  /** Told of every redirection, before the captures behind it. */
  readonly redirect: (from: string, to: string) => void;
}

const EVERYTHING: PageChoice = { find: () => ({}), redirect: () => {} };

/** Every capture, named by its address: a page or document as a file, what pages are made of as a companion. */
export async function* listCaptures(reader: ByteReader, budget: UnpackBudget, pages: PageChoice): AsyncGenerator<Contained> {
  for await (const record of readWebRecords(reader)) {
    if (!CAPTURES.has(record.type) || record.target === undefined) continue;
    const http = await readHttpHead(record.block);
    const to = http?.headers.get('location');
    if (http !== undefined && to !== undefined) pages.redirect(record.target, to);
    const ending = await documentEnding(record, http);
    const page = ending === undefined ? undefined : pages.find(record.target);
    const name = record.target;
    if (ending === undefined || page === undefined) yield { kind: 'companion', name };
    else {
      const given = { url: name, ...(record.date === undefined ? {} : { savedAt: record.date }), ...page };
      yield { kind: 'file', name, fileName: fileNameOfAddress(name, ending), given, open: () => new ByteReader(once(() => readHttpBody(record.block, http?.headers ?? new Map(), budget))) };
    }
  }
}

/** The ending for a capture that may be an article; undefined for everything else. */
async function documentEnding({ type, target, contentType, block }: WebRecord, http: HttpHead | undefined): Promise<string | undefined> {
  // Pages of errors, redirections and parts of files are no articles.
  if (target === undefined || !/^https?:\/\//i.test(target) || (http !== undefined && (http.status < 200 || http.status > 203))) return undefined;
  if ((await block.peek(1)).length === 0) return undefined;
  // A response without HTTP is one of another protocol: a look-up of a name.
  if (type === 'response' && http === undefined && /^application\/http/i.test(contentType)) return undefined;
  const mediaType = ((http?.headers.get('content-type') ?? (http === undefined ? contentType : '')).split(';', 1)[0] ?? '').trim().toLowerCase();
  if (mediaType === '') return /\/[^/.?#]*$/.test(target) ? 'html' : undefined;
  const ending = DOCUMENTS.get(mediaType);
  return ending === 'txt' && /\/(?:robots|ads|humans|security)\.txt$/i.test(target) ? undefined : ending;
}

function once(read: () => Promise<Buffer>): ByteSource {
  let isRead = false;
  return {
    next: async () => {
      if (isRead) return undefined;
      isRead = true;
      const bytes = await read();
      return bytes.length === 0 ? undefined : bytes;
    },
  };
}
