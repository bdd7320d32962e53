import { Type } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { words } from '../app/words.ts';
import { AppearanceControls } from '../settings/appearance-controls.tsx';

/** Theme and type beside the open article, so that what they do can be seen. */
export function AppearanceButton() {
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={words.reader.appearance}>
        <Type aria-hidden size={18} strokeWidth={1.75} />
      </Button>
      <Popover placement="bottom end" className="popover">
        <Dialog aria-label={words.reader.appearance} className="popover-dialog">
          <AppearanceControls />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
