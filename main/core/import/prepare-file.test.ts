import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../base/limits.ts';
import { makeTar } from './containers/fixtures/make-tar.ts';
import { hashBytes } from '../store/blobs.ts';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import { prepareFile, type PreparedFile } from './prepare-file.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mNgYGD4jxuNSuNCAC0pY50x7xTaAAAAAElFTkSuQmCC', 'base64');
const SENTENCE = 'The ferry left the harbour an hour late, and nobody on the quay could say why. ';

function prepare(file: string, root = path.dirname(file), reader?: string): Promise<PreparedFile> {
  return prepareFile({ path: file, root, reader, tags: ['mine'], collections: ['Sea'] });
}

function write(folder: string, name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  return file;
}

async function onlyArticle(prepared: Promise<PreparedFile>) {
  const result = await prepared;
  const [item] = result.kind === 'articles' ? result.items : [];
  if (result.kind !== 'articles' || !item || 'code' in item) throw new Error('one article was expected');
  return { ...item.article, companions: result.companions };
}

describe('a file becomes an article', () => {
  it('with its own bytes, their hash, a word count and what the import gives it', async () => {
    const text = `A late ferry\n\n${SENTENCE.repeat(5)}\n`;
    const { content, blobs } = await onlyArticle(prepare(write(makeScratchFolder(), 'ferry.txt', text)));
    expect(content).toMatchObject({
      title: 'A late ferry',
      tags: ['mine'],
      collections: ['Sea'],
      source: { kind: 'text', name: 'ferry.txt', sha256: hashBytes(Buffer.from(text)) },
      original: { kind: 'utf8', text },
    });
    expect(content.wordCount).toBe(80);
    expect(content.fingerprint).not.toBeNull();
    expect(blobs).toEqual([]);
  });

  it('whose large original is a file of its own', async () => {
    const bytes = Buffer.from(`A long night\n\n${SENTENCE.repeat(20_000)}`);
    expect(bytes.length).toBeGreaterThan(LIMITS.inlineOriginalBytes);
    const { content, blobs } = await onlyArticle(prepare(write(makeScratchFolder(), 'long.txt', bytes)));
    expect(content.original).toEqual({ kind: 'blob' });
    expect(blobs.map(({ sha256 }) => sha256)).toEqual([hashBytes(bytes)]);
  });

  it('with the images that lie beside it, and no file from elsewhere', async () => {
    const root = makeScratchFolder();
    const outside = write(makeScratchFolder(), 'secret.png', PNG);
    write(root, 'in/near.png', PNG);
    fs.symlinkSync(outside, path.join(root, 'in', 'link.png'));
    // Reading a library's database would end the locks on it.
    write(root, 'in/lock.db', PNG);
    const sources = ['near.png', 'lock.db', 'link.png', path.relative(path.join(root, 'in'), outside), outside, 'nowhere.png', '/etc/passwd', 'near.png%00'];
    const page = `<title>Pictures</title><article>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(3)}${sources.map((source) => `<figure><img src="${source}" alt="a net"></figure>`).join('')}</article>`;
    const { content, companions } = await onlyArticle(prepare(write(root, 'in/page.html', page), root));
    expect(companions).toEqual([path.join(root, 'in', 'near.png')]);
    expect(content.images.map(({ sha256 }) => sha256)).toEqual([hashBytes(PNG)]);
  });
});

it('a file\'s title holds nothing that a terminal would obey', async () => {
  const { content } = await onlyArticle(prepare(write(makeScratchFolder(), 'evil.md', '---\ntitle: "\\0Red \\e[31m ferry"\n---\n\nIt left.\n')));
  expect(content.title).toBe('Red [31m ferry');
});

describe('a file out of an archive', () => {
  it('becomes an article under its name there, with what the archive knows and the pictures that lie ready', async () => {
    const picture = write(makeScratchFolder(), '1', PNG);
    const page = `<article>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(3)}<figure><img src="img/net.png" alt="a net"></figure><img src="other.png"></article>`;
    const result = await prepareFile({
      bytes: Buffer.from(page),
      fileName: 'page.html',
      item: 'in/page.html',
      given: { title: 'The late ferry' },
      pictures: [{ relative: 'img/net.png', name: 'in/img/net.png', path: picture }],
      tags: [],
      collections: [],
    });
    expect(result).toMatchObject({
      kind: 'articles',
      items: [{ item: 'in/page.html', article: { content: { title: 'The late ferry', source: { kind: 'html', name: 'page.html', sha256: hashBytes(Buffer.from(page)) }, guessed: {} } } }],
      companions: ['in/img/net.png'],
    });
  });
});

describe('a file that holds others', () => {
  it('is not read here, however large it is', async () => {
    const file = path.join(makeScratchFolder(), 'large.tar');
    fs.writeFileSync(file, makeTar([{ name: 'a.txt', content: 'x' }]));
    fs.truncateSync(file, 6_000_000_000);
    expect(await prepare(file)).toEqual({ kind: 'container', container: 'tar' });
  });
});

describe('a file is kept out', () => {
  const codeOf = (prepared: Promise<PreparedFile>) =>
    prepared.then(
      (result) => (result.kind === 'unsupported' ? `unsupported ${result.label}` : 'articles'),
      (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'a bug'),
    );

  it.each([
    ['gone.txt', undefined, 'file-missing'],
    ['empty.txt', '', 'empty'],
    ['blank.txt', ' \n\t\n', 'empty'],
    ['only-comment.html', '<!-- nothing -->', 'no-text'],
    ['paper.txt', '%PDF-1.7\n%\u00e2\u00e3', 'malformed'],
    ['data.txt', 'SQLite format 3\u0000', 'unsupported SQLite database'],
    ['news.zip', 'Not found', 'malformed'],
    ['deep.html', `<p>deep</p>${'<div>'.repeat(600)}`, 'too-deep'],
  ])('%s', async (name, content, code) => {
    const folder = makeScratchFolder();
    if (content !== undefined) write(folder, name, content);
    expect(await codeOf(prepare(path.join(folder, name)))).toBe(code);
  });

  it('when it is larger than an article can be', async () => {
    const file = path.join(makeScratchFolder(), 'huge.txt');
    fs.closeSync(fs.openSync(file, 'w'));
    fs.truncateSync(file, LIMITS.articleFileBytes + 1);
    expect(await codeOf(prepare(file))).toBe('too-large');
  });

  it('when the reader that was asked for does not exist', async () => {
    const file = write(makeScratchFolder(), 'a.txt', 'text');
    expect(await codeOf(prepare(file, path.dirname(file), 'papyrus'))).toBe('invalid-input');
  });
});
