import type { Settings, Theme } from '../../main/contract/settings.ts';

type Appearance = Pick<Settings, 'theme' | 'readingFace' | 'textSize' | 'lineHeight' | 'lineLength'>;

/** What a theme comes to on this machine: who asked the system for more contrast gets it, unless a theme was chosen. */
export function resolveTheme(theme: Theme, systemWantsContrast: boolean): Theme {
  return theme === 'system' && systemWantsContrast ? 'contrast' : theme;
}

/** Gives a document (the window's or an article's) its theme and its type; tokens.css makes the rest of it. */
export function applyAppearance(root: HTMLElement, { theme, readingFace, textSize, lineHeight, lineLength }: Appearance): void {
  const resolved = resolveTheme(theme, moreContrast().matches);
  if (resolved === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = resolved;
  root.dataset['face'] = readingFace;
  root.style.setProperty('--text-scale', String(textSize / 100));
  root.style.setProperty('--reading-line', String(lineHeight));
  root.style.setProperty('--line-length', String(lineLength));
}

/** The system's own wish for contrast; it can change while the window is open. */
export function moreContrast(): MediaQueryList {
  return matchMedia('(prefers-contrast: more)');
}
