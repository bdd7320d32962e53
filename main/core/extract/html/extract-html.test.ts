import { describe, expect, test } from 'vitest';
import type { ArticleDraft } from '../article-draft.ts';
import { extractHtml } from './extract-html.ts';

const words = 'The ferry left the harbour an hour late, and nobody on the quay could say why it had waited so long. '.repeat(6).trim();
const gif = Buffer.from([...Buffer.from('GIF89a'), 9, 0, 9, 0]);
const extract = (html: string, files: Readonly<Record<string, Uint8Array>> = {}): ArticleDraft =>
  extractHtml(html, {
    fileName: 'ferry.html',
    loadBeside: (path) => {
      const bytes = files[path];
      return bytes === undefined ? undefined : { path: `/pages/${path}`, bytes };
    },
  });

describe('extractHtml', () => {
  test('turns a page into an article', () => {
    const draft = extract(
      `<!doctype html><html lang="en-GB"><!-- Page saved with SingleFile\n url: https://harbour.example/2024/ferry\n saved date: Wed May 01 2024 -->
      <head><title>Ferry runs late | Harbour News</title><meta property="og:site_name" content="Harbour News"><meta name="author" content="By Jane Doe">
      <meta property="article:published_time" content="2024-05-01T10:20:30Z"><meta name="description" content="An hour lost."></head>
      <body><nav class="menu"><a href="/">Home</a></nav><main class="story"><h1>Ferry runs late</h1><p>${words}</p>
      <h3>Related stories</h3><ul><li><a href="/2023/quay">The quay is closed</a></li></ul>
      <p>${words} <a href="/about">About</a></p><img src="https://harbour.example/a.jpg" alt="A"></main></body></html>`,
    );
    expect(draft).toMatchObject({
      title: 'Ferry runs late',
      byline: 'Jane Doe',
      published: { value: '2024-05-01T10:20:30Z', precision: 'second' },
      site: 'Harbour News',
      url: 'https://harbour.example/2024/ferry',
      language: 'en-GB',
      text: `${words}\n\n${words} About`,
      related: [{ title: 'The quay is closed', url: 'https://harbour.example/2023/quay' }],
      guessed: {},
      extra: { description: 'An hour lost.', savedAt: '2024-05-01', missingImages: ['https://harbour.example/a.jpg'] },
      images: [],
    });
    expect(draft.html).not.toContain('<h1>');
    expect(draft.html).toContain('<a href="https://harbour.example/about" rel="noopener noreferrer">About</a>');
  });

  test('takes a piece of HTML for an article', () => {
    expect(extract('<p>hello</p>')).toEqual({
      title: 'hello', byline: null, published: null, site: null, url: null, language: null, html: '<p>hello</p>', text: 'hello',
      related: [], guessed: { title: 0.4 }, extra: null, tags: [], images: [], companions: [],
    });
  });

  test('guesses the language where none is stated', () => {
    const draft = extract(`<p>${words}</p>`);
    expect(draft.language).toBe('en');
    expect(draft.guessed.language).toBeGreaterThan(0);
  });

  test('brings the pictures along that are there, in the page and beside it', () => {
    const draft = extract(
      `<h1>A</h1><p>${words}</p><figure><img data-src="ferry_files/a%20b.gif" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Quay" width="90"><figcaption>The quay</figcaption></figure>
      <p><img src="data:image/gif;base64,${gif.toString('base64')}"></p><figure><img src="gone.png"><figcaption>Gone</figcaption></figure>`,
      { 'ferry_files/a b.gif': gif },
    );
    const sha256 = draft.images[0]?.sha256 ?? '';
    expect(draft.images).toHaveLength(1);
    expect(draft.html).toContain(`<img alt="Quay" width="90" src="images/${sha256}">`);
    expect(draft.html.match(/<img/g)).toHaveLength(2);
    expect(draft.html).toContain('<figcaption>Gone</figcaption>');
    expect(draft.companions).toEqual(['/pages/ferry_files/a b.gif']);
    expect(draft.extra).toEqual({ missingImages: ['gone.png'] });
  });

  test.each([
    ['empty', ' \n'],
    ['no-text', '<!-- nothing --><p> </p><img src=x>'],
    ['no-text', '<script>var a = 1</script>'],
    ['too-deep', '<div>'.repeat(100_000)],
  ])('refuses a page that is %s', (code, html) => {
    expect(() => extract(html)).toThrow(expect.objectContaining({ code }));
  });

  test('is quick with a long page', () => {
    const page = `<html><body><div class=a>${`<p class=b>${words} <a href=x>y</a></p>`.repeat(300)}</div></body></html>`;
    const started = performance.now();
    extract(page);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

test('keeps videos and sounds as links, with the pictures that stand for them', () => {
  const words = `<p>${'The boats came in late and the nets were empty, they said. '.repeat(6)}</p>`;
  const draft = extractHtml(
    `<html><head><title>Ferry</title><link rel=canonical href="https://harbour.example/news/ferry"></head><body><nav><a href=/>Home</a></nav><article>${words}<div class="player"><video poster="a.gif" src="/b.mp4"></video></div>${words}<div><iframe src="https://www.youtube.com/embed/abc"></iframe></div><audio src="c.mp3"></audio>${words}</article></body></html>`,
    { fileName: 'a.html', loadBeside: (path) => (path === 'a.gif' ? { path, bytes: Buffer.from([...Buffer.from('GIF89a'), 9, 0, 9, 0]) } : undefined) },
  );
  expect(draft.html).toMatch(/<a href="https:\/\/harbour\.example\/b\.mp4" rel="noopener noreferrer"><img alt="Video" src="images\/[0-9a-f]{64}"><\/a>/);
  expect(draft.html).toContain('<p><a lang="en" href="https://www.youtube.com/watch?v=abc" rel="noopener noreferrer">Video</a></p>');
  expect(draft.html).toContain('<p><a lang="en" href="https://harbour.example/news/c.mp3" rel="noopener noreferrer">Audio</a></p>');
  expect(draft.text.split('\n\n').map((paragraph) => paragraph.slice(0, 9))).toEqual(['The boats', 'The boats', 'The boats']);
});
