/** Whoever is asked to end has some seconds; what is due may be a long list. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { reportNumbered } from '../proof/reports.ts';
import { topics } from '../simulate/news.ts';
import { walk } from './bot.ts';

const many = 5;

test.each(['matched', 'placed'] as const)(
  'what is just being %s is finished, the rest waits for the next start',
  async (step) => {
    let held = true;
    let done = 0;
    const stopped = Promise.withResolvers<void>();
    const { bot, say, settle, world } = await walk({}, (store) => ({
      ...store,
      articles: {
        ...store.articles,
        due: async (limit) => (held && step === 'matched' ? [] : store.articles.due(limit)),
        recordMatched: (matched) => during('matched', () => store.articles.recordMatched(matched)),
      },
      deliveries: {
        ...store.deliveries,
        dueAlerts: async (now, limit) => (held ? [] : store.deliveries.dueAlerts(now, limit)),
        place: (placed) => during('placed', () => store.deliveries.place(placed)),
      },
    }));
    await say(`/subscribe ${topics.join(', ')}`);
    for (let no = 1; no <= many; no += 1) {
      const { name, content } = reportNumbered(no);
      const bytes = Buffer.from(content);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await bot.accept({ path: `/inbox/${name}`, name, bytes, sha256 });
    }
    await settle();

    held = false;
    bot.tick();
    await stopped.promise;
    expect(done).toBe(1);

    /** Somebody asks it to end while the first of them is under way. */
    async function during(what: typeof step, write: () => Promise<void>): Promise<void> {
      if (what === step && (done += 1) === 1) {
        void bot.stop().then(stopped.resolve, stopped.reject);
        await world.settle();
      }
      await write();
    }
  },
);
