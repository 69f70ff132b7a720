import { EventEmitter, once } from 'node:events';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { runBotVerb } from '../../src/cli/run.ts';
import type { RunningBot } from '../../src/cli/running-bot.ts';
import { textsFor } from '../../src/messages/choose.ts';

test('asked to end while it is starting, it ends in order as soon as it has started', async () => {
  const signals = new EventEmitter();
  const done: string[] = [];
  const bot = {
    url: 'http://127.0.0.1:1',
    lost: new Promise(() => {}),
    watch: () => void done.push('watches'),
    stop: async () => void done.push('stops'),
  };
  const verb = runBotVerb({
    async open() {
      signals.emit('SIGTERM');
      return bot as unknown as RunningBot;
    },
    texts: () => textsFor('en'),
    inbox: () => '/inbox',
    door: () => ({ host: '127.0.0.1', password: undefined }),
    asked: async () => void (await once(signals, 'SIGTERM')),
    stopInTime: (stop) => stop(),
  });
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  expect(await verb.run([], { input, output, errors, folder: '/' })).toBe(0);
  output.end();
  expect(done).toEqual(['watches', 'stops']);
  expect(await text(output)).toContain('Bellwire is running');
});
