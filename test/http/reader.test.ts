import { describe, expect, test } from 'vitest';
import { preferredLanguage } from '../../src/http/reader.ts';
import { served } from './served.ts';

const cases: ReadonlyArray<[header: string, language: string]> = [
  ['', 'en'],
  ['fr', 'fr'],
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['en-GB,fr;q=0.9', 'en'],
  ['de,fr;q=0.8,en;q=0.9', 'en'],
  ['ja', 'en'],
  ['fr;q=0, en', 'en'],
  ['*', 'en'],
  [',;q=,fr;q=nonsense', 'en'],
  ['FR', 'fr'],
];

describe('Accept-Language', () => {
  test.each(cases)('%j → %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

test('the page speaks the reader’s language and tells times in the reader’s zone', async () => {
  const { ask, room, platform } = await served();
  const [general] = await room.channels();
  if (!general) throw new Error('no channel');
  const { alert } = await import('../platform/sample-post.ts');
  await platform.post(general.channel, alert('m1', 'AWS cuts jobs'));
  const headers = { 'accept-language': 'fr', cookie: 'zone=Asia/Tokyo' };
  const page = await (await ask('/channels/general', { headers })).text();
  expect(page).toContain('<html lang="fr">');
  expect(page).toContain('Salons');
  expect(page).toMatch(/datetime="2026-01-05T08:00:00.000Z"[^>]*>[^<]*17:00</);
});

test('a zone that is none is not believed', async () => {
  const { ask } = await served();
  const answer = await ask('/channels/general', { headers: { cookie: 'zone=<script>' } });
  expect(answer.status).toBe(200);
});
