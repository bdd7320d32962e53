export interface ReadingAhead {
  /** Items that may be held: past it, reading waits for those that take them. */
  readonly most: number;
  /** Called for each item as it is read, however much later it is taken. */
  readonly onItem: () => void;
  /** Called when the last item has been read. */
  readonly onEnd: () => void;
}

/** After so many items in a row other work gets its turn: a folder that is listed already is read without a pause. */
const ITEMS_PER_TURN = 500;

/**
 * The items of a source, read as fast as they come and given as they are asked for: so that how many there are is known
 * long before the last is dealt with.
 */
export async function* readAhead<T extends object>(source: AsyncIterable<T>, { most, onItem, onEnd }: ReadingAhead): AsyncGenerator<T> {
  const items: T[] = [];
  let taken = 0;
  let ended = false;
  let wakeReader = () => {};
  let wakeTaker = () => {};
  const pause = (wait: (wake: () => void) => void) => new Promise<void>(wait);
  const read = async () => {
    let inTurn = 0;
    for await (const item of source) {
      items.push(item);
      onItem();
      wakeTaker();
      while (items.length - taken >= most) await pause((wake) => (wakeReader = wake));
      inTurn += 1;
      if (inTurn % ITEMS_PER_TURN === 0) await pause(setImmediate);
    }
    onEnd();
  };
  const reading = read().finally(() => {
    ended = true;
    wakeTaker();
  });
  // What goes wrong is thrown below, once all that was read before has been given.
  reading.catch(() => {});
  for (;;) {
    for (; taken < items.length; taken += 1) {
      const item = items[taken];
      if (item !== undefined) yield item;
      // Those that were given are let go of in one go: one by one, each would move all others.
      if (taken >= ITEMS_PER_TURN && taken * 2 >= items.length) {
        items.splice(0, taken);
        taken = 0;
      }
      wakeReader();
    }
    if (ended) break;
    await pause((wake) => (wakeTaker = wake));
  }
  await reading;
}
