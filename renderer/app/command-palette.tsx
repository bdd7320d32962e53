import { useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { Autocomplete, Input, ListBox, ListBoxItem, TextField, useFilter } from 'react-aria-components';
import { COMMANDS, isCommandName, type CommandName } from '../../main/contract/commands.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import { COMMAND_NAMES, isAnswered, runCommand } from './commands.ts';
import { showToast } from './toasts.ts';
import { words } from './words.ts';

/** Every command with its keys, found by typing a part of its name. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  // As it was when the palette opened: commands do not come and go under the user's hand.
  const [names] = useState(() => COMMAND_NAMES.filter((name) => name !== 'palette').toSorted((one, other) => Number(isAnswered(other)) - Number(isAnswered(one))));
  const [typed, setTyped] = useState('');
  const [unanswered] = useState(() => names.filter((name) => !isAnswered(name)));

  function choose(name: CommandName): void {
    // The dialog gives the focus back first: a command acts on the part of the window that has it.
    flushSync(onClose);
    if (!runCommand(name)) showToast(words.palette.nothingToDo(COMMANDS[name].title));
  }

  function matches(text: string, parts: string): boolean {
    return parts.trim().split(/\s+/).every((part) => contains(text, part));
  }

  /** The list marks its first entry a moment after a key: whoever types and presses Enter at once means that entry. */
  function chooseFirst(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.currentTarget.hasAttribute('aria-activedescendant')) return;
    const first = typed.trim() === '' ? undefined : names.find((name) => matches(textOf(name), typed) && !unanswered.includes(name));
    if (!first) return;
    // It would be pressed once more, on what has the focus next.
    event.preventDefault();
    choose(first);
  }

  return (
    <Dialog title={words.palette.title} onClose={onClose} look="bare">
      <Autocomplete inputValue={typed} onInputChange={setTyped} filter={matches}>
        <TextField aria-label={words.palette.label} className="palette-field">
          {/* What it controls, Autocomplete adds. */}
          {/* oxlint-disable-next-line jsx-a11y/role-has-required-aria-props */}
          <Input data-first-focus role="combobox" aria-expanded aria-haspopup="listbox" placeholder={words.palette.placeholder} className="palette-input" onKeyDown={chooseFirst} />
        </TextField>
        <ListBox
          aria-label={words.palette.list}
          className="palette-list"
          items={names.map((name) => ({ id: name }))}
          disabledKeys={unanswered}
          renderEmptyState={() => <p className="palette-empty">{words.palette.nothing}</p>}
          selectionMode="none"
          onAction={(key) => {
            if (isCommandName(key)) choose(key);
          }}
        >
          {({ id }) => (
            <ListBoxItem id={id} textValue={textOf(id)} className="palette-item">
              <span className="palette-title">{COMMANDS[id].title}</span>
              <span className="palette-group">{words.commandGroups[COMMANDS[id].group]}</span>
              {COMMANDS[id].keys.slice(0, 1).map((keys) => (
                <KeyCaps key={keys} keys={keys} />
              ))}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}

/** What typing is held against. */
function textOf(name: CommandName): string {
  return `${COMMANDS[name].title} ${words.commandGroups[COMMANDS[name].group]}`;
}
