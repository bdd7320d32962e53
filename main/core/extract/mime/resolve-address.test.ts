import { expect, test } from 'vitest';
import { resolveAddress } from './resolve-address.ts';

test.each([
  ['a%20b.png', 'https://a.test/x/', 'https://a.test/x/a%20b.png'],
  [' /a b.png', 'https://a.test/x/', 'https://a.test/a%20b.png'],
  ['CID:a%40b', undefined, 'cid:a@b'],
  ['cid:100%', undefined, 'cid:100%'],
  ['../../x.png', undefined, '../../x.png'],
  ['files\\a.png', 'file:///C:/x/y.htm', 'file:///C:/x/files/a.png'],
])('%j on %j is %j', (address, base, expected) => {
  expect(resolveAddress(address, base)).toBe(expected);
});
