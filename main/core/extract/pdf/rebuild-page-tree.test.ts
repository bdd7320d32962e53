import { expect, test } from 'vitest';
import { rebuildPageTree } from './rebuild-page-tree.ts';

const rebuild = (source: string): string | undefined => {
  const rebuilt = rebuildPageTree(Buffer.from(source));
  return rebuilt === undefined ? undefined : Buffer.from(rebuilt).toString('latin1');
};

test('names the pages that are there, and no longer believes the old tables', () => {
  const rebuilt = rebuild('1 0 obj <</Type/Pages>> endobj 7 0 obj <</Type /Page/Contents 8 0 R>> endobj 9 2 obj<</Type/Page>>endobj trailer <</Root 1 0 R>> startxref 12');
  expect(rebuilt).toContain('10 0 obj <</Type/Pages/Count 2/Kids[7 0 R 9 2 R]>>');
  expect(rebuilt?.match(/trailer/g)).toHaveLength(1);
});

test('gives up where there is no page, or a key', () => {
  expect(rebuild('1 0 obj <</Type/Pages>> endobj')).toBeUndefined();
  expect(rebuild('1 0 obj <</Type/Page>> endobj trailer <</Encrypt 5 0 R>>')).toBeUndefined();
});
