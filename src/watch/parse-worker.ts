/** The worker's side of `parser.ts`: what reads untrusted bytes runs here, where it can be ended. */
import { parentPort } from 'node:worker_threads';
import type { ParseAnswer, ParseJob } from './parser.ts';
import { readFeed } from './read-feed.ts';
import { readPage } from './read-page.ts';

parentPort?.on('message', (job: ParseJob) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answer(job));
});

function answer(job: ParseJob): ParseAnswer {
  try {
    const parsed = job.kind === 'feed' ? readFeed(job.bytes, job.source) : readPage(job.bytes, job.source);
    return { kind: 'parsed', parsed };
  } catch (error) {
    return { kind: 'failed', error };
  }
}
