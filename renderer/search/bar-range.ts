/** Bars that are being chosen, by their numbers: from where the choice began to where it is now. */
export interface BarRange {
  readonly anchor: number;
  readonly head: number;
}

/** The first and the last bar of a range. */
export function endsOf({ anchor, head }: BarRange): readonly [number, number] {
  return [Math.min(anchor, head), Math.max(anchor, head)];
}

/** The range after a key, among so many bars; undefined when the key means nothing here. */
export function moveRange(range: BarRange | null, key: string, extend: boolean, count: number): BarRange | undefined {
  const from = range?.head ?? -1;
  const target = { ArrowLeft: range ? from - 1 : count - 1, ArrowRight: from + 1, Home: 0, End: count - 1 }[key];
  if (target === undefined || count === 0) return undefined;
  const head = Math.max(0, Math.min(count - 1, target));
  return { anchor: extend && range ? range.anchor : head, head };
}
