import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { decodeTransfer } from './decode-transfer.ts';
import { firstField, readHeaderFields } from './read-header-fields.ts';
import type { HeaderFields } from './read-header-fields.ts';
import { readStructuredField } from './read-structured-field.ts';
import { splitHead } from './split-head.ts';
import { guessBoundary, splitParts } from './split-parts.ts';

/** A message, or a part of one. */
export interface MimePart {
  readonly fields: HeaderFields;
  /** In lower case: `text/html`. What says nothing of itself is `text/plain`. */
  readonly type: string;
  /** The parameters of the type, by lower-case name. */
  readonly params: ReadonlyMap<string, string>;
  /** `inline`, `attachment`; undefined where it says nothing. */
  readonly disposition: string | undefined;
  /** Only a name, never a path to follow. */
  readonly fileName: string | undefined;
  /** Without angle brackets. */
  readonly contentId: string | undefined;
  readonly parts: readonly MimePart[];
  /** The content, decoded. Each call decodes it anew. */
  readonly content: () => Buffer;
}

/** Counts the parts of one message, however they are nested. */
interface Budget {
  parts: number;
}

/**
 * A message (RFC 5322, MIME) as a tree of its parts, messages inside of it included. What is broken is read as far as it goes:
 * headers without end, boundaries that are missing, encodings that are none.
 *
 * Throws LibraryError `too-deep` past LIMITS.mimeDepth and `too-large` past LIMITS.mimeParts.
 */
export function readMime(bytes: Uint8Array): MimePart {
  return readPart(bytes, 'text/plain', 0, { parts: 0 });
}

function readPart(bytes: Uint8Array, defaultType: string, depth: number, budget: Budget): MimePart {
  budget.parts += 1;
  refuseTooMany(depth, budget);
  const { head, body } = splitHead(bytes);
  const fields = readHeaderFields(head);
  const stated = readStructuredField(firstField(fields, 'content-type') ?? '');
  const type = /^[a-z]+\/[^\s/]+$/.test(stated.value) ? stated.value : defaultType;
  const disposition = readStructuredField(firstField(fields, 'content-disposition') ?? '');
  const encoding = /[\w-]+/.exec((firstField(fields, 'content-transfer-encoding') ?? '').replace(/\([^()]*\)/g, ''))?.[0].toLowerCase() ?? '';
  const content = (): Buffer => decodeTransfer(body, encoding);
  const parts = readParts({ type, boundary: stated.params.get('boundary'), body, content }, depth, budget);
  return {
    fields,
    // What has no parts can only be read as what it looks like.
    type: type.startsWith('multipart/') && parts.length === 0 ? 'text/plain' : type,
    params: stated.params,
    disposition: disposition.value === '' ? undefined : disposition.value,
    fileName: disposition.params.get('filename') ?? stated.params.get('name'),
    contentId: firstField(fields, 'content-id')?.replace(/^\s*<?|>?\s*$/g, ''),
    parts,
    content,
  };
}

interface Whole {
  readonly type: string;
  readonly boundary: string | undefined;
  readonly body: Buffer;
  readonly content: () => Buffer;
}

function readParts({ type, boundary, body, content }: Whole, depth: number, budget: Budget): MimePart[] {
  if (type === 'message/rfc822' || type === 'message/global') return [readPart(content(), 'text/plain', depth + 1, budget)];
  if (!type.startsWith('multipart/')) return [];
  const inner = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  return splitBody(body, boundary).map((part) => readPart(part, inner, depth + 1, budget));
}

function splitBody(body: Buffer, stated: string | undefined): Buffer[] {
  const parts = stated === undefined || stated === '' ? [] : splitParts(body, stated, LIMITS.mimeParts);
  const guessed = parts.length > 0 ? undefined : guessBoundary(body);
  return guessed === undefined ? parts : splitParts(body, guessed, LIMITS.mimeParts);
}

function refuseTooMany(depth: number, { parts }: Budget): void {
  if (depth > LIMITS.mimeDepth) {
    throw new LibraryError('too-deep', `This message has more than ${LIMITS.mimeDepth} parts inside one another. It cannot be read safely.`);
  }
  if (parts > LIMITS.mimeParts) {
    throw new LibraryError('too-large', `This message has more than ${LIMITS.mimeParts} parts. It is too large to read.`);
  }
}
