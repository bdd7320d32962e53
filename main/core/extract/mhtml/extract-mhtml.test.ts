import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { LibraryError } from '../../../contract/errors.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { extractMhtml } from './extract-mhtml.ts';

const GIF = Buffer.from([...Buffer.from('GIF89a'), 9, 0, 9, 0]).toString('base64');
const extract = (mhtml: string, given?: { url?: string; savedAt?: string }): ArticleDraft =>
  extractMhtml(Buffer.from(mhtml.replaceAll('\n', '\r\n')), { fileName: 'ferry.mhtml', loadBeside: () => undefined, given });
const part = (head: string, body: string): string => `--b\n${head}\n\n${body}\n`;
const page = (head: string, ...parts: string[]): string => `${head}MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n${parts.join('')}--b--\n`;
const chrome = 'From: <Saved by Blink>\nSnapshot-Content-Location: https://harbour.example/news/ferry\nSubject: =?utf-8?Q?Die=20F=C3=A4hre?=\nDate: Wed, 24 Sep 2025 10:00:00 +0200\n';

test('reads the page, its address, its date of saving and its pictures', () => {
  const draft = extract(
    page(
      chrome,
      part('Content-Type: text/html\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://harbour.example/news/ferry', '<p>Die F=C3=A4hre kam sp=C3=A4t. <a href=3D"/x">Mehr</a></p><img src=3D"../a.gif"><img src=3D"cid:c%40d"><img src=3D"https://else.example/gone.gif">'),
      part('Content-Type: image/gif\nContent-Transfer-Encoding: base64\nContent-Location: https://harbour.example/a.gif', GIF),
      part('Content-Type: image/gif\nContent-Transfer-Encoding: base64\nContent-ID: <c@d>', `${GIF}AA==`),
    ),
  );
  expect(draft).toMatchObject({
    title: 'Die Fähre', url: 'https://harbour.example/news/ferry', text: 'Die Fähre kam spät. Mehr', companions: [],
    extra: { savedAt: '2025-09-24T10:00:00+02:00', missingImages: ['https://else.example/gone.gif'] },
  });
  expect(draft.images).toHaveLength(2);
  expect(draft.html).toContain('href="https://harbour.example/x"');
});

test('reads a page by the charset that its part names', () => {
  const bytes = Buffer.from(page('', part('Content-Type: text/html; charset=windows-1251', '<p>\xcf\xf0\xe8\xe2\xe5\xf2</p>')), 'latin1');
  expect(extractMhtml(bytes, { fileName: 'a.mht', loadBeside: () => undefined }).text).toBe('Привет');
});

test('reads a page that is not in parts', () => {
  expect(extract('From: "Saved by a browser"\nSubject: Ferry\nContent-Type: text/html\nContent-Location: https://a.test/\n\n<p>The ferry left late.')).toMatchObject({ title: 'Ferry', url: 'https://a.test/', text: 'The ferry left late.' });
});

test('passes over a page of frames to the page in it', () => {
  expect(extract(page('', part('Content-Type: text/html', '<frameset><frame src=a></frameset>'), part('Content-Type: text/html', '<p>Inside.'))).text).toBe('Inside.');
});

test('names of parts lead nowhere', () => {
  const asked: string[] = [];
  const bytes = Buffer.from(page('', part('Content-Type: text/html\nContent-Location: file:///../../etc/passwd', '<p>Words.</p><script>x</script><img src="../../../../evil.png"><img src="file:///etc/passwd">')));
  const draft = extractMhtml(bytes, { fileName: 'a.mht', loadBeside: (path) => (asked.push(path), undefined) });
  expect(draft).toMatchObject({ text: 'Words.', url: null, html: '<p>Words.</p>', images: [] });
  expect(asked).toEqual(['../../../../evil.png']);
});

test('takes what the container of the file knows', () => {
  expect(extract('Content-Type: text/html\n\n<p>Words.', { url: 'https://a.test/', savedAt: '2025-01-01T00:00:00Z' })).toMatchObject({ url: 'https://a.test/', extra: { savedAt: '2025-01-01T00:00:00Z' } });
});

test('refuses a file without a page', () => {
  expect(() => extract(page(chrome, part('Content-Type: image/gif', 'x')))).toThrow(expect.objectContaining({ code: 'no-text' }));
  expect(() => extract(page(chrome, part('Content-Type: text/html', '<p> </p>')))).toThrow(expect.objectContaining({ code: 'no-text' }));
});

test('a damaged file is read or refused with a reason', () => {
  const good = Buffer.from(page(chrome, part('Content-Type: text/html\nContent-Location: https://harbour.example/', '<p>Words.</p><img src="a.gif">'), part('Content-Type: image/gif\nContent-Location: a.gif\nContent-Transfer-Encoding: base64', GIF)));
  fc.assert(
    fc.property(fc.nat(good.length), fc.nat(good.length - 1), fc.nat(255), (end, at, byte) => {
      const bytes = Buffer.from(good);
      bytes[at] = byte;
      try {
        expect(extractMhtml(bytes.subarray(0, end), { fileName: 'a.mht', loadBeside: () => undefined }).text).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(LibraryError);
      }
    }),
    { numRuns: randomRuns(300) },
  );
});
