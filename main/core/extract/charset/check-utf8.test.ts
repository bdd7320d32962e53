import { describe, expect, it } from 'vitest';
import { checkUtf8 } from './check-utf8.ts';

const check = (...values: number[]): object => checkUtf8(Uint8Array.from(values));

describe('checkUtf8', () => {
  it('counts sequences of two, three and four bytes', () => {
    expect(checkUtf8(new TextEncoder().encode('aé中🙂'))).toEqual({ sequences: 3, broken: 0, truncated: false });
  });

  it('counts overlong forms, surrogates and lone bytes as broken', () => {
    expect(check(0xc0, 0x80)).toMatchObject({ sequences: 0, broken: 2 });
    expect(check(0xe0, 0x80, 0x80)).toMatchObject({ sequences: 0, broken: 3 });
    expect(check(0xed, 0xa0, 0x80)).toMatchObject({ sequences: 0, broken: 3 });
    expect(check(0x80, 0x41, 0xff)).toMatchObject({ sequences: 0, broken: 2 });
  });

  it('sees an end in the middle of a character', () => {
    expect(check(0xc3, 0xa9, 0xe4, 0xb8)).toEqual({ sequences: 1, broken: 0, truncated: true });
  });
});
