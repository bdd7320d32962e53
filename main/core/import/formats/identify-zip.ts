import { LibraryError } from '../../../contract/errors.ts';
import type { RandomBytes } from '../containers/random-bytes.ts';
import { findZipDirectory, readZipDirectory } from '../containers/zip-directory.ts';
import type { FormatName } from './format-labels.ts';

/** Documents have few files, and what tells them apart is among the first. */
const MOST_NAMES = 2_000;
const PROBE_BYTES = 128 * 1024;

export function isZip(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 4)).toString('latin1');
  return start === 'PK\u0003\u0004' || start === 'PK\u0005\u0006';
}

/**
 * What a zip archive is: a document, a web archive, an export, or only an archive. By the names in its directory, so that
 * a document that lies in an archive makes it none.
 */
export async function identifyZip(file: RandomBytes, extension: string): Promise<FormatName> {
  const start = file.read(30, 100).toString('latin1');
  if (start.startsWith('mimetypeapplication/epub+zip')) return 'epub';
  if (start.startsWith('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  if (start.startsWith('mimetypeapplication/vnd.oasis.opendocument')) return 'office';
  const names = await listNames(file);
  const known = names === undefined ? identifyByTraces(file.read(0, PROBE_BYTES)) : identifyByNames(names);
  if (known !== undefined) return known;
  // A broken download may lack the entry that would tell.
  return extension === 'docx' || extension === 'epub' || extension === 'odt' || extension === 'wacz' ? extension : 'zip';
}

/** Undefined where there is no directory that can be read. */
async function listNames(file: RandomBytes): Promise<string[] | undefined> {
  const directory = findZipDirectory(file);
  if (directory === undefined) return undefined;
  const names: string[] = [];
  try {
    for await (const { name } of readZipDirectory(file, directory)) {
      names.push(name);
      if (names.length === MOST_NAMES) break;
    }
  } catch (error) {
    // A damaged directory: what it named until then must do.
    if (!(error instanceof LibraryError)) throw error;
  }
  return names;
}

function identifyByNames(names: readonly string[]): FormatName | undefined {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^META-INF\/container\.xml$/)) return 'epub';
  if (has(/^word\/document/)) return 'docx';
  if (has(/^xl\/workbook/)) return 'xlsx';
  if (has(/^ppt\/presentation/)) return 'pptx';
  if (has(/^datapackage\.json$/) && has(/^archive\/[^/]+\.w?arc(?:\.gz|\.zst)?$/i)) return 'wacz';
  if (has(/^metadata_0_to_.*\.json$/)) return 'omnivore';
  if (has(/^part_000000\.csv$/)) return 'pocket-zip';
  return has(/^META-INF\/manifest\.xml$/) && has(/^content\.xml$/) ? 'odt' : undefined;
}

/** Names of entries are never compressed, so they can be looked for where an archive has lost its directory. */
function identifyByTraces(bytes: Buffer): FormatName | undefined {
  const has = (text: string) => bytes.includes(text, 0, 'latin1');
  if (has('META-INF/container.xml')) return 'epub';
  if (has('word/document')) return 'docx';
  if (has('xl/workbook')) return 'xlsx';
  if (has('ppt/presentation')) return 'pptx';
  if (has('datapackage.json') && has('archive/')) return 'wacz';
  return has('META-INF/manifest.xml') && has('content.xml') ? 'odt' : undefined;
}
