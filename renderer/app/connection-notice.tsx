import { PlugZap, Unplug } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { useConnection } from './connection.ts';
import { everythingChanged } from './query-client.ts';
import { words } from './words.ts';

/** Says over every place that the library cannot be reached, and what to do about it. */
export function ConnectionNotice() {
  const connection = useConnection();
  if (connection === 'answering') return null;
  const Icon = connection === 'ended' ? PlugZap : Unplug;
  const { title, text } = words.connection.notices[connection];
  return (
    <div className="connection-notice" role="alert">
      <Icon aria-hidden size={20} strokeWidth={1.75} />
      <p>
        <strong>{title}</strong> {text}
      </p>
      {connection === 'silent' && <Button onClick={everythingChanged}>{words.retry}</Button>}
    </div>
  );
}
