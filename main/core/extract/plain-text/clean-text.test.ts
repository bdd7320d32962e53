import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

describe('cleanText', () => {
  it('ends every line with a line feed', () => {
    expect(cleanText('a\r\nb\rc\u2028d\fe')).toBe('a\nb\nc\nd\ne');
  });

  it('drops what cannot be seen and space at line ends', () => {
    expect(cleanText('\ufeffa\u200bb\u0003  \nc\u00a0')).toBe('ab\nc');
  });

  it('composes accents and widens tabs', () => {
    expect(cleanText('e\u0301\tx')).toBe('é    x');
  });

  it('keeps a soft hyphen only at the end of a line', () => {
    expect(cleanText('fer\u00adry inter\u00ad\nnational')).toBe('ferry inter\u00ad\nnational');
  });

  it('keeps the joiners of other scripts and mends lone surrogates', () => {
    expect(cleanText('क्\u200dष \ud800')).toBe('क्\u200dष \ufffd');
  });
});
