import { keyCaps } from '../app/shortcuts.ts';

/** A combination of keys, as it stands on the keyboard. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className="key-combination">
      {keyCaps(keys).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
