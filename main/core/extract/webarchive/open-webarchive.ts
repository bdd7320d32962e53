import { LibraryError } from '../../../contract/errors.ts';
import { decodeText } from '../decode-text.ts';
import type { LoadEmbedded } from '../html/collect-images.ts';
import { resolveAddress } from '../mime/resolve-address.ts';
import { isDictionary, isList } from './plist-value.ts';
import type { PlistValue } from './plist-value.ts';
import { readBinaryPlist } from './read-binary-plist.ts';
import { readXmlPlist } from './read-xml-plist.ts';

/** The page, or a file of it, as the archive holds it. */
export interface ArchivedFile {
  readonly data: Uint8Array;
  readonly type: string;
  readonly charset: string | undefined;
  readonly url: string | undefined;
}

/** A web archive (.webarchive): its page, and the files that came with it by their addresses. */
export interface OpenedWebarchive {
  readonly main: ArchivedFile;
  readonly load: LoadEmbedded;
}

/** Throws LibraryError `malformed` where it holds no page. */
export function openWebarchive(bytes: Uint8Array): OpenedWebarchive {
  const isBinary = Buffer.from(bytes.subarray(0, 8)).toString('latin1') === 'bplist00';
  const archive = isBinary ? readBinaryPlist(bytes) : readXmlPlist(decodeText(bytes).text);
  const main = isDictionary(archive) ? readResource(archive.get('WebMainResource')) : undefined;
  if (main === undefined) throw new LibraryError('malformed', 'This web archive holds no page. Save the page again, or import it as HTML.');
  return { main, load: indexResources(isDictionary(archive) ? archive.get('WebSubresources') : undefined, main.url) };
}

function readResource(value: PlistValue | undefined): ArchivedFile | undefined {
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
