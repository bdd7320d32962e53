/** Words in a row that two texts have in common by chance only where they quote, or have the same lines around them. */
const RUN = 4;
/** Of the runs of the shorter text: what has been corrected and added to has most of them still, another article of the same site hardly any. */
const LEAST = 0.2;
/** UTF-16 code units: as much tells. */
const MOST = 50_000;

/** Whether two texts are one article's, as it was and as it is now. */
export function sharesText(one: string, other: string): boolean {
  const [fewer, more] = [runsOf(one), runsOf(other)].toSorted((a, b) => a.size - b.size);
  if (!fewer || !more || fewer.size === 0) return false;
  return [...fewer].filter((run) => more.has(run)).length >= fewer.size * LEAST;
}

/** A text of fewer words than a run is one. */
function runsOf(text: string): Set<string> {
  const words = text.slice(0, MOST).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const count = words.length === 0 ? 0 : Math.max(1, words.length - RUN + 1);
  return new Set(Array.from({ length: count }, (_, at) => words.slice(at, at + RUN).join(' ')));
}
