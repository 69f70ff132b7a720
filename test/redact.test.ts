import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';
import { redact } from '../src/redact.ts';

// Put together here, so that no scanner takes them for real ones.
const slack = ['xoxb', '1234567890', 'abcdefghijklmnop'].join('-');
const slackApp = ['xapp', '1', 'A012345', '1234567890', 'abcdef'].join('-');
const discord = ['MTIzNDU2Nzg5MDEyMzQ1Njc4OQ', 'GabcDE', 'aaaaaaaaaabbbbbbbbbbcccccccccc12'].join('.');

const cases: ReadonlyArray<[about: string, line: string, secret: string, kept: string]> = [
  [
    'a password in a URL',
    'cannot fetch https://me:hunter22@wire.example/rss',
    'hunter22',
    'wire.example/rss',
  ],
  ['a token in place of the user', 'https://s3cr3ttoken@wire.example/', 's3cr3ttoken', 'wire.example'],
  ['a database address', 'postgres://bell:hunter22@db:5432/bell refused', 'hunter22', 'db:5432/bell refused'],
  ['a token in a query', 'GET https://a.example/feed?page=2&token=hunter22&x=1', 'hunter22', 'page=2'],
  ['what stands behind it', 'GET https://a.example/feed?access_token=hunter22&x=1', 'hunter22', '&x=1'],
  ['a key in a query', 'https://a.example/?key=hunter22', 'hunter22', 'a.example'],
  ['a bot token of Slack', `invalid_auth for ${slack}`, slack, 'invalid_auth'],
  ['an app token of Slack', `invalid_auth for ${slackApp}`, slackApp, 'invalid_auth'],
  ['a bot token of Discord', `401 for ${discord}`, discord, '401'],
  ['a credential in a header', 'authorization: Bearer abcdefghijkl', 'abcdefghijkl', 'authorization'],
  ['a webhook of Slack', 'POST https://hooks.slack.com/services/T0/B0/abcdef 404', 'abcdef', '404'],
  ['an answer on Slack', 'POST https://hooks.slack.com/commands/T0/1/abcdef 404', 'abcdef', '404'],
  ['a connection to Slack', 'wss://wss-primary.slack.com/link/?ticket=abcdef&app_id=1', 'abcdef', 'app_id'],
  ['a webhook of Discord', 'POST https://discord.com/api/webhooks/12/abcdef 404', 'abcdef', '404'],
  [
    'a webhook of another server',
    'http://[::1]:4000/api/v10/webhooks/12/abcdef/messages/1',
    'abcdef',
    'messages',
  ],
  ['an interaction', 'https://discord.com/api/v10/interactions/12/abcdef/callback', 'abcdef', 'callback'],
  ['a setting in a sentence', 'PAGE_PASSWORD=hunter22 is too short', 'hunter22', 'is too short'],
  ['a key deep in JSON', '{"a":{"b":{"c":{"client_secret":"hunter\\"22"}}},"d":1}', 'hunter', '"d":1'],
];

test.each(cases)('%s is taken out, the rest stays', (_, line, secret, kept) => {
  expect(redact(line)).not.toContain(secret);
  expect(redact(line)).toContain(kept);
  expect(redact(redact(line)), 'once is enough').toBe(redact(line));
});

const harmless: readonly string[] = [
  'read from the inbox',
  '{"level":30,"time":1767603600000,"message":"Zm9vYmFyYmF6cXV4MTIzNDU2","channel":7,"msg":"delivery step"}',
  'GET https://wire.example/rss?page=2&sort=new 304',
  'a key executive leaves: the secretary said so',
  'at Object.<anonymous> (file:///srv/bellwire/src/language/tokens.ts:19:7)',
];

test.each(harmless)('what is no secret stays as it is: %s', (line) => expect(redact(line)).toBe(line));

test('a line that was made to be slow takes no time', () => {
  const lines = ['token'.repeat(20_000), `https://${'a'.repeat(100_000)}`, '"password":"'.repeat(10_000)];
  const from = performance.now();
  for (const line of lines) redact(line);
  expect(performance.now() - from).toBeLessThan(2000);
});

test('whatever is logged, in facts, errors and sentences, goes through it and stays JSON', () => {
  const written: string[] = [];
  const log = createLog('debug', (line) => void written.push(line), false);
  const err = new Error('GET https://me:hunter22@wire.example/?token=hunter22 failed', {
    cause: new Error('authorization: Bearer hunter22hunter22'),
  });
  log.error(
    { err, headers: { authorization: 'hunter22' }, deep: { er: { token: 'hunter22' } } },
    `hm: ${err.message}`,
  );
  expect(written.join('')).not.toContain('hunter22');
  expect(JSON.parse(written.join(''))).toMatchObject({ level: 50, deep: { er: { token: '[redacted]' } } });
});

test('a configured secret is taken out whatever it looks like, and leaves the line JSON', () => {
  const secret = 'test-token';
  const written: string[] = [];
  const log = createLog('debug', (line) => void written.push(line), false, [secret, 'err']);
  log.error({ err: new Error(`asked as ${secret}`), said: [secret] }, `${secret}, erring`);
  expect(written.join('')).not.toContain(secret);
  expect(JSON.parse(written.join(''))).toMatchObject({ said: ['[redacted]'], msg: '[redacted], erring' });
});
