import { DEFAULT_SETTINGS, ReadingFace, Theme, type Settings } from '../../main/contract/settings.ts';
import { formatNumber } from '../app/format.ts';
import { words } from '../app/words.ts';
import { Button } from '../ui/button.tsx';
import { Choice, Range } from './setting-controls.tsx';
import { changeSettings, useSettings } from './settings-query.ts';

/** How the window and the articles look. In the settings place and beside an open article. */
export function AppearanceControls() {
  const settings = useSettings();
  const change = (part: Partial<Settings>): void => void changeSettings(part);
  return (
    <div className="appearance-controls">
      <ThemeChoice theme={settings.theme} onChoose={(theme) => change({ theme })} />
      <Choice
        legend={words.settings.face}
        value={settings.readingFace}
        options={ReadingFace.options}
        nameOf={(face) => words.settings.faceNames[face]}
        onChoose={(readingFace) => change({ readingFace })}
        sampleClass="face-sample"
      />
      <Range label={words.settings.textSize} value={settings.textSize} min={70} max={220} step={10} format={words.settings.percent} onChange={(textSize) => change({ textSize })} />
      <Range
        label={words.settings.lineHeight}
        value={settings.lineHeight}
        min={1.2}
        max={2.4}
        step={0.1}
        format={formatNumber}
        onChange={(lineHeight) => change({ lineHeight: Math.round(lineHeight * 10) / 10 })}
      />
      <Range label={words.settings.lineLength} value={settings.lineLength} min={40} max={110} step={2} format={words.settings.characters} onChange={(lineLength) => change({ lineLength })} />
      <Button look="quiet" onClick={() => change(READING_DEFAULTS)}>
        {words.settings.usualType}
      </Button>
    </div>
  );
}

const READING_DEFAULTS: Partial<Settings> = {
  readingFace: DEFAULT_SETTINGS.readingFace,
  textSize: DEFAULT_SETTINGS.textSize,
  lineHeight: DEFAULT_SETTINGS.lineHeight,
  lineLength: DEFAULT_SETTINGS.lineLength,
};

function ThemeChoice({ theme, onChoose }: { readonly theme: Theme; readonly onChoose: (theme: Theme) => void }) {
  return (
    <Choice
      legend={words.settings.theme}
      value={theme}
      options={Theme.options}
      nameOf={(option) => words.settings.themeNames[option]}
      onChoose={onChoose}
      sampleClass="theme-sample"
    />
  );
}
