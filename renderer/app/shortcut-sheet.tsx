import { COMMAND_GROUPS, COMMANDS } from '../../main/contract/commands.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import { COMMAND_NAMES } from './commands.ts';
import { words } from './words.ts';

/** All keys on one sheet. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const sections = COMMAND_GROUPS.map((group) => ({
    group,
    names: COMMAND_NAMES.filter((name) => COMMANDS[name].group === group && COMMANDS[name].keys.length > 0),
  })).filter(({ names }) => names.length > 0);
  return (
    <Dialog title={words.shortcuts.title} onClose={onClose} look="wide">
      <div className="shortcut-sheet">
        {sections.map(({ group, names }) => (
          <section key={group}>
            <h3>{words.commandGroups[group]}</h3>
            <dl>
              {names.map((name) => (
                <div key={name}>
                  <dt>{COMMANDS[name].title}</dt>
                  <dd>
                    {COMMANDS[name].keys.map((keys) => (
                      <KeyCaps key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="faint shortcut-sheet-note">{words.shortcuts.note}</p>
    </Dialog>
  );
}
