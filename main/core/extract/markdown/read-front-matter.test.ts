import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from './read-front-matter.ts';

const fields = (block: string): unknown => Object.fromEntries(readFrontMatter(`---\n${block}\n---\nbody\n`).fields);

describe('readFrontMatter', () => {
  test('cuts the block off', () => {
    expect(readFrontMatter('---\ntitle: a\n---\n\n# b\n')).toMatchObject({ body: '\n# b\n', unreadable: undefined });
    expect(readFrontMatter('---\ntitle: a\n...\nb').body).toBe('b');
  });

  test('leaves a file without a block alone', () => {
    for (const markdown of ['# a\n', '---\n\nonly a rule\n\n---\n', 'a\n---\nb: c\n---\n', '---', '']) {
      expect(readFrontMatter(markdown)).toEqual({ fields: new Map(), unreadable: undefined, body: markdown });
    }
  });

  test.each([
    ['+++\ntitle = "a"\ndate = 2025-09-24\n[params]\ntitle = "c"\nauthor = "b"\n+++\nbody\n', { title: 'a', date: '2025-09-24', author: 'b' }],
    ['{\n"title": "a"\n}\nbody\n', { title: 'a' }],
    ['% A long\n  title\n% Jane Doe;\n  Sam Roe\n% 2025\n\nbody\n', { title: 'A long title', author: ['Jane Doe', 'Sam Roe'], date: '2025' }],
    ['Title: a: b\nAuthor: Jane\n  Doe\n\nbody\n', { title: 'a: b', author: 'Jane Doe' }],
  ])('reads the block of %j', (markdown, expected) => {
    const { fields: read, body } = readFrontMatter(markdown);
    expect(Object.fromEntries(read)).toEqual(expected);
    expect(body.trim()).toBe('body');
  });

  test('a dash inside of a line ends nothing', () => {
    expect(fields('title: a ---\nlang: en')).toEqual({ title: 'a ---', lang: 'en' });
  });

  test('reads plain values; a date stays as it is written', () => {
    expect(fields('Title: "a: b"\ndate: 2024-05-01\ntags: [a, b]\nn: 5\nnested: {x: [1]}')).toEqual({ title: 'a: b', date: '2024-05-01', tags: ['a', 'b'], n: 5, nested: { x: [1] } });
  });

  test.each([
    ['is broken', 'title: "a\nb: [c'],
    ['has an alias that points nowhere', 'a: *b'],
    ['is a bomb of aliases', `a: &a [x,x,x,x,x,x]\n${'bcdefgh'.replace(/./g, (name, at: number) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(8)}]\n`)}`],
    ['is far too long', `a: ${'x'.repeat(100_000)}`],
    ['is a list', '- a: b'],
  ])('keeps a block that %s as it is', (_, block) => {
    const { fields: none, unreadable, body } = readFrontMatter(`---\n${block.trimEnd()}\n---\nbody\n`);
    expect([none.size, unreadable, body]).toEqual([0, block.trimEnd(), 'body\n']);
  });

  test('builds no objects and pollutes none', () => {
    readFrontMatter('---\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\nx: !!js/function "x"\n---\n');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (block) => {
        expect(() => readFrontMatter(`---\na: ${block}\n---\n`)).not.toThrow();
      }),
    );
  });
});
