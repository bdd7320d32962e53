const BULLET = /^([•◦▪▫■□●○‣⁃∙·➢➤►▶✓❑*]|[-–—](?=\s))\s*(?=\S)/u;
const NUMBER = /^(?:\((?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})\)|\[\d{1,3}\]|\d{1,3}[.)]|[a-z]\))\s+(?=\S)/iu;

/**
 * Whether a row begins an item of a list. A number at the beginning of a row may also be one of the sentence that it goes on
 * with.
 *
 * @param beforeIsFull whether the row before reaches the end of its column
 */
export function startsItem(text: string, beforeIsFull: boolean): boolean {
  return BULLET.test(text) || (!beforeIsFull && NUMBER.test(text)) || /^(?:\[\d{1,3}\]|\(\d{1,3}\))\s/.test(text);
}

/** The text behind a bullet, or undefined where there is none. Numbers stay: they are cited. */
export function textBehindBullet(text: string): string | undefined {
  const mark = BULLET.exec(text)?.[0];
  return mark === undefined || mark === text ? undefined : text.slice(mark.length);
}

/** The mark and the white space behind it. */
export function bulletLength(text: string): number {
  return BULLET.exec(text)?.[0].length ?? 0;
}
