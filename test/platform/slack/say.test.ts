import { expect, test } from 'vitest';
import { silentLog } from '../../../src/log.ts';
import { createSay, type PostJson } from '../../../src/platform/slack/say.ts';
import { manualWorld } from '../../fakes/world.ts';

const reset = Object.assign(new Error('https://hooks.slack.com/commands/secret'), { code: 'ECONNRESET' });
const unreachable = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });

const cases: ReadonlyArray<
  readonly [
    about: string,
    audience: 'caller' | 'channel',
    answers: ReadonlyArray<number | Error>,
    asked: number,
    inChannel: number,
  ]
> = [
  ['is said once', 'caller', [200], 1, 0],
  ['nobody heard is said again', 'channel', [unreachable, 200], 2, 0],
  ['may have been heard is said again to whoever asked', 'caller', [reset, 200], 2, 0],
  ['may have been heard is not said again to everybody', 'channel', [reset, 200], 1, 0],
  ['is refused comes in the channel', 'caller', [404, 200], 1, 1],
  ['finds nobody at all comes in the channel', 'caller', [503, 503, 200], 2, 1],
];

test.each(cases)('an answer that %s (for the %s)', async (_, audience, answers, asked, inChannel) => {
  const left = [...answers];
  let count = 0;
  const said: object[] = [];
  const postJson: PostJson = async () => {
    count += 1;
    const next = left.shift();
    if (typeof next !== 'number') throw next ?? new Error('nothing is left');
    return { status: next };
  };
  const say = createSay({
    tokens: {
      async ask(_team, method, args) {
        said.push({ method, channel: args?.['channel'] });
        return { outcome: { kind: 'done' } };
      },
    },
    direct: async () => undefined,
    postJson,
    world: manualWorld(),
    log: silentLog,
  });
  const url = 'https://hooks.slack.com/commands/secret';
  const way = { kind: 'url', url, channel: 'C1' } as const;
  await say.answer({ team: 'T1', user: 'U1' }, way, { audience, text: 'a', blocks: [] });
  expect(count).toBe(asked);
  expect(said).toEqual(
    Array.from({ length: inChannel }, () => ({ method: 'chat.postEphemeral', channel: 'C1' })),
  );
});
