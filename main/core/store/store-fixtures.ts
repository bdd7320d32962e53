import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { realDisk, type DiskCalls } from '../base/disk-calls.ts';
import { hashBytes } from './blobs.ts';
import { LibraryStore, type NewArticle } from './library-store.ts';
import { encodeOriginal } from './stored-articles.ts';

/** For tests: an empty folder that is gone when the test has ended. */
export function makeScratchFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** For tests: an article whose content follows from its name. */
export function makeArticle(name: string, changed: Partial<NewArticle['content']> = {}, images: readonly string[] = []): NewArticle {
  const text = changed.text ?? `The story of ${name}, told in a few words.`;
  const bytes = Buffer.from(text);
  const blobs = images.map((image) => ({ sha256: hashBytes(Buffer.from(image)), bytes: Buffer.from(image) }));
  const content: NewArticle['content'] = {
    title: `About ${name}`,
    byline: null,
    published: null,
    publishedPrecision: null,
    site: null,
    url: null,
    canonicalUrl: null,
    language: 'en',
    wordCount: text.split(' ').length,
    excerpt: text,
    tags: [],
    collections: [],
    source: { kind: 'text', name: `${name}.txt`, sha256: hashBytes(bytes) },
    related: [],
    guessed: {},
    corrected: [],
    extra: null,
    html: `<p>${text}</p>`,
    text,
    fingerprint: null,
    images: blobs.map(({ sha256 }) => ({ sha256, mediaType: 'image/png' })),
    original: encodeOriginal(bytes),
    extractor: 1,
    ...changed,
  };
  return { content, blobs };
}

export function openStore(root: string, disk: DiskCalls = realDisk): LibraryStore {
  return new LibraryStore(root, { host: 'a test', disk });
}

/** For tests: a disk on which the writing call number `failing` (counted from 1) fails. */
export class FailingDisk {
  calls = 0;
  failing = Number.POSITIVE_INFINITY;
  /** Whether a failing write leaves half of its bytes behind, as a full disk does. */
  tearing = false;
  readonly #code: string;

  constructor(code = 'ENOSPC') {
    this.#code = code;
  }

  readonly disk: DiskCalls = {
    ...realDisk,
    openSync: (file, flags, mode) => this.#guard(() => fs.openSync(file, flags, mode)),
    writeSync: (handle, bytes, offset, length, position) => {
      const tear = () => this.tearing && fs.writeSync(handle, bytes, offset, length >> 1, position);
      return this.#guard(() => fs.writeSync(handle, bytes, offset, length, position), tear);
    },
    fsyncSync: (handle) => this.#guard(() => fs.fsyncSync(handle)),
    fdatasyncSync: (handle) => this.#guard(() => fs.fdatasyncSync(handle)),
    renameSync: (from, to) => this.#guard(() => fs.renameSync(from, to)),
    mkdirSync: (folder, options) => this.#guard(() => fs.mkdirSync(folder, options)),
  };

  #guard<T>(call: () => T, before?: () => void): T {
    this.calls += 1;
    if (this.calls !== this.failing) return call();
    before?.();
    throw Object.assign(new Error(`${this.#code}: injected`), { code: this.#code });
  }
}
