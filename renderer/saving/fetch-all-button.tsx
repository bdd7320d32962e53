import { useQuery } from '@tanstack/react-query';
import { CloudDownload } from 'lucide-react';
import { useRef } from 'react';
import { focusPane } from '../app/panes.ts';
import { runCommand } from '../app/commands.ts';
import { savingWords } from '../app/saving-words.ts';
import { importsQuery, isRunning } from '../import/import-queries.ts';
import { Button } from '../ui/button.tsx';
import { useFocusKept } from '../ui/use-focus-kept.ts';

/** Fetches all that is to be fetched. While that is being done, for whichever window, it would only begin it once more. */
export function FetchAllButton() {
  const own = useRef<HTMLButtonElement>(null);
  const { data: imports = [] } = useQuery(importsQuery);
  const isFetching = imports.some((one) => isRunning(one) && one.state !== 'paused' && one.unfetched);
  // It goes with the last article of the list, which is what pressing it leads to.
  useFocusKept(own, () => focusPane('list'));
  return (
    <Button ref={own} look="quiet" icon={CloudDownload} aria-disabled={isFetching} onClick={() => isFetching || runCommand('fetch-unfetched')}>
      {isFetching ? savingWords.unfetched.fetchingAll : savingWords.unfetched.fetchAll}
    </Button>
  );
}
