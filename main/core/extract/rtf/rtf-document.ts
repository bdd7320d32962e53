import type { RtfGroup } from './rtf-group.ts';
import { charsetOfCodePage, charsetOfFont } from './rtf-charsets.ts';
import { counterOfParts, RtfStory } from './rtf-story.ts';

/** What was read of a document so far, whatever group it stood in. */
export class RtfDocument {
  readonly count = counterOfParts();
  readonly body = new RtfStory(this.count);
  readonly notes: RtfStory[] = [];
  readonly pictures = new Map<string, Uint8Array>();
  /** Fields of `\info` and the like, by their names here. */
  readonly facts = new Map<string, string>();
  /** What users call and set themselves. */
  readonly properties = new Map<string, string>();
  pictureCount = 0;
  pictureBytes = 0;
  charset = 'windows-1252';
  defaultFont: number | undefined;
  /** What stands before the text of the paragraph that is being read, as an item of a list. */
  mark: string | undefined;
  readonly #fonts = new Map<number, string>();
  readonly #headings = new Map<number, number>();

  setCodePage(page: number): void {
    this.charset = charsetOfCodePage(page) ?? this.charset;
  }

  setFont(font: number, word: 'fcharset' | 'cpg', value: number): void {
    const charset = word === 'cpg' ? charsetOfCodePage(value) : charsetOfFont(value);
    if (charset !== undefined) this.#fonts.set(font, charset);
  }

  charsetOf(font: number | undefined): string {
    return this.#fonts.get(font ?? this.defaultFont ?? -1) ?? this.charset;
  }

  /** Styles are known as headings by their names, which programs keep in English or translate, and by their outline. */
  setStyle(style: number, name: string, outline: number | undefined): void {
    const level = /^\s*(?:heading|überschrift|titre|título|titolo|titel|kop|rubrik|nagłówek|заголовок)\s*([1-9])/iu.exec(name)?.[1];
    if (level !== undefined) this.#headings.set(style, Number(level));
    else if (/^\s*(?:title|titel)\s*;?\s*$/i.test(name)) this.#headings.set(style, 1);
    else if (outline !== undefined && outline <= 5) this.#headings.set(style, outline + 1);
  }

  endParagraph(story: RtfStory, group: RtfGroup, ends: 'paragraph' | 'cell' | 'row'): void {
    const level = group.outline !== undefined && group.outline <= 5 ? group.outline + 1 : this.#headings.get(group.style);
    const heading = level === undefined ? undefined : Math.min(6, level);
    story.endParagraph({ heading, mark: this.mark, level: group.level, inTable: group.inTable, ends });
    this.mark = undefined;
  }

  /** Takes a last paragraph that nothing ended. */
  finishStory(story: RtfStory, group: RtfGroup): void {
    if (story.isOpen) this.endParagraph(story, group, 'paragraph');
  }
}
