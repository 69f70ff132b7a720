/** Too many people ask: who comes then is told so in time, whatever they did, and nothing of it is done. */
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { mostWaitingOfOne } from '../../../src/platform/front-desk.ts';
import { until } from '../until.ts';
import { alertIn, lineWith, seen } from './look.ts';
import { modes, slackWalk } from './walk.ts';

const cuts = 'Hollowgate announces layoffs of 400 people';
const busy = 'Bellwire is busy';

/** A database that stands still until it is let go. */
function standstill() {
  const goesOn = Promise.withResolvers<void>();
  let stands = false;
  return {
    begin: () => void (stands = true),
    end: goesOn.resolve,
    harm: (store: Store): Store => ({
      ...store,
      people: {
        ...store.people,
        async find(...asked) {
          if (stands) await goesOn.promise;
          return store.people.find(...asked);
        },
      },
    }),
  };
}

describe.each(modes)('too many in one workspace, in %s', (mode) => {
  test('commands, presses, forms and questions are turned away in words; the others are answered', async () => {
    const { begin, end, harm } = standstill();
    const { slack, acme, store, publish } = await slackWalk({ mode, harm });
    const news = acme.channel('news');
    const [ada, bob] = [acme.person('ada'), acme.person('bob')];
    await ada.types('/news subscribe layoffs', news);
    await lineWith(news, 'layoffs');
    await publish(cuts);
    await bob.types('/news', news);
    await until(() => bob.form() !== undefined);
    await bob.completes('form', 'What', 'AWS');
    begin();
    const asked = await Promise.all(
      Array.from({ length: mostWaitingOfOne }, () => ada.types('/news help', news)),
    );
    expect(asked.filter(({ acknowledged, reply }) => !acknowledged || reply !== undefined)).toEqual([]);

    const turned = await ada.types('/news subscribe quantum', news);
    expect(turned).toMatchObject({ acknowledged: true, reply: { privateTo: ada.id } });
    expect(turned.reply?.text).toContain(busy);
    expect(await ada.presses(alertIn(news), 'Why?')).toMatchObject({ acknowledged: true });
    await seen(ada, news, busy);
    bob.mentions(news, 'what’s new?');
    await seen(bob, news, busy);
    const sent = await bob.submits({ What: 'AWS', Where: news.id });
    expect(sent.errors['keywords']).toContain(busy);

    end();
    await until(() => ada.sees(news).filter(({ text }) => text.includes('/news subscribe')).length >= 250);
    expect(await bob.submits({})).toMatchObject({ acknowledged: true, errors: {} });
    await lineWith(news, 'AWS');
    const workspace = await store.workspaces.find('slack', acme.id);
    const channel = await store.workspaces.findChannel(workspace!.id, news.id);
    const typed = (await store.subscriptions.ofChannel(channel!.id)).map((one) => one.typed);
    expect(typed).toEqual(['layoffs', 'AWS']);
    expect(slack.complaints).toEqual([]);
  });

  test('another workspace is answered as ever', async () => {
    const { begin, end, harm } = standstill();
    const { slack, acme } = await slackWalk({ mode, oauth: true, harm });
    const other = slack.team('other');
    begin();
    const asks = (team: typeof acme) => team.person('ada').types('/news help', team.channel('news'));
    await Promise.all(Array.from({ length: mostWaitingOfOne }, () => asks(acme)));
    expect((await asks(acme)).reply?.text).toContain(busy);
    expect((await asks(other)).reply).toBeUndefined();
    end();
  });
});
