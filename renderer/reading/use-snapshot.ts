import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import { useCommand } from '../app/commands.ts';
import { snapshotWords } from '../app/snapshot-words.ts';
import { showToast } from '../app/toasts.ts';
import { originalQuery } from './original-query.ts';

/** The page that the open article was made of, as it was. */
export interface Snapshot {
  /** Whether there is one. False for as long as that is not known. */
  readonly available: boolean;
  /** Whether it is shown in the place of the article. */
  readonly shown: boolean;
  readonly toggle: () => void;
  readonly hide: () => void;
}

/** Each article is first shown as an article. */
export function useSnapshot(id: ArticleId): Snapshot {
  const [shownFor, setShownFor] = useState<ArticleId | null>(null);
  const { data } = useQuery(originalQuery(id));
  // Who opens another article and comes back finds the article again.
  if (shownFor !== null && shownFor !== id) setShownFor(null);
  const available = data?.snapshot === true;
  const toggle = () => setShownFor((before) => (before === id ? null : id));
  useCommand('toggle-snapshot', () => {
    if (data && !available) showToast(snapshotWords.none);
    // What is asked for before it is known whether there is one is shown as soon as it is.
    else toggle();
  });
  return { available, shown: available && shownFor === id, toggle, hide: () => setShownFor(null) };
}
