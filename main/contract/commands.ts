/*
 * Everything that can be done in a window, by name. One table, so that keys, command palette, shortcut sheet and a
 * desktop's menu cannot disagree. It stands in the contract because the window and the desktop's menu both need it.
 */

/** Where a command is found: the palette's headings, the sheet's sections, a menu each. */
export const COMMAND_GROUPS = ['go', 'article', 'selection', 'import', 'view', 'edit', 'help'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface CommandInfo {
  /** What it does, as a menu would say it. */
  readonly title: string;
  readonly group: CommandGroup;
  /**
   * Its keys, the most telling first: `/`, `Mod+K`, `Shift+F6`. `Mod` is Cmd on a Mac and Ctrl elsewhere. A letter
   * alone counts only where no text is typed.
   */
  readonly keys: readonly string[];
}

export const COMMANDS = {
  'go-all': { title: 'Show all articles', group: 'go', keys: [] },
  'go-unread': { title: 'Show unread articles', group: 'go', keys: [] },
  'go-favourites': { title: 'Show favourites', group: 'go', keys: [] },
  'go-archive': { title: 'Show the archive', group: 'go', keys: [] },
  'go-unfetched': { title: 'Show what is to be fetched', group: 'go', keys: [] },
  'go-trash': { title: 'Show the trash', group: 'go', keys: [] },
  'go-import': { title: 'Show imports', group: 'go', keys: [] },
  'go-requests': { title: 'Show the requests that Carrel made', group: 'go', keys: [] },
  'go-settings': { title: 'Settings', group: 'go', keys: ['Mod+,'] },
  'save-search': { title: 'Save this search as a smart collection…', group: 'go', keys: [] },
  search: { title: 'Search the library', group: 'go', keys: ['/', 'Mod+Shift+F'] },
  'search-form': { title: 'Search with a form…', group: 'go', keys: ['Mod+Shift+E'] },
  back: { title: 'Back to the list, or clear', group: 'go', keys: ['Escape'] },
  'next-match': { title: 'Next match in the article', group: 'go', keys: ['F3', 'Mod+G'] },
  'previous-match': { title: 'Previous match in the article', group: 'go', keys: ['Shift+F3', 'Mod+Shift+G'] },
  'clear-matches': { title: 'Take the marks of matches away', group: 'go', keys: [] },
  'next-pane': { title: 'To the next part of the window', group: 'go', keys: ['F6'] },
  'previous-pane': { title: 'To the previous part of the window', group: 'go', keys: ['Shift+F6'] },

  next: { title: 'Next article', group: 'article', keys: ['j', 'ArrowDown'] },
  previous: { title: 'Previous article', group: 'article', keys: ['k', 'ArrowUp'] },
  open: { title: 'Open and read', group: 'article', keys: ['Enter'] },
  'toggle-read': { title: 'Mark as read or unread', group: 'article', keys: ['u'] },
  'toggle-favourite': { title: 'Add to favourites or remove', group: 'article', keys: ['f'] },
  'toggle-archived': { title: 'Archive, or take out of the archive', group: 'article', keys: ['e'] },
  'edit-tags': { title: 'Edit tags…', group: 'article', keys: ['t'] },
  'edit-collections': { title: 'Edit collections…', group: 'article', keys: ['c'] },
  'edit-details': { title: 'Correct details…', group: 'article', keys: ['d'] },
  'why-found': { title: 'Why is this here?', group: 'article', keys: ['w'] },
  'find-similar': { title: 'Find articles like this one', group: 'article', keys: ['m'] },
  'search-selection': { title: 'Search for the selected words', group: 'article', keys: ['s'] },
  trash: { title: 'Move to trash (in the trash: delete for good)', group: 'article', keys: ['Delete', 'Mod+Backspace'] },
  restore: { title: 'Restore from the trash', group: 'article', keys: ['r'] },
  'copy-link': { title: 'Copy the link to this article', group: 'article', keys: [] },
  'save-original': { title: 'Save the imported file', group: 'article', keys: [] },
  'extract-again': { title: 'Extract again from the imported file', group: 'article', keys: [] },
  'toggle-snapshot': { title: 'Show the page as it was, or the article', group: 'article', keys: ['p'] },
  'open-original': { title: 'Open the original page', group: 'article', keys: ['o'] },
  'fetch-page': { title: 'Fetch this page, or fetch it again', group: 'article', keys: [] },

  'toggle-selected': { title: 'Select this article, or not', group: 'selection', keys: ['x'] },
  'select-all': { title: 'Select all articles of the list', group: 'selection', keys: ['Mod+A'] },
  'export-csv': { title: 'Export this list, or what is selected, as a table (CSV)', group: 'selection', keys: [] },
  'clear-selection': { title: 'Select nothing', group: 'selection', keys: [] },

  'import-files': { title: 'Import files…', group: 'import', keys: ['Mod+O'] },
  'import-folder': { title: 'Import a folder…', group: 'import', keys: ['Mod+Shift+O'] },
  'import-text': { title: 'Import pasted text…', group: 'import', keys: [] },
  'save-address': { title: 'Save a page by its address…', group: 'import', keys: ['Mod+Shift+S'] },
  'fetch-unfetched': { title: 'Fetch all pages that are to be fetched', group: 'import', keys: [] },
  'import-samples': { title: 'Add ten sample articles', group: 'import', keys: [] },

  'theme-system': { title: 'Theme: follow the system', group: 'view', keys: [] },
  'theme-light': { title: 'Theme: light', group: 'view', keys: [] },
  'theme-sepia': { title: 'Theme: sepia', group: 'view', keys: [] },
  'theme-dark': { title: 'Theme: dark', group: 'view', keys: [] },
  'theme-contrast': { title: 'Theme: high contrast', group: 'view', keys: [] },
  'text-larger': { title: 'Larger text', group: 'view', keys: ['+'] },
  'text-smaller': { title: 'Smaller text', group: 'view', keys: ['-'] },
  'toggle-filters': { title: 'Show or hide the filters of a search', group: 'view', keys: ['Mod+Shift+L'] },
  'toggle-navigation': { title: 'Show or hide the navigation', group: 'view', keys: ['Mod+B'] },

  undo: { title: 'Undo', group: 'edit', keys: ['Mod+Z'] },
  palette: { title: 'All commands…', group: 'help', keys: ['Mod+K'] },
  shortcuts: { title: 'Keyboard shortcuts', group: 'help', keys: ['?'] },
  'search-help': { title: 'How to search', group: 'help', keys: [] },
} as const satisfies Record<string, CommandInfo>;

export type CommandName = keyof typeof COMMANDS;

/** For what comes from another process: whether it names a command. */
export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(COMMANDS, name);
}
