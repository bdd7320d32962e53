import fc from 'fast-check';
import { tokenize, TokenType } from '@csstools/css-tokenizer';
import { expect, it } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { NO_FILE, type CssContext } from './css-context.ts';
import { rewriteStyleSheet, rewriteStyleValue } from './rewrite-css.ts';

const FILES = new Map([['https://harbour.example/a.png', 'data:image/png;base64,AA=='], ['https://harbour.example/css/b.woff2', 'data:font/woff2;base64,BB==']]);
const SHEETS = new Map<string, string>();
const context: CssContext = { base: 'https://harbour.example/css/page.css', file: (address) => (address.startsWith('data:image/') ? address : FILES.get(address)), sheet: (address) => SHEETS.get(address) };
const sheet = (css: string) => rewriteStyleSheet(css, context);
const GONE = `url("${NO_FILE}")`;

it('puts pictures and typefaces that came along in the place of their addresses', () => {
  expect(sheet('a{background:url(../a.png) no-repeat}')).toBe('a{background:url("data:image/png;base64,AA==") no-repeat}');
  expect(sheet(`@font-face{src:url( "b.woff2" ) format("woff2")}`)).toBe('@font-face{src:url("data:font/woff2;base64,BB==") format("woff2")}');
  expect(sheet(`a{background:image-set("../a.png" 1x, url(x.png) 2x type("image/png"))}`)).toBe(`a{background:image-set("data:image/png;base64,AA==" 1x, ${GONE} 2x type("image/png"))}`);
  expect(sheet('a{fill:url(#wave)}')).toBe('a{fill:url("#wave")}');
});

it.each([
  ['a{b:url(http://x.test/y)}', `a{b:${GONE}}`],
  ['a{b:\\75 rl(http://x.test/y)}', `a{b:${GONE}}`],
  ['a{b:U\\52L("//x.test/y")}', `a{b:${GONE}}`],
  ['a{b:src("http://x.test/y")}', `a{b:${GONE}}`],
  ['a{b:url(a b http://x.test)}', `a{b:${GONE}}`],
  ['a{--x:"http://x.test/y";b:image-set(var(--x) 1x)}', `a{--x:"http://x.test/y";b:image-set("${NO_FILE}" 1x)}`],
  ['a{b:-webkit-image-set("http://x.test/y" 1x)}', `a{b:-webkit-image-set("${NO_FILE}" 1x)}`],
  ['a{width:expression(alert(1))}', 'a{width:none }'],
  ['a{behavior:url(x.htc);-moz-binding:url(x.xml#y)}', `a{behavior:${GONE};-moz-binding:${GONE}}`],
  ['@import "http://x.test/a.css";a{}', 'a{}'],
  ['@\\69mport url(http://x.test/a.css);a{}', 'a{}'],
  ['@charset "utf-7";@namespace svg url(http://x.test/);a{}', 'a{}'],
  ['<!-- a{} -->', 'a{}'],
  ['a{b:u]rl(http://x.test/y)}', 'a{b:u]rl(http://x.test/y)}'],
  ['u]rl(http://x.test/y)', 'u rl(http://x.test/y)'],
  ['u@import "x";rl(http://x.test/y)', 'u rl(http://x.test/y)'],
  ['a{b:"</style><script>x</script>"}', 'a{b:"\\3c /style>\\3c script>x\\3c /script>"}'],
  ['a</style ><img>{}', 'a<\\/style ><img>{}'],
  ['/* </style> @import "x"; */a{}', '/**/a{}'],
  ['a</**/*/b{}', 'a< */b{}'],
  ['a{b:c', 'a{b:c\n}'],
  ['a{b:url(x', `a{b:${GONE}\n}`],
  ['a{b:"x', 'a{b:"x"\n}'],
  ['}}a{}', 'a{}'],
])('lets nothing load, run or break out: %s', (css, written) => {
  expect(sheet(css).trim()).toBe(written.trim());
});

it('puts imported sheets in the place of their import, with their conditions, and ends where they go in a circle', () => {
  SHEETS.set('https://harbour.example/css/one.css', '@import "two.css" layer(base) supports(display:grid) screen and (min-width:9px);b{background:url(../a.png)}');
  SHEETS.set('https://harbour.example/css/two.css', '@import "one.css";@import "two.css";c{d:e');
  expect(sheet('@layer base, more;@import url("one.css");a{}@import "two.css";').replace(/\s+/g, ' ')).toBe(
    '@layer base, more;@media screen and (min-width:9px){@supports (display:grid){@layer base{ c{d:e } } } } b{background:url("data:image/png;base64,AA==")} a{} ',
  );
});

it('an import under a condition that is more than one is left out', () => {
  SHEETS.set('https://harbour.example/css/one.css', 'b{}');
  for (const condition of ['{}', 'url(x)', '} b{', 'layer(a{})']) expect(sheet(`@import "one.css" ${condition};`)).not.toContain('b{}');
});

it('the value of an attribute imports nothing and stays as it is where it loads nothing', () => {
  expect(rewriteStyleValue('color:red', context)).toBe('color:red');
  expect(rewriteStyleValue('@import "one.css";background:url(http://x.test)', context).trim()).toBe(`background:${GONE}`);
  expect(rewriteStyleValue('translate(1 2) rotate(3)', context)).toBe('translate(1 2) rotate(3)');
});

it('whatever the style, what is written holds no address, ends all that it begins, and stays as it is when it is rewritten', () => {
  const piece = fc.constantFrom('url(', 'src(', 'image-set(', '@import ', '"', "'", '\\', '75rl(', '(', ')', '{', '}', '[', ']', ';', ':', '//x.test/y', 'http://x.test', '/*', '*/', '<!--', '-->', '</style', '\n', ' ', 'a', 'var(--b)', '@layer a', '@media b', '#c', '&', '<', ',', '\0', '-', 'expression(');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')), (css) => {
      const written = sheet(css);
      expect(written).not.toMatch(/<\/style/i);
      const tokens = tokenize({ css: written });
      for (const [index, token] of tokens.entries()) {
        expect(token[0]).not.toBe(TokenType.URL);
        expect(token[0]).not.toBe(TokenType.BadURL);
        if (token[0] === TokenType.AtKeyword) expect(token[4].value.toLowerCase()).not.toBe('import');
        const inside = tokens[index + 1];
        if (token[0] === TokenType.Function && /^(?:url|src)$/i.test(token[4].value)) expect(inside?.[0] === TokenType.String && /^(?:data:|#)/.test(inside[4].value)).toBe(true);
      }
      // Nothing that follows becomes a part of it.
      expect(tokenize({ css: `${written}\n}` }).at(-2)?.[0]).toBe(TokenType.CloseCurly);
      expect(sheet(written)).toBe(written);
    }),
    { numRuns: randomRuns(5_000) },
  );
});
