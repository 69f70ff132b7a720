import { expect, test } from 'vitest';
import { alertIdsOf } from '../src/message-id.ts';

test('ids of one story begin alike, and those of another otherwise', () => {
  const [one, other] = [alertIdsOf('url:https://a.example/1'), alertIdsOf('url:https://a.example/2')];
  const channels = Array.from({ length: 500 }, (_, at) => `slack/T1/C${at}`);
  const ids = channels.map((channel) => one(channel, 0));
  expect(new Set(ids.map((id) => id.slice(0, 6))).size).toBe(1);
  expect(other('slack/T1/C0', 0).slice(0, 6)).not.toBe(ids[0]?.slice(0, 6));
});

test('an id is a story’s, a channel’s and a number’s, and the same every time', () => {
  const id = alertIdsOf('url:https://a.example/1')('slack/T1/C1', 0);
  expect(id).toMatch(/^[\w-]{24}$/);
  expect(alertIdsOf('url:https://a.example/1')('slack/T1/C1', 0)).toBe(id);
  const others = [
    alertIdsOf('url:https://a.example/2')('slack/T1/C1', 0),
    alertIdsOf('url:https://a.example/1')('slack/T1/C2', 0),
    alertIdsOf('url:https://a.example/1')('slack/T1/C1', 1),
  ];
  expect(new Set([id, ...others].map((one) => one.slice(6))).size).toBe(4);
});
