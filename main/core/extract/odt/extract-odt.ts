import type { Root } from 'hast';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { draftDocument } from '../document/draft-document.ts';
import { decodeXml } from '../document/read-xml.ts';
import { attribute } from '../html/clean-attributes.ts';
import { elementsOf } from '../html/walk-tree.ts';
import { openZip, type OpenZip } from '../zip/open-zip.ts';
import { ZipError } from '../zip/zip-error.ts';
import { convertOdt } from './convert-odt.ts';
import { readMeta } from './read-meta.ts';
import { readStyles } from './read-styles.ts';

/**
 * An OpenDocument text to its article.
 *
 * @throws LibraryError `protected`, `malformed`, `no-text`, `too-deep`, `too-large`
 */
export async function extractOdt(bytes: Uint8Array, fileName: string): Promise<ArticleDraft> {
  const zip = await openZip(bytes);
  if ((await readXml(zip, 'META-INF/manifest.xml')).includes('encryption-data')) {
    throw new LibraryError('protected', 'This document is protected by a password. Open it in LibreOffice with the password, save a copy without one, and import that.');
  }
  if (zip.find('content.xml') === undefined) {
    throw new LibraryError('malformed', 'This document is damaged: the part with its text is missing. Open it in LibreOffice, save it again and import that.');
  }
  const xml = await readXml(zip, 'content.xml');
  const content = convertOdt(xml, readStyles([await readXml(zip, 'styles.xml'), xml]));
  const pictures = await readPictures(zip, content);
  return draftDocument(content, readMeta(await readXml(zip, 'meta.xml')), { fileName, findPicture: (name) => pictures.get(name) });
}

/** Empty where there is no such part: only the text itself has to be there. */
async function readXml(zip: OpenZip, name: string): Promise<string> {
  const entry = zip.find(name);
  return entry === undefined ? '' : decodeXml(await zip.read(entry));
}

/** The pictures that the text shows, by their names in the file. One that cannot be had costs itself and not the text. */
async function readPictures(zip: OpenZip, content: Root): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  let leftBytes: number = LIMITS.imagesPerArticleBytes;
  for (const name of new Set(elementsOf(content).filter(({ tagName }) => tagName === 'img').map((image) => attribute(image, 'src') ?? ''))) {
    const entry = zip.find(name);
    if (entry === undefined || pictures.size >= LIMITS.imagesPerArticle) continue;
    try {
      const bytes = await zip.read(entry, Math.min(leftBytes, LIMITS.imageBytes));
      leftBytes -= bytes.length;
      pictures.set(name, bytes);
    } catch (error) {
      if (!(error instanceof ZipError)) throw error;
    }
  }
  return pictures;
}
