import { ListPlus, Search, X } from 'lucide-react';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { Autocomplete, Input, TextField } from 'react-aria-components';
import { isSamePlace, type Address } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { ariaKeys } from '../app/shortcuts.ts';
import { showToast } from '../app/toasts.ts';
import { currentAddress } from '../app/use-address.ts';
import { words } from '../app/words.ts';
import { IconButton } from '../ui/button.tsx';
import type { Completion } from './complete-query.ts';
import { CompletionList } from './completion-list.tsx';
import { SearchForm } from './search-form.tsx';
import { useCompletions } from './use-completions.ts';

interface SearchBoxProps {
  /** What the window searches for now; null outside a search. */
  readonly query: string | null;
  /** The answer to it is on its way. */
  readonly isBusy: boolean;
  readonly onType: (query: string) => void;
  /** The words are no longer those that were asked for, even before the new ones are. */
  readonly onEdit: () => void;
  /** Enter: the words are complete. */
  readonly onSubmit: (query: string) => void;
  /** Back to where the search began. */
  readonly onClear: () => void;
  /** Down: on to the results. */
  readonly onLeaveDown: () => void;
}

/** The library takes no longer ones. */
const MOST_CHARACTERS = 2_000;

/** What was typed since the last question, and where the window was then. */
type Waiting = { readonly text: string; readonly typedAt: Address } | null;

/**
 * Whether the window shows what it showed then. In another order, narrowed down, or without its article (that one has
 * gone by itself) it still does: a search takes nothing of that away.
 */
function isStillAt(then: Address): boolean {
  const now = currentAddress();
  if (now.view !== 'articles' || then.view !== 'articles') return false;
  return isSamePlace(now.place, then.place) && (now.articleId === null || now.articleId === then.articleId);
}

/** The search box: results follow the typing, key by key. While one answer is on its way only what was typed last waits for its turn. */
export function SearchBox({ query, isBusy, onType, onEdit, onSubmit, onClear, onLeaveDown }: SearchBoxProps) {
  const [text, setText] = useState(query ?? '');
  const [formOpen, setFormOpen] = useState(false);
  /** Somebody is typing, or looks at an empty box. */
  const [offered, setOffered] = useState(false);
  const completions = useCompletions(text, offered);
  const isOpen = completions.length > 0;
  const area = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const waiting = useRef<Waiting>(null);
  const asked = useRef(query);

  // The address can change without the box: back, forward, a link. What the box itself asked for is no news to it.
  useEffect(() => {
    if (query === asked.current) return;
    asked.current = query;
    waiting.current = null;
    setText(query ?? '');
  }, [query]);
  useEffect(() => {
    // An empty search that the window was sent to: somebody is about to type.
    if (asked.current === '') input.current?.focus();
  }, []);
  useEffect(() => {
    // After the effect, not within it: what is gone to is drawn at once, which an effect cannot ask for.
    if (!isBusy && waiting.current) queueMicrotask(askWaiting);
  });

  useCommand('search', () => {
    input.current?.focus();
    input.current?.select();
  });

  useCommand('search-form', () => setFormOpen(true));

  function type(next: string): void {
    setText(next);
    setOffered(true);
    onEdit();
    if (isBusy) waiting.current = { text: next, typedAt: currentAddress() };
    else ask(next);
  }

  function askWaiting(): void {
    if (!waiting.current) return;
    const { text: typed, typedAt } = waiting.current;
    // Somebody opened an article or another place meanwhile: a late search would close it again.
    if (isStillAt(typedAt)) return ask(typed);
    waiting.current = null;
    setText(asked.current ?? '');
  }

  function ask(next: string): void {
    waiting.current = null;
    asked.current = next;
    onType(next);
  }

  /** The results are those of all that was typed, however fast. */
  function leaveDown(): void {
    if (waiting.current) ask(waiting.current.text);
    onLeaveDown();
  }

  function submit(): void {
    waiting.current = null;
    setOffered(false);
    asked.current = text;
    onSubmit(text);
  }

  function clear(): void {
    waiting.current = null;
    setText('');
    asked.current = null;
    onClear();
  }

  function choose({ kind, query: chosen }: Completion): void {
    input.current?.focus();
    if (kind === 'part') return type(chosen);
    waiting.current = null;
    setText(chosen);
    asked.current = chosen;
    setOffered(false);
    onSubmit(chosen);
  }

  /** Before the list of completions: Enter, Escape and Down are its own only for who has gone into it. */
  function takeKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.target !== input.current || !event.nativeEvent.isTrusted) return;
    const isInList = document.getElementById(input.current?.getAttribute('aria-activedescendant') ?? '') !== null;
    if (event.key === 'Escape' && isInList) setOffered(false);
    else if (isInList) return;
    else if (event.key === 'Enter') submit();
    else if (event.key === 'Escape') clear();
    // The list knows Down only without Alt.
    else if (event.key === 'ArrowDown' && event.altKey) input.current?.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
    else if (event.key === 'ArrowDown') leaveDown();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The field would cut it without a word. */
  function tellOfCut({ clipboardData, target }: ClipboardEvent): void {
    if (target !== input.current || !input.current) return;
    const { selectionStart, selectionEnd } = input.current;
    const kept = text.length - ((selectionEnd ?? 0) - (selectionStart ?? 0));
    if (kept + clipboardData.getData('text').length > MOST_CHARACTERS) showToast(words.searchBox.cut(MOST_CHARACTERS));
  }

  return (
    <div
      ref={area}
      role="presentation"
      className="search-area"
      onKeyDownCapture={takeKey}
      onPasteCapture={tellOfCut}
      onFocus={(event) => {
        if (event.target === input.current && text === '') setOffered(true);
      }}
      onBlur={({ relatedTarget }) => {
        if (area.current?.contains(relatedTarget)) return;
        afterPress(() => setOffered(false));
      }}
    >
      <Autocomplete inputValue={text} onInputChange={type} disableAutoFocusFirst>
        <div className="search-line">
          <search className="search-box">
            <Search aria-hidden size={16} strokeWidth={1.75} className="search-box-icon" />
            <TextField aria-label={words.search.label} className="search-box-field">
              {/* What it controls, Autocomplete adds. */}
              {/* oxlint-disable-next-line jsx-a11y/role-has-required-aria-props */}
              <Input ref={input} role="combobox" aria-expanded={isOpen} aria-haspopup="listbox" placeholder={words.search.placeholder} aria-keyshortcuts="/" autoComplete="off" autoCapitalize="off" spellCheck={false} maxLength={MOST_CHARACTERS} />
            </TextField>
            {text === '' ? (
              <kbd aria-hidden className="search-box-key">
                /
              </kbd>
            ) : (
              <IconButton
                icon={X}
                label={words.search.clear}
                onClick={() => {
                  clear();
                  input.current?.focus();
                }}
              />
            )}
          </search>
          <IconButton icon={ListPlus} label={words.searchBox.form.open} aria-haspopup="dialog" aria-keyshortcuts={ariaKeys('search-form')} onClick={() => setFormOpen(true)} />
        </div>
        {isOpen && <CompletionList completions={completions} onChoose={choose} />}
      </Autocomplete>
      {formOpen && <SearchForm query={query ?? ''} onSearch={onSubmit} onClose={() => setFormOpen(false)} />}
    </div>
  );
}

/** A press moves what lies under it only once it is over: else it would end on something else than it began on. */
function afterPress(act: () => void): void {
  if (!document.documentElement.matches(':active')) return act();
  const over = new AbortController();
  for (const end of ['pointerup', 'pointercancel', 'dragend']) {
    document.addEventListener(end, () => {
      over.abort();
      setTimeout(act);
    }, { signal: over.signal, capture: true });
  }
}
