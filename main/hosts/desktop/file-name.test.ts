import { expect, it } from 'vitest';
import { fileNameFor } from './file-name.ts';

it.each([
  ['A quiet harbour', 'A quiet harbour.md'],
  ['Ice: what/is "left"?', 'Ice what is left.md'],
  ['../../etc/passwd', 'etc passwd.md'],
  ['...', 'Article.md'],
  ['CON', 'Article CON.md'],
  ['tab\tand\u202Eturn\u0000', 'tab and turn.md'],
  ['氷と港', '氷と港.md'],
])('names the copy of %j %j', (title, name) => {
  expect(fileNameFor(title)).toBe(name);
});

it('keeps the name short', () => {
  expect(fileNameFor('word '.repeat(200)).length).toBeLessThan(90);
});
