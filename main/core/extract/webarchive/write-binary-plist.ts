import { isList } from './plist-value.ts';
import type { PlistValue } from './plist-value.ts';

/** For tests: a binary property list of a value, with references of two bytes and offsets of four. */
export function writeBinaryPlist(root: PlistValue): Buffer {
  const objects: Buffer[] = [];
  const add = (value: PlistValue): number => {
    const index = objects.length;
    objects.push(Buffer.alloc(0));
    objects[index] = encode(value, add);
    return index;
  };
  add(root);
  const header = Buffer.from('bplist00');
  const offsets = Buffer.alloc(objects.length * 4);
  let at = header.length;
  for (const [index, object] of objects.entries()) {
    offsets.writeUInt32BE(at, index * 4);
    at += object.length;
  }
  const trailer = Buffer.alloc(32);
  trailer[6] = 4;
  trailer[7] = 2;
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(at), 24);
  return Buffer.concat([header, ...objects, offsets, trailer]);
}

function encode(value: PlistValue, add: (value: PlistValue) => number): Buffer {
  const refs = (values: readonly PlistValue[]): Buffer => {
    const bytes = Buffer.alloc(values.length * 2);
    for (const [index, inner] of values.entries()) bytes.writeUInt16BE(add(inner), index * 2);
    return bytes;
  };
  if (value === null) return Buffer.from([0x09]);
  if (typeof value === 'string') {
    const isAscii = /^[\u0000-\u007f]*$/.test(value);
    return isAscii ? Buffer.concat([marker(0x5, value.length), Buffer.from(value)]) : Buffer.concat([marker(0x6, value.length), Buffer.from(value, 'utf16le').swap16()]);
  }
  if (value instanceof Uint8Array) return Buffer.concat([marker(0x4, value.length), value]);
  if (isList(value)) return Buffer.concat([marker(0xa, value.length), refs(value)]);
  return Buffer.concat([marker(0xd, value.size), refs([...value.keys(), ...value.values()])]);
}

function marker(kind: number, length: number): Buffer {
  if (length < 15) return Buffer.from([(kind << 4) | length]);
  const bytes = Buffer.from([(kind << 4) | 0x0f, 0x12, 0, 0, 0, 0]);
  bytes.writeUInt32BE(length, 2);
  return bytes;
}
