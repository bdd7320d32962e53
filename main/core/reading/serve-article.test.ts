import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openForTest as open } from '../library-fixtures.ts';
import { makeScratchFolder } from '../store/store-fixtures.ts';

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" onload="probe()"><script>probe()</script><style>.a{fill:red}</style><rect class="a" width="9" height="9"/></svg>';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mNgYGD4jxuNSuNCAC0pY50x7xTaAAAAAElFTkSuQmCC', 'base64');

it('gives a drawing to its article, and nothing to run to whoever opens its address', { timeout: 60_000 }, async () => {
  const folder = makeScratchFolder();
  const words = `<p>${'The boats came in late and the nets were empty. '.repeat(8)}</p>`;
  fs.writeFileSync(path.join(folder, 'page.html'), `<html lang="en"><head><title>Harbour notes</title></head><body><article><h1>Harbour notes</h1>${words}<figure><img src="chart.svg"></figure><figure><img src="net.png"></figure></article></body></html>`);
  fs.writeFileSync(path.join(folder, 'chart.svg'), DRAWING);
  fs.writeFileSync(path.join(folder, 'net.png'), PNG);
  const library = await open(makeScratchFolder());
  const ended = new Promise<void>((resolve) => {
    library.events.listen((event) => {
      if (event.type === 'import-progress' && event.progress.state === 'finished') resolve();
    });
  });
  await library.client['imports.startPaths']({ paths: [folder] });
  await ended;
  const list = await library.client['articles.list']({});
  const id = list.ok ? list.value.articles[0]?.id : undefined;
  const document = await library.serveArticle(`/articles/${id}/`);
  const [drawing, picture] = await Promise.all([...String(document.body).matchAll(/images\/[0-9a-f]{64}/g)].map(([image]) => library.serveArticle(`/articles/${id}/${image}`)));

  expect(drawing).toMatchObject({
    status: 200,
    headers: { 'content-type': 'image/svg+xml', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'" },
  });
  expect(Buffer.from(drawing?.body ?? '').toString()).toBe('<svg xmlns="http://www.w3.org/2000/svg"><style>.a{fill:red}</style><rect class="a" width="9" height="9"/></svg>');
  expect(picture).toMatchObject({ status: 200, headers: { 'content-type': 'image/png', 'content-security-policy': expect.stringContaining("img-src 'self'") } });
});
