const BULLET = /^(?:[-–—*•·▪◦‣►▶→»+]|\d{1,3}[.)]|\(?[a-zA-Z0-9]{1,2}\))\s+\S/;
/** A sentence's end, with closing quotation marks, brackets and note marks after it. */
const SENTENCE_END = /[.!?…。！？]["'”’»“)\]）」』]*$/u;

/** Whether a line begins a list item or, with a dash, a line of dialogue. */
export function isListItem(line: string): boolean {
  return BULLET.test(line.trimStart());
}

export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line);
}

/** Whether a line ends as prose ends: in a full stop or what closes behind one. Titles may end in `?`, `!` and `…`. */
export function endsWithFullStop(line: string): boolean {
  return /(?<!\.)[.。]["'”’»“)\]）」』]*$/u.test(line) && !/(?:^|\s)(?:\p{Lu}\.){2,}$/u.test(line);
}

/** Whether a line goes on from the one before. False for scripts without capitals. */
export function startsLower(line: string): boolean {
  return /^\s*["'“‘«„(]?\p{Ll}/u.test(line);
}

/** How far a line is indented, in spaces. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
