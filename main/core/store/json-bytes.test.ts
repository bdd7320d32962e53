import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonBytes } from './json-bytes.ts';

it('says of any value what JSON.stringify says', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }).map((some) => `${some}x"\\\n`.repeat(700)));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined), fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(text, tie('tree'), { maxKeys: 4 })),
  }));
  fc.assert(
    fc.property(tree, (drawn) => {
      const value = { drawn };
      expect(jsonBytes(value).toString()).toBe(Buffer.from(JSON.stringify(value)).toString());
    }),
  );
});
