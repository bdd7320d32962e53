import { expect, test } from 'vitest';
import { readPackage } from './read-package.ts';

test('reads what the book consists of, in its order, each once', () => {
  const opf = `<package><metadata><dc:title>Ferry</dc:title></metadata><manifest>
    <item id="n" href="nav.xhtml" properties="x nav"/><item id="a" href="text/a%20b.xhtml"/><item id="b" href="../b.xhtml"/><item id="x" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
    </manifest><spine toc="x"><itemref idref="a"/><itemref idref="c" linear="no"/><itemref idref="b"/><itemref idref="a"/><itemref idref="gone"/></spine></package>`;
  expect(readPackage(opf, 'OPS/p.opf')).toMatchObject({ metadata: [{ name: 'title', text: 'Ferry' }], spine: ['OPS/text/a b.xhtml', 'b.xhtml'], nav: 'OPS/nav.xhtml', ncx: 'OPS/toc.ncx' });
});

test('reads a broken file as far as it goes', () => {
  expect(readPackage('<package><metadata><dc:title>Unclosed', 'p.opf')).toMatchObject({ metadata: [{ text: 'Unclosed' }], spine: [], nav: undefined });
});
