const ELLIPSIS = '…';
/** Scripts without spaces may be cut between any two characters. */
const UNSPACED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;

/**
 * A text of at most `limit` UTF-16 code units, the ellipsis that marks a cut included. It is cut at a space where there is one
 * in the last third, never inside a surrogate pair.
 */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, limit - ELLIPSIS.length);
  const space = room.lastIndexOf(' ');
  const cutsInWord = text.charAt(room.length) !== ' ' && !UNSPACED.test(room.charAt(room.length - 1));
  const kept = cutsInWord && space > limit / 3 ? room.slice(0, space) : room;
  return kept.replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:–—-]+$/u, '') + ELLIPSIS;
}
