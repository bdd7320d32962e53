import { expect, it } from 'vitest';
import { isPublicAddress } from './check-address.ts';

it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '2a00::1', '3fff:ffff::1', '::ffff:93.184.216.34', '2a00::5efe:93.184.216.34', '2a00::1:5efe:10.0.0.1'])('%s is of the open net', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  ...['127.0.0.1', '10.0.0.1', '169.254.169.254', '192.168.1.1', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255'],
  ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fec0::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '2001::1'],
  // Written within one of IPv6.
  ...['::ffff:127.0.0.1', '::127.0.0.1', '::7f00:1', '64:ff9b::7f00:1', '64:ff9b::93.184.216.34', '64:ff9b:1::7f00:1'],
  ...['2a00::5efe:7f00:1', '2a00::200:5efe:10.0.0.1', '2a00::100:5efe:192.168.0.1', '2a00::300:5efe:169.254.169.254'],
  // Not given out.
  ...['200::1', '400::1', '1000::1', '4000::1', '5f00::1', 'e000::1', '100::1'],
  ...['', 'harbour.example', '::g'],
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
