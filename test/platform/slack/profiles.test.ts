import { expect, test } from 'vitest';
import type { Answer } from '../../../src/platform/slack/api.ts';
import { createProfiles } from '../../../src/platform/slack/profiles.ts';
import { manualWorld } from '../../fakes/world.ts';

const done = (user: object): Answer => ({
  outcome: { kind: 'done' },
  said: { ok: true, user: { team_id: 'T1', ...user } },
});
const busy: Answer = { outcome: { kind: 'busy', retryAfterMs: 2000, reason: 'ratelimited' } };
const refused = (error: string): Answer => ({ outcome: { kind: 'refused', reason: error }, error });

function profilesWith(...answers: readonly Answer[]) {
  const world = manualWorld();
  let asked = 0;
  const ask = async (): Promise<Answer> => answers[Math.min((asked += 1), answers.length) - 1]!;
  return { world, profiles: createProfiles({ ask }, world), asked: () => asked };
}

const roles: ReadonlyArray<readonly [user: object, role: string]> = [
  [{}, 'member'],
  [{ is_admin: true }, 'admin'],
  [{ is_admin: true, is_owner: true }, 'owner'],
  [{ is_restricted: true }, 'guest'],
  [{ is_ultra_restricted: true, is_restricted: true }, 'guest'],
  [{ deleted: true, is_admin: true }, 'guest'],
  [{ team_id: 'T2', is_owner: true }, 'guest'],
  [{ is_stranger: true }, 'guest'],
];
test.each(roles)('%j is a %s', async (user, role) => {
  expect(await profilesWith(done(user)).profiles('T1', 'U1')).toMatchObject({ role });
});

test('what Slack says is believed for five minutes', async () => {
  const { profiles, asked, world } = profilesWith(done({ is_admin: true }), done({}));
  await Promise.all([profiles('T1', 'U1'), profiles('T1', 'U1')]);
  expect(asked()).toBe(1);
  await world.advance(5 * 60_000);
  expect(await profiles('T1', 'U1')).toMatchObject({ role: 'member' });
});

test('while Slack is asked too often nobody is taken for a guest', async () => {
  const { profiles, world } = profilesWith(busy, busy, done({ tz: 'Europe/Paris' }));
  const profile = profiles('T1', 'U1');
  await world.advance(4000);
  expect(await profile).toMatchObject({ role: 'member', zone: 'Europe/Paris' });
});

test('what was known holds while Slack cannot be asked', async () => {
  const { profiles, world } = profilesWith(done({ is_admin: true }), refused('internal_error'));
  await profiles('T1', 'U1');
  await world.advance(5 * 60_000);
  expect(await profiles('T1', 'U1')).toMatchObject({ role: 'admin' });
});

test.each([
  ['missing_scope', 'member'],
  ['user_not_found', 'guest'],
])('of whom nobody can tell: %s is a %s', async (error, role) => {
  expect(await profilesWith(refused(error)).profiles('T1', 'U1')).toMatchObject({ role });
});
