import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';

// What Electron prepares in a utility process: `process.parentPort`, then the module that was asked for.

const [module = '', ...args] = process.argv.slice(2);
const port = new EventEmitter();
const early: unknown[] = [];

process.on('message', (data) => {
  // Messages wait until somebody listens.
  if (port.listenerCount('message') === 0) early.push(data);
  else port.emit('message', { data, ports: [] });
});
port.on('newListener', (name) => {
  if (name === 'message') process.nextTick(() => early.splice(0).forEach((data) => port.emit('message', { data, ports: [] })));
});
process.on('disconnect', () => process.exit(0));
process.argv = [process.execPath, module, ...args];
Object.defineProperty(process, 'parentPort', {
  value: Object.assign(port, {
    postMessage: (message: object) => {
      if (process.connected) process.send?.(message);
    },
  }),
});

await import(pathToFileURL(module).href);
