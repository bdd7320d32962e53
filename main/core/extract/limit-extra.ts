import type { z } from 'zod';
import { LIMITS } from '../base/limits.ts';

type Json = z.core.util.JSONType;

/**
 * What a source said that has no field, within LIMITS.extraBytes as JSON: fields in their order as long as they fit,
 * lists and texts shortened, other values that are too large left out. Null when nothing is left.
 */
export function limitExtra(extra: Readonly<Record<string, Json>>): Record<string, Json> | null {
  const kept: [string, Json][] = [];
  let left = LIMITS.extraBytes - 2;
  for (const [name, value] of Object.entries(extra)) {
    const room = left - sizeOf(name) - 2;
    const fitting = fit(value, room);
    if (fitting === undefined) continue;
    kept.push([name, fitting]);
    left = room - sizeOf(fitting);
  }
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

function fit(value: Json, room: number): Json | undefined {
  if (sizeOf(value) <= room) return value;
  if (typeof value === 'string') return shorten(value, room);
  if (!Array.isArray(value)) return undefined;
  let used = 2;
  const end = value.findIndex((member) => (used += sizeOf(member) + 1) > room);
  return end <= 0 ? undefined : value.slice(0, end);
}

/** A character takes at most six bytes of JSON (a control character). */
function shorten(text: string, room: number): string | undefined {
  const length = Math.floor((room - 2) / 6);
  return length < 1 ? undefined : text.slice(0, length).toWellFormed();
}

function sizeOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}
