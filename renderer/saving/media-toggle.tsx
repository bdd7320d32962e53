import { savingWords } from '../app/saving-words.ts';
import { Toggle } from '../settings/setting-controls.tsx';
import { changeSettings, useSettings } from '../settings/settings-query.ts';

/** Whether pages are saved with the files of their videos and sounds, from now on. */
export function MediaToggle() {
  const { saveMedia } = useSettings();
  return <Toggle label={savingWords.media} hint={savingWords.mediaHint} value={saveMedia} onChange={(on) => void changeSettings({ saveMedia: on })} />;
}
