import { ListTree } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { words } from '../app/words.ts';
import type { Heading } from './list-headings.ts';

interface ContentsButtonProps {
  readonly headings: readonly Heading[];
}

/** The article's headings, to jump to. Not there when the article has none to choose from. */
export function ContentsButton({ headings }: ContentsButtonProps) {
  if (headings.length < 2) return null;
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={words.reader.contents}>
        <ListTree aria-hidden size={18} strokeWidth={1.75} />
      </Button>
      <Popover placement="bottom end" className="popover">
        <Menu aria-label={words.reader.contents} className="menu contents-menu">
          {headings.map((heading) => (
            <MenuItem key={heading.key} textValue={heading.text} className="menu-item" data-level={Math.min(heading.level, 4)} onAction={heading.reveal}>
              <span dir="auto">{heading.text}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
