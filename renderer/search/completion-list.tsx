import { ListBox, ListBoxItem } from 'react-aria-components';
import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import type { Completion } from './complete-query.ts';
import { clearSearches } from './recent-searches.ts';

interface CompletionListProps {
  readonly completions: readonly Completion[];
  readonly onChoose: (completion: Completion) => void;
}

/** How the query may go on. It lies over the head of the results: nothing of them moves as it comes and goes. */
export function CompletionList({ completions, onChoose }: CompletionListProps) {
  const say = words.searchBox.completion;
  return (
    // The field passes its keys on to the list. There they are no text any more, and would be commands on the open article.
    <div role="presentation" className="completions" onKeyDown={(event) => event.stopPropagation()}>
      <ListBox
        aria-label={say.list}
        className="completion-list"
        items={completions.map((completion) => ({ id: completion.query, completion }))}
        selectionMode="none"
        onAction={(key) => {
          const chosen = completions.find(({ query }) => query === key);
          if (chosen) onChoose(chosen);
        }}
      >
        {({ id, completion }) => (
          <ListBoxItem id={id} textValue={completion.label} className="completion">
            <span dir="auto" className="completion-label">
              {completion.label}
            </span>
            {completion.kind === 'recent' && <span className="faint">{say.recent}</span>}
          </ListBoxItem>
        )}
      </ListBox>
      <p className="completion-foot">
        <span className="faint">{say.keys}</span>
        {completions.every(({ kind }) => kind === 'recent') && (
          <Button look="quiet" className="completion-clear" onClick={clearSearches}>
            {say.clear}
          </Button>
        )}
      </p>
    </div>
  );
}
