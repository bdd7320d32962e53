import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { LIMITS } from '../../base/limits.ts';
import { allElements, readStrictXml } from './read-strict-xml.ts';
import { sanitizeSvg } from './sanitize-svg.ts';
import { SVG_ATTRIBUTES, SVG_ELEMENTS } from './svg-allow-list.ts';

const OPEN = '<svg xmlns="http://www.w3.org/2000/svg"';
const GIF = `data:image/gif;base64,${Buffer.from([...Buffer.from('GIF89a'), 9, 0, 9, 0]).toString('base64')}`;

function clean(svg: string): string | undefined {
  const result = sanitizeSvg(Buffer.from(svg));
  return result && Buffer.from(result.bytes).toString();
}

/** What stays of this inside of a drawing. */
function inside(content: string): string | undefined {
  const whole = clean(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml">${content}</svg>`);
  return whole === `${OPEN}/>` ? '' : whole?.slice(OPEN.length + 1, -'</svg>'.length);
}

/** All that may not be in a stored drawing, found without the code that keeps it out. */
function findForbidden(svg: string): string[] {
  const found: string[] = [];
  for (const { name, attributes, children } of allElements(readStrictXml(svg))) {
    if (!SVG_ELEMENTS.has(name)) found.push(`<${name}>`);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'xmlns' ? value !== 'http://www.w3.org/2000/svg' : key === 'href' ? !/^(?:#[^\s/\\]+|data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]*)$/.test(value) : key !== 'xml:space' && !SVG_ATTRIBUTES.has(key)) found.push(`${key}=${value}`);
      if (key !== 'href' && key !== 'xmlns' && !isHarmless(value)) found.push(`${key}=${value}`);
    }
    for (const child of children) if (name === 'style' && typeof child === 'string' && !isHarmless(child)) found.push(child);
  }
  return found;
}

function isHarmless(css: string): boolean {
  return !/[\\@]/.test(css) && !/(?:url|src|image|image-set|element|expression|attr|env)\s*\(/i.test(css.replace(/url\(#[^()\s\\/]+\)/g, ''));
}

describe('attacks', () => {
  test.each([
    ['script', '<script>probe()</script>', ''],
    ['script from elsewhere', '<script xlink:href="//probe.test/a.js"/>', ''],
    ['script in CDATA', '<script><![CDATA[probe()]]></script>', ''],
    ['script of HTML by a prefix', '<h:script>probe()</h:script>', ''],
    ['script of HTML by a namespace', '<g xmlns="http://www.w3.org/1999/xhtml"><script>probe()</script></g>', '<g/>'],
    ['script with another case', '<SCRIPT>probe()</SCRIPT><Script>probe()</Script>', ''],
    ['script that looks like an end', '<g></g/><script>probe()</script>', '<g/>'],
    ['handlers', '<rect width="9" height="9" onload="probe()" onclick="probe()" OnMouseOver="probe()"/>', '<rect width="9" height="9"/>'],
    ['handlers behind a line break', '<rect width="9"\nonload\n=\n"probe()" height="9"/>', '<rect width="9" height="9"/>'],
    ['handlers by a prefix', '<rect ev:onload="probe()" xml:onload="probe()" width="9"/>', '<rect width="9"/>'],
    ['foreignObject', '<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="probe()"/></body></foreignObject>', ''],
    ['frames of HTML', '<iframe src="//probe.test"/><embed src="//probe.test"/><object data="//probe.test"/>', ''],
    ['links that run', '<a xlink:href="javascript:probe()"><circle r="4"/></a>', '<g><circle r="4"/></g>'],
    ['links in letters', '<text>See <a href="//probe.test">here</a></text>', '<text>See <tspan>here</tspan></text>'],
    ['use of another file', '<use href="//probe.test/a.svg#a"/><use xlink:href="a.svg#a"/>', '<use/><use/>'],
    ['use of a drawing that is written out', `<use href="data:image/svg+xml;base64,${Buffer.from('<svg id="a" onload="probe()"/>').toString('base64')}#a"/>`, '<use/>'],
    ['a picture from elsewhere', '<image href="https://probe.test/a.png"/><image xlink:href="//probe.test/a.png"/><image href="a.png"/>', ''],
    ['a picture from the disk', '<image href="file:///etc/passwd"/>', ''],
    ['a picture that is a drawing', `<image href="data:image/svg+xml;base64,${Buffer.from('<svg onload="probe()"/>').toString('base64')}"/>`, ''],
    ['a drawing that calls itself a picture', `<image href="data:image/png;base64,${Buffer.from('<svg onload="probe()"/>').toString('base64')}"/>`, ''],
    ['a page that calls itself a picture', '<image href="data:image/png,%3Cscript%3Eprobe()%3C/script%3E"/>', ''],
    ['two addresses of a picture', `<image href="//probe.test" xlink:href="${GIF}"/>`, ''],
    ['feImage', '<filter id="f"><feImage href="//probe.test/a.png"/><feFlood/></filter>', '<filter id="f"><feFlood/></filter>'],
    ['textPath and gradients of other files', '<text><textPath href="//probe.test#a">a</textPath></text><linearGradient href="//probe.test#a"/>', '<text><textPath>a</textPath></text><linearGradient/>'],
    ['url in an attribute', '<rect fill="url(//probe.test#a)" filter="url(https://probe.test/a.svg#b)" width="9"/>', '<rect width="9"/>'],
    ['url with quotes and spaces', `<rect fill='url( "//probe.test#a" )' mask="URL('//probe.test')" width="9"/>`, '<rect width="9"/>'],
    ['url behind an escape', '<rect fill="u\\72l(//probe.test)" stroke="\\75rl(//probe.test)" width="9"/>', '<rect width="9"/>'],
    ['url behind references', '<rect fill="&#117;rl&#40;//probe.test)" width="9"/>', '<rect width="9"/>'],
    ['url behind a comment', '<rect style="fill:url/**/(//probe.test);stroke:u/**/rl(//probe.test)" width="9"/>', '<rect width="9"/>'],
    ['url around one of our own', '<rect style="fill:urlurl(#a)(//probe.test)" width="9"/>', '<rect width="9"/>'],
    ['other functions that load', '<rect style="fill:image-set(&quot;//probe.test&quot; 1x);mask:image(//probe.test);cursor:src(&quot;//probe.test&quot;)" width="9"/>', '<rect width="9"/>'],
    ['styles that run', '<rect style="behavior:url(#a);-moz-binding:url(//probe.test#a);width:expression(probe())" height="9"/>', '<rect height="9"/>'],
    ['imports', '<style>@import "//probe.test/a.css"; @import url(//probe.test/b.css); .a{fill:red}</style>', '<style>.a{fill:red}</style>'],
    ['imports in CDATA', '<style><![CDATA[@import "//probe.test/a.css";.a{fill:red}]]></style>', '<style>.a{fill:red}</style>'],
    ['imports behind an escape', '<style>@\\69mport "//probe.test";.a{fill:red}</style>', '<style>.a{fill:red}</style>'],
    ['imports behind comments of HTML', '<style>&lt;!-- @import "//probe.test"; --&gt;.a{fill:red}</style>', '<style>.a{fill:red}</style>'],
    ['faces', '<style>@font-face{font-family:a;src:url(//probe.test/a.woff)}.a{font-family:a}</style>', '<style>.a{font-family:a}</style>'],
    ['animations of styles', '<style>@keyframes a{from{fill:red}to{fill:url(//probe.test)}}.a{animation:a 1s;fill:red}</style>', '<style>.a{fill:red}</style>'],
    ['what stands in media', '<style>@media all{.a{background:url(//probe.test)}}</style>', ''],
    ['nested rules', '<style>.a{fill:red;.b{background:url(//probe.test)}}.c{fill:red}</style>', '<style>.c{fill:red}</style>'],
    ['url in a sheet', '<style>.a{fill:url(//probe.test#a);stroke:red}.b{background:u\\rl(//probe.test)}</style>', '<style>.a{stroke:red}</style>'],
    ['strings that do not end', '<style>.a{font-family:"b;fill:url(//probe.test)}.c{fill:red}"}</style>', '<style>.c{fill:red}</style>'],
    ['selectors that ask for secrets', '<style>a[href^="x"]{fill:red}.b{fill:red}</style>', '<style>.b{fill:red}</style>'],
    ['a style that ends itself', '<style>.a{fill:red}&lt;/style&gt;&lt;script&gt;probe()&lt;/script&gt;</style>', '<style>.a{fill:red}</style>'],
    ['elements in a style', '<style><script>probe()</script>.a{fill:red}</style>', '<style>.a{fill:red}</style>'],
    ['sheets in another language', '<style type="text/x">.a{fill:red}</style>', ''],
    ['animations', '<rect width="9"><animate attributeName="href" to="javascript:probe()"/><set attributeName="onload" to="probe()"/><animateTransform/><animateMotion><mpath/></animateMotion></rect>', '<rect width="9"/>'],
    ['another base', '<g xml:base="//probe.test/"><use href="#a"/></g>', '<g><use href="#a"/></g>'],
    ['ids that are more', '<g id="a&quot; onload=&quot;probe()"/><use href="#a) url(//probe.test"/>', '<g/><use/>'],
    ['markup in letters', '<text>&lt;script&gt;probe()&lt;/script&gt;</text>', '<text>&lt;script&gt;probe()&lt;/script&gt;</text>'],
    ['markup in attributes', '<text font-family="&quot;/&gt;&lt;script&gt;probe()">a</text>', '<text>a</text>'],
    ['comments, and what pretends to end them', '<!-- --!><script>probe()</script> --><g/>', '<g/>'],
    ['processing instructions', '<?xml-stylesheet href="//probe.test/a.css"?><g/>', '<g/>'],
    ['facts of other programs', '<metadata><rdf:RDF/></metadata><title>a</title><desc><script>probe()</script></desc><sodipodi:namedview/><g/>', '<g/>'],
    ['control characters', '<text>a&#0;&#1;\u0008b&#xD800;</text>', '<text>ab</text>'],
    ['elements named like what objects have', '<constructor/><__proto__/><g __proto__="a" constructor="b"/>', '<g/>'],
  ])('%s', (_, attack, expected) => {
    const result = inside(attack);
    expect(result?.replaceAll('\ufffd', '')).toBe(expected);
  });

  test.each([
    ['a page', '<html><body><svg xmlns="http://www.w3.org/2000/svg"><rect/></svg></body></html>'],
    ['a prefix that means something else', '<h:svg xmlns:h="http://www.w3.org/1999/xhtml"><h:script>probe()</h:script></h:svg>'],
    ['no markup', 'GIF89a'],
    ['nothing', ''],
  ])('%s is no drawing', (_, svg) => {
    expect(clean(svg)).toBeUndefined();
  });

  test('a compressed one is refused', () => {
    expect(sanitizeSvg(gzipSync('<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'))).toBeUndefined();
  });

  test('entities are not expanded, and no declaration stays', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "<script>probe()</script>"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>${OPEN}><text>&a;&b;&c;%c;</text></svg>`;
    expect(clean(bomb)).toBe(`${OPEN}><text>&amp;a;&amp;b;&amp;c;%c;</text></svg>`);
  });

  test('handlers of the whole drawing go, and its namespace is ours', () => {
    expect(clean('<svg onload="probe()" viewBox="0 0 1 1"><rect/></svg>')).toBe(`${OPEN} viewBox="0 0 1 1"><rect/></svg>`);
  });

  test('what is hidden by another charset', () => {
    const utf7 = '<?xml version="1.0" encoding="UTF-7"?><svg>+ADw-script+AD4-probe()+ADw-/script+AD4-<rect/></svg>';
    expect(clean(utf7)).toBe(`${OPEN}><rect/></svg>`);
    const utf16 = Buffer.from(`\ufeff${OPEN}><script>probe()</script><rect/></svg>`, 'utf16le');
    expect(Buffer.from(sanitizeSvg(utf16)?.bytes ?? []).toString()).toBe(`${OPEN}><rect/></svg>`);
  });
});

describe('limits', () => {
  const use = (id: number): string => `<use href="#l${id}"/>`;

  test('refuses a drawing that is too deep, too large or has too many elements', () => {
    expect(clean(`${OPEN}>${'<g>'.repeat(LIMITS.svgDepth - 2)}<rect/>`)).toBeDefined();
    expect(clean(`${OPEN}>${'<g>'.repeat(LIMITS.svgDepth)}<rect/>`)).toBeUndefined();
    expect(clean(`${OPEN}>${'<b>'.repeat(LIMITS.svgDepth)}`)).toBeUndefined();
    expect(clean(`${OPEN}>${'<g/>'.repeat(LIMITS.svgElements)}</svg>`)).toBeUndefined();
    expect(sanitizeSvg(Buffer.alloc(LIMITS.svgBytes + 1, '<'))).toBeUndefined();
  });

  test('refuses parts that multiply by referring to one another', () => {
    const level = (id: number): string => `<g id="l${id}">${use(id + 1).repeat(10)}</g>`;
    const levels = Array.from({ length: 9 }, (_, id) => level(id)).join('');
    expect(inside(`<defs>${levels}<rect id="l9"/></defs>${use(0)}`)).toBeUndefined();
    expect(inside(`<defs>${levels}<rect id="l9"/></defs>${use(7)}`)).toBeUndefined();
    expect(inside(`<defs>${level(8)}<rect id="l9"/></defs>${use(8)}`)).toBeDefined();
  });

  test('reads hostile lengths in proportion to them', { timeout: 60_000 }, () => {
    const started = performance.now();
    for (const piece of ['<a>', '<a ', '<!--', '<g id="a"><use href="#a"/>', '<style>.a{', '</g>', '&', '<g style="', 'a:url(', '<rect fill="url(#a)" class="a"/>']) {
      sanitizeSvg(Buffer.from(`${OPEN}>${piece.repeat(1_000_000 / piece.length)}`));
      sanitizeSvg(Buffer.from(`${OPEN}><style>${piece.repeat(1_000_000 / piece.length)}</style></svg>`));
    }
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

test('a chart still draws the same', () => {
  const content = [
    '<style>.axis{stroke:#333;stroke-width:1px}.bar:first-child,#b{fill:url(#shade)}text{font:12px "Open Sans",sans-serif}</style>',
    '<defs><linearGradient id="shade" x1="0%" x2="100%" gradientTransform="rotate(90)"><stop offset="0" stop-color="#f00"/><stop offset="1" style="stop-color:rgb(0,0,255);stop-opacity:.5"/></linearGradient>',
    '<clipPath id="clip"><rect width="90" height="90"/></clipPath><marker id="end" markerWidth="4" refX="2" orient="auto"><path d="M0,0L4,2 0 4z"/></marker>',
    '<filter id="soft"><feGaussianBlur in="SourceAlpha" stdDeviation="2"/><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter></defs>',
    '<g transform="translate(10 20) scale(1.5)" clip-path="url(#clip)"><path class="axis" d="M 0 0 L 100 0 a1,1 0 0 1 1e-3-2Z" marker-end="url(#end)"/>',
    '<rect id="b" class="bar wide" x="1" y="2" width="50%" height="9" rx="2" filter="url(#soft)"/><text x="1 2 3" y="4" text-anchor="middle" xml:space="preserve">Ships  &amp; <tspan dy="1em" font-weight="700">docks</tspan></text></g>',
    `<use href="#b" x="30"/><image width="9" height="9" preserveAspectRatio="none" href="${GIF}"/>`,
  ].join('');
  const chart = `${OPEN} viewBox="0 0 100 100" width="100" style="max-width:100%;background:#fff">${content}</svg>`;
  expect(readStrictXml(clean(chart) ?? '')).toEqual(readStrictXml(chart));
  expect(findForbidden(chart)).toEqual([]);
});

test('reads what drawing programs write', () => {
  const icon = `<?xml version="1.0" encoding="iso-8859-1"?>\n<!-- Drawn by a program -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg:svg xmlns:svg="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ink="urn:ink" width="16px"><svg:g ink:label="Layer"><svg:path id="p" d="M0 0h1z" ink:connector="2"/><svg:use xlink:href="#p"/><ink:grid/><svg:text>f\xe4hre</svg:text></svg:g></svg:svg>`;
  const result = sanitizeSvg(Buffer.from(icon, 'latin1'));
  expect(Buffer.from(result?.bytes ?? []).toString()).toBe(`${OPEN} width="16px"><g><path id="p" d="M0 0h1z"/><use href="#p"/><text>fähre</text></g></svg>`);
});

test('knows what only stands in for a picture', () => {
  const isBlank = (svg: string): boolean | undefined => sanitizeSvg(Buffer.from(svg))?.isBlank;
  expect(isBlank(`${OPEN} viewBox="0 0 16 9"></svg>`)).toBe(true);
  expect(isBlank(`${OPEN} width="600" height="400"/>`)).toBe(true);
  expect(isBlank(`${OPEN}><defs><rect width="9" height="9"/></defs><g/></svg>`)).toBe(true);
  expect(isBlank(`${OPEN}><rect width="100%" height="100%" fill="none"/></svg>`)).toBe(true);
  expect(isBlank(`${OPEN}><rect width="100%" height="100%" fill-opacity="0"/></svg>`)).toBe(true);
  expect(isBlank(`${OPEN} width="1" height="1px"><rect width="1" height="1"/></svg>`)).toBe(true);
  expect(isBlank(`${OPEN} width="1em" height="1em"><path d="M0 0h1z"/></svg>`)).toBe(false);
  expect(isBlank(`${OPEN}><path fill="none" stroke="#000" d="M0 0h1"/></svg>`)).toBe(false);
  expect(isBlank(`${OPEN}><text>a</text></svg>`)).toBe(false);
});

describe('any drawing', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...['<g>', '</g>', '<g id="a" ', '/>', '>', '<rect width="9"', '<use href="#a"/>', '<use xlink:href="', '<text>', '</text>', '<style>', '</style>', '<![CDATA[', ']]>', '<!--', '-->'],
      ...['<script>', '</script>', '<foreignObject>', '</foreignObject>', '<h:script ', '<image href="', GIF, 'javascript:probe()', '//probe.test', '"', "'", ' style="', ' fill="', ' class="a b"'],
      ...['.a', '#a', '{', '}', ';', 'fill:', 'url(', 'URL (', '#a', ')', '\\', 'u\\72l(', '@import ', '@media all', '/*', '*/', '(', ',', ' onload="probe()"', ' xmlns="http://www.w3.org/1999/xhtml"'],
      ...['&lt;', '&#60;', '&quot;', '&a;', '&', '&#0;', '<!DOCTYPE a [', '<!ENTITY a "b">', ']>', '<?a?>', '<svg>', '</svg>', '<a href="#a">', '</a>', '<set to="', '<filter id="f">', 'filter:url(#f)', '\0', '\ud800'],
    ),
    fc.string({ maxLength: 6 }),
  );
  const markup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  test('comes out as strict XML with nothing but what is allowed, and stays as it is', () => {
    fc.assert(
      fc.property(markup, (content) => {
        const once = clean(`<svg xmlns:h="http://www.w3.org/1999/xhtml">${content}`);
        if (once === undefined) return;
        expect(findForbidden(once)).toEqual([]);
        expect(clean(once)).toBe(once);
      }),
      { numRuns: randomRuns(3_000) },
    );
  });

  test('may begin anywhere', () => {
    fc.assert(
      fc.property(markup, (content) => {
        const once = clean(content);
        expect(once === undefined ? [] : findForbidden(once)).toEqual([]);
      }),
    );
  });
});
