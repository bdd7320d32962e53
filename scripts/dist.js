// Builds Carrel and makes packages of it; nothing is published.
//   npm run dist                      this system's desktop packages, as electron-builder.yml says
//   npm run dist -- --dir             only the folder that they are made from; other options go to electron-builder, too
//   npm run dist -- --npm             the command line with its web host, as one npm package without dependencies
//   npm run dist -- --write-list      writes scripts/dist/asar-list.txt anew, on a stand-in of Electron
import './build.js';
import { makePackages } from './dist/make-packages.js';

process.exitCode = await makePackages(process.argv.slice(2), process.env);
