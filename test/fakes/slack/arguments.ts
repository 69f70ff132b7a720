/** Arguments as they come: a query, a form in which structures are JSON texts, or JSON. */
import { invalidArguments, Refusal } from './refusal.ts';
import type { Json } from './shapes.ts';

export interface Given {
  readonly args: Json;
  /** Slack's remarks on how it was sent. */
  readonly warnings: readonly string[];
}

/** @param takesJson many methods that read take none, and see no argument in it */
export async function argumentsOf(request: Request, takesJson: boolean): Promise<Given> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const type = (request.headers.get('content-type') ?? '').toLowerCase();
  const body = await request.text();
  if (body === '') return { args: query, warnings: [] };
  if (type === '') throw new Refusal('missing_post_type');
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { args: { ...query, ...Object.fromEntries(new URLSearchParams(body)) }, warnings: [] };
  }
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    return { args: { ...query, ...Object.fromEntries(form) }, warnings: [] };
  }
  if (!type.startsWith('application/json')) throw new Refusal('invalid_post_type');
  // A token is not looked for in JSON: it belongs in the header.
  const { token: _, ...args } = parsedObject(body);
  const warnings = type.includes('charset') ? [] : ['missing_charset'];
  return { args: takesJson ? { ...query, ...args } : query, warnings };
}

function parsedObject(body: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Refusal('invalid_json');
  }
  if (!isRecord(value)) throw new Refusal('json_not_object');
  return value;
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Json {
  return isRecord(value) ? value : {};
}

export function records(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(record) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The text of an argument; a number is one too. */
export function textIn(args: Json, name: string): string | undefined {
  const value = args[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @throws Refusal invalid_arguments */
export function needed(args: Json, name: string): string {
  const value = textIn(args, name);
  if (value === undefined) throw invalidArguments(`missing required field: ${name}`);
  return value;
}

export function flagIn(args: Json, name: string, otherwise = false): boolean {
  const value = args[name];
  if (value === undefined || value === null || value === '') return otherwise;
  return value === true || value === 1 || value === '1' || value === 'true';
}

/** @throws Refusal invalid_limit */
export function limitIn(args: Json, otherwise: number, most: number): number {
  const value = textIn(args, 'limit');
  if (value === undefined || value === '0') return otherwise;
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1) throw new Refusal('invalid_limit');
  return Math.min(limit, most);
}

export const malformed = Symbol('malformed');

/** A structure, sent as such or as JSON in a text; undefined if it is not there. */
export function structureIn(args: Json, name: string): unknown {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return malformed;
  }
}
