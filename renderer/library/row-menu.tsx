import { useRef } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { isUnfetched } from '../../main/contract/articles.ts';
import { COMMANDS, type CommandName } from '../../main/contract/commands.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import { copyText } from '../app/copy-text.ts';
import { savingWords } from '../app/saving-words.ts';
import { words } from '../app/words.ts';
import { correctDetails } from '../details/details-request.ts';
import { linkTo } from '../reading/use-reader-commands.ts';
import { KeyCaps } from '../ui/key-caps.tsx';
import { wantsMark, type ArticleActs } from './article-acts.ts';
import { extractAgain } from './extract-again.ts';
import { editLabels, type Targets } from './label-request.ts';
import type { ArticleListData } from './use-list.ts';
import { showSimilar } from './use-similar-commands.ts';

/** Where a menu was asked for, and for what. */
export interface RowMenuRequest {
  /** In pixels from the window's left and top. */
  readonly x: number;
  readonly y: number;
  readonly targets: Targets;
}

interface RowMenuProps {
  readonly request: RowMenuRequest;
  readonly list: ArticleListData;
  readonly inTrash: boolean;
  readonly acts: ArticleActs;
  readonly onFetch: (ids: readonly ArticleId[]) => void;
  readonly onOpen: (id: ArticleId) => void;
  /** Null where the list is no search. */
  readonly onWhy: ((id: ArticleId) => void) | null;
  readonly onClose: () => void;
}

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly command: CommandName;
  readonly run: () => void;
}

/** What can be done with a row, or with all that is selected, where the pointer is. */
export function RowMenu({ request, list, inTrash, acts, onFetch, onOpen, onWhy, onClose }: RowMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const choices = inTrash ? trashChoices(request, acts) : choicesFor(request, list, acts, onFetch);
  const [id] = request.targets.ids;
  const single = id !== undefined && request.targets.ids.length === 1;
  const opening: Choice = { id: 'open', title: words.selection.open, command: 'open', run: () => id && onOpen(id) };
  const copying: Choice = { id: 'copy-link', title: words.selection.copyLink, command: 'copy-link', run: () => void (id && copyText(linkTo(id), words.reader.linkCopied)) };
  const similar: Choice = { id: 'similar', title: COMMANDS['find-similar'].title, command: 'find-similar', run: () => id && showSimilar(id) };
  const why: Choice[] = onWhy ? [{ id: 'why', title: COMMANDS['why-found'].title, command: 'why-found', run: () => id && onWhy(id) }] : [];
  const all = single ? [opening, ...why, ...(inTrash ? [] : [similar]), ...choices, copying] : choices;
  return (
    <>
      <span ref={anchor} aria-hidden className="menu-anchor" style={{ left: request.x, top: request.y }} />
      <Popover isOpen onOpenChange={(open) => open || onClose()} triggerRef={anchor} placement="bottom start" offset={2} aria-label={words.selection.menu} className="popover">
        {/* A menu that was asked for is where the keys are. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Menu aria-label={words.selection.menu} className="menu" autoFocus="first" onClose={onClose}>
          {all.map(({ id, title, command, run }) => (
            // After the menu has given the focus back: what opens next takes it from there.
            <MenuItem key={id} id={id} textValue={title} className="menu-item" onAction={() => requestAnimationFrame(run)}>
              <span>{title}</span>
              {COMMANDS[command].keys.slice(0, 1).map((keys) => (
                <KeyCaps key={keys} keys={keys} />
              ))}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}

function choicesFor({ targets }: RowMenuRequest, list: ArticleListData, acts: ArticleActs, onFetch: RowMenuProps['onFetch']): readonly Choice[] {
  const ids = new Set(targets.ids);
  const read = wantsMark(list, ids, 'read') ? words.reader.markRead : words.reader.markUnread;
  const favourite = wantsMark(list, ids, 'favourite') ? words.reader.favourite : words.reader.unfavourite;
  const archived = wantsMark(list, ids, 'archived') ? words.reader.archive : words.reader.unarchive;
  const which = fetchKind(list, ids);
  const extracting: Choice = { id: 'extract', title: COMMANDS['extract-again'].title, command: 'extract-again', run: () => void extractAgain(targets.ids) };
  return [
    { id: 'read', title: read, command: 'toggle-read', run: () => acts.toggle('read', targets) },
    { id: 'favourite', title: favourite, command: 'toggle-favourite', run: () => acts.toggle('favourite', targets) },
    { id: 'archived', title: archived, command: 'toggle-archived', run: () => acts.toggle('archived', targets) },
    { id: 'tags', title: COMMANDS['edit-tags'].title, command: 'edit-tags', run: () => editLabels('tag', targets) },
    { id: 'collections', title: COMMANDS['edit-collections'].title, command: 'edit-collections', run: () => editLabels('collection', targets) },
    { id: 'details', title: COMMANDS['edit-details'].title, command: 'edit-details', run: () => correctDetails(targets) },
    { id: 'fetch', title: savingWords.fetch[which][targets.ids.length === 1 ? 'one' : 'many'], command: 'fetch-page', run: () => onFetch(targets.ids) },
    // Of what is not fetched yet there is no file.
    ...(which === 'first' ? [] : [extracting]),
    { id: 'trash', title: words.reader.trash, command: 'trash', run: () => acts.remove(targets) },
  ];
}

/** Whether articles, of which only those near the view are known, would be fetched for the first time. */
function fetchKind(list: ArticleListData, ids: ReadonlySet<ArticleId>): 'first' | 'again' | 'either' {
  const known = list.knownItems().flatMap((item) => (item.kind === 'article' && ids.has(item.id) ? [isUnfetched(item.article)] : []));
  if (known.length === 0 || new Set(known).size > 1) return 'either';
  return known[0] ? 'first' : 'again';
}

function trashChoices({ targets }: RowMenuRequest, acts: ArticleActs): readonly Choice[] {
  return [
    { id: 'restore', title: words.reader.restore, command: 'restore', run: () => acts.restore(targets) },
    { id: 'purge', title: words.reader.purge, command: 'trash', run: () => acts.remove(targets) },
  ];
}
