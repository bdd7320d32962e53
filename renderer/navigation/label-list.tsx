import { useState, type ReactNode } from 'react';
import { formatNumber } from '../app/format.ts';
import { words } from '../app/words.ts';
import { chooseShown, FIRST_SHOWN } from './choose-shown.ts';
import { LabelSection, type SectionName } from './label-section.tsx';

interface LabelListProps<Item> {
  readonly section: Exclude<SectionName, 'smart'>;
  readonly items: readonly Item[];
  /** How many there are, also of those that are not among the items. */
  readonly total: number;
  /** The name of the place that the window shows. */
  readonly current: string | null;
  /** The user asks for the rare ones, too. */
  readonly onAll: () => void;
  /** Whether the user looks for a name: then a tree is no help. */
  readonly onFilter?: (filtering: boolean) => void;
  /** Draws those that were chosen. */
  readonly children: (shown: readonly Item[]) => ReactNode;
}

/** More names than these are easier to find by typing than by looking. */
const WORTH_A_FIELD = 20;

/** A section of names: the most frequent at first, all when asked for, with a field to find one among many. */
export function LabelList<Item extends { readonly name: string; readonly count: number }>({ section, items, total, current, onAll, onFilter, children }: LabelListProps<Item>) {
  const [all, setAll] = useState(false);
  const [filter, setFilter] = useState('');
  if (total === 0) return null;
  const filtered = all && filter.trim() !== '';
  const shown = chooseShown(items, { all, filter, current });

  function toggleAll(): void {
    setAll(!all);
    find('');
    if (!all) onAll();
  }

  function find(name: string): void {
    setFilter(name);
    onFilter?.(name.trim() !== '');
  }

  return (
    <LabelSection name={section} total={total}>
      {all && (total > WORTH_A_FIELD || filter !== '') && (
        <input
          type="search"
          className="section-filter"
          aria-label={words.navigation.find[section]}
          placeholder={words.navigation.find[section]}
          value={filter}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => find(event.target.value)}
        />
      )}
      {children(shown)}
      {filtered && shown.length === 0 && <p className="section-note">{words.navigation.noneFound}</p>}
      {all && !filtered && shown.length < items.length && <p className="section-note">{words.navigation.notAllShown(shown.length, total)}</p>}
      {(all || items.length > FIRST_SHOWN) && (
        <button type="button" className="section-more" aria-expanded={all} onClick={toggleAll}>
          {all ? words.navigation.showFewer : words.navigation.showAll(total)}
        </button>
      )}
    </LabelSection>
  );
}

/** A count as it stands beside a name. */
export function countOf({ count }: { readonly count: number }): string {
  return formatNumber(count);
}
