import { expect, test } from 'vitest';
import { readNav, readNcx } from './read-contents.ts';

test('reads the contents of EPUB 3', () => {
  const nav = '<html xmlns:epub="x"><body><nav epub:type="landmarks"><a href="x.xhtml">No</a></nav><nav epub:type="toc"><ol><li><a href="text/a.xhtml">One <b>ferry</b></a><ol><li><a href="text/a.xhtml#s">Later</a></li></ol></li><li><a href="https://a.test/">Out</a></li><li><a href="b.xhtml"/></li></ol></nav></body></html>';
  expect([...readNav(nav, 'OPS/nav.xhtml')]).toEqual([['OPS/text/a.xhtml', 'One ferry']]);
});

test('reads the contents of EPUB 2', () => {
  const ncx = '<ncx><docTitle><text>Book</text></docTitle><navMap><navPoint><navLabel><text>One</text></navLabel><content src="a.xhtml#x"/><navPoint><navLabel><text>Two</text></navLabel><content src="b.xhtml"/></navPoint></navPoint></navMap></ncx>';
  expect([...readNcx(ncx, 'OPS/toc.ncx')]).toEqual([['OPS/a.xhtml', 'One'], ['OPS/b.xhtml', 'Two']]);
});
