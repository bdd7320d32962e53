import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useRef } from 'react';
import { focusContentOf, focusPane } from '../app/panes.ts';
import { ariaKeys } from '../app/shortcuts.ts';
import { matchWords } from '../app/match-words.ts';
import { IconButton } from '../ui/button.tsx';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import type { Matches } from './use-matches.ts';

/** Which match of how many, and the way to the others. Said aloud with every step. */
export function MatchControls({ matches }: { readonly matches: Matches }) {
  const { number, count, places, previous, next, clear } = matches;
  const controls = useRef<HTMLDivElement>(null);
  useFocusKept(controls, () => focusContentOf('reader') || focusPane('list'));
  return (
    <div ref={controls} className="match-controls" role="group" aria-label={matchWords.label}>
      <IconButton icon={ArrowUp} label={matchWords.previous} aria-keyshortcuts={ariaKeys('previous-match')} onClick={previous} />
      <span role="status" className="match-count">
        <span className="visually-hidden">{matchWords.match} </span>
        {matchWords.of(number + 1, count, places.total)}
      </span>
      <IconButton icon={ArrowDown} label={matchWords.next} aria-keyshortcuts={ariaKeys('next-match')} onClick={next} />
      <IconButton icon={X} label={matchWords.clear} onClick={clear} />
    </div>
  );
}
