import { expect, test } from 'vitest';
import { cleanDocumentTitle } from './clean-document-title.ts';

test('keeps a title, on one line', () => {
  expect(cleanDocumentTitle(' The harbour\n of  Kiel ')).toBe('The harbour of Kiel');
  expect(cleanDocumentTitle('Document of 1848 found')).toBe('Document of 1848 found');
});

test('knows what programs write where nobody gave a title', () => {
  for (const title of [undefined, '', ' \n', 'Untitled', 'Untitled Document', 'Document1', 'Dokument 2', 'Microsoft Word - report_final.doc', 'report.docx', 'Normal.dotm', '***']) {
    expect(cleanDocumentTitle(title)).toBeUndefined();
  }
});
