import { ListPlus, Search, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Autocomplete, Input, TextField } from 'react-aria-components';
import { useCommand } from '../app/commands.ts';
import { ariaKeys } from '../app/shortcuts.ts';
import { words } from '../app/words.ts';
import { IconButton } from '../ui/button.tsx';
import type { Completion } from './complete-query.ts';
import { CompletionList } from './completion-list.tsx';
import { SearchForm } from './search-form.tsx';
import { useCompletions } from './use-completions.ts';

/** Keys that follow each other faster than this are one question. */
const PAUSE_MS = 90;

interface SearchBoxProps {
  /** What the window searches for now; null outside a search. */
  readonly query: string | null;
  readonly onType: (query: string) => void;
  /** Enter: the words are complete. */
  readonly onSubmit: (query: string) => void;
  /** Back to where the search began. */
  readonly onClear: () => void;
  /** Down: on to the results. */
  readonly onLeaveDown: () => void;
}

/** The search box: results follow the typing. */
export function SearchBox({ query, onType, onSubmit, onClear, onLeaveDown }: SearchBoxProps) {
  const [text, setText] = useState(query ?? '');
  const [formOpen, setFormOpen] = useState(false);
  /** Somebody is typing, or looks at an empty box. */
  const [offered, setOffered] = useState(false);
  const completions = useCompletions(text, offered);
  const isOpen = completions.length > 0;
  const area = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(query);

  // The address can change without the box: back, forward, a link. What the box itself asked for is no news to it.
  useEffect(() => {
    if (query === asked.current) return;
    asked.current = query;
    clearTimeout(pause.current);
    setText(query ?? '');
  }, [query]);
  useEffect(() => {
    // An empty search that the window was sent to: somebody is about to type.
    if (asked.current === '') input.current?.focus();
    return () => clearTimeout(pause.current);
  }, []);

  useCommand('search', () => {
    input.current?.focus();
    input.current?.select();
  });

  useCommand('search-form', () => setFormOpen(true));

  function type(next: string): void {
    setText(next);
    setOffered(true);
    clearTimeout(pause.current);
    const askedAt = location.href;
    pause.current = setTimeout(() => {
      // Somebody opened an article or another place within the pause: a late search would close it again.
      if (location.href !== askedAt) return setText(asked.current ?? '');
      asked.current = next;
      onType(next);
    }, PAUSE_MS);
  }

  function submit(): void {
    clearTimeout(pause.current);
    setOffered(false);
    asked.current = text;
    onSubmit(text);
  }

  function clear(): void {
    clearTimeout(pause.current);
    setText('');
    asked.current = null;
    onClear();
  }

  function choose({ kind, query: chosen }: Completion): void {
    input.current?.focus();
    if (kind === 'part') return type(chosen);
    clearTimeout(pause.current);
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
    else if (event.key === 'ArrowDown') onLeaveDown();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={area}
      role="presentation"
      onKeyDownCapture={takeKey}
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
              <Input ref={input} role="combobox" aria-expanded={isOpen} aria-haspopup="listbox" placeholder={words.search.placeholder} aria-keyshortcuts="/" autoComplete="off" autoCapitalize="off" spellCheck={false} maxLength={2_000} />
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
