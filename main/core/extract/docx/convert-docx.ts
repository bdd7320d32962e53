import type mammoth from 'mammoth';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { dropLayout } from './drop-layout.ts';
import { keepAllText } from './keep-all-text.ts';
import type { WordPackage } from './open-package.ts';

export interface ConvertedDocx {
  /** Not sanitized. Pictures are named `pictures/NUMBER.TYPE`. */
  readonly html: string;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Beside what mammoth maps by itself: comments are left out there, too. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  'u => u',
];

/**
 * A Word document to HTML by mammoth, which reads the parts through `parts` and nothing else: no file on the disk, no
 * address, no zip of its own.
 *
 * @throws LibraryError `malformed`, `too-deep`, `too-large`
 */
export async function convertDocx(parts: WordPackage): Promise<ConvertedDocx> {
  // Only for who has a Word document: it is as large as all other readers together.
  const { default: converter } = await import('mammoth');
  const pictures = new Map<string, Uint8Array>();
  let count = 0;
  let leftBytes: number = LIMITS.imagesPerArticleBytes;
  const convertImage = converter.images.imgElement(async (image) => {
    count += 1;
    const name = `pictures/${count}.${/^image\/(?:x-)?([a-z0-9]+)/.exec(image.contentType)?.[1] ?? 'unknown'}`;
    const bytes = await readPicture(image, Math.min(leftBytes, LIMITS.imageBytes));
    if (bytes !== undefined) pictures.set(name, bytes);
    leftBytes -= bytes?.length ?? 0;
    return { src: name };
  });
  const html = await convert(converter, parts, { convertImage, styleMap: STYLES, includeEmbeddedStyleMap: false, externalFileAccess: false });
  return { html, pictures };
}

type Options = NonNullable<Parameters<typeof mammoth.convertToHtml>[1]>;
type Image = Parameters<Parameters<typeof mammoth.images.imgElement>[0]>[0];

/** A picture that is not there, or only on somebody's disk, costs itself and not the text. */
async function readPicture(image: Image, limitBytes: number): Promise<Uint8Array | undefined> {
  try {
    const bytes = new Uint8Array(await image.readAsArrayBuffer());
    return bytes.length <= limitBytes ? bytes : undefined;
  } catch {
    return undefined;
  }
}

async function convert(converter: typeof mammoth, parts: WordPackage, options: Options): Promise<string> {
  // mammoth takes what offers these two instead of a file of its own; it is told no path to read.
  const input = {
    path: '',
    file: {
      exists: parts.has,
      read: async (name: string, encoding?: string) => (encoding === undefined ? parts.readBytes(name) : prepareXml(await parts.readXml(name))),
    },
  };
  try {
    return (await converter.convertToHtml(input, options)).value;
  } catch (error) {
    if (error instanceof LibraryError) throw error;
    throw error instanceof RangeError
      ? new LibraryError('too-deep', 'This document has too many parts inside one another. It cannot be read safely.', { cause: error })
      : new LibraryError('malformed', 'This document is damaged: its text could not be read. Open it in Word, save it again and import that.', { cause: error });
  }
}

function prepareXml(xml: string): string {
  const prepared = dropLayout(keepAllText(xml));
  if (prepared.length <= LIMITS.wordXmlLength) return prepared;
  throw new LibraryError('too-large', 'This document holds more than several books do. Split it in Word and import its parts.');
}
