import { LibraryError } from '../../../contract/errors.ts';
import { decodeXml } from '../document/read-xml.ts';
import { openZip, type OpenZip } from '../zip/open-zip.ts';

/** The parts of a Word document. */
export interface WordPackage {
  readonly has: (name: string) => boolean;
  /** The bytes of a part. @throws LibraryError where there is none, or it cannot be unpacked within the limits */
  readonly readBytes: (name: string) => Promise<Uint8Array>;
  /** The text of an XML part. @throws LibraryError as above, and for XML that brings definitions of its own */
  readonly readXml: (name: string) => Promise<string>;
}

/** An OLE compound file: what Word writes around a document with a password, and the format it had before 2007. */
const OLE_SIGNATURE = 'd0cf11e0a1b11ae1';

/**
 * Opens the package of a Word document. Parts are unpacked as they are read, within limits.
 *
 * @throws LibraryError `protected`, `unsupported-format` (a document of Word before 2007), `malformed`, `too-large`
 */
export async function openPackage(bytes: Uint8Array): Promise<WordPackage> {
  refuseOle(bytes);
  const zip = await openZip(bytes);
  return {
    has: (name) => zip.find(name) !== undefined,
    readBytes: (name) => readPart(zip, name),
    readXml: async (name) => {
      const xml = decodeXml(await readPart(zip, name));
      refuseDefinitions(xml);
      return xml;
    },
  };
}

async function readPart(zip: OpenZip, name: string): Promise<Uint8Array> {
  const entry = zip.find(name);
  if (entry === undefined) throw new LibraryError('malformed', 'This document is damaged: a part of it is missing. Open it in Word, save it again and import that.');
  return zip.read(entry);
}

function refuseOle(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 8).toString('hex') !== OLE_SIGNATURE) return;
  if (file.includes('EncryptedPackage', 0, 'utf16le')) {
    throw new LibraryError('protected', 'This document is protected by a password. Open it in Word with the password, save a copy without one, and import that.');
  }
  throw new LibraryError('unsupported-format', 'This document has the format that Word had before 2007. Open it in Word, save it as .docx and import that.');
}

/** No program writes them into a document. They would only be there to have a reader expand or fetch something. */
function refuseDefinitions(xml: string): void {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) {
    throw new LibraryError('malformed', 'This document holds definitions (a DTD) that no document has. It was not read, because they can do harm.');
  }
}
