import fs from 'node:fs';
import zlib from 'node:zlib';
import { z } from 'zod';
import type { DiskCalls } from '../base/disk-calls.ts';
import { writeFileDurably } from '../base/write-file-durably.ts';

/** Grows when words are parted, trimmed or stemmed in another way: an index of other rules is made anew. */
export const ANALYSIS_VERSION = 1;

const Manifest = z.object({
  analysis: z.literal(ANALYSIS_VERSION),
  /** Of the store: every change up to it is in the segments. Later ones may be, too. */
  change: z.number().int().nonnegative(),
  segments: z.array(
    z.object({
      file: z.string().regex(/^segment-[0-9a-z]+\.cseg$/),
      /** Base64 of the deflated bits of its removed documents; '' where none is. */
      removed: z.string(),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

/** Which segments the index is made of. Undefined where there is none, or none that can be trusted. */
export function readManifest(file: string): Manifest | undefined {
  const json = fs.existsSync(file) ? readWhole(file) : undefined;
  return json === undefined ? undefined : Manifest.safeParse(JSON.parse(json)).data;
}

/** Whether there is a list that is not as it was written. One of other rules of analysis is whole. */
export function isManifestDamaged(file: string): boolean {
  return fs.existsSync(file) && readWhole(file) === undefined;
}

function readWhole(file: string): string | undefined {
  const [sum, ...rest] = fs.readFileSync(file, 'utf8').split('\n');
  const json = rest.join('\n');
  return Number(sum) === zlib.crc32(json) ? json : undefined;
}

export function writeManifest(disk: DiskCalls, file: string, manifest: Manifest): void {
  const json = JSON.stringify(manifest);
  writeFileDurably(disk, file, Buffer.from(`${zlib.crc32(json)}\n${json}`));
}

export function encodeRemoved(removed: Uint32Array): string {
  if (removed.every((bits) => bits === 0)) return '';
  return zlib.deflateRawSync(Buffer.from(removed.buffer, removed.byteOffset, removed.byteLength)).toString('base64');
}

export function decodeRemoved(text: string): Uint32Array {
  if (text === '') return new Uint32Array();
  const bytes = zlib.inflateRawSync(Buffer.from(text, 'base64'));
  return new Uint32Array(new Uint8Array(bytes).buffer);
}
