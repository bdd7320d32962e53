// Builds Carrel and opens it: in its desktop window where that can be had, else in the browser.
// npm start [-- --web | --desktop] [options of the window or of `carrel serve`]
import './build.js';
import { openCarrel } from './start/open-carrel.js';

process.exitCode = await openCarrel(process.argv.slice(2), process.env);
