import { X } from 'lucide-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import { savingWords } from '../app/saving-words.ts';
import { readHost } from '../saving/read-host.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { changeSettings, useSettings } from './settings-query.ts';

/** As many as the settings keep. */
const MOST_HOSTS = 100;
const { settings: words } = savingWords;

/** The hosts of the user's own network that may be fetched from: a list that is added to and taken off. */
export function AllowedHosts() {
  const { allowedHosts } = useSettings();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  function add(event: FormEvent): void {
    event.preventDefault();
    const host = readHost(typed);
    const found = host === null ? words.notAHost : problemWith(host, allowedHosts);
    setProblem(found);
    if (found !== null || host === null) return;
    void changeSettings({ allowedHosts: [...allowedHosts, host] });
    setTyped('');
  }

  function remove(host: string): void {
    void changeSettings({ allowedHosts: allowedHosts.filter((one) => one !== host) });
    // The button goes away with its host.
    field.current?.focus();
  }

  return (
    <div className="allowed-hosts" role="group" aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>{words.hosts}</h3>
      <p className="faint">{words.hostsHint}</p>
      {allowedHosts.length === 0 ? (
        <p className="faint">{words.noHosts}</p>
      ) : (
        <ul className="current-labels" aria-labelledby={`${id}-name`}>
          {allowedHosts.map((host) => (
            <li key={host} className="current-label">
              <span className="current-label-name">{host}</span>
              <IconButton icon={X} label={words.remove(host)} onClick={() => remove(host)} />
            </li>
          ))}
        </ul>
      )}
      <form className="host-form" onSubmit={add}>
        <label htmlFor={id}>{words.host}</label>
        <div className="label-form">
          <input ref={field} id={id} className="label-input" autoComplete="off" spellCheck={false} value={typed} aria-invalid={problem !== null} aria-describedby={`${id}-problem`} onChange={(event) => setTyped(event.target.value)} />
          <Button type="submit" disabled={typed.trim() === ''}>
            {words.add}
          </Button>
        </div>
        <p id={`${id}-problem`} role="alert" className="label-problem">
          {problem}
        </p>
      </form>
    </div>
  );
}

function problemWith(host: string, known: readonly string[]): string | null {
  if (known.includes(host)) return words.isThere(host);
  return known.length >= MOST_HOSTS ? words.full(MOST_HOSTS) : null;
}
