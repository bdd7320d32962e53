import { expect, test } from 'vitest';
import { makeOdt } from '../../extract/odt/make-odt.ts';
import { identifyFormat } from '../identify-format.ts';
import { odtReader } from './odt.ts';
import { readAll } from './read-all.ts';

test('reads one article of a text document, whatever its name', async () => {
  const bytes = makeOdt({ body: '<text:p>The ferry left.</text:p>' });
  expect(await identifyFormat(bytes, 'a.bin')).toMatchObject({ name: odtReader.name });
  expect((await readAll(odtReader, bytes, 'a.odt')).read).toMatchObject([{ draft: { title: 'The ferry left' } }]);
});

test('refuses what is empty', async () => {
  await expect(readAll(odtReader, '')).rejects.toMatchObject({ code: 'empty' });
});
