import { expect, test } from 'vitest';
import { isBelowAny, judgeName, showName } from './judge-name.ts';

test.each(['../a', 'a/../../b', '/etc/passwd', '\\\\server\\a', 'C:\\a', 'c:/a', '..', 'a/..', 'a\0b'])('sees that a name leads out of its archive: %s', (name) => {
  expect(judgeName(name)).toBe('hostile');
});

test.each(['a..b', '...', 'a/.../b', ':colon.txt', 'c:a', '.hidden', 'a/b c'])('takes a strange name for a name: %s', (name) => {
  expect(judgeName(name)).toBe('file');
});

test.each(['.DS_Store', 'a/.DS_Store', '__MACOSX/a.txt', 'a/._b.jpg', 'Thumbs.db', 'a/desktop.ini'])('knows what systems leave behind: %s', (name) => {
  expect(judgeName(name)).toBe('junk');
});

test('sees what seems to lie below a link', () => {
  const links = new Set(['a/link']);
  expect(['a/link/b', 'a/link/b/c', 'a/link', 'a/linked/b', 'link/b'].map((name) => isBelowAny(name, links))).toEqual([true, true, false, false, false]);
});

test('shows a name in one line that no terminal obeys', () => {
  expect(showName('a\n\x1b[31mb', 10)).toBe('a  [31mb');
  expect(showName('\n', 10)).toBe('?');
});
