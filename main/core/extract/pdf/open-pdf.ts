import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { LibraryError } from '../../../contract/errors.ts';
import { loadPdfjs } from './load-pdfjs.ts';
import { makeCmap } from './predefined-cmaps.ts';
import { rebuildPageTree } from './rebuild-page-tree.ts';

/** Fetches nothing: tables of characters are made, and a document that names other things that it does not hold is read without them. */
class NothingBeside {
  fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const table = kind === 'cMapUrl' ? makeCmap(filename) : undefined;
    return table === undefined ? Promise.reject(new Error('Nothing is loaded from outside of a document.')) : Promise.resolve(table);
  }
}

/** Stands where PDF.js would draw. Nothing is drawn here. */
class NoDrawing {
  destroy(): void {}
}

export interface OpenedPdf {
  readonly document: PDFDocumentProxy;
  /** Its list of pages was lost: some of them may be, too. */
  readonly rebuilt: boolean;
}

/**
 * A document, ready to be read page by page. It runs no scripts, decodes no pictures and loads nothing. A file whose list of
 * pages is lost is opened with a new one, of the pages that are found in it.
 *
 * @throws LibraryError `malformed`, or `file-unreadable` for one that asks for a password
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  try {
    const document = await open(bytes);
    if (await hasPage(document)) return { document, rebuilt: false };
    await document.loadingTask.destroy();
    throw new Error('None of its first pages can be found.');
  } catch (error) {
    if (isNamed(error, 'PasswordException')) {
      throw new LibraryError('file-unreadable', 'This PDF asks for a password. Save a copy of it that opens without one, and import the copy.', { cause: error });
    }
    return openRebuilt(bytes, error);
  }
}

export function damagedPdf(cause?: unknown): LibraryError {
  return new LibraryError('malformed', 'This PDF is damaged or incomplete: no page of it can be read. Download or export it again, then import the new copy.', { cause });
}

async function openRebuilt(bytes: Uint8Array, cause: unknown): Promise<OpenedPdf> {
  const rebuilt = rebuildPageTree(bytes);
  try {
    if (rebuilt !== undefined) return { document: await open(rebuilt), rebuilt: true };
  } catch {
    // Then it is as damaged as it seemed.
  }
  throw damagedPdf(cause);
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await loadPdfjs();
  const task = getDocument({
    // PDF.js takes over what it is given.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    cMapPacked: false,
    BinaryDataFactory: NothingBeside,
    CanvasFactory: NoDrawing,
    FilterFactory: NoDrawing,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    throw error;
  }
}

/** Pages that a document only promises are found to be missing here. */
async function hasPage(document: PDFDocumentProxy): Promise<boolean> {
  const tried = Math.min(document.numPages, 3);
  for (let number = 1; number <= tried; number += 1) {
    try {
      await document.getPage(number);
      return true;
    } catch {
      // The next one may be there.
    }
  }
  return false;
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
