import { describe, expect, it } from 'vitest';
import { isRelatedHeading, textAfterRelatedHeading } from './related-phrases.ts';

describe('isRelatedHeading', () => {
  it('knows headings in several dresses', () => {
    for (const line of ['RELATED', 'Related:', '[Read more]', '** See also **', '— Lire aussi —', 'Don’t miss:', 'Watch:', '▶ More']) expect(isRelatedHeading(line)).toBe(true);
  });

  it('leaves words of prose without a colon', () => {
    for (const line of ['More', 'Watch', 'Unrelated', 'Related matters', 'Recommended', '']) expect(isRelatedHeading(line)).toBe(false);
  });
});

describe('textAfterRelatedHeading', () => {
  it('gives what stands behind the colon', () => {
    expect(textAfterRelatedHeading('READ MORE: The quay: a history')).toBe('The quay: a history');
    expect(textAfterRelatedHeading('[Read also: The quay (part two)]')).toBe('The quay (part two)');
    expect(textAfterRelatedHeading('À lire aussi | Le quai')).toBe('Le quai');
  });

  it('is undefined for other lines', () => {
    for (const line of ['The mayor: no', 'RELATED:', 'Watch: it stops', 'Readmore: x', '']) expect(textAfterRelatedHeading(line)).toBeUndefined();
  });
});
