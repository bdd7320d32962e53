import { expect, test } from 'vitest';
import { outsideOfCode } from './outside-of-code.ts';

test('changes what is no code', () => {
  expect(outsideOfCode('a `a` a\n```\na\n```\na\n~~~ a\na\n~~~\n', (text) => text.replaceAll('a', 'b'))).toBe('b `a` b\n```\na\n```\nb\n~~~ a\na\n~~~\n');
});
