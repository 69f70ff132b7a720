/**
 * Compares blocks and views with the schema made of the types of `@slack/types`, where it lies beside the project in
 * `../shared/schemas`. It knows shapes; lengths and counts are ours.
 */
import { textOf } from './arguments.ts';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Json } from './shapes.ts';

const file = resolve(import.meta.dirname, '../../../../shared/schemas/slack-block-kit.schema.json');

export const schemaIsThere = existsSync(file);

export interface Complaint {
  /** Below the value that was looked at: "/elements/0" */
  readonly pointer: string;
  readonly message: string;
}

/** What does not fit the type that the block or view says it is; nothing without the schema. */
export function schemaComplaints(value: Json): readonly Complaint[] {
  if (!schemaIsThere) return [];
  const check = compiled()(textOf(value['type']));
  if (check === undefined || check(value)) return [];
  return plainest(check.errors ?? []);
}

/** The parts of an `anyOf` complain each for itself; what is deepest inside says most. */
function plainest(errors: readonly ErrorObject[]): readonly Complaint[] {
  const depth = (error: ErrorObject): number => error.instancePath.split('/').length;
  const deepest = Math.max(...errors.map(depth));
  const said = errors.filter((error) => depth(error) === deepest && error.keyword !== 'anyOf');
  const once = new Map(said.map((error) => [inWords(error), error.instancePath]));
  return [...once].slice(0, 5).map(([message, pointer]) => ({ message, pointer }));
}

function inWords({ keyword, params, message = '' }: ErrorObject): string {
  if (keyword !== 'additionalProperties') return message;
  return `invalid additional property: ${String(params['additionalProperty'])}`;
}

/** Compiled when first needed, for all fakes of this process. */
let made: ((type: string) => ValidateFunction | undefined) | undefined;

function compiled(): (type: string) => ValidateFunction | undefined {
  if (made !== undefined) return made;
  const ajv = new Ajv({
    strict: false,
    logger: false,
    validateSchema: false,
    meta: false,
    inlineRefs: false,
  });
  const schema = JSON.parse(readFileSync(file, 'utf8')) as { definitions: Record<string, Definition> };
  ajv.addSchema(schema, 'blocks');
  const names = new Map(
    Object.entries(schema.definitions)
      .filter(([name]) => /(?:Block|View)$/.test(name))
      .flatMap(([name, { properties }]) => {
        const type = properties?.['type']?.const;
        return type === undefined ? [] : [[type, name] as const];
      }),
  );
  const known = new Map<string, ValidateFunction>();
  made = (type) => {
    const name = names.get(type);
    if (name === undefined) return undefined;
    const check = known.get(name) ?? ajv.compile({ $ref: `blocks#/definitions/${name}` });
    known.set(name, check);
    return check;
  };
  return made;
}

interface Definition {
  readonly properties?: Readonly<Record<string, { readonly const?: string }>>;
}
