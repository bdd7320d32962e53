import type * as pdfjs from 'unpdf/pdfjs';

/** What reads the file format itself: Mozilla's PDF.js, in the build of unpdf that needs no browser and no files beside it. */
export type Pdfjs = typeof pdfjs;

let loaded: Promise<Pdfjs> | undefined;

/**
 * PDF.js is loaded when the first PDF comes: it takes a tenth of a second and some megabytes, which an import without PDFs must
 * not pay in every worker.
 */
export async function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= import('unpdf/pdfjs');
  return loaded;
}
