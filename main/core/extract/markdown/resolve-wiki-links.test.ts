import { expect, test } from 'vitest';
import { resolveWikiLinks } from './resolve-wiki-links.ts';

test.each([
  ['[[Jane Doe]] [[a/b|B]] [plain](x)', 'Jane Doe B [plain](x)'],
  ['[[Ferry#Late ones]] [[#Here]] [[Ferry#^a1b2]]', 'Ferry > Late ones Here Ferry'],
  ['![[my image.png|300]] ![[b.JPG|The quay]] ![[Note]]', '![](<my image.png>) ![The quay](<b.JPG>) Note'],
  ['no links [at] all', 'no links [at] all'],
])('%j', (text, expected) => {
  expect(resolveWikiLinks(text)).toBe(expected);
});
