import { Ellipsis } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { COMMANDS, type CommandName } from '../../main/contract/commands.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import { runCommand } from '../app/commands.ts';
import { originalWords } from '../app/original-words.ts';
import { words } from '../app/words.ts';
import { KeyCaps } from '../ui/key-caps.tsx';
import { useNewerExtractor } from './use-newer-extractor.ts';

interface MoreButtonProps {
  readonly id: ArticleId;
  readonly commands: readonly CommandName[];
  /** What commands are called here, where that is more telling than their title. */
  readonly titles: Partial<Record<CommandName, string>>;
}

/** What is done with an article less often. */
export function MoreButton({ id, commands, titles }: MoreButtonProps) {
  const newer = useNewerExtractor(id);
  const titleOf = (name: CommandName) => titles[name] ?? COMMANDS[name].title;
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={words.reader.more}>
        <Ellipsis aria-hidden size={18} strokeWidth={1.75} />
      </Button>
      <Popover placement="bottom end" className="popover">
        <Menu aria-label={words.reader.more} className="menu">
          {commands.map((name) => (
            // After the menu has given the focus back: what opens next takes it from there.
            <MenuItem key={name} textValue={titleOf(name)} className="menu-item" onAction={() => requestAnimationFrame(() => runCommand(name))}>
              {newer && name === 'extract-again' ? (
                <span className="menu-item-words">
                  <span>{titleOf(name)}</span> <span className="menu-item-note">{originalWords.newer}</span>
                </span>
              ) : (
                <span>{titleOf(name)}</span>
              )}
              {COMMANDS[name].keys.slice(0, 1).map((keys) => (
                <KeyCaps key={keys} keys={keys} />
              ))}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
