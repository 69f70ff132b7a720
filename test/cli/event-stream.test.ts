import { expect, test } from 'vitest';
import { readEventStream, type StreamEvent } from '../../src/cli/event-stream.ts';

const cases: ReadonlyArray<[about: string, chunks: readonly string[], events: readonly StreamEvent[]]> = [
  ['one event', ['id: 1\ndata: a\n\n'], [{ id: '1', data: 'a' }]],
  ['several lines of data', ['data: a\ndata: b\n\n'], [{ id: '', data: 'a\nb' }]],
  [
    'an event in pieces',
    ['da', 'ta: a', '\n', '\nda', 'ta: b\n\n'],
    [
      { id: '', data: 'a' },
      { id: '', data: 'b' },
    ],
  ],
  [
    'the last id holds on',
    ['id: 1\ndata: a\n\ndata: b\n\n'],
    [
      { id: '1', data: 'a' },
      { id: '1', data: 'b' },
    ],
  ],
  ['comments are skipped', [': still here\n\ndata: a\n\n'], [{ id: '', data: 'a' }]],
  [
    'CR LF, also torn apart',
    ['data: a\r', '\n\r\ndata: b\r\n\r\n'],
    [
      { id: '', data: 'a' },
      { id: '', data: 'b' },
    ],
  ],
  ['no space after the colon', ['data:a\n\n'], [{ id: '', data: 'a' }]],
  ['an event that was cut off is none', ['data: a\n\ndata: b\n'], [{ id: '', data: 'a' }]],
];

test.each(cases)('%s', async (_about, chunks, events) => {
  const body = ReadableStream.from(chunks.map((chunk) => new TextEncoder().encode(chunk)));
  expect(await Array.fromAsync(readEventStream(body))).toEqual(events);
});

test('a character torn apart is whole again', async () => {
  const bytes = new TextEncoder().encode('data: 裁員\n\n');
  const body = ReadableStream.from([bytes.slice(0, 8), bytes.slice(8)]);
  expect(await Array.fromAsync(readEventStream(body))).toEqual([{ id: '', data: '裁員' }]);
});
