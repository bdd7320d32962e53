import { app, BrowserWindow, dialog, session } from 'electron';
import type { CommandName } from '../../contract/commands.ts';
import { DEFAULT_LIBRARY } from '../default-library.ts';
import { RENDERER_FOLDER } from '../node-services.ts';
import { handleAppScheme, registerAppScheme } from './app-protocol.ts';
import { askForSources, say } from './dialogs.ts';
import { HandOver } from './handed-over.ts';
import { createPathImport } from './imports.ts';
import { openDoors } from './ipc.ts';
import { lockAllContents } from './lock-contents.ts';
import { lockSession } from './lock-session.ts';
import { LogFile } from './log-file.ts';
import { setMenu } from './menu.ts';
import { chooseProfile } from './profile.ts';
import { quitInOrder } from './quit.ts';
import { recoverWindow } from './recover.ts';
import { saveArticle } from './save-article.ts';
import { createSettingsCalls, isSettingsCall } from './settings-calls.ts';
import { libraryArgument, ownArguments, readHandedOver, type SecondStart } from './start-arguments.ts';
import { linkLibrary } from './start-library.ts';
import { chooseWatchedFolder } from './watched.ts';
import { tell, Windows } from './windows.ts';
import { WindowStore } from './window-store.ts';

/*
 * The main process: windows and doors, and nothing that takes long. This file only joins the parts.
 *
 * No await stands at its top level: Electron is ready only after this module has been evaluated, so a module that
 * waits for that would wait for ever.
 */

const given = ownArguments(process.argv, process.defaultApp);
const folder = process.cwd();
const library = libraryArgument(given, folder) ?? DEFAULT_LIBRARY;

chooseProfile(library);
if (app.requestSingleInstanceLock({ arguments: given, folder } satisfies SecondStart)) start();
// The instance that runs has been told what this one was given.
else app.quit();

function start(): void {
  const log = new LogFile(app.getPath('logs'));
  const logProblem = log.writeProblem.bind(log);
  process.on('uncaughtException', (error) => {
    logProblem(error, 'the main process');
    dialog.showErrorBox('Something went wrong that should not have', `${error.message}\n\nYour articles are safe. The log says more: ${log.path}`);
  });
  // Electron only warns of these on the terminal, which most users do not see.
  process.on('unhandledRejection', (error) => logProblem(error, 'the main process, unawaited'));
  app.enableSandbox();
  // The taskbar groups windows by it; the installer enters the same.
  if (process.platform === 'win32') app.setAppUserModelId('org.carrel.Carrel');
  registerAppScheme();
  lockAllContents(logProblem);
  const handOver = new HandOver();
  handOver.listen();
  handOver.take(readHandedOver(given, folder));
  app
    .whenReady()
    .then(() => open(handOver, log))
    .catch((error: unknown) => {
      logProblem(error, 'starting');
      // Without a window it would run on unseen, and every later start would be handed to it.
      dialog.showErrorBox('Carrel could not start', `${error instanceof Error ? error.message : String(error)}\n\nYour articles are safe. The log says more: ${log.path}`);
      app.exit(1);
    });
}

function open(handOver: HandOver, log: LogFile): void {
  const logProblem = log.writeProblem.bind(log);
  lockSession(session.defaultSession, { devTools: !app.isPackaged });
  const windows = new Windows(new WindowStore(logProblem));
  const link = linkLibrary(library, windows, log);
  handleAppScheme(session.defaultSession, RENDERER_FOLDER, link);
  const settings = createSettingsCalls(log, () => windows.tellAll('library', { type: 'settings-changed' }));
  const importPaths = createPathImport(link, settings);
  openDoors({
    call: (method, input) => {
      if (isSettingsCall(method)) return settings(method, input);
      return method === 'watched.choose' ? chooseWatchedFolder(windows.current, link) : link.callForWindow(method, input);
    },
    importPaths,
  });
  app.on('browser-window-created', (_event, window) => {
    recoverWindow(window);
    window.webContents.on('did-finish-load', () => tell(window.webContents, 'condition', link.condition));
  });
  quitInOrder(link, logProblem);

  async function importChosen(what: 'files' | 'folder'): Promise<void> {
    const paths = await askForSources(windows.current, what);
    if (paths.length === 0) return;
    const outcome = await importPaths(paths);
    if (!outcome.ok) await say(windows.current, 'error', 'The files were not imported.', outcome.error.message);
  }

  function runCommand(name: CommandName): void {
    if (name === 'import-files') void importChosen('files');
    else if (name === 'import-folder') void importChosen('folder');
    else tell(windows.show().webContents, 'command', name);
  }

  setMenu(
    { platform: process.platform, appName: app.name, devTools: !app.isPackaged },
    { runCommand, openWindow: () => windows.open(), saveArticle: () => void saveArticle(windows.current, link) },
  );
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) windows.open();
  });
  // Started from its sources, Electron itself would be entered as the program for these links.
  if (app.isPackaged) app.setAsDefaultProtocolClient('carrel');
  link.start();
  handOver.begin({ windows, importPaths });
}
