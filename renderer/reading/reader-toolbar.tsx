import { Archive, ArchiveRestore, ArrowLeft, BookOpenText, ChevronDown, ChevronUp, Circle, CircleCheck, Newspaper, RotateCcw, Star, Trash2 } from 'lucide-react';
import { isUnfetched, type Article } from '../../main/contract/articles.ts';
import type { CommandName } from '../../main/contract/commands.ts';
import { savingWords } from '../app/saving-words.ts';
import { ariaKeys } from '../app/shortcuts.ts';
import { snapshotWords } from '../app/snapshot-words.ts';
import { words } from '../app/words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { AppearanceButton } from './appearance-button.tsx';
import { ContentsButton } from './contents-button.tsx';
import type { Heading } from './list-headings.ts';
import { addressToOpen } from './link-target.ts';
import { MatchControls } from './match-controls.tsx';
import { MoreButton } from './more-button.tsx';
import type { Matches } from './use-matches.ts';
import type { Snapshot } from './use-snapshot.ts';

/** What can be done with the open article. */
export interface ReaderActions {
  readonly back: () => void;
  /** Null at the ends of the list. */
  readonly next: (() => void) | null;
  readonly previous: (() => void) | null;
  readonly toggleRead: () => void;
  readonly toggleFavourite: () => void;
  readonly toggleArchived: () => void;
  readonly trash: () => void;
  readonly restore: () => void;
  readonly purge: () => void;
}

interface ReaderToolbarProps {
  /** Undefined while it is on the way. */
  readonly article: Article | undefined;
  readonly actions: ReaderActions;
  readonly headings: readonly Heading[];
  /** Null where there is nothing to walk through. */
  readonly matches: Matches | null;
  readonly snapshot: Snapshot;
  /** Out of sight while somebody reads; there again for the pointer, for focus and for who scrolls back. */
  readonly quiet: boolean;
}

export function ReaderToolbar({ article, actions, headings, matches, snapshot, quiet }: ReaderToolbarProps) {
  return (
    <div className="reader-toolbar" role="group" aria-label={words.reader.toolbar} data-quiet={quiet ? '' : undefined}>
      <IconButton className="reader-back" icon={ArrowLeft} label={words.reader.back} onClick={actions.back} />
      {/* Not the platform's own `disabled`: at the list's end it would take the focus away from the keys that follow. */}
      <IconButton
        icon={ChevronUp}
        label={words.reader.previous}
        aria-disabled={actions.previous === null}
        onClick={() => actions.previous?.()}
      />
      <IconButton icon={ChevronDown} label={words.reader.next} aria-disabled={actions.next === null} onClick={() => actions.next?.()} />
      {matches && <MatchControls matches={matches} />}
      <span className="reader-toolbar-space" />
      <ContentsButton headings={headings} />
      {article && snapshot.available && <SnapshotButton snapshot={snapshot} />}
      <AppearanceButton />
      {article && (article.state.trashed ? <TrashedActions actions={actions} /> : <KeptActions article={article} actions={actions} />)}
      {article && <MoreButton id={article.id} commands={moreCommands(article, snapshot)} titles={moreTitles(article, snapshot)} />}
    </div>
  );
}

function SnapshotButton({ snapshot: { shown, toggle } }: { readonly snapshot: Snapshot }) {
  return <IconButton icon={shown ? BookOpenText : Newspaper} label={shown ? snapshotWords.hide : snapshotWords.show} aria-keyshortcuts={ariaKeys('toggle-snapshot')} onClick={toggle} />;
}

function moreCommands(article: Article, { available }: Snapshot): CommandName[] {
  const page: CommandName[] = article.url ? ['open-original'] : [];
  const snapshot: CommandName[] = available ? ['toggle-snapshot'] : [];
  const again: CommandName[] = article.url && addressToOpen(article.url) ? ['fetch-page'] : [];
  // There is nothing of it but the address.
  if (isUnfetched(article)) return article.state.trashed ? ['copy-link', ...page] : [...again, 'edit-tags', 'edit-collections', 'edit-details', 'copy-link', ...page];
  const both: CommandName[] = [...snapshot, 'copy-link', ...page, 'save-original'];
  return article.state.trashed ? both : ['find-similar', 'search-selection', 'edit-tags', 'edit-collections', 'edit-details', ...both, ...again, 'extract-again'];
}

function moreTitles(article: Article, { shown }: Snapshot): Partial<Record<CommandName, string>> {
  return { 'toggle-snapshot': shown ? snapshotWords.hide : snapshotWords.show, 'fetch-page': savingWords.fetch[isUnfetched(article) ? 'first' : 'again'].one };
}

function KeptActions({ article, actions }: { readonly article: Article; readonly actions: ReaderActions }) {
  const { read, favourite, archived } = article.state;
  return (
    <>
      <IconButton
        icon={read ? CircleCheck : Circle}
        label={read ? words.reader.markUnread : words.reader.markRead}
        onClick={actions.toggleRead}
      />
      <IconButton
        icon={Star}
        filled={favourite}
        className={favourite ? 'is-favourite' : ''}
        label={favourite ? words.reader.unfavourite : words.reader.favourite}
        onClick={actions.toggleFavourite}
      />
      <IconButton
        icon={archived ? ArchiveRestore : Archive}
        label={archived ? words.reader.unarchive : words.reader.archive}
        onClick={actions.toggleArchived}
      />
      <IconButton icon={Trash2} label={words.reader.trash} onClick={actions.trash} />
    </>
  );
}

function TrashedActions({ actions }: { readonly actions: ReaderActions }) {
  return (
    <>
      <span className="reader-toolbar-note">{words.reader.inTrash}</span>
      <Button icon={RotateCcw} onClick={actions.restore}>
        {words.reader.restore}
      </Button>
      <Button look="danger" icon={Trash2} onClick={actions.purge}>
        {words.reader.purge}
      </Button>
    </>
  );
}
