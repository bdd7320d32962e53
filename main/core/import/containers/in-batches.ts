/**
 * The items of a source several at a time. Where it fails, those before that come first.
 *
 * @param most in one batch; with 1, the source goes on only after each was dealt with
 */
export async function* inBatches<T>(source: AsyncIterable<T>, most: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  let problem: { readonly error: unknown } | undefined;
  const iterator = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await iterator.next().catch((error: unknown) => {
        problem = { error };
      });
      if (next === undefined || next.done === true) break;
      batch.push(next.value);
      if (batch.length < most) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
    if (problem !== undefined) throw problem.error;
  } finally {
    // An iteration that is ended early ends its source.
    await iterator.return?.();
  }
}
