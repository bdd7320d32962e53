import type { ArticleDraft } from '../article-draft.ts';
import { draftDocument } from '../document/draft-document.ts';
import { parseHtml } from '../html/parse-html.ts';
import { convertDocx } from './convert-docx.ts';
import { openPackage } from './open-package.ts';
import { readProperties } from './read-properties.ts';

/**
 * A Word document to its article.
 *
 * @throws LibraryError `protected`, `unsupported-format`, `malformed`, `no-text`, `too-deep`, `too-large`
 */
export async function extractDocx(bytes: Uint8Array, fileName: string): Promise<ArticleDraft> {
  const parts = await openPackage(bytes);
  const { html, pictures } = await convertDocx(parts);
  const facts = await readProperties(parts);
  return draftDocument(parseHtml(html.toWellFormed(), { fragment: true }), facts, { fileName, findPicture: (name) => pictures.get(name) });
}
