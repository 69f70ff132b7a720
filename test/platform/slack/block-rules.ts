/**
 * What Slack takes: the published bounds of https://docs.slack.dev/reference/block-kit, the bound of all blocks together
 * that is not published, and, where it lies beside the project, the description made of Slack's own types.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

const file = resolve(import.meta.dirname, '../../../../shared/schemas/slack-block-kit.schema.json');

export const schemaIsThere = existsSync(file);

type Json = Readonly<Record<string, unknown>>;

/** What is wrong with these blocks; empty if nothing is. */
export function mistakesIn(blocks: readonly object[], most = 50): readonly string[] {
  const found: string[] = [];
  if (blocks.length === 0 || blocks.length > most) found.push(`${blocks.length} blocks`);
  const ids = blocks.flatMap((block) => (block as { block_id?: string }).block_id ?? []);
  if (new Set(ids).size < ids.length) found.push('two blocks of one id');
  if (most === 50 && JSON.stringify(blocks).length > 13_200) found.push('blocks too long');
  for (const block of blocks) {
    look(block as Json, undefined, found);
    found.push(...shapeOf(block));
  }
  return found;
}

const bounds: Readonly<Record<string, number>> = {
  block_id: 255,
  action_id: 255,
  value: 2000,
  image_url: 3000,
  alt_text: 2000,
};

function look(node: Json, parent: string | undefined, found: string[]): void {
  const { type } = node as { type?: string };
  for (const [key, value] of Object.entries(node)) {
    const bound = bounds[key];
    if (typeof value === 'string') {
      if (bound !== undefined && (value.length > bound || value === ''))
        found.push(`${key}: ${value.length}`);
      if (!value.isWellFormed()) found.push(`${key} has half a character`);
    } else if (Array.isArray(value)) {
      for (const one of value) if (typeof one === 'object') look(one as Json, type, found);
      const counts: Readonly<Record<string, number>> = { actions: 25, context: 10, overflow: 5 };
      const count = counts[type ?? ''] ?? 100;
      if (value.length === 0 || value.length > count) found.push(`${type}: ${value.length} ${key}`);
    } else if (typeof value === 'object' && value !== null) look(value as Json, type, found);
  }
  if (type === 'plain_text' || type === 'mrkdwn') {
    const mostOf: Readonly<Record<string, number>> = {
      button: 75,
      header: 150,
      section: 3000,
      context: 3000,
    };
    const { text } = node as { text: string };
    const least = text.trim().length;
    if (least === 0 || text.length > (mostOf[parent ?? ''] ?? 3000)) found.push(`${parent}: ${text.length}`);
  }
  if ((type === 'text' || type === 'link') && String(node['text']) === '') found.push(`empty ${type}`);
}

let check: ValidateFunction | undefined;

function shapeOf(block: object): readonly string[] {
  if (!schemaIsThere) return [];
  check ??= compiled();
  return check(block)
    ? []
    : [`no block of Slack's: ${JSON.stringify(check.errors?.slice(0, 3))} ${JSON.stringify(block)}`];
}

function compiled(): ValidateFunction {
  const ajv = new Ajv({ strict: false, logger: false });
  ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')) as object, 'slack');
  return ajv.compile({ $ref: 'slack#/definitions/KnownBlock' });
}
