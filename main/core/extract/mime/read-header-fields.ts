import { isAscii } from 'node:buffer';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { decodeText } from '../decode-text.ts';

/** By lower-case name, in the order of the message; words still encoded as the message has them. */
export type HeaderFields = ReadonlyMap<string, readonly string[]>;

/** The fields of a message's head, unfolded. What is beyond LIMITS.mimeHeaderBytes is not looked at. */
export function readHeaderFields(head: Uint8Array): HeaderFields {
  const fields = new Map<string, string[]>();
  for (const line of unfold(decodeHead(head.subarray(0, LIMITS.mimeHeaderBytes)))) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const values = fields.get(name);
    const value = line.slice(colon + 1).trim();
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  return fields;
}

/** The first field of that name that is not empty. */
export function firstField(fields: HeaderFields, name: string): string | undefined {
  return fields.get(name)?.find((value) => value !== '');
}

function unfold(text: string): string[] {
  const lines: string[][] = [];
  for (const line of text.split('\n')) {
    const last = lines.at(-1);
    if (last !== undefined && /^[ \t]/.test(line)) last.push(line.replace(/^[ \t]+/, ' '));
    else lines.push([line]);
  }
  return lines.map((parts) => parts.join(''));
}

/** Programs write other characters than ASCII as they are, in any charset. */
function decodeHead(head: Uint8Array): string {
  const latin1 = (): string => Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1').replace(/\r\n?/g, '\n');
  if (isAscii(head) && !head.includes(0x1b)) return latin1();
  try {
    return decodeText(head).text;
  } catch (error) {
    // One field of binary waste must not cost the others.
    if (error instanceof LibraryError && error.code === 'not-text') return latin1();
    throw error;
  }
}
