/** @param {{ set: string, pages: number, results: readonly import('./score-pages.js').ExtractorScore[] }} set */
export function printScores({ set, pages, results }) {
  const [first] = results;
  const judged = [
    ['text', first?.tokens?.pages],
    ['passages', first?.snippets?.pages],
    ['first words', first?.firstWords?.pages],
    ['title', first?.title?.pages],
    ['byline', first?.byline?.pages],
    ['date', first?.date?.pages],
  ].flatMap(([what, count]) => (count === undefined ? [] : [`${what} of ${count}`]));
  const size = Math.round(first?.kilobytesPerPage ?? 0);
  console.log(`${set === 'all' ? 'All' : `Of ${set}`}: ${pages} pages of ${size} kB on average; known are ${judged.join(', ')}`);
  console.table(results.map(rowOf));
}

/** @param {import('./score-pages.js').ExtractorScore} score */
function rowOf(score) {
  return {
    extractor: score.extractor,
    'token F1': round(score.tokens?.f1),
    'shingle F1': round(score.shingles?.f1),
    'snippet F1': round(score.snippets?.f1),
    'first words': round(score.firstWords?.accuracy),
    title: round(score.title?.accuracy),
    byline: round(score.byline?.accuracy),
    date: round(score.date?.accuracy),
    failed: score.failed,
    'pages/s': Math.round(score.pagesPerSecond * 10) / 10,
  };
}

/** @param {number | undefined} value */
function round(value) {
  return value === undefined ? '' : Math.round(value * 10_000) / 10_000;
}
