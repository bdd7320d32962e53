import type { Reader } from './reader.ts';
import { docxReader } from './readers/docx.ts';
import { emlReader } from './readers/eml.ts';
import { epubReader } from './readers/epub.ts';
import { htmlReader } from './readers/html.ts';
import { markdownReader } from './readers/markdown.ts';
import { mhtmlReader } from './readers/mhtml.ts';
import { odtReader } from './readers/odt.ts';
import { pdfReader } from './readers/pdf.ts';
import { plainTextReader } from './readers/plain-text.ts';
import { rtfReader } from './readers/rtf.ts';
import { webarchiveReader } from './readers/webarchive.ts';

/** Every format that can be read. To add one: its reader, and its line here. */
export const READERS: readonly Reader[] = [
  plainTextReader,
  htmlReader,
  markdownReader,
  emlReader,
  mhtmlReader,
  webarchiveReader,
  epubReader,
  docxReader,
  odtReader,
  rtfReader,
  pdfReader,
];

export function findReader(name: string): Reader | undefined {
  return READERS.find((reader) => reader.name === name);
}
