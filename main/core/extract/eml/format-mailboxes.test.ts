import { expect, test } from 'vitest';
import { formatMailboxes } from './format-mailboxes.ts';

test.each([
  ['jane@doe.test', ['jane@doe.test']],
  ['"Doe, Jane" <jane@doe.test>', ['Doe, Jane <jane@doe.test>']],
  ['=?utf-8?Q?J=C3=BCrgen?= <j@doe.test>, Sam Roe <sam@roe.test>', ['Jürgen <j@doe.test>', 'Sam Roe <sam@roe.test>']],
  ['jane@doe.test (Jane Doe)', ['Jane Doe <jane@doe.test>']],
  ['jane@doe.test <jane@doe.test>', ['jane@doe.test']],
  ['Team: a@b.test, c@d.test;', ['a@b.test', 'c@d.test']],
  ['Jane Doe', ['Jane Doe']],
  ['', []],
])('%j', (field, expected) => {
  expect(formatMailboxes(field)).toEqual(expected);
});
