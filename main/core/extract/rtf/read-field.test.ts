import { expect, test } from 'vitest';
import { readField } from './read-field.ts';

test('reads where fields lead', () => {
  expect(readField(' HYPERLINK "https://example.org/a b" \\o "Tip" \\t "_blank" ')).toBe('https://example.org/a b');
  expect(readField('HYPERLINK https://example.org/')).toBe('https://example.org/');
  expect(readField('HYPERLINK \\l "Pier"')).toBe('#Pier');
  expect(readField('HYPERLINK "https://example.org/" \\l "Pier"')).toBe('https://example.org/#Pier');
  for (const other of ['', 'PAGE', 'HYPERLINK', 'INCLUDEPICTURE "https://example.org/x.png"']) expect(readField(other)).toBeUndefined();
});
