// What `import ... from 'electron'` gives to the built main process under the fake.
export { app } from './app.ts';
export { ipcMain } from './ipc.ts';
export { protocol, session } from './session.ts';
export { dialog, Menu, nativeTheme, screen, shell } from './system.ts';
export { utilityProcess } from './utility-process.ts';
export { BrowserWindow } from './windows.ts';
