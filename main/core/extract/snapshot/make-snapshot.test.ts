import { tokenize, TokenType } from '@csstools/css-tokenizer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { LibraryError } from '../../../contract/errors.ts';
import { SNAPSHOT_MARK } from '../../../contract/reading.ts';
import { attribute } from '../html/clean-attributes.ts';
import { parseHtml } from '../html/parse-html.ts';
import { elementsOf, rawTextOf } from '../html/walk-tree.ts';
import type { PlistValue } from '../webarchive/plist-value.ts';
import { writeBinaryPlist } from '../webarchive/write-binary-plist.ts';
import { sanitizeSvg } from '../html/sanitize-svg.ts';
import { makeSnapshot } from './make-snapshot.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mNgYGD4jxuNSuNCAC0pY50x7xTaAAAAAElFTkSuQmCC', 'base64');
const PNG_DATA = `data:image/png;base64,${PNG.toString('base64')}`;
const BLANK = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const PAGE = 'https://harbour.example/news/ferry';

const snapshot = (html: string, url: string | undefined = PAGE): string => makeSnapshot({ kind: 'html', bytes: Buffer.from(html), url });
const part = (head: string, body: string | Buffer): Buffer[] => [Buffer.from(`--b\r\n${head.replaceAll('\n', '\r\n')}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')];
const mhtml = (...parts: Buffer[][]): Buffer => Buffer.concat([Buffer.from(`Snapshot-Content-Location: ${PAGE}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n`), ...parts.flat(), Buffer.from('--b--\r\n')]);
const bodyOf = (document: string): string => /<body[^>]*>([\s\S]*)<\/body>/.exec(document)?.[1] ?? '';

function loadsByStyle(css: string): boolean {
  const tokens = tokenize({ css });
  return tokens.some((token, index) => {
    const next = tokens[index + 1];
    if (token[0] === TokenType.Function && /^(?:url|src)$/i.test(token[4].value)) return next?.[0] !== TokenType.String || !/^(?:data:|#)/.test(next[4].value);
    return token[0] === TokenType.URL || token[0] === TokenType.BadURL || (token[0] === TokenType.AtKeyword && /^import$/i.test(token[4].value));
  });
}

/** Everything in a document that could load, run, send or lead away, whatever parser made the tree. */
function findHarm(document: string): string[] {
  const found: string[] = [];
  for (const element of elementsOf(parseHtml(document, { fragment: false }))) {
    const { tagName, properties } = element;
    if (/^(?:script|iframe|frame|object|embed|applet|base|link|template|animate.*|set|noscript|area)$/.test(tagName)) found.push(tagName);
    if (tagName === 'meta' && properties['httpEquiv'] !== undefined) found.push('meta');
    if (tagName === 'style' && (rawTextOf(element).includes('</') || loadsByStyle(rawTextOf(element)))) found.push(rawTextOf(element));
    for (const name of Object.keys(properties)) {
      const value = attribute(element, name) ?? '';
      const isAddress = /^(?:src|poster|background|data|action|formAction|srcSet|ping|xLinkHref|manifest|srcDoc)$/i.test(name);
      if (/^on/i.test(name) || (isAddress && !value.startsWith('data:image/') && !value.startsWith('data:,'))) found.push(`${name}=${value}`);
      if (name === 'href' && !(tagName === 'a' ? /^(?:#|https?:|mailto:)/ : /^(?:#|data:image\/)/).test(value)) found.push(`href=${value}`);
      if (/^(?:style|fill|stroke|filter|mask|clipPath)$/.test(name) && loadsByStyle(value)) found.push(`${name}=${value}`);
    }
  }
  return found;
}

it('a page saved as MHTML has its sheets, pictures and typefaces in it', () => {
  const document = makeSnapshot({
    kind: 'mhtml',
    url: undefined,
    bytes: mhtml(
      part('Content-Type: text/html\nContent-Location: https://harbour.example/news/ferry', '<!DOCTYPE html><html lang=en class=day><head><title>Ferry</title><link rel=stylesheet media=screen href="/css/a.css"></head><body class=x><h1 style="background:url(../wave.png)">Ferry</h1><img src="../wave.png" onload=x()><img src="cid:w@b"><a href="/more#x">More</a><a href="#note">1</a><a href="/news/ferry#note">2</a></body></html>'),
      part('Content-Type: text/css\nContent-Location: https://harbour.example/css/a.css', '@import "b.css";h1{color:red}@font-face{font-family:a;src:url(a.woff2)}'),
      part('Content-Type: text/css\nContent-Location: https://harbour.example/css/b.css', 'h1{background:url(../wave.png)}'),
      part('Content-Type: font/woff2\nContent-Location: https://harbour.example/css/a.woff2', 'wOF2....'),
      part('Content-Type: image/png\nContent-Transfer-Encoding: binary\nContent-Location: https://harbour.example/wave.png\nContent-ID: <w@b>', PNG),
    ),
  });
  expect(document).toBe(
    `<!doctype html><html lang="en" class="day"><head><meta charset="utf-8"><meta name="${SNAPSHOT_MARK}" content="made"><meta name="viewport" content="width=device-width"><title>Ferry</title>` +
      `<style media="screen">h1{background:url("${PNG_DATA}")}\nh1{color:red}@font-face{font-family:a;src:url("data:font/woff2;base64,d09GMi4uLi4=")}</style></head>` +
      `<body class="x"><h1 style="background:url(&#x22;${PNG_DATA}&#x22;)">Ferry</h1><img src="${PNG_DATA}"><img src="${PNG_DATA}">` +
      '<a href="https://harbour.example/more#x" rel="noopener noreferrer">More</a><a href="#note">1</a><a href="#note">2</a></body></html>',
  );
});

it('a web archive and a page of SingleFile are shown as they were, too', () => {
  const resource = (url: string, type: string, data: string | Buffer) => new Map<string, string | Buffer>([['WebResourceURL', url], ['WebResourceMIMEType', type], ['WebResourceData', Buffer.from(data)]]);
  const bytes = writeBinaryPlist(new Map<string, PlistValue>([['WebMainResource', resource(PAGE, 'text/html', '<link rel=stylesheet href=/a.css><img src=/wave.png>')], ['WebSubresources', [resource('https://harbour.example/a.css', 'text/css', 'p{color:red}'), resource('https://harbour.example/wave.png', 'image/png', PNG)]]]));
  const document = makeSnapshot({ kind: 'webarchive', bytes, url: undefined });
  expect(document).toContain('<style>p{color:red}</style>');
  expect(bodyOf(document)).toBe(`<img src="${PNG_DATA}">`);
  expect(bodyOf(snapshot(`<img src="${PNG_DATA}"><b style="--sf:url(${PNG_DATA});background:var(--sf)">x</b>`))).toBe(`<img src="${PNG_DATA}"><b style="--sf:url(&#x22;${PNG_DATA}&#x22;);background:var(--sf)">x</b>`);
});

it('pictures that a script would have loaded are shown where the page brought them, once each', () => {
  expect(bodyOf(snapshot(`<img src="${BLANK}" data-src="${PNG_DATA}" class="lazy" srcset="http://x.test/a 2x" loading="lazy">`))).toBe(`<img class="lazy" src="${PNG_DATA}">`);
  expect(bodyOf(snapshot(`<body><noscript><img src="${PNG_DATA}"></noscript>`))).toBe(`<img src="${PNG_DATA}">`);
  expect(bodyOf(snapshot(`<img data-src="${PNG_DATA}"><noscript><img src="${PNG_DATA}"></noscript>`))).toBe(`<img src="${PNG_DATA}">`);
  expect(bodyOf(snapshot(`<body><noscript><img src="${PNG_DATA}"></noscript><img data-src="${PNG_DATA}">`))).toBe(`<img src="${PNG_DATA}">`);
  expect(bodyOf(snapshot('<body><noscript>Switch on scripts<img src="//x.test/pixel"></noscript>'))).toBe('');
  expect(bodyOf(snapshot(`<picture><source srcset="${PNG_DATA} 2x"><img src="http://x.test/a"></picture>`))).toBe(`<picture><img src="${PNG_DATA}"></picture>`);
  expect(bodyOf(snapshot('<img src="http://x.test/a.png" alt="A wave" width="9">'))).toBe('<img alt="A wave" width="9">');
});

it.each([
  ['<script>x()</script><p onclick=x() ONFOO=x>a', '<p>a</p>'],
  ['<img src=x onerror=x()>', '<img>'],
  ['<a href=javascript:x()>a</a><a href="vbscript:x">b</a><a href=" java&#9;script:x">c</a><a href="data:text/html,x">d</a>', '<a>a</a><a>b</a><a>c</a><a>d</a>'],
  ['<meta http-equiv=refresh content="0;url=//x.test"><base href=//x.test/><p>a', '<p>a</p>'],
  ['<iframe srcdoc="<script>x()</script>"></iframe><object data=//x.test></object><embed src=//x.test>a', 'a'],
  ['<form action=//x.test method=post name=documentElement><input name=a formaction=//x.test value=b><input type=hidden value=c><button formaction=//x.test>d</button></form>', '<form><input value="b" inert type="text"><button inert type="button">d</button></form>'],
  ['<link rel=preload href=//x.test as=script><link rel=prefetch href=//x.test><link rel=dns-prefetch href=//x.test><link rel=modulepreload href=x><link rel=icon href=x>a', 'a'],
  ['<script type=importmap>{"imports":{"a":"//x.test"}}</script><script type=speculationrules>{}</script>a', 'a'],
  ['<body background=//x.test><table background=//x.test><td background=//x.test>a', '<table><tbody><tr><td>a</td></tr></tbody></table>'],
  ['<svg><script>x()</script><a xlink:href="javascript:x()"><text onclick=x()>a</text></a><use href="//x.test#a"/><use href="#a"/><image href=//x.test /><set attributeName=href to=//x.test /></svg>', '<svg><a><text>a</text></a><use></use><use href="#a"></use><image></image></svg>'],
  ['<svg><rect fill="url(//x.test#a)" stroke="url(#b)" filter="url(x)" style="mask:url(//x.test)"/></svg>', '<svg><rect fill="url(&#x22;data:,&#x22;)" stroke="url(&#x22;#b&#x22;)" filter="url(&#x22;data:,&#x22;)" style="mask:url(&#x22;data:,&#x22;)"></rect></svg>'],
  ['<svg><foreignObject><iframe src=//x.test></iframe><p onclick=x()>a</p></foreignObject></svg>', '<svg><foreignObject><p>a</p></foreignObject></svg>'],
  ['<svg><style>a{b:"&lt;/style>&lt;img src=x onerror=x()>"}</style></svg>', '<svg><style>a{b:"\\3c /style>\\3c img src=x onerror=x()>"}</style></svg>'],
  ['<svg><style>&lt;img src=x onerror=x()></style></svg>', '<svg><style>\\3c img src=x onerror=x()></style></svg>'],
  ['<!-- <!-- --><!--><img src=x onerror=x()>--><p>a<!--[if IE]><script>x</script><![endif]-->', '<img>--><p>a</p>'],
  ['<math href=javascript:x()><mi xlink:href=javascript:x() onclick=x()>a</mi><annotation-xml encoding="text/html"><img src=x onerror=x()></annotation-xml></math>', '<math><mi>a</mi><annotation-xml encoding="text/html"><img></annotation-xml></math>'],
  ['<video src=//x.test poster=//x.test autoplay><source src=//x.test><track src=//x.test></video><audio src=//x.test>', '<video></video><audio></audio>'],
  ['<img usemap=#m><map name=m><area href=javascript:x()></map>', '<img>'],
  ['<a href=//x.test ping=//x.test target=_top download>a</a>', '<a href="https://x.test/" rel="noopener noreferrer">a</a>'],
  ['<p contenteditable autofocus tabindex=9 accesskey=a is=x-y style="background:url(//x.test)">a', '<p style="background:url(&#x22;data:,&#x22;)">a</p>'],
  ['<template shadowrootmode=open><img src=x onerror=x()></template><x-y data-a="b" on-x=c>a</x-y>', '<x-y data-a="b">a</x-y>'],
  ['<xmp><img src=x onerror=x()></xmp><plaintext><img src=x onerror=x()>', '<pre>&#x3C;img src=x onerror=x()></pre><pre>&#x3C;img src=x onerror=x()></pre>'],
  ['<p><constructor constructor=a __proto__=b>c</constructor>', '<p><constructor>c</constructor></p>'],
  ['<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x()&gt;">', undefined],
  ['<form><math><mtext></form><form><mglyph><style></math><img src onerror=x()>', undefined],
  ['<svg></p><style><a id="</style><img src=1 onerror=x()>">', undefined],
])('nothing of a page runs, loads or leads away: %s', (attack, left) => {
  const document = snapshot(attack);
  expect(findHarm(document)).toEqual([]);
  if (left !== undefined) expect(bodyOf(document)).toBe(left);
});

it('a style does not end before it ends, and loads nothing', () => {
  const document = snapshot('<style>@import "//x.test/a.css";a{b:url(//x.test)}c{d:expression(x())}</style><style type="text/less">@x</style><p style=\'a:url("//x.test")\'>a');
  expect(document).toContain('<style> a{b:url("data:,")}c{d:none }</style></head>');
  expect(findHarm(document)).toEqual([]);
  const broken = makeSnapshot({ kind: 'mhtml', url: undefined, bytes: mhtml(part('Content-Type: text/html', '<link rel=stylesheet href=/a.css><p>a'), part('Content-Type: text/css\nContent-Location: https://harbour.example/a.css', 'a{}</style><script>x()</script><!--')) });
  expect(findHarm(broken)).toEqual([]);
  expect(bodyOf(broken)).toBe('<p>a</p>');
});

it('an SVG picture is one that nothing comes out of', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="x()"><script>x()</script><image href="//x.test"/><rect width="9" height="9" fill="teal"/></svg>';
  const clean = Buffer.from(sanitizeSvg(Buffer.from(svg))?.bytes ?? '');
  expect(clean.toString()).not.toMatch(/script|onload|x\.test/);
  expect(bodyOf(snapshot(`<img src="data:image/svg+xml,${encodeURIComponent(svg)}">`))).toBe(`<img src="data:image/svg+xml;base64,${clean.toString('base64')}">`);
});

it('a file that is not what it is said to be is left out', () => {
  for (const address of ['data:image/png,<script>x</script>', 'data:text/html;base64,PHA+', 'data:image/png;base64,PHA+']) expect(bodyOf(snapshot(`<img src="${address}">`))).toBe('<img>');
});

it('one picture that is asked for many times over does not make a document without end', () => {
  const large = Buffer.concat([PNG, Buffer.alloc(3_000_000)]);
  const document = makeSnapshot({ kind: 'mhtml', url: undefined, bytes: mhtml(part('Content-Type: text/html', '<img src=/a.png>'.repeat(500)), part('Content-Type: image/png\nContent-Transfer-Encoding: binary\nContent-Location: https://harbour.example/a.png', large)) });
  expect(document.length).toBeLessThan(80_000_000);
  expect(document.split('<img').length).toBe(501);
});

it('sheets that import one another without end come to one', () => {
  const sheets = Array.from({ length: 40 }, (_, number) => part(`Content-Type: text/css\nContent-Location: https://harbour.example/${number}.css`, `${Array.from({ length: 40 }, (_, other) => `@import "${other}.css";`).join('')}a${number}{}`));
  const bytes = mhtml(part('Content-Type: text/html', '<link rel=stylesheet href=/0.css>a'), ...sheets);
  expect(makeSnapshot({ kind: 'mhtml', bytes, url: undefined }).length).toBeLessThan(20_000_000);
});

it('says what keeps a page from being shown', () => {
  expect(() => snapshot('<frameset><frame src=a></frameset>')).toThrow(expect.objectContaining({ code: 'unsupported-format' }));
  expect(() => snapshot('<b>'.repeat(2_000))).toThrow(expect.objectContaining({ code: 'too-deep' }));
  expect(() => makeSnapshot({ kind: 'mhtml', bytes: Buffer.from('Content-Type: text/plain\r\n\r\na'), url: undefined })).toThrow(expect.objectContaining({ code: 'no-text' }));
  expect(() => makeSnapshot({ kind: 'webarchive', bytes: Buffer.from('bplist00x'), url: undefined })).toThrow(LibraryError);
  expect(makeSnapshot({ kind: 'mhtml', url: undefined, bytes: mhtml(part('Content-Type: text/html', '<frameset><frame src=a></frameset>'), part('Content-Type: text/html', '<p>Inside')) })).toContain('<p>Inside</p>');
});

it('pages of old keep the rules of old', () => {
  expect(snapshot('<p>a')).toMatch(/^<html>/);
  expect(snapshot('<!DOCTYPE html><p>a')).toMatch(/^<!doctype html><html>/);
});

it('whatever the markup, nothing in it runs, loads or leads away', () => {
  const piece = fc.constantFrom('<svg>', '</svg>', '<math>', '</math>', '<style>', '</style>', '<table>', '<td>', '<p>', '</p>', '<form>', '</form>', '<mglyph>', '<mtext>', '<foreignObject>', '<title>', '</title>', '<noscript>', '</noscript>', '<img src=x onerror=x()>', '<!--', '-->', '<script>x</script>', '<a href=javascript:x()>', '<a id="', '">', '<select>', '<textarea>', '</textarea>', '<iframe>', '</iframe>', '<xmp>', '<template>', '</template>', '<desc>', '<annotation-xml encoding=text/html>', '<use href=//x.test>', '<![CDATA[', ']]>', 'url(//x.test)', '@import "x";', '&lt;img src=x onerror=x()>', '<link rel=stylesheet href=//x.test>', '<p style="a:url(//x.test)">', '<pre>\n\n', 'a');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')), (html) => {
      try {
        expect(findHarm(snapshot(html))).toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(LibraryError);
      }
    }),
    { numRuns: randomRuns(2_000) },
  );
});
