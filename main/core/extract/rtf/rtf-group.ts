import type { RtfPicture } from './rtf-picture.ts';
import type { RtfFormat, RtfStory } from './rtf-story.ts';

/** Where a short text goes that is not the document's: a name, an address. */
export class RtfCollector {
  text = '';
}

/** Where text goes; undefined where it is left out. */
export type RtfSink = RtfStory | RtfCollector | RtfPicture | undefined;

/** What is true inside of one group, and inherited by those in it. */
export interface RtfGroup {
  sink: RtfSink;
  /** Where the text of a field's result, or of the better of two forms, goes. */
  outer: RtfSink;
  /** The flow of text that a shape stands in. */
  shape: RtfStory | undefined;
  /** Which table of the file this is in. */
  table: 'fonts' | 'styles' | 'style' | 'info' | 'time' | undefined;
  field: { link: string | undefined } | undefined;
  link: string | undefined;
  format: RtfFormat;
  hidden: boolean;
  font: number | undefined;
  /** Characters after `\u` that say it again for old readers. */
  skipAfterUnicode: number;
  style: number;
  outline: number | undefined;
  level: number;
  inTable: boolean;
  /** `\*` was read and what it is about was not yet. */
  starred: boolean;
  close: ((group: RtfGroup) => void) | undefined;
}

export const PLAIN: RtfFormat = { bold: false, italic: false, underline: false, strike: false, position: undefined };

export function outermostGroup(sink: RtfSink): RtfGroup {
  return {
    ...{ sink, outer: undefined, shape: undefined, table: undefined, field: undefined, link: undefined, format: PLAIN, hidden: false },
    ...{ font: undefined, skipAfterUnicode: 1, style: 0, outline: undefined, level: 0, inTable: false, starred: false, close: undefined },
  };
}

/** A group inside of another, as it begins. */
export function innerGroup(around: RtfGroup): RtfGroup {
  return { ...around, starred: false, close: undefined };
}
