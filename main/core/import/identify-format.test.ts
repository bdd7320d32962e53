import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMAT_LABELS } from './formats/format-labels.ts';
import { identifyFormat } from './identify-format.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const nameOf = async (content: string | Uint8Array, fileName = 'file'): Promise<string> =>
  (await identifyFormat(typeof content === 'string' ? utf8(content) : content, fileName)).name;

/** The beginning of a zip archive with one stored entry. */
const zipOf = (entry: string, content = ''): Uint8Array => latin1(`PK\u0003\u0004${'\0'.repeat(26)}${entry}${content}`);

describe('identifyFormat', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'png'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'jpeg'],
    ['GIF89a\x01\0', 'gif'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
    ['\0\0\0\x1cftypavif\0\0', 'avif'],
    ['SQLite format 3\0', 'sqlite'],
    ['\x7fELF\x02\x01\x01', 'executable'],
    ['%PDF-1.7\n%\xe2\xe3', 'pdf'],
    ['bplist00 WebMainResource', 'webarchive'],
    ['WARC/1.1\r\nWARC-Type: response\r\n\0\0\0\0\0', 'warc'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0', 'doc'],
    ['\x28\xb5\x2f\xfd\0', 'zstd'],
  ])('tells binary content whatever the name (%#: %s)', async (content, expected) => {
    for (const fileName of ['a.txt', 'a.html', 'a']) expect(await nameOf(latin1(content), fileName)).toBe(expected);
  });

  it('leaves a document with a password, and what is left of a document, to the reader that can say so', async () => {
    const locked = latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0');
    expect(await nameOf(locked, 'a.docx')).toBe('docx');
    expect(await nameOf(locked, 'a.xlsx')).toBe('office');
    expect(await nameOf('Not found.', 'a.odt')).toBe('odt');
    expect(await nameOf('<html><body><p>Not found.</p></body></html>', 'a.odt')).toBe('html');
  });

  it('looks into archives', async () => {
    expect(await nameOf(zipOf('mimetype', 'application/epub+zip'), 'a.zip')).toBe('epub');
    expect(await nameOf(zipOf('mimetype', 'application/vnd.oasis.opendocument.text'))).toBe('odt');
    expect(await nameOf(zipOf('word/document.xml'))).toBe('docx');
    expect(await nameOf(zipOf('xl/workbook.xml'), 'a.docx')).toBe('xlsx');
    expect(await nameOf(zipOf('archive/data.warc datapackage.json'))).toBe('wacz');
    expect(await nameOf(zipOf('photos/a.jpg'), 'a.zip')).toBe('zip');
    expect(await nameOf(zipOf('[Content'), 'cut.docx')).toBe('docx');
    expect(await nameOf(Uint8Array.from(gzipSync('WARC/1.0\r\n')))).toBe('warc');
    expect(await nameOf(Uint8Array.from(gzipSync('some text')))).toBe('gzip');
  });

  it.each([
    ['<!doctype html><p>Hello', 'a.txt'],
    ['<html><body>Hello', 'a'],
    ['\ufeff \n<!-- saved --><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>', 'a.htm'],
    ['<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><p>Hi</p></html>', 'a.xhtml'],
    ['<p>One</p><p>Two</p>', 'fragment.txt'],
    ['Harbour news<br>The ferry stops.', 'a.html'],
    ['%%garbage\n<html><p>Hello</p></html>', 'a.html'],
    ['<!-- nothing else -->', 'a.html'],
  ])('tells a web page: %s', async (content, fileName) => {
    expect(await nameOf(content, fileName)).toBe('html');
  });

  it('tells a web page in UTF-16', async () => {
    const page = Uint8Array.from(Buffer.from('\ufeff<html><body><p>Hello</p></body></html>', 'utf16le'));
    expect(await nameOf(page, 'a.html')).toBe('html');
  });

  it.each([
    ['The ferry stops in spring.', 'a.html'],
    ['Prices were 3 < 4 and 5 > 2, <b>he</b> wrote, and meant it.', 'a.txt'],
    ['# 1 song of the year\n\nIt was played * all * day.', 'a.txt'],
    ['[Update] The ferry stops.', 'a.txt'],
    ['Title: Ferry\nDate: 2025-09-24\n\nThe ferry stops.', 'a.txt'],
    ['From the harbour, news.\nThe ferry stops.', 'a.txt'],
    ['{ this is no data }', 'a.txt'],
    ['- oars\n- rope\n\nAnd a **good** lamp.', 'a.txt'],
    ['', 'a.txt'],
    ['', 'a.html'],
  ])('leaves prose as text: %s', async (content, fileName) => {
    expect(await nameOf(content, fileName)).toBe('text');
  });

  it.each([
    ['The ferry stops.', 'a.md'],
    ['---\ntitle: Ferry\ntags: [a, b]\n---\n\nThe ferry stops.', 'a.txt'],
    ['# Ferry\n\nIt [stops](https://paper.example/a) in **spring**.\n', 'a.txt'],
    ['# Ferry\n\n## Timetable\n\n> None.\n', 'a'],
  ])('tells Markdown: %s', async (content, fileName) => {
    expect(await nameOf(content, fileName)).toBe('markdown');
  });

  it.each([
    ['<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', 'rss'],
    ['<feed xmlns="http://www.w3.org/2005/Atom"/>', 'atom'],
    ['<?xml version="1.0"?><!-- list --><opml version="2.0"/>', 'opml'],
    ['<!DOCTYPE en-export SYSTEM "x"><en-export><note/></en-export>', 'enex'],
    ['<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', 'newsml-g2'],
    ['<nitf><body/></nitf>', 'nitf'],
    ['<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS NEWID="1">', 'reuters-sgml'],
    ['<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#"/>', 'zotero-rdf'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
    ['<?xml version="1.0"?><recipe/>', 'xml'],
    ['<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF="https://a.example">A</A></DL>', 'netscape-bookmarks'],
    ['<!DOCTYPE html><html><title>Pocket Export</title><ul><li><a href="https://a.example" time_added="1">A</a></ul>', 'pocket-html'],
    ['{\\rtf1\\ansi Hello}', 'rtf'],
    ['From a@b.example Mon Jun 01 10:00:00 2009\nSubject: x\n\nHello', 'mbox'],
    ['+++\ntitle = "a"\ndate = 2025-09-24\n+++\nb', 'markdown'],
    ['From: a@b.example\nTo: c@d.example\nSubject: x\n\nHello', 'eml'],
    ['Received: from a by b\nMessage-ID: <1@a.example>\nContent-Type: multipart/related; boundary=b\n\n--b', 'eml'],
    ['From: "Saved by a browser"\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>a', 'mhtml'],
    ['From: <Saved by a browser>\nMIME-Version: 1.0\nSnapshot-Content-Location: https://a.example/\n\n', 'mhtml'],
    ['TY  - NEWS\nTI  - Ferry\nER  - \n', 'ris'],
    ['@article{ferry,\n title={Ferry}\n}', 'bibtex'],
    ['1 of 2 DOCUMENTS\n\nThe Paper\n', 'nexis'],
    ['title,url,time_added,tags,status\nA,https://a.example,1,,unread\n', 'pocket-csv'],
    ['URL,Title,Selection,Folder\n', 'instapaper-csv'],
    ['[{"href":"https://a.example","description":"A","extended":""}]', 'pinboard-json'],
    ['[{"id":1,"is_archived":0,"content":"<p>"}]', 'wallabag-json'],
    ['[{"type":"article-newspaper","title":"Ferry"}]', 'csl-json'],
    ['{"uri":"https://a.example","versioncreated":"2025"}', 'ninjs'],
    ['{"a":1}\n{"a":2}\n', 'jsonl'],
    ['{"a":[1,2]}', 'json'],
  ])('tells exports, feeds and data by their content: %s', async (content, expected) => {
    expect(await nameOf(content)).toBe(expected);
  });

  it('goes by the name where the content says nothing', async () => {
    expect(await nameOf('a,b\n1,2\n', 'a.csv')).toBe('csv');
    expect(await nameOf('p { color: red }', 'A.CSS')).toBe('css');
    expect(await nameOf('let a = 1;', 'a.js')).toBe('javascript');
  });

  it('marks what a page may be made of', async () => {
    expect(await identifyFormat(latin1('GIF89a'), 'a.gif')).toEqual({ name: 'gif', label: 'GIF picture', asset: true });
    expect(await identifyFormat(utf8('%PDF-1.4'), 'a.pdf')).toEqual({ name: 'pdf', label: 'PDF document', asset: false });
  });

  it('has a name for all bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('a.txt', 'a.html', 'a.json', 'a.md', 'a'), async (bytes, fileName) => {
        expect(FORMAT_LABELS).toHaveProperty([await nameOf(bytes, fileName)]);
      }),
    );
  });
});
