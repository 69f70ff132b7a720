/**
 * Very many people who give commands at once, to the real talking half of Slack: signed requests, Bolt, commands, a real
 * SQLite that stands still now and then, answers. Not real: the sockets and the HTTP server before `talk.http`, and the
 * addresses to which answers are posted, which take them in some time.
 */
import { allCommands } from '../../../commands/all.ts';
import { createCompletion } from '../../../src/invoke/complete-in.ts';
import { analyze } from '../../../src/language/analyze.ts';
import { silentLog } from '../../../src/log.ts';
import { silentMeter } from '../../../src/meter.ts';
import { factsOf } from '../../../src/match/facts.ts';
import { searchTerms } from '../../../src/language/analyze.ts';
import { createApi } from '../../../src/platform/slack/api.ts';
import { createSeal } from '../../../src/platform/slack/seal.ts';
import { createSlackTalk, type SlackTalk } from '../../../src/platform/slack/talk.ts';
import { createTokens } from '../../../src/platform/slack/tokens.ts';
import type { Transport } from '../../../src/platform/slack/transport.ts';
import type { Store } from '../../../src/store/store.ts';
import type { World } from '../../../src/world.ts';
import type { BusyWorld } from '../../fakes/busy-world.ts';
import type { ChannelPlace } from '../../fakes/slack/channel-place.ts';
import { fakeSlack, type FakeSlack } from '../../fakes/slack/fake-slack.ts';
import type { PersonPlace } from '../../fakes/slack/person.ts';
import { seededRandom } from '../../fakes/world.ts';
import { inThreadStore } from '../../simulate/mortal-store.ts';
import { withoutSockets } from './without-sockets.ts';

export interface Crowd {
  readonly perSecond: number;
  readonly seconds: number;
  readonly teams: number;
  /** The database answers nothing for so long at the end of each period. */
  readonly stall: { readonly everyMs: number; readonly forMs: number };
  readonly texts: ReadonlyArray<{ readonly title: string; readonly text: string }>;
  /** What Slack takes to answer one request. */
  readonly roundTripMs?: number;
}

export interface Heard {
  readonly commands: number;
  readonly inTime: number;
  readonly late: number;
  readonly slowestAckMs: number;
  readonly answered: number;
  readonly turnedAway: number;
  readonly unanswered: number;
  readonly mostWaiting: number;
  readonly slowestAnswerMs: number;
  /** Computed for them in this thread, the fake's work and the database's among it. */
  readonly workedMs: number;
}

const acknowledgeMs = 3000;
/** After the last command. */
const lastAnswersS = 60;
const lines = [
  '/news latest',
  '/news latest AI',
  '/news latest Microsoft layoffs',
  '/news latest "data center" -Amazon 10',
  '/news Nvidia OR AMD',
  '/news subscriptions',
  '/news sources',
  '/news help',
  '/news why 12',
  '/news subscribe OpenAI, "series b"',
  '/news subscribe cloud outages',
  '/news unsubscribe 1',
  '/news mute 7',
];

export async function crowd(
  { perSecond, seconds, teams, stall, texts, roundTripMs = 100 }: Crowd,
  world: BusyWorld,
): Promise<Heard> {
  let talk: SlackTalk | undefined;
  const slack = fakeSlack({
    clock: world,
    checkSchema: false,
    send: async (input, init) => talk!.http(new Request(input, init)),
  });
  slack.http.sendTo({ events: 'https://bellwire.example/slack/events' });
  const bare = await inThreadStore();
  await fill(bare, texts, world.now());
  const begin = world.now();
  const store = stalling(bare, world, begin, stall);
  const waiting = new Map<string, number>();
  const figures = {
    commands: 0,
    inTime: 0,
    late: 0,
    slowestAckMs: 0,
    answered: 0,
    turnedAway: 0,
    mostWaiting: 0,
    slowestAnswerMs: 0,
  };
  talk = await openTalk(slack, store, world, roundTripMs, (url) => {
    const since = waiting.get(url);
    if (since === undefined) return;
    waiting.delete(url);
    figures.answered += 1;
    figures.slowestAnswerMs = Math.max(figures.slowestAnswerMs, world.now() - since);
  });
  const people = await settle(slack, teams);
  const chance = seededRandom(1);
  const all = perSecond * seconds;
  const everyMs = 1000 / perSecond;
  next();
  const idleMs = world.workedMs();
  await world.run(begin + (seconds + lastAnswersS) * 1000);
  return { ...figures, unanswered: waiting.size, workedMs: Math.round(world.workedMs() - idleMs) };

  function next(): void {
    const at = begin + figures.commands * everyMs;
    figures.commands += 1;
    const { person, channels } = pick(people);
    void give(person, pick(channels), pick(lines), at);
    if (figures.commands % 1000 === 0) slack.deliveries.forget();
    if (figures.commands < all) world.after(begin + figures.commands * everyMs - world.now(), next);
  }

  async function give(person: PersonPlace, channel: ChannelPlace, line: string, at: number): Promise<void> {
    const done = person.types(line, channel);
    const { payload } = slack.deliveries.all.at(-1)!;
    const { response_url: url } = payload as { response_url: string };
    waiting.set(url, at);
    const { acknowledged, reply } = await done;
    const tookMs = world.now() - at;
    figures.slowestAckMs = Math.max(figures.slowestAckMs, tookMs);
    figures[acknowledged && tookMs <= acknowledgeMs ? 'inTime' : 'late'] += 1;
    if (reply !== undefined && waiting.delete(url)) figures.turnedAway += 1;
    figures.mostWaiting = Math.max(figures.mostWaiting, waiting.size);
  }

  function pick<T>(from: readonly T[]): T {
    return from[Math.floor(chance() * from.length)]!;
  }
}

async function settle(slack: FakeSlack, teams: number) {
  return Array.from({ length: teams }, (_, t) => {
    const team = slack.team(`team-${t}`);
    const channels = Array.from({ length: 10 }, (__, c) => team.channel(`news-${c}`));
    return Array.from({ length: 20 }, (__, p) => ({ person: team.person(`person-${p}`), channels }));
  }).flat();
}

async function openTalk(
  slack: FakeSlack,
  store: Store,
  world: World,
  roundTripMs: number,
  answered: (url: string) => void,
): Promise<SlackTalk> {
  const passes = (): Promise<void> => new Promise((passed) => void world.after(roundTripMs, passed));
  const into = withoutSockets(slack);
  const transport: Transport = async (request, signal) => {
    await passes();
    return into(request, signal);
  };
  const api = createApi({ transport, world });
  const seal = createSeal('5a'.repeat(32));
  const tokens = createTokens({ api, token: undefined, seal, ...store, log: silentLog });
  return createSlackTalk({
    api,
    apiUrl: slack.apiUrl,
    tokens,
    async postJson(url) {
      await passes();
      answered(url);
      return { status: 200 };
    },
    appToken: undefined,
    signingSecret: slack.app.signingSecret,
    install: undefined,
    commandSet: 'news',
    managers: 'members',
    language: 'en',
    zone: 'UTC',
    invoke: { store, commands: allCommands, now: world.now },
    complete: createCompletion({ store, commands: allCommands, keywords: [] }),
    world,
    log: silentLog,
    deliver() {},
    operatorChannel: async () => 0,
    meter: silentMeter,
  });
}

async function fill(store: Store, texts: Crowd['texts'], now: number): Promise<void> {
  const source = await store.sources.open({
    audience: 0,
    kind: 'feed',
    url: 'https://wire.example/',
    title: 'Wire',
    intervalMs: 600_000,
  });
  for (const [n, { title, text }] of texts.entries()) {
    const draft = {
      keys: [`guid:${n}`],
      title,
      text,
      outlet: 'Wire',
      language: 'en',
      publishedAt: now - n * 60_000,
      contentHash: String(n),
    };
    await store.articles.accept({
      draft,
      audience: 0,
      sourceId: source.id,
      alertable: true,
      now: now - n * 60_000,
      terms: [...factsOf(draft).terms, ...searchTerms(analyze(draft))],
      sketched: { sketch: [], traits: [], telling: [] },
      figures: [],
    });
  }
}

/** Every call waits until the database goes on. */
function stalling(store: Store, world: World, begin: number, { everyMs, forMs }: Crowd['stall']): Store {
  let goesOn: Promise<void> | undefined;
  const stood = (): Promise<void> | undefined => {
    const left = everyMs - ((world.now() - begin) % everyMs);
    if (left > forMs) return undefined;
    goesOn ??= new Promise((passed) => {
      world.after(left, () => {
        goesOn = undefined;
        passed();
      });
    });
    return goesOn;
  };
  const slowly = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...asked: unknown[]) => {
          await stood();
          return Reflect.apply(method, target, asked) as unknown;
        };
      },
    });
  return Object.fromEntries(
    Object.entries(store).map(([name, part]) => [
      name,
      typeof part === 'object' ? slowly(part as object) : part,
    ]),
  ) as unknown as Store;
}
