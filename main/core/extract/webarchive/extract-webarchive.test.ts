import { expect, test } from 'vitest';
import type { ArticleDraft } from '../article-draft.ts';
import { extractWebarchive } from './extract-webarchive.ts';
import type { PlistValue } from './plist-value.ts';
import { writeBinaryPlist } from './write-binary-plist.ts';

const GIF = Buffer.from([...Buffer.from('GIF89a'), 9, 0, 9, 0]);
const resource = (url: string, type: string, data: Uint8Array): PlistValue =>
  new Map<string, PlistValue>([['WebResourceURL', url], ['WebResourceMIMEType', type], ['WebResourceTextEncodingName', 'windows-1252'], ['WebResourceData', data]]);
const archive = (main: PlistValue, ...parts: PlistValue[]): Buffer => writeBinaryPlist(new Map<string, PlistValue>([['WebMainResource', main], ['WebSubresources', parts]]));
const extract = (bytes: Uint8Array): ArticleDraft => extractWebarchive(bytes, { fileName: 'ferry.webarchive', loadBeside: () => undefined, given: { savedAt: '2025-09-24' } });

test('reads the page, its address and its pictures', () => {
  const page = Buffer.from('<title>Ferry</title><p>Caf\xe9 at the quay.</p><img src="/a.gif"><img src="b.gif">', 'latin1');
  const draft = extract(archive(resource('https://harbour.example/news/', 'text/html', page), resource('https://harbour.example/a.gif', 'image/gif', GIF)));
  expect(draft).toMatchObject({ title: 'Ferry', text: 'Café at the quay.', url: 'https://harbour.example/news/', companions: [], extra: { savedAt: '2025-09-24', missingImages: ['https://harbour.example/news/b.gif'] } });
  expect(draft.images).toHaveLength(1);
});

test('reads one that is written as XML', () => {
  const xml = `<plist><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>${Buffer.from('<p>The ferry left late.').toString('base64')}</data><key>WebResourceURL</key><string>https://a.test/x?a=1&amp;b=2</string></dict></dict></plist>`;
  expect(extract(Buffer.from(xml))).toMatchObject({ text: 'The ferry left late.', url: 'https://a.test/x?a=1&b=2' });
});

test('reads a page of plain text', () => {
  expect(extract(archive(resource('https://a.test/a.txt', 'text/plain', Buffer.from('The ferry left late.'))))).toMatchObject({ text: 'The ferry left late.', url: 'https://a.test/a.txt' });
});

test('refuses an archive without a page', () => {
  expect(() => extract(writeBinaryPlist(new Map<string, PlistValue>([['WebSubresources', []]])))).toThrow(expect.objectContaining({ code: 'malformed' }));
  expect(() => extract(archive(resource('https://a.test/', 'image/gif', GIF)))).toThrow(expect.objectContaining({ name: 'LibraryError' }));
});
