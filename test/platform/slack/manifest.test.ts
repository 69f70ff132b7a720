import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { allCommands } from '../../../commands/all.ts';
import { english } from '../../../src/messages/en.ts';
import { botScopes, manifestOf } from '../../../src/platform/slack/manifest.ts';
import { usualScopes } from '../../fakes/slack/state.ts';

const schemaFile = resolve(import.meta.dirname, '../../../../shared/schemas/slack-app-manifest.schema.json');
const schemaIsThere = existsSync(schemaFile);

const ours = [
  { commandSet: 'news' },
  { commandSet: 'all' },
  { commandSet: 'news', publicUrl: 'https://bellwire.example/' },
] as const;

/** npm run --silent slack:manifest > docs/slack-manifest.json */
test('docs/slack-manifest.json is what our commands make of it', () => {
  const written = readFileSync(resolve(import.meta.dirname, '../../../docs/slack-manifest.json'), 'utf8');
  expect(JSON.parse(written)).toEqual(asJson(manifestOf(allCommands, english, { commandSet: 'news' })));
});

describe.each(ours)('a manifest: %o', (options) => {
  const manifest = manifestOf(allCommands, english, options);

  test('is one as its schema has it', ({ skip }) => {
    skip(!schemaIsThere, 'the schema of manifests is not at hand');
    // Of draft 4, which is told by these two names alone here.
    const ajv = new Ajv({ strict: false, logger: false, validateSchema: false });
    formats.default(ajv);
    const {
      $schema: _,
      id: __,
      ...schema
    } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
    const check = ajv.compile(schema);
    check(asJson(manifest));
    expect(check.errors ?? []).toEqual([]);
  });

  test('keeps the published bounds', () => {
    const { features, display_information: display } = manifest as {
      features: {
        slash_commands: ReadonlyArray<{ command: string; description: string; usage_hint?: string }>;
      };
      display_information: { description: string };
    };
    expect(display.description.length).toBeLessThanOrEqual(140);
    for (const { command, description, usage_hint: hint = '' } of features.slash_commands) {
      expect(command).toMatch(/^\/[a-z]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2000);
      expect(hint.length).toBeLessThanOrEqual(1000);
    }
    expect(features.slash_commands.length).toBeLessThanOrEqual(50);
  });
});

test('what is asked for is what the fake Slack gives, so that a scope that is missing is seen', () => {
  expect([...botScopes].toSorted()).toEqual([...usualScopes].toSorted());
});

function asJson(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
