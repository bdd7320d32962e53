import { searchAddress, type SettingsPart } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { useAddress } from '../app/use-address.ts';
import { words } from '../app/words.ts';
import { AppearanceControls } from './appearance-controls.tsx';
import { ImportChoices } from './import-choices.tsx';
import { LibrarySection } from './library-section.tsx';
import { RequestsPart } from './requests-part.tsx';
import { SavingSection } from './saving-section.tsx';
import { Toggle } from './setting-controls.tsx';
import { changeSettings, useSettings } from './settings-query.ts';

/** All that the user can choose, and what there is to know about the library. Every choice holds at once. */
export function SettingsPlace({ part }: { readonly part: SettingsPart }) {
  const [, go] = useAddress();
  // There is no search box here: the search begins by going to it.
  useCommand('search', () => go(searchAddress('')));
  return (
    <main key={part} className="wide-pane" data-pane="main" tabIndex={-1}>
      {part === 'requests' ? (
        <div className="wide-column">
          <RequestsPart />
        </div>
      ) : (
        <AllSettings />
      )}
    </main>
  );
}

function AllSettings() {
  const settings = useSettings();
  return (
    <div className="wide-column settings">
      <h1>{words.settings.heading}</h1>
      <section aria-labelledby="settings-appearance">
        <h2 id="settings-appearance">{words.settings.appearance}</h2>
        <AppearanceControls />
        <p className="reading-sample" lang="en">
          {words.settings.sample}
        </p>
      </section>
      <section aria-labelledby="settings-keyboard">
        <h2 id="settings-keyboard">{words.settings.keyboard}</h2>
        <Toggle label={words.settings.letterKeys} hint={words.settings.letterKeysHint} value={settings.letterKeys} onChange={(letterKeys) => void changeSettings({ letterKeys })} />
      </section>
      <section aria-labelledby="settings-import">
        <h2 id="settings-import">{words.settings.importing}</h2>
        <ImportChoices />
      </section>
      <SavingSection />
      <LibrarySection />
    </div>
  );
}
