import { Dialog } from '../ui/dialog.tsx';
import { SHORTCUT_SHEET } from './shortcuts.ts';
import { words } from './words.ts';

/** All keys on one sheet. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={words.shortcuts.title} onClose={onClose}>
      <dl className="shortcut-sheet">
        {SHORTCUT_SHEET.map(({ does, keys }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {keys.map((combination) => (
                <span key={combination} className="key-combination">
                  {combination.split(' ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
