import { ListPlus, Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../app/commands.ts';
import { ariaKeys } from '../app/shortcuts.ts';
import { words } from '../app/words.ts';
import { IconButton } from '../ui/button.tsx';
import { SearchForm } from './search-form.tsx';

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
    asked.current = text;
    onSubmit(text);
  }

  function clear(): void {
    clearTimeout(pause.current);
    setText('');
    asked.current = null;
    onClear();
  }

  return (
    <div className="search-line">
      <search className="search-box">
        <Search aria-hidden size={16} strokeWidth={1.75} className="search-box-icon" />
        <input
          ref={input}
          type="text"
          role="searchbox"
          aria-label={words.search.label}
          placeholder={words.search.placeholder}
          aria-keyshortcuts="/"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={2_000}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') submit();
            else if (event.key === 'Escape') clear();
            else if (event.key === 'ArrowDown') onLeaveDown();
            else return;
            event.preventDefault();
          }}
        />
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
      {formOpen && <SearchForm query={query ?? ''} onSearch={onSubmit} onClose={() => setFormOpen(false)} />}
    </div>
  );
}
