import fs from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { KeptMedia } from '../extract/article-draft.ts';
import { MISSING_PAGE, PAGE_FIELD } from '../extract/mhtml/further-pages.ts';
import { MEDIA_FIELD, MISSING_MEDIA } from '../extract/mhtml/kept-media.ts';

interface Part {
  readonly url: string;
  readonly type: string;
  readonly charset?: string | undefined;
  readonly bytes: Uint8Array;
}

/**
 * A page and its parts on their way into one file (MHTML, RFC 2557), each written as it comes: however large a page is, no more than one
 * part of it is held in memory. Parts are written as they are, without any encoding for mail.
 */
export class CaptureFile {
  readonly #handle: number;
  readonly #boundary = `carrel-${randomUUID()}`;
  #bytes = 0;
  #pages = 0;

  /** @param page the first page @throws what the file system says */
  constructor(file: string, page: Part, savedAt: Date) {
    this.#handle = fs.openSync(file, 'wx', 0o600);
    this.#write([
      'From: <Saved by Carrel>',
      `Snapshot-Content-Location: ${fit(page.url)}`,
      `Date: ${savedAt.toUTCString().replace('GMT', '+0000')}`,
      'MIME-Version: 1.0',
      `Content-Type: multipart/related; type="text/html"; boundary="${this.#boundary}"`,
      '',
      '',
    ].join('\r\n'));
    this.addPage(page);
  }

  /** Bytes so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** A further page of the same article. */
  addPage(page: Part): void {
    this.#pages += 1;
    this.#add(page, this.#pages === 1 ? [] : [`${PAGE_FIELD}: ${this.#pages}`]);
  }

  /** An empty part for a further page that could not be had. */
  addMissingPage(url: string): void {
    this.#add({ url, type: 'text/html', bytes: new Uint8Array() }, [`${PAGE_FIELD}: ${MISSING_PAGE}`]);
  }

  addPart(part: Part): void {
    this.#add(part, []);
  }

  /** An empty part for a video or a sound, which is a file of its own. @param kept undefined where it could not be had */
  addMedia(url: string, kept: KeptMedia | undefined): void {
    this.#add({ url, type: kept?.mediaType ?? 'application/octet-stream', bytes: new Uint8Array() }, [`${MEDIA_FIELD}: ${kept?.sha256 ?? MISSING_MEDIA}`]);
  }

  /** Ends the file; nothing more may be added. */
  end(): void {
    this.#write(`--${this.#boundary}--\r\n`);
    fs.closeSync(this.#handle);
  }

  /** Lets go of the file as it is. */
  abandon(): void {
    fs.closeSync(this.#handle);
  }

  #add({ url, type, charset, bytes }: Part, more: readonly string[]): void {
    const head = [`--${this.#boundary}`, `Content-Type: ${fit(type)}${charset === undefined ? '' : `; charset="${fit(charset)}"`}`, 'Content-Transfer-Encoding: binary', `Content-Location: ${fit(url)}`, ...more, '', ''];
    this.#write(head.join('\r\n'));
    this.#write(bytes);
    this.#write('\r\n');
  }

  #write(what: string | Uint8Array): void {
    const bytes = typeof what === 'string' ? Buffer.from(what) : what;
    for (let at = 0; at < bytes.length; ) at += fs.writeSync(this.#handle, bytes, at);
    this.#bytes += bytes.length;
  }
}

/** What comes from a site ends no line of a header. */
function fit(text: string): string {
  return text.replace(/[\s\p{Cc}"]+/gu, '').toWellFormed();
}
