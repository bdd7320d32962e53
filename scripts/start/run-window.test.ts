import { expect, it } from 'vitest';
import { explainWindow } from './run-window.js';

it.each([
  ['ERROR:zygote_host_impl_linux.cc(101)] Running as root without --no-sandbox is not supported.', 'does not work for root'],
  ['FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found, but is not configured correctly.', 'AppArmor profile, which Carrel\'s deb package brings'],
  ['FATAL:zygote_host_impl_linux.cc(127)] No usable sandbox! If you are running on Ubuntu 23.10+', 'AppArmor profile'],
  ['electron: error while loading shared libraries: libnss3.so: cannot open shared object file', 'missing: libnss3.so.'],
  ['ERROR:ozone_platform_x11.cc(245)] Missing X server or $DISPLAY', 'found no screen'],
  ['Segmentation fault', 'What it said stands above'],
])('explains a window that ended at once, and offers the browser: %s', (printed, words) => {
  expect(explainWindow(printed)).toContain(words);
  expect(explainWindow(printed)).toContain('npm start -- --web');
});
