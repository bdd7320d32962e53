import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { ErrorCode } from '../../main/contract/errors.ts';
import { savingWords } from '../app/saving-words.ts';
import { words } from '../app/words.ts';
import { changeSettings, currentSettings } from '../settings/settings-query.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { hostOf } from './short-address.ts';

/** The host that would have to be allowed for a page to be had; null where that is not what keeps it out. */
export function hostToAllow({ code, message }: { readonly code: ErrorCode; readonly message: string }, page: string, allowedHosts: readonly string[]): string | null {
  const host = hostOf(page);
  // The page may lead on to another host, which is then the one that the message names.
  return code === 'private-address' && host && message.includes(host) && !allowedHosts.includes(host) ? host : null;
}

/** Allows a host of the user's own network, after asking. */
export function AllowButton({ host, onAllowed }: { readonly host: string; readonly onAllowed: () => void }) {
  const [asking, setAsking] = useState(false);

  async function allow(): Promise<void> {
    const { allowedHosts } = currentSettings();
    await changeSettings({ allowedHosts: [...allowedHosts.filter((one) => one !== host), host] });
    onAllowed();
  }

  return (
    <>
      <Button look="quiet" icon={ShieldCheck} onClick={() => setAsking(true)}>
        {savingWords.allow(host)}
      </Button>
      {asking && (
        <ConfirmDialog
          title={savingWords.allowTitle(host)}
          keep={words.cancel}
          confirm={savingWords.allowConfirm(host)}
          onAnswer={(confirmed) => {
            setAsking(false);
            if (confirmed) void allow();
          }}
        >
          <p>{savingWords.allowAsk(host)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
