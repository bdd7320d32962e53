import { Link } from 'wouter';
import { formatAddress, settingsAddress } from '../app/address.ts';
import { savingWords } from '../app/saving-words.ts';
import { MediaToggle } from '../saving/media-toggle.tsx';
import { AllowedHosts } from './allowed-hosts.tsx';

const { settings: words } = savingWords;

/** Where pages may be fetched from, and the way to all that was ever asked of the web. */
export function SavingSection() {
  return (
    <section aria-labelledby="settings-saving">
      <h2 id="settings-saving">{words.heading}</h2>
      <MediaToggle />
      <AllowedHosts />
      <p className="requests-link">
        <Link href={formatAddress(settingsAddress('requests'))}>{words.requests}</Link>
        <span className="faint">{words.requestsHint}</span>
      </p>
    </section>
  );
}
