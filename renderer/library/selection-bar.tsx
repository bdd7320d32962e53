import { Archive, ArchiveRestore, Circle, CircleCheck, Folder, ListChecks, PencilLine, RotateCcw, Sheet, Star, Tag, Trash2, X } from 'lucide-react';
import { useRef } from 'react';
import { detailsWords } from '../app/details-words.ts';
import { focusPane } from '../app/panes.ts';
import { ariaKeys } from '../app/shortcuts.ts';
import { words } from '../app/words.ts';
import { correctDetails } from '../details/details-request.ts';
import { IconButton } from '../ui/button.tsx';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { wantsMark, type ArticleActs } from './article-acts.ts';
import { exportWords } from '../app/export-words.ts';
import { editLabels, type Targets } from './label-request.ts';
import type { ArticleListData } from './use-list.ts';
import type { ListSelection } from './use-selection.ts';

interface SelectionBarProps {
  readonly selection: ListSelection;
  readonly list: ArticleListData;
  readonly inTrash: boolean;
  readonly acts: ArticleActs;
  readonly onExport: () => void;
  readonly onClear: () => void;
}

/** What can be done with the selected articles. It takes the place of the list's heading, so that nothing moves. */
export function SelectionBar({ selection, list, inTrash, acts, onExport, onClear }: SelectionBarProps) {
  const { ids } = selection;
  const bar = useRef<HTMLDivElement>(null);
  useFocusKept(bar, () => focusPane('list'));
  const targets = (): Targets => ({ ids: [...ids], title: null });
  return (
    <div ref={bar} className="selection-bar" role="group" aria-label={words.selection.bar}>
      <IconButton icon={X} label={words.selection.clear} aria-keyshortcuts={ariaKeys('back')} onClick={onClear} />
      <span className="selection-count">{words.selection.selected(ids.size)}</span>
      <IconButton icon={ListChecks} label={words.selection.all(list.total)} aria-keyshortcuts={ariaKeys('select-all')} onClick={() => selection.selectAll()} />
      <IconButton icon={Sheet} label={exportWords.export} onClick={onExport} />
      {inTrash ? (
        <>
          <IconButton icon={RotateCcw} label={words.reader.restore} aria-keyshortcuts={ariaKeys('restore')} onClick={() => acts.restore(targets())} />
          <IconButton icon={Trash2} label={words.reader.purge} aria-keyshortcuts={ariaKeys('trash')} onClick={() => acts.remove(targets())} />
        </>
      ) : (
        <>
          <MarkButtons ids={ids} list={list} onToggle={(mark) => acts.toggle(mark, targets())} />
          <IconButton icon={Tag} label={words.selection.tags} aria-keyshortcuts={ariaKeys('edit-tags')} onClick={() => editLabels('tag', targets())} />
          <IconButton icon={Folder} label={words.selection.collections} aria-keyshortcuts={ariaKeys('edit-collections')} onClick={() => editLabels('collection', targets())} />
          <IconButton icon={PencilLine} label={detailsWords.correct} aria-keyshortcuts={ariaKeys('edit-details')} onClick={() => correctDetails(targets())} />
          <IconButton icon={Trash2} label={words.reader.trash} aria-keyshortcuts={ariaKeys('trash')} onClick={() => acts.remove(targets())} />
        </>
      )}
    </div>
  );
}

interface MarkButtonsProps extends Pick<SelectionBarProps, 'list'> {
  readonly ids: ListSelection['ids'];
  readonly onToggle: (mark: 'read' | 'favourite' | 'archived') => void;
}

/** Each says what it will do: that depends on what the articles are now. */
function MarkButtons({ ids, list, onToggle }: MarkButtonsProps) {
  const read = wantsMark(list, ids, 'read');
  const favourite = wantsMark(list, ids, 'favourite');
  const archive = wantsMark(list, ids, 'archived');
  return (
    <>
      <IconButton
        icon={read ? CircleCheck : Circle}
        label={read ? words.reader.markRead : words.reader.markUnread}
        aria-keyshortcuts={ariaKeys('toggle-read')}
        onClick={() => onToggle('read')}
      />
      <IconButton
        icon={Star}
        filled={!favourite}
        label={favourite ? words.reader.favourite : words.reader.unfavourite}
        aria-keyshortcuts={ariaKeys('toggle-favourite')}
        onClick={() => onToggle('favourite')}
      />
      <IconButton
        icon={archive ? Archive : ArchiveRestore}
        label={archive ? words.reader.archive : words.reader.unarchive}
        aria-keyshortcuts={ariaKeys('toggle-archived')}
        onClick={() => onToggle('archived')}
      />
    </>
  );
}
