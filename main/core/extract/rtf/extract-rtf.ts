import { LibraryError } from '../../../contract/errors.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { onlyStated, type DocumentFacts } from '../document/document-facts.ts';
import { draftDocument } from '../document/draft-document.ts';
import { convertRtf, type ConvertedRtf } from './convert-rtf.ts';

/**
 * An RTF document to its article. One that breaks off is read as far as it goes, and `extra` says so.
 *
 * @throws LibraryError `malformed`, `no-text`, `too-deep`, `too-large`
 */
export function extractRtf(bytes: Uint8Array, fileName: string): ArticleDraft {
  if (!/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(Buffer.from(bytes.subarray(0, 1_024)).toString('latin1'))) {
    throw new LibraryError('malformed', 'This file does not begin as an RTF document does. Save it again in the program that made it and import that.');
  }
  const converted = convertRtf(bytes);
  return draftDocument(converted.content, factsOf(converted), { fileName, findPicture: (name) => converted.pictures.get(name) });
}

function factsOf({ facts, properties, breaksOff }: ConvertedRtf): DocumentFacts {
  const own = Object.fromEntries([...properties].filter(([name]) => name !== ''));
  return {
    title: facts.get('title'),
    authors: (facts.get('author') ?? '').split(';').map((name) => name.trim()).filter((name) => name !== ''),
    created: facts.get('created'),
    language: undefined,
    extra: onlyStated({
      ...Object.fromEntries(['subject', 'description', 'keywords', 'category', 'company', 'manager', 'modified', 'modifiedBy'].map((name) => [name, facts.get(name)])),
      program: facts.get('program')?.replace(/;\s*$/, ''),
      ...(Object.keys(own).length === 0 ? {} : { properties: own }),
      ...(breaksOff ? { breaksOff: true } : {}),
    }),
  };
}
