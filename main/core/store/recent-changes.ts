import { INDEXED_FACTS, namedFacts } from './article-facts.ts';
import { idsOf, type Operation } from './changes.ts';

/** `ids`: the articles whose texts, or whose being in the trash, are others now; null: all have to be looked at. */
export interface Touched {
  /** The newest change. */
  readonly change: number;
  readonly ids: readonly string[] | null;
}

const MOST_CHANGES = 64;
/** Past so many names it is less work to look at everything. */
const MOST_IDS = 20_000;

/** What the last changes touched, for an index that follows them one by one. */
export class RecentChanges {
  readonly #changes: Touched[] = [];

  note(change: number, operations: readonly Operation[]): void {
    this.#changes.push({ change, ids: touchedBy(operations) });
    if (this.#changes.length > MOST_CHANGES) this.#changes.shift();
  }

  /** @param last the newest change that there is */
  since(change: number, last: number): Touched {
    const later = this.#changes.filter((recent) => recent.change > change);
    // Changes that were made before this was begun, or long ago, are not known.
    if (later.length !== last - change) return { change: last, ids: null };
    const ids = new Set<string>();
    for (const touched of later) {
      if (touched.ids === null) return { change: last, ids: null };
      for (const id of touched.ids) ids.add(id);
    }
    return { change: last, ids: [...ids] };
  }
}

function touchedBy(operations: readonly Operation[]): string[] | null {
  const ids: string[] = [];
  for (const operation of operations) {
    switch (operation.do) {
      case 'add':
      case 'update':
        ids.push(operation.article.id);
        break;
      case 'trash':
      case 'restore':
        if (operation.ids.length > MOST_IDS) return null;
        ids.push(...operation.ids);
        break;
      case 'set-facts':
        if (!operation.to.some(({ facts }) => namedFacts(facts).some((name) => INDEXED_FACTS.has(name)))) break;
        for (const id of idsOf(operation)) ids.push(id);
        break;
      case 'purge':
        return null;
      case 'set-state':
      case 'label':
      case 'set-extractor':
      case 'save-smart':
      case 'remove-smart':
      case 'begin-import':
      case 'report':
      case 'set-import':
      case 'forget-import':
      case 'watch':
      case 'unwatch':
      case 'take-files':
        break;
      default:
        operation satisfies never;
    }
  }
  return ids.length > MOST_IDS ? null : ids;
}
