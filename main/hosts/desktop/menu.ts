import { Menu, type MenuItemConstructorOptions } from 'electron';
import { COMMANDS, isCommandName, type CommandGroup, type CommandName } from '../../contract/commands.ts';

export interface MenuActions {
  readonly runCommand: (name: CommandName) => void;
  readonly openWindow: () => void;
  readonly saveArticle: () => void;
}

interface MenuPlace {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  readonly devTools: boolean;
}

/** On a Mac these keys belong to items for text fields with the same key; the window takes them first either way. */
const TEXT_TWINS: ReadonlySet<CommandName> = new Set(['undo', 'select-all']);

/** Sets the menu of all windows. */
export function setMenu(place: MenuPlace, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(place, actions)));
}

/** The whole menu in the manner of the system: every command of the contract stands in it exactly once. */
export function menuTemplate(place: MenuPlace, actions: MenuActions): MenuItemConstructorOptions[] {
  const isMac = place.platform === 'darwin';
  const item = (name: CommandName) => commandItem(name, isMac, actions);
  const group = (wanted: CommandGroup) => commandsOf(wanted).map(item);
  const settings = item('go-settings');
  const go = commandsOf('go').filter((name) => name !== 'go-settings');
  return [
    ...(isMac ? [macApplicationMenu(place.appName, settings)] : []),
    {
      label: '&File',
      submenu: [
        { label: 'New Window', accelerator: 'CommandOrControl+Shift+N', click: () => actions.openWindow() },
        separator,
        ...group('import'),
        separator,
        { label: 'Save a Copy of This Article…', accelerator: 'CommandOrControl+S', click: () => actions.saveArticle() },
        separator,
        ...(isMac ? [] : [settings, separator]),
        { role: 'close' },
        ...(isMac ? [] : [{ role: 'quit' } as const]),
      ],
    },
    { label: '&Edit', submenu: [...group('edit'), separator, ...textItems(isMac), separator, ...group('selection')] },
    { label: '&Article', submenu: group('article') },
    {
      label: '&View',
      submenu: [...group('view'), separator, { role: 'togglefullscreen' }, ...(place.devTools ? [{ role: 'toggleDevTools' } as const] : [])],
    },
    { label: '&Go', submenu: go.map(item) },
    { role: 'windowMenu' },
    { role: 'help', submenu: [...group('help'), ...(isMac ? [] : [separator, { role: 'about' } as const])] },
  ];
}

const separator = { type: 'separator' } as const;

function macApplicationMenu(appName: string, settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    label: appName,
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

/** What text fields need; on a Mac their keys work only because they stand here. */
function textItems(isMac: boolean): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', label: 'Undo Typing' },
    { role: 'redo', label: 'Redo Typing' },
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    ...(isMac ? [{ role: 'pasteAndMatchStyle' } as const] : []),
    { role: 'delete' },
    { role: 'selectAll', label: 'Select All Text' },
  ];
}

function commandsOf(group: CommandGroup): CommandName[] {
  return Object.keys(COMMANDS)
    .filter(isCommandName)
    .filter((name) => COMMANDS[name].group === group);
}

function commandItem(name: CommandName, isMac: boolean, actions: MenuActions): MenuItemConstructorOptions {
  const accelerator = isMac && TEXT_TWINS.has(name) ? undefined : acceleratorOf(COMMANDS[name].keys);
  return {
    id: name,
    // In a menu a single & marks the letter that follows it.
    label: COMMANDS[name].title.replaceAll('&', '&&'),
    // The key is the window's: it hears it first and knows whether text is being typed. Shown here, not taken.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => actions.runCommand(name),
  };
}

/** The first of a command's keys that a menu can show without taking letters, arrows or Escape from whoever types. */
export function acceleratorOf(keys: readonly string[]): string | undefined {
  return keys.find((key) => key.startsWith('Mod+') || /(?:^|\+)F\d+$/.test(key))?.replace('Mod+', 'CommandOrControl+');
}
