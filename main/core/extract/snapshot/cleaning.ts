import { resolveAddress } from '../mime/resolve-address.ts';
import type { CssContext } from './css-context.ts';
import type { PageFiles } from './page-files.ts';

/** What cleaning a tree has to know of the page around it. */
export interface Cleaning {
  readonly files: PageFiles;
  /** Addresses in the page are relative to it; undefined where nobody knows. */
  readonly base: string | undefined;
  /** The page's own address, for links within it. */
  readonly pageUrl: string | undefined;
  /** Inside of SVG or MathML, whose parsers and attributes are others. */
  readonly isForeign: boolean;
}

/** The same for styles. @param base where they lie in another file than the page */
export function cssContextOf({ files, base }: Cleaning, from = base): CssContext {
  return { base: from, file: (address) => files.place(address, 'picture', 'font'), sheet: files.sheet };
}

/** What is written for the first of the addresses for which there is a picture, the blanks that stand in for it last. */
export function placePicture(addresses: readonly string[], { files, base }: Cleaning): string | undefined {
  const resolved = addresses.map((address) => resolveAddress(address, base));
  for (const blank of [false, true]) {
    for (const address of resolved) {
      const placed = files.isBlank(address) === blank ? files.place(address, 'picture') : undefined;
      if (placed !== undefined) return placed;
    }
  }
  return undefined;
}
