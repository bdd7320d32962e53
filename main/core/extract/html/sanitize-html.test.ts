import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { attackFragments, attackPage } from '../../../../e2e/fixtures/attack-fragments.ts';
import { LibraryError } from '../../../contract/errors.ts';
import { extractHtml } from './extract-html.ts';
import { assertSanitizerWorks, sanitizeHtml } from './sanitize-html.ts';

const clean = (html: string, pageUrl?: string): string => sanitizeHtml(html, pageUrl === undefined ? {} : { pageUrl }).html;

/** Written apart from the allow-list of the code, so that a slip there shows here. */
const HARMLESS: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel'], abbr: ['title'], article: [], b: [], bdi: [], bdo: [], blockquote: [], br: [], caption: [], cite: [],
  code: [], col: ['span'], colgroup: ['span'], dd: [], del: ['dateTime'], details: ['open'], dfn: ['title'], div: [], dl: [],
  dt: [], em: [], figcaption: [], figure: [], h1: [], h2: [], h3: [], h4: [], h5: [], h6: [], hr: [], i: [],
  img: ['src', 'alt', 'width', 'height'], ins: ['dateTime'], kbd: [], li: ['value'], mark: [], ol: ['start', 'reversed'], p: [],
  pre: [], q: [], rp: [], rt: [], ruby: [], s: [], samp: [], section: [], small: [], span: [], strong: [], sub: [], summary: [],
  sup: [], table: [], tbody: [], td: ['colSpan', 'rowSpan'], tfoot: [], th: ['colSpan', 'rowSpan', 'scope'], thead: [],
  time: ['dateTime'], tr: [], u: [], ul: [], var: [], wbr: [],
  audio: ['src', 'controls', 'preload'], video: ['src', 'poster', 'controls', 'preload'],
};

/** What a browser would find in the markup that could do anything. */
function findActive(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'comment' || node.type === 'doctype') found.push(node.type);
    if (node.type === 'element') found.push(...activeParts(node));
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromHtml(html, { fragment: true }));
  return found;
}

function activeParts({ tagName, properties }: Element): string[] {
  const allowed = HARMLESS[tagName];
  if (allowed === undefined) return [`<${tagName}>`];
  return Object.entries(properties).flatMap(([name, value]) => {
    if (name === 'id') return String(value).startsWith('carrel-') ? [] : [`id=${String(value)}`];
    if (name === 'lang' || name === 'dir') return [];
    if (!allowed.includes(name)) return [`${tagName}@${name}`];
    if (name === 'href') return /^(?:https?:\/\/[^/]|mailto:|#carrel-)/.test(String(value)) ? [] : [`href=${String(value)}`];
    if (name === 'src' || name === 'poster') return /^images\/[0-9a-f]{64}$/.test(String(value)) ? [] : [`src=${String(value)}`];
    return [];
  });
}

describe('attacks', () => {
  test('are many and each has its own name', () => {
    expect(attackFragments.length).toBeGreaterThanOrEqual(80);
    expect(new Set(attackFragments.map(({ name }) => name)).size).toBe(attackFragments.length);
  });

  test.each(attackFragments)('leave nothing active: $name', (fragment) => {
    const fromFragment = clean(fragment.html, 'https://example.org/page');
    expect(findActive(fromFragment)).toEqual([]);
    expect(clean(fromFragment)).toBe(fromFragment);
    const { html, text, images } = extractHtml(attackPage(fragment), { fileName: 'attack.html', loadBeside: () => undefined });
    expect(findActive(html)).toEqual([]);
    expect(clean(html)).toBe(html);
    expect(text).toContain('The ferry left the harbour');
    expect(images).toEqual([]);
  });

  test('are tried when a worker starts', () => {
    expect(() => assertSanitizerWorks()).not.toThrow();
  });
});

describe('what an article needs stays', () => {
  test.each([
    '<h2>Heading</h2><p>Text with <em>stress</em>, <strong>weight</strong> and <code>code</code>.</p>',
    '<ul><li>One</li><li>Two<ol start="3"><li>Three</li></ol></li></ul>',
    '<blockquote><p>Quoted</p></blockquote>',
    '<pre><code>line one\n  line two</code></pre>',
    '<table><thead><tr><th colspan="2" scope="col">Head</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
    `<figure><img alt="A quay" width="640" height="480" src="images/${'0a'.repeat(32)}"><figcaption>The quay</figcaption></figure>`,
    '<p lang="ar" dir="rtl">نص</p>',
    '<p><ruby>漢<rt>kan</rt></ruby></p>',
    '<p>Said<sup id="carrel-back"><a href="#carrel-note">1</a></sup></p><ol><li id="carrel-note">Note <a href="#carrel-back">↩</a></li></ol>',
    '<p><a href="https://example.org/a?b=1&#x26;c=2" rel="noopener noreferrer">link</a></p>',
    '<details open><summary>More</summary><p>Hidden</p></details>',
    '<dl><dt>Term</dt><dd>Meaning</dd></dl>',
    '<p><time datetime="2024-05-01">1 May</time></p>',
  ])('%s', (html) => {
    expect(clean(html)).toBe(html);
  });
});

describe('what is not harmless but means something is kept as something harmless', () => {
  test.each([
    ['old and structural elements', '<center><font size=2>a <big>b</big></font></center>', '<div>a b</div>'],
    ['forms around whole pages', '<form action=x><p>a</p></form>', '<div><p>a</p></div>'],
    ['formulas as their source', '<p><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></p>', '<p>x^2</p>'],
    ['footnotes under ids of ours', '<a href="#n1">1</a><p id=n1>Note</p>', '<a href="#carrel-n1">1</a><p id="carrel-n1">Note</p>'],
    ['old anchors', '<a name=top></a><p>a <a href=#top>up</a></p>', '<span id="carrel-top"></span><p>a <a href="#carrel-top">up</a></p>'],
    ['links whose target is gone as their words', '<p><a href="#nowhere">a</a></p>', '<p>a</p>'],
    ['relative links without an address as their words', '<p><a href="/b">a</a></p>', '<p>a</p>'],
    ['raw text of old pages', '<xmp><b>a</b></xmp>', '<pre>&#x3C;b>a&#x3C;/b></pre>'],
  ])('%s', (_, html, expected) => {
    expect(clean(html)).toBe(expected);
  });

  test('relative links are resolved against the address of the page', () => {
    expect(clean('<a href="../c#d">a</a>', 'https://example.org/a/b')).toBe('<a href="https://example.org/c#d" rel="noopener noreferrer">a</a>');
  });

  test('a link to the page itself becomes a link inside of the article', () => {
    expect(clean('<a href="https://example.org/a#n">a</a><p id=n>n</p>', 'https://example.org/a')).toBe('<a href="#carrel-n">a</a><p id="carrel-n">n</p>');
  });

  test('an image stays where there is a copy of it', () => {
    const local = `images/${'1b'.repeat(32)}`;
    const { html } = sanitizeHtml('<p><img src="a.png" alt="A"><img src="b.png"></p>', { localImage: (src) => (src === 'a.png' ? local : undefined) });
    expect(html).toBe(`<p><img alt="A" src="${local}"></p>`);
  });

  test('a player stays where there is a copy of what it plays, with nothing else in it', () => {
    const copy = `images/${'2c'.repeat(32)}`;
    const link = '<a lang="en" href="https://a.example/f.mp4" rel="noopener noreferrer">Video</a>';
    const given = `<video src="${copy}" poster="${copy}" controls autoplay loop onplay="x()" width="9"><source src="//a.example/f.mp4"><track src="//a.example/t.vtt"><p id="n">No player</p>${link}</video>`;
    const kept = `<video src="${copy}" poster="${copy}" controls preload="metadata">${link}</video>`;
    expect(sanitizeHtml(given).html).toBe(kept);
    expect(sanitizeHtml(`<audio src="${copy}" poster="${copy}">None</audio>`).html).toBe(`<audio src="${copy}" controls preload="metadata"></audio>`);
    // A page cannot name what it does not bring.
    expect(sanitizeHtml(`<p>a</p>${given}`, { localImage: () => copy }).html).toBe('<p>a</p>');
    expect(sanitizeHtml(`<p>a</p>${given}`, { localImage: () => undefined, localMedia: (src) => src }).html).toBe(`<p>a</p>${kept.replace(` poster="${copy}"`, '')}`);
    for (const src of ['//a.example/f.mp4', `${copy}0`, `../${copy}`, `${copy}?a`, '']) expect(sanitizeHtml(`<p>${src}</p><video src="${src}" poster="${copy}">b</video>`).html).toBe(`<p>${src}</p>`.replace('<p></p>', ''));
    expect(sanitizeHtml('<p>a</p>', { localImage: () => copy, localMedia: () => '//a.example/f.mp4' }).html).toBe('<p>a</p>');
  });

  test('pixels that count readers go', () => {
    expect(sanitizeHtml('<p>a<img src=x width=1 height=1></p>', { localImage: () => `images/${'0'.repeat(64)}` }).html).toBe('<p>a</p>');
  });
});

describe('any input', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...['<p>', '</p>', '<b>', '</b>', '<i id=x>', '<a href=#x>', '<a href="javascript:x">', '</a>', '<table>', '<tr>', '<td>', '</td>', '</table>'],
      ...['<svg>', '</svg>', '<math>', '<mtext>', '<mglyph>', '</math>', '<style>', '</style>', '<script>', '</script>', '<template>', '</template>'],
      ...['<select>', '<option>', '</select>', '<form>', '</form>', '<pre>', '\n', '</pre>', '<!--', '-->', '--!>', '<![CDATA[', ']]>', '<xmp>', '</xmp>'],
      ...[`<video src="images/${'0'.repeat(64)}">`, '</video>', `<audio src="images/${'0'.repeat(64)}" poster=x>`, '</audio>', '<source src=x>', '<a lang=en href="https://a.example/">Video</a>'],
      ...['<noscript>', '</noscript>', '<title>', '</title>', '<textarea>', '</textarea>', '<marquee>', '<button>', '<ul>', '<li>', '<h1>', '<nobr>'],
      ...['<foreignObject>', '<desc>', '<annotation-xml encoding="text/html">', '<img src=x onerror=x>', '<p title="', '">', "'", '&lt;', '&', '\r', '\0'],
      ...['<font color=1>', '<font color=2>', '<object>', '<applet>', '<div>', '</div>', '<br>', '</br>', '<col>', '<caption>', '<frameset>', '<body x>', '<html lang=en>'],
    ),
    fc.string({ maxLength: 8 }),
  );
  const nasty = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  test('sanitizes to a fixed point with nothing active in it', () => {
    fc.assert(
      fc.property(nasty, (html) => {
        const once = clean(html, 'https://example.org/');
        expect(clean(once)).toBe(once);
        expect(findActive(once)).toEqual([]);
      }),
      { numRuns: randomRuns(2_000) },
    );
  });

  test('extracts or is refused with a reason', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 200 })), (html) => {
        try {
          const { title, html: body } = extractHtml(html, { fileName: 'a.html', loadBeside: () => undefined });
          expect(title).not.toBe('');
          expect(findActive(body)).toEqual([]);
        } catch (error) {
          expect(error).toBeInstanceOf(LibraryError);
        }
      }),
      { numRuns: randomRuns(500) },
    );
  });
});
