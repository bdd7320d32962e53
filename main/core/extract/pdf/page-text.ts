/**
 * The shapes that a page's text takes on its way. Lengths are points (1/72 inch), counted from the top left corner of the page
 * as somebody holds it to read it: x to the right, y down.
 */

/** A piece of text that one font draws on one baseline. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of the font. */
  readonly size: number;
  /** Names a font within the document; says nothing of how it looks. */
  readonly font: string;
  /** White space was drawn before it. */
  readonly spaced: boolean;
  readonly rightToLeft: boolean;
  /** The address that it links to. */
  readonly link?: string | undefined;
}

/** Where a page links to. */
export interface LinkArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly url: string;
}

/** One page as it was read. */
export interface PageText {
  readonly width: number;
  readonly height: number;
  /** In the order in which they are drawn. */
  readonly runs: readonly Run[];
  /** Text that stands at an angle to that: labels of axes, stamps at the margin. */
  readonly turned: readonly string[];
  /** More text than a page may hold was there, and is missing. */
  readonly cut: boolean;
}

/** A part of a line's text with one look. */
export interface Span {
  readonly text: string;
  readonly shift?: 'sup' | 'sub' | undefined;
  readonly link?: string | undefined;
}

/** Text on one baseline without a wide gap in it: a line, or the part of a line that lies in one column. */
export interface Segment {
  readonly spans: readonly Span[];
  /** Of all spans. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of most of its letters, as is `font`. */
  readonly size: number;
  readonly font: string;
  /** It is all in that font. */
  readonly oneFont: boolean;
  /** Its place in the order of drawing. */
  readonly order: number;
}

/** About where a font's letters end above and below the baseline. */
export const topOf = ({ baseline, size }: Pick<Segment, 'baseline' | 'size'>): number => baseline - size * 0.75;
export const bottomOf = ({ baseline, size }: Pick<Segment, 'baseline' | 'size'>): number => baseline + size * 0.22;
