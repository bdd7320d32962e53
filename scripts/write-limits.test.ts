import fs from 'node:fs';
import { expect, it } from 'vitest';
import { limitsPage } from './write-limits.js';

it('the page of limits says what the table says', async () => {
  expect(fs.readFileSync('docs/limits.md', 'utf8')).toBe(await limitsPage());
});
