import { Monitor, Moon, Sun } from 'lucide-react';
import { useId } from 'react';
import { chooseTheme, THEMES, useTheme } from './theme.ts';
import { words } from './words.ts';

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** The theme as three radio buttons that look like one switch. */
export function ThemeChoice() {
  const theme = useTheme();
  const name = useId();
  return (
    <fieldset className="theme-choice">
      <legend className="visually-hidden">{words.navigation.theme}</legend>
      {THEMES.map((option) => {
        const Icon = ICONS[option];
        return (
          <label key={option} title={words.navigation.themeNames[option]}>
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              aria-label={words.navigation.themeNames[option]}
              checked={theme === option}
              onChange={() => chooseTheme(option)}
            />
            <Icon aria-hidden size={16} strokeWidth={1.75} />
          </label>
        );
      })}
    </fieldset>
  );
}
