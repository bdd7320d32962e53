import { LibraryError } from '../../contract/errors.ts';
import { decodeText } from '../extract/decode-text.ts';
import { inMemory } from './containers/random-bytes.ts';
import { ASSETS, FORMAT_LABELS, type FormatName } from './formats/format-labels.ts';
import { identifyBySignature, identifyOtherBinary } from './formats/identify-binary.ts';
import { identifyZip, isZip } from './formats/identify-zip.ts';
import { identifyJson } from './formats/identify-json.ts';
import { identifyProse } from './formats/identify-prose.ts';
import { identifyMail, identifyRecords } from './formats/identify-records.ts';
import { identifyTable } from './formats/identify-table.ts';
import { identifyXml } from './formats/identify-xml.ts';

export interface IdentifiedFormat {
  readonly name: FormatName;
  /** As a user calls it: "PDF document". */
  readonly label: string;
  /** The file may be a part of a page: a picture, a style sheet. */
  readonly asset: boolean;
}

/** Formats show in their beginnings. Even, so that UTF-16 is not cut in a character. */
const HEAD_BYTES = 128 * 1024;
const MAIL_HEADER_BYTES = 16 * 1024;

/**
 * What a file is: by its content, and by its name where the content leaves it open. An empty file is text, which its reader
 * then calls empty.
 */
export async function identifyFormat(bytes: Uint8Array, fileName: string): Promise<IdentifiedFormat> {
  const extension = extensionOf(fileName);
  const name = isZip(bytes)
    ? await identifyZip(inMemory(bytes), extension)
    : (identifyBySignature(bytes, extension) ?? identifyText(bytes, extension) ?? (await identifyOtherBinary(bytes)));
  return { name, label: FORMAT_LABELS[name], asset: ASSETS.has(name) };
}

/** Undefined where the bytes are no text. */
function identifyText(bytes: Uint8Array, extension: string): FormatName | undefined {
  const head = decodeHead(bytes);
  if (head === undefined) return identifyBinaryMail(bytes, extension);
  const isWhole = bytes.length <= HEAD_BYTES;
  return (
    identifyRecords(head, extension) ??
    identifyJson(head, isWhole, extension) ??
    identifyXml(head, extension) ??
    identifyTable(head, extension) ??
    nameWhereProse(identifyProse(head, extension), extension)
  );
}

/** A message may hold its parts as they are, so that only its header is text. */
function identifyBinaryMail(bytes: Uint8Array, extension: string): FormatName | undefined {
  const start = Buffer.from(bytes.subarray(0, MAIL_HEADER_BYTES)).toString('latin1').replaceAll('\r\n', '\n');
  const end = start.indexOf('\n\n');
  return end === -1 ? undefined : identifyMail(start.slice(0, end + 2), extension);
}

/** Bare text that calls itself a document is what a failed download left of one: the document's reader says so. */
function nameWhereProse(format: FormatName, extension: string): FormatName {
  return format === 'text' && (extension === 'docx' || extension === 'odt' || extension === 'epub') ? extension : format;
}

function decodeHead(bytes: Uint8Array): string | undefined {
  try {
    return decodeText(bytes.subarray(0, HEAD_BYTES)).text;
  } catch (error) {
    if (error instanceof LibraryError && error.code === 'not-text') return undefined;
    throw error;
  }
}

/** In lower case without the dot; empty where the name has none. */
export function extensionOf(fileName: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
