/**
 * Compares bodies with Discord's own OpenAPI description (discord/discord-api-spec), where it lies beside the project in
 * `../shared/schemas`. It knows less than our rules (its README says what) and more about shapes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const file = resolve(import.meta.dirname, '../../../../shared/schemas/discord-openapi.json');

export const schemaIsThere = existsSync(file);

/** Complaints about a body, empty if there are none. `path` as in the description: "/channels/{channel_id}/messages". */
export type SchemaCheck = (method: string, path: string, body: unknown) => readonly string[];

/** Without the description there are no complaints. */
export function openSchemaCheck(): SchemaCheck {
  if (!schemaIsThere) return () => [];
  let checks: ((method: string, path: string) => ValidateFunction | undefined) | undefined;
  return (method, path, body) => {
    checks ??= compiled();
    const check = checks(method, path);
    if (check === undefined || check(body)) return [];
    return (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  };
}

/** Compiled when first needed, for all fakes of this process. */
const compiled = remembered((): ((method: string, path: string) => ValidateFunction | undefined) => {
  // The description is large: neither checked itself nor inlined nor made faster than it need be, it compiles in a third of a second.
  const ajv = new Ajv2020({
    strict: false,
    logger: false,
    validateSchema: false,
    meta: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  formats.default(ajv);
  ajv.addFormat('nonce', true);
  ajv.addFormat('snowflake', /^(?:0|[1-9]\d*)$/);
  const description = JSON.parse(readFileSync(file, 'utf8'), asItIs) as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, unknown> } }>>;
  };
  ajv.addSchema(description, 'discord');
  const known = new Map<string, ValidateFunction | undefined>();
  return (method, path) => {
    const name = `${method} ${path}`;
    if (!known.has(name)) {
      const body = description.paths[path]?.[method.toLowerCase()]?.requestBody?.content['application/json'];
      const pointer = [path, method.toLowerCase()]
        .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
        .join('/');
      const $ref = `discord#/paths/${pointer}/requestBody/content/application~1json/schema`;
      known.set(name, body === undefined ? undefined : ajv.compile({ $ref }));
    }
    return known.get(name);
  };
});

/** What the description says too narrowly: permissions travel as strings of digits. */
function asItIs(key: string, value: unknown): unknown {
  const isNarrow = key === 'default_member_permissions' && JSON.stringify(value).includes('"integer"');
  return isNarrow ? { type: ['integer', 'string', 'null'] } : value;
}

function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
