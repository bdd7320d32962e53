import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LibraryError } from '../../../contract/errors.ts';
import { extractPdf } from './extract-pdf.ts';
import { column, writePdf } from './fixtures/write-pdf.ts';

const lines = ['The ferry left the harbour an hour late, and', 'nobody on the quay could say why it had', 'waited so long.'];
const page = { texts: column(lines, { x: 50, y: 60 }), links: [{ url: 'https://a.example/', left: 0, top: 0, right: 90, bottom: 90 }], picture: true };
const files = [writePdf([page, page], { xmp: '<dc:title>Ferry</dc:title>', info: { Title: 'Ferry' }, language: 'en' }), writePdf([page, page], { compress: true })] as const;

/** An article, or an error that was expected: nothing else, and not much later. */
async function endsWell(bytes: Uint8Array): Promise<void> {
  const start = performance.now();
  try {
    const draft = await extractPdf(bytes, 'a.pdf');
    expect(draft.title).not.toBe('');
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
  }
  expect(performance.now() - start).toBeLessThan(10_000);
}

test('a file that is cut anywhere ends in an article or an expected error', async () => {
  expect.hasAssertions();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.double({ min: 0, max: 1, noNaN: true }), async (file, part) => endsWell(file.slice(0, Math.floor(file.length * part)))),
    { numRuns: 60 },
  );
});

test('a file with some wrong bytes ends in an article or an expected error', async () => {
  expect.hasAssertions();
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), to: fc.integer({ min: 0, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 30 }), async (file, changes) => {
      const bytes = file.slice();
      for (const { at, to } of changes) bytes[Math.floor(at * (bytes.length - 1))] = to;
      await endsWell(bytes);
    }),
    { numRuns: 150 },
  );
});
