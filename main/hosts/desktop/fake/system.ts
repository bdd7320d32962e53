import type { Dialog, Menu as RealMenu, MenuItemConstructorOptions, NativeTheme, Screen, Shell } from 'electron';
import { ElectronEmitter, type Names } from './names.ts';
import { happened, needsReady, world, type FakeDisplay } from './world.ts';

/** What dialogs said, and what the test lets the user answer. */
export const dialogs: { shown: { kind: string; options: object }[]; answers: { open: string[][]; save: string[]; button: number[] } } = {
  shown: [],
  answers: { open: [], save: [], button: [] },
};

/** Each kind of dialog takes its options last, after the window that it belongs to. */
function note(kind: string, args: readonly unknown[]): void {
  const options = args.at(-1);
  needsReady(`dialog.${kind}`);
  dialogs.shown.push({ kind, options: typeof options === 'object' && options !== null ? options : {} });
}

export const dialog = {
  showOpenDialog: async (...args: readonly unknown[]) => {
    note('showOpenDialog', args);
    const filePaths = dialogs.answers.open.shift() ?? [];
    return { canceled: filePaths.length === 0, filePaths };
  },
  showSaveDialog: async (...args: readonly unknown[]) => {
    note('showSaveDialog', args);
    const filePath = dialogs.answers.save.shift() ?? '';
    return { canceled: filePath === '', filePath };
  },
  /** Without an answer it stays open, as with a user who went away. */
  showMessageBox: (...args: readonly unknown[]) => {
    note('showMessageBox', args);
    return new Promise<{ response: number }>((resolve) => {
      const timer = setInterval(() => {
        const response = dialogs.answers.button.shift();
        if (response === undefined) return;
        clearInterval(timer);
        resolve({ response });
      }, 20);
    });
  },
  showErrorBox: (title: string, content: string) => void dialogs.shown.push({ kind: 'showErrorBox', options: { title, content } }),
} satisfies Names<Dialog>;

export const shellCalls: { external: string[]; insideHandler: boolean; violations: string[] } = { external: [], insideHandler: false, violations: [] };

export const shell = {
  openExternal: async (url: string) => {
    if (shellCalls.insideHandler) shellCalls.violations.push(url);
    shellCalls.external.push(url);
  },
} satisfies Names<Shell>;

export const nativeTheme = { shouldUseDarkColors: false } satisfies Names<NativeTheme>;

const screenEvents = new ElectronEmitter('Screen');
let displays: readonly FakeDisplay[] = world.displays;

export const screen = {
  on: (name: string, listener: (...args: unknown[]) => void) => {
    needsReady('screen');
    return screenEvents.on(name, listener);
  },
  getPrimaryDisplay: () => {
    needsReady('screen');
    return displays[0];
  },
  getAllDisplays: () => [...displays],
} satisfies Names<Screen>;

/** Unplugs a display. */
export function removeDisplay(id: number): void {
  const gone = displays.find((one) => one.id === id);
  displays = displays.filter((one) => one.id !== id);
  screenEvents.emit('display-removed', {}, gone);
}

export const menus: { template: MenuItemConstructorOptions[] } = { template: [] };

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: MenuItemConstructorOptions[]) => {
    happened.push('menu');
    menus.template = template;
  },
} satisfies Names<typeof RealMenu>;
