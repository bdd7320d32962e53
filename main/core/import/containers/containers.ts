import type { Container, ContainerName } from './container.ts';
import { mboxContainer } from './mbox.ts';
import { gzipContainer, zstdContainer } from './packed.ts';
import { tarContainer } from './tar.ts';
import { waczContainer } from './wacz.ts';
import { warcContainer } from './warc.ts';
import { zipContainer } from './zip.ts';

/** Every format of files that hold others. To add one: its file, its name in container.ts, its line here, its sign in recognise-container.ts. */
export const CONTAINERS: Readonly<Record<ContainerName, Container>> = {
  zip: zipContainer,
  tar: tarContainer,
  gzip: gzipContainer,
  zstd: zstdContainer,
  mbox: mboxContainer,
  warc: warcContainer,
  wacz: waczContainer,
};
