import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/*
 * Holds the fake to the real Electron's names: methods by the compiler (`satisfies Names<...>`, `NoneBut<...>`), events
 * by electron.d.ts when they are emitted or listened to. A name that Electron does not have fails.
 */

/** The members that a fake may have: any of the real one's, none but the real one's. */
export type Names<Real> = { readonly [Name in keyof Real]?: unknown };

/** `true` when a class has no public member that the real one lacks; otherwise the names of those. */
export type NoneBut<Real, Fake> = Exclude<keyof Fake, keyof Real> extends never ? true : Exclude<keyof Fake, keyof Real>;

const declarations = fs.readFileSync(path.join(path.dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'electron.d.ts'), 'utf8');

/** An emitter with the events of one of Electron's classes or interfaces. */
export class ElectronEmitter extends EventEmitter {
  readonly #className: string;
  readonly #known: ReadonlySet<string>;

  constructor(className: string) {
    super();
    this.#className = className;
    this.#known = eventsOf(className);
    super.on('newListener', (name) => this.#check(name));
  }

  override emit(name: string | symbol, ...args: readonly unknown[]): boolean {
    this.#check(name);
    return super.emit(name, ...args);
  }

  #check(name: string | symbol): void {
    if (name === 'newListener' || name === 'removeListener' || this.#known.has(String(name))) return;
    throw new Error(`Electron's ${this.#className} has no event "${String(name)}"`);
  }
}

/** An event object with the one method that handlers use. */
export class FakeEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** The event with details of its own, as Electron gives to newer events. */
export function eventWith<Details extends object>(details: Details): FakeEvent & Details {
  return Object.assign(new FakeEvent(), details);
}

const events = new Map<string, ReadonlySet<string>>();

function eventsOf(className: string): ReadonlySet<string> {
  const known = events.get(className);
  if (known) return known;
  const start = new RegExp(String.raw`^ {2}(?:class|interface) ${className}\b.*\{$`, 'm').exec(declarations);
  if (!start) throw new Error(`electron.d.ts has no ${className}`);
  const body = declarations.slice(start.index, declarations.indexOf('\n  }\n', start.index));
  const found = new Set([...body.matchAll(/^ {4}on\(event: '([^']+)'/gm)].map(([, name = '']) => name));
  events.set(className, found);
  return found;
}
