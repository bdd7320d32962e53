import { expect, test } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { refuseEmptyFile, refuseWithoutText } from './refuse-without-text.ts';

test('refuses what holds no word', () => {
  expect(() => refuseWithoutText(' \n— …')).toThrow(expect.objectContaining({ code: 'no-text' }));
  expect(() => refuseWithoutText('5')).not.toThrow();
  expect(() => refuseWithoutText('字')).not.toThrow();
});

test('refuses more paragraphs than an article has', () => {
  expect(() => refuseWithoutText('a\n\n'.repeat(LIMITS.textBlocks + 1))).toThrow(expect.objectContaining({ code: 'too-large' }));
});

test('refuses files that are empty or far too large', () => {
  expect(() => refuseEmptyFile(new Uint8Array())).toThrow(expect.objectContaining({ code: 'empty' }));
  expect(() => refuseEmptyFile(Buffer.from(' \r\n\t'))).toThrow(expect.objectContaining({ code: 'empty' }));
  expect(() => refuseEmptyFile(new Uint8Array(LIMITS.articleFileBytes + 1))).toThrow(expect.objectContaining({ code: 'too-large' }));
  expect(() => refuseEmptyFile(Buffer.from(' a'))).not.toThrow();
});
