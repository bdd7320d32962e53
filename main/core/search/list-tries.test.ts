import { describe, expect, it } from 'vitest';
import { cutPart } from './list-tries.ts';

/** The part to cut stands between braces. */
function cut(marked: string): string {
  const start = marked.indexOf('{');
  const end = marked.indexOf('}') - 1;
  return cutPart(marked.replace(/[{}]/g, ''), { start, end });
}

describe('a query without a part', () => {
  it.each([
    ['+lamp {+oil} wick', '+lamp wick'],
    ['{lamp} AND oil', 'oil'],
    ['lamp AND {oil}', 'lamp'],
    ['lamp AND {oil} AND wick', 'lamp AND wick'],
    ['lamp AND NOT {oil}', 'lamp'],
    ['lamp NOT {"gas light"}', 'lamp'],
    ['lamp AND ({oil})', 'lamp'],
    ['lamp -title:({oil})^2 wick', 'lamp wick'],
    ['lamp AND {(oil OR gas)} AND wick', 'lamp AND wick'],
    ['lamp {tag:"two words"}', 'lamp'],
    ['{lamp}', ''],
    ['ANDY {oil}', 'ANDY'],
  ])('%s', (marked, rest) => {
    expect(cut(marked)).toBe(rest);
  });
});
