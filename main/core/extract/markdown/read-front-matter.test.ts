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
