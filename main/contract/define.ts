import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/** What a call ends in. It crosses every boundary as a plain JSON value; a call is never a rejection. */
export type Outcome<Value> =
  | { ok: true; value: Value }
  | { ok: false; error: { code: ErrorCode; message: string; reference?: string } };

/**
 * Who may make a call. `any`: also the window. `local`: only code on this machine that already has the user's
 * rights over the disk (command line, native dialogs), because the input names paths.
 */
export type Door = 'any' | 'local';

/** One call of the library: its schemas, and whether it may be repeated without harm. */
export interface Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command';
  readonly door: Door;
  readonly input: Input;
  readonly output: Output;
}

/** Every call that there is, by its dotted name (`articles.list`). */
export type Contract = Readonly<Record<string, Method>>;

interface Options {
  readonly door?: Door;
}

/** A call that changes nothing: it may be retried and its answer cached. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  { door = 'any' }: Options = {},
): Method<Input, Output> {
  return { kind: 'query', door, input, output };
}

/** A call that changes something: it is never retried by itself. */
export function command<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  { door = 'any' }: Options = {},
): Method<Input, Output> {
  return { kind: 'command', door, input, output };
}

/** What a caller may write: fields with defaults can be left out. */
export type InputOf<M extends Method> = z.input<M['input']>;
/** What a handler receives: defaults are filled in. */
export type ParsedInputOf<M extends Method> = z.output<M['input']>;
/** What a handler must return. */
export type HandlerOutputOf<M extends Method> = z.input<M['output']>;
/** What a caller receives. */
export type OutputOf<M extends Method> = z.output<M['output']>;

/** One function a call, for callers. Rejects never; the failure is in the Outcome. */
export type Client<C extends Contract> = {
  readonly [Name in keyof C]: (input: InputOf<C[Name]>) => Promise<Outcome<OutputOf<C[Name]>>>;
};

/** One function a call, as the library must supply them. A handler throws LibraryError for expected failures. */
export type Handlers<C extends Contract> = {
  readonly [Name in keyof C]: (
    input: ParsedInputOf<C[Name]>,
  ) => Promise<HandlerOutputOf<C[Name]>> | HandlerOutputOf<C[Name]>;
};
