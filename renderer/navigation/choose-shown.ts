interface Counted {
  readonly name: string;
  readonly count: number;
}

interface Choice {
  /** Also those that are rare. */
  readonly all: boolean;
  /** Only names that hold this, in any case. */
  readonly filter: string;
  /** The name of the place that the window shows: always among them when it exists. */
  readonly current: string | null;
}

/** So many names are shown until all are asked for. */
export const FIRST_SHOWN = 8;
/** More than these nobody reads: they are found by typing. */
export const MOST_SHOWN = 200;

/** The names that a section shows, in the order in which they came: without `all` the most frequent ones. */
export function chooseShown<Item extends Counted>(items: readonly Item[], { all, filter, current }: Choice): readonly Item[] {
  const wanted = filter.trim().toLocaleLowerCase();
  if (all && wanted !== '') return items.filter(({ name }) => name.toLocaleLowerCase().includes(wanted)).slice(0, MOST_SHOWN);
  const limit = all ? MOST_SHOWN : FIRST_SHOWN;
  if (items.length <= limit) return items;
  const chosen = new Set(items.toSorted((one, other) => other.count - one.count).slice(0, limit));
  return items.filter((item) => chosen.has(item) || item.name === current);
}
