import { LibraryError } from '../../../contract/errors.ts';
import { decodeText } from '../../extract/decode-text.ts';
import { decodeHtml } from '../../extract/html/decode-html.ts';
import { listPicturesBeside } from '../../extract/html/list-pictures-beside.ts';
import { renderMarkdown } from '../../extract/markdown/render-markdown.ts';
import { pagesOfFolder } from '../page-folder.ts';
import { identifyFormat, type IdentifiedFormat } from '../identify-format.ts';
import type { Contained, ContainedFile } from './container.ts';
import { keyOf, PictureShelf, type LaidOut } from './picture-shelf.ts';
import type { Spill, SpilledFile } from './spill.ts';

/** A file of an archive as it is handed over. */
export interface PartFile {
  readonly name: string;
  readonly item: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export type Part =
  | { readonly kind: 'file'; readonly file: PartFile; readonly laidOut?: LaidOut }
  | { readonly kind: 'asset'; readonly item: string; readonly label: string }
  | { readonly kind: 'companion'; readonly item: string; readonly of: string };

/** A file of a stream of which only the end shows what it is: what it needs, or what it belongs to, may still come. */
interface Held {
  readonly file: Omit<PartFile, 'bytes'>;
  readonly spilled: SpilledFile;
  /** Pages that it is a part of, if there is one of them. */
  readonly pages: readonly string[];
}

/** What never is a part of a page, so that it need not be looked at. */
const NO_PART = /\.(?:txt|text|pdf|epub|docx?|odt|rtf|eml|mbox|csv|tsv|jsonl?|xml)$/i;
const NAMES_PICTURES = /<(?:img|source|amp-img)\s|!\[/i;
const MOST_INDEXED = 500_000;

interface Index {
  readonly pages: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, ContainedFile>;
}

/**
 * Which files of one archive belong together: pages, the pictures beside them, and folders of parts that browsers save
 * (`Story.html` and `Story_files`).
 */
export class PageParts {
  readonly #spill: Spill;
  readonly #shelf: PictureShelf;
  readonly #listAgain: (() => AsyncGenerator<Contained>) | undefined;
  #index: Promise<Index> | undefined;
  /** Of a stream: pages that came by, and what waits for its end. */
  readonly #pages = new Set<string>();
  readonly #held: Held[] = [];

  /** @param listAgain the archive's files once more, where they can be opened at any time; otherwise they come by once */
  constructor(spill: Spill, listAgain: (() => AsyncGenerator<Contained>) | undefined) {
    this.#spill = spill;
    this.#listAgain = listAgain;
    this.#shelf = new PictureShelf(spill, listAgain && (async (name) => (await this.#readIndex(listAgain)).parts.get(name)));
  }

  /** The page that a file is a part of, where that is known before it was read. */
  async findPage(name: string): Promise<string | undefined> {
    const candidates = pagesAround(name);
    if (candidates.length === 0 || this.#listAgain === undefined) return undefined;
    const { pages } = await this.#readIndex(this.#listAgain);
    return candidates.find((page) => pages.has(keyOf(page)));
  }

  /** What a file is among the others; nothing where that is only known at the end. */
  async take(file: PartFile): Promise<Part | undefined> {
    if (NO_PART.test(file.name)) return { kind: 'file', file };
    const isStream = this.#listAgain === undefined;
    if (isStream && isPageName(file.name)) this.#pages.add(keyOf(file.name));
    const around = isStream ? pagesAround(file.name) : [];
    const format = await identifyFormat(file.bytes, file.fileName);
    if (isStream && format.asset) this.#shelf.keep(file.name, file.bytes);
    if (around.length > 0 && this.#hold(file, around)) return undefined;
    return this.#place(file, format, isStream);
  }

  /** What was held back until the end. */
  async *rest(): AsyncGenerator<Part> {
    for (const { file, spilled, pages } of this.#held.splice(0)) {
      const of = pages.find((page) => this.#pages.has(keyOf(page)));
      const bytes = of === undefined ? this.#spill.read(spilled) : undefined;
      this.#spill.drop(spilled);
      if (of !== undefined) yield { kind: 'companion', item: file.item, of };
      else if (bytes !== undefined) {
        const placed = await this.#place({ ...file, bytes }, await identifyFormat(bytes, file.fileName), false);
        if (placed !== undefined) yield placed;
      }
    }
  }

  async #place(file: PartFile, format: IdentifiedFormat, mayHold: boolean): Promise<Part | undefined> {
    if (format.asset) return { kind: 'asset', item: file.item, label: format.label };
    const relatives = listRelatives(file.bytes, format);
    if (relatives.length === 0) return { kind: 'file', file };
    const laidOut = await this.#shelf.layOut(file.name, relatives);
    if (laidOut.isMissing && mayHold && this.#hold(file, [])) {
      laidOut.giveBack();
      return undefined;
    }
    return { kind: 'file', file, laidOut };
  }

  #hold({ bytes, ...file }: PartFile, pages: readonly string[]): boolean {
    const spilled = this.#spill.keep(bytes);
    if (spilled === undefined) return false;
    this.#held.push({ file, spilled, pages });
    return true;
  }

  #readIndex(list: () => AsyncGenerator<Contained>): Promise<Index> {
    this.#index ??= readIndex(list);
    return this.#index;
  }
}

async function readIndex(list: () => AsyncGenerator<Contained>): Promise<Index> {
  const pages = new Set<string>();
  const parts = new Map<string, ContainedFile>();
  try {
    for await (const contained of list()) {
      if (contained.kind !== 'file' || NO_PART.test(contained.name)) continue;
      if (isPageName(contained.name)) pages.add(keyOf(contained.name));
      else if (parts.size < MOST_INDEXED) parts.set(keyOf(contained.name), contained);
    }
  } catch (error) {
    // What is wrong with the archive is said when it is walked.
    if (!(error instanceof LibraryError)) throw error;
  }
  return { pages, parts };
}

function isPageName(name: string): boolean {
  return /\.x?html?$/i.test(name);
}

/** Pages that may lie beside one of the folders that a file lies in. */
function pagesAround(name: string): string[] {
  const segments = name.split('/');
  return segments.slice(0, -1).flatMap((folder, index) => pagesOfFolder(folder).map((page) => [...segments.slice(0, index), page].join('/')));
}

function listRelatives(bytes: Uint8Array, format: IdentifiedFormat): string[] {
  if (format.name !== 'html' && format.name !== 'markdown') return [];
  try {
    const text = format.name === 'html' ? decodeHtml(bytes).text : decodeText(bytes).text;
    if (!NAMES_PICTURES.test(text)) return [];
    return listPicturesBeside(format.name === 'html' ? text : renderMarkdown(text));
  } catch (error) {
    // Its reader will say what is wrong with it.
    if (!(error instanceof LibraryError)) throw error;
    return [];
  }
}
