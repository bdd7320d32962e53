import { describe, expect, it } from 'vitest';
import { buildBody } from './build-body.ts';

describe('buildBody', () => {
  it('parts paragraphs by one empty line, and the lines of verse by breaks', () => {
    const body = buildBody([
      { lines: ['One.'], afterGap: false },
      { lines: ['Two', 'three'], afterGap: true },
    ]);
    expect(body).toEqual({ html: '<p>One.</p>\n<p>Two<br>three</p>', text: 'One.\n\nTwo\nthree' });
  });

  it('leaves no markup of the text alive', () => {
    expect(buildBody([{ lines: ['<img src=x onerror=a> & "b"'], afterGap: false }]).html).toBe('<p>&lt;img src=x onerror=a&gt; &amp; "b"</p>');
  });
});
