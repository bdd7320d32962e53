import { describe, expect, it } from 'vitest';
import { looksBinary } from './looks-binary.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('looksBinary', () => {
  it('is true of NULs in a row and of many controls', () => {
    expect(looksBinary(latin1('\x7fELF\x02\x01\x01' + '\0'.repeat(9) + 'name'.repeat(20)))).toBe(true);
    expect(looksBinary(latin1('ab\x01\x02\x03\x04cd\x05'))).toBe(true);
    expect(looksBinary(latin1('\0'))).toBe(true);
  });

  it('is false of text, of a text with a few controls and of one with single NULs in it', () => {
    expect(looksBinary(latin1('The ferry stops.\r\n\tAt noon.\f'))).toBe(false);
    expect(looksBinary(latin1('The ferry stops.\x03'))).toBe(false);
    expect(looksBinary(latin1('The ferry\0 stops at\0 noon\0 and starts\0 at one\0 again.'))).toBe(false);
    expect(looksBinary(latin1(''))).toBe(false);
  });
});
