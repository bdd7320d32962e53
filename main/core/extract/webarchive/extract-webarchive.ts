import { LibraryError } from '../../../contract/errors.ts';
import type { GivenFacts, ReaderInput } from '../../import/reader.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { decodeText } from '../decode-text.ts';
import { addSavedFacts } from '../html/add-saved-facts.ts';
import { cleanPageUrl } from '../html/clean-link.ts';
import type { LoadEmbedded } from '../html/collect-images.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { extractHtml } from '../html/extract-html.ts';
import { resolveAddress } from '../mime/resolve-address.ts';
import { extractPlainText } from '../plain-text/extract-plain-text.ts';
import { isDictionary, isList } from './plist-value.ts';
import type { PlistValue } from './plist-value.ts';
import { readBinaryPlist } from './read-binary-plist.ts';
import { readXmlPlist } from './read-xml-plist.ts';

export interface WebarchiveContext {
  /** The file's own name, without folders. */
  readonly fileName: string;
  readonly loadBeside: ReaderInput['loadBeside'];
  readonly given?: GivenFacts | undefined;
}

/** The page, or a file of it, as the archive holds it. */
interface Resource {
  readonly data: Uint8Array;
  readonly type: string;
  readonly charset: string | undefined;
  readonly url: string | undefined;
}

/**
 * A page saved by Safari (.webarchive) to its article, with its pictures. Frames of the page are left out, as in every other
 * saved page.
 *
 * Throws LibraryError: `malformed`, `no-text`, `too-deep`, `too-large`.
 */
export function extractWebarchive(bytes: Uint8Array, { fileName, loadBeside, given }: WebarchiveContext): ArticleDraft {
  const isBinary = Buffer.from(bytes.subarray(0, 8)).toString('latin1') === 'bplist00';
  const archive = isBinary ? readBinaryPlist(bytes) : readXmlPlist(decodeText(bytes).text);
  const main = isDictionary(archive) ? readResource(archive.get('WebMainResource')) : undefined;
  if (main === undefined) throw new LibraryError('malformed', 'This web archive holds no page. Save the page again, or import it as HTML.');
  const url = cleanPageUrl(main.url ?? given?.url ?? '');
  if (main.type.startsWith('text/') && !main.type.includes('html')) {
    return addSavedFacts({ ...extractPlainText(decodeText(main.data, main.charset).text, { fileName }), url: url ?? null }, { savedAt: given?.savedAt });
  }
  if (!main.type.includes('html')) throw new LibraryError('no-text', `This web archive holds no page to read, but a file of the type ${main.type.slice(0, 100)}.`);
  const parts = isDictionary(archive) ? archive.get('WebSubresources') : undefined;
  const draft = extractHtml(decodeHtml(main.data, main.charset).text, {
    fileName,
    loadBeside,
    loadEmbedded: indexResources(parts, main.url),
    ...(url === undefined ? {} : { pageUrl: url }),
  });
  return addSavedFacts(draft, { savedAt: given?.savedAt });
}

function readResource(value: PlistValue | undefined): Resource | undefined {
  if (!isDictionary(value)) return undefined;
  const text = (name: string): string | undefined => {
    const field = value.get(name);
    return typeof field === 'string' && field !== '' ? field : undefined;
  };
  const data = value.get('WebResourceData');
  if (!(data instanceof Uint8Array)) return undefined;
  return { data, type: text('WebResourceMIMEType')?.toLowerCase() ?? 'text/html', charset: text('WebResourceTextEncodingName'), url: text('WebResourceURL') };
}

function indexResources(parts: PlistValue | undefined, base: string | undefined): LoadEmbedded {
  const byAddress = new Map<string, Uint8Array>();
  for (const part of isList(parts) ? parts : []) {
    const resource = readResource(part);
    if (resource?.url !== undefined) byAddress.set(resolveAddress(resource.url, base), resource.data);
  }
  return (address) => byAddress.get(resolveAddress(address, base));
}
