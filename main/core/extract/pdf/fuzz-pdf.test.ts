import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { LibraryError } from '../../../contract/errors.ts';
import { extractPdf } from './extract-pdf.ts';
import { column, writePdf } from './fixtures/write-pdf.ts';

const lines = ['The ferry left the harbour an hour late, and', 'nobody on the quay could say why it had', 'waited so long.'];
const page = { texts: column(lines, { x: 50, y: 60 }), links: [{ url: 'https://a.example/', left: 0, top: 0, right: 90, bottom: 90 }], picture: true };
const files = [writePdf([page, page], { xmp: '<dc:title>Ferry</dc:title>', info: { Title: 'Ferry' }, language: 'en' }), writePdf([page, page], { compress: true })] as const;

const GOOD_END = /^(?:article|expected error)$/;

/** What reading ends in: nothing else may come of it, and not much later. */
async function endOf(bytes: Uint8Array): Promise<string> {
  const start = performance.now();
  const end = await extractPdf(bytes, 'a.pdf').then(
    ({ title }) => (title === '' ? 'no title' : 'article'),
    (error: unknown) => (error instanceof LibraryError ? 'expected error' : `unexpected: ${String(error)}`),
  );
  return performance.now() - start < 10_000 ? end : 'too late';
}

test('a file that is cut anywhere ends in an article or an expected error', async () => {
  expect.hasAssertions();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.double({ min: 0, max: 1, noNaN: true }), async (file, part) => {
      expect(await endOf(file.slice(0, Math.floor(file.length * part)))).toMatch(GOOD_END);
    }),
    { numRuns: randomRuns(60) },
  );
});

test('a file with some wrong bytes ends in an article or an expected error', async () => {
  expect.hasAssertions();
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), to: fc.integer({ min: 0, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 30 }), async (file, changes) => {
      const bytes = file.slice();
      for (const { at, to } of changes) bytes[Math.floor(at * (bytes.length - 1))] = to;
      expect(await endOf(bytes)).toMatch(GOOD_END);
    }),
    { numRuns: randomRuns(150) },
  );
});
