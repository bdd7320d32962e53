import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../index/fields.ts';
import { describeQuery } from './describe-query.ts';
import { parseQuery } from './parse-query.ts';

const page = fs.readFileSync(new URL('../../../../docs/query-language.md', import.meta.url), 'utf8');
const examples = page.split('\n').flatMap((line) => /^\| `([^`]+)` \|/.exec(line)?.[1] ?? []);

describe('the documentation of the query language', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(50);
  });

  it.each(examples)('%s needs no note', (text) => {
    const { root, notes } = parseQuery(text, { fields: FIELDS, typing: false, now: new Date() });
    expect(notes).toEqual([]);
    expect(root.items.length).toBeGreaterThan(0);
    expect(describeQuery(root)).toMatch(/^articles /);
  });
});
