/** A channel of a real store to talk in, with articles that come in and a clock that stands still. */
import { onTestFinished } from 'vitest';
import { allCommands } from '../../commands/all.ts';
import type { Article, Channel, Person, PlatformName, Source, Workspace } from '../../src/domain.ts';
import type { Looked } from '../../src/invoke/looked.ts';
import type { Reply } from '../../src/invoke/invocation.ts';
import { answerLine } from '../../src/invoke/line.ts';
import type { InvokeParts } from '../../src/invoke/open-context.ts';
import { renderReply } from '../../src/invoke/render-text.ts';
import { analyze, searchTerms } from '../../src/language/analyze.ts';
import { factsOf } from '../../src/match/facts.ts';
import { textsFor } from '../../src/messages/choose.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { joining } from '../store/given.ts';

/** Tuesday 10 March 2026, 17:30 UTC. */
export const now = Date.UTC(2026, 2, 10, 17, 30);
export const hour = 60 * 60_000;
export const day = 24 * hour;

export interface Arriving {
  readonly title: string;
  readonly text?: string;
  readonly language?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly author?: string;
  readonly tags?: readonly string[];
  /** Before now; default: an hour. */
  readonly agoMs?: number;
  /** When it was accepted, before now; default: when it was published. */
  readonly acceptedAgoMs?: number;
  readonly alertable?: boolean;
  readonly audience?: number;
  /** Joins the story of this article. */
  readonly with?: Article;
}

export interface Conversation {
  readonly store: Store;
  readonly parts: InvokeParts;
  readonly workspace: Workspace;
  readonly channel: Channel;
  readonly person: Person;
  readonly source: Source;
  /** Sources that were looked at because they were added. */
  readonly looked: readonly number[];
  /** What such a look finds from now on; nothing that is known in time, until this is called. */
  readonly finds: (found: Looked) => void;
  readonly say: (line: string, as?: Partial<Person>) => Promise<Reply>;
  /** What is answered, as lines of the terminal in that person's language. */
  readonly hear: (line: string, as?: Partial<Person>) => Promise<readonly string[]>;
  readonly comes: (article: Arriving) => Promise<Article>;
  readonly subscriptions: () => Promise<readonly string[]>;
}

/** @param whenDone closes the store; `afterAll` for one that the tests of a file share because they change nothing. */
export async function conversation(
  platform: PlatformName = 'local',
  whenDone: (close: () => Promise<void>) => void = onTestFinished,
): Promise<Conversation> {
  const store = await sqliteStore(':memory:');
  whenDone(() => store.close());
  const workspace = await store.workspaces.open({
    platform,
    externalId: 'T1',
    name: 'Newsroom',
    language: 'en',
    zone: 'UTC',
  });
  const channel = await store.workspaces.openChannel(workspace.id, 'general');
  const source = await store.sources.open({
    audience: 0,
    kind: 'inbox',
    url: '/news/inbox',
    title: 'Inbox',
    intervalMs: hour,
  });
  const person = { workspaceId: workspace.id, externalId: 'ada', language: 'en', zone: 'UTC', manages: true };
  const looked: number[] = [];
  let found: Looked | undefined;
  const parts: InvokeParts = {
    store,
    commands: allCommands,
    now: () => now,
    async look(id) {
      looked.push(id);
      return found;
    },
  };

  const say = async (line: string, as: Partial<Person> = {}) => {
    const asItIs = (await store.workspaces.channel(channel.id)) ?? channel;
    return answerLine({ channel: asItIs, person: { ...person, ...as }, line, at: now }, parts);
  };
  return {
    store,
    parts,
    workspace,
    channel,
    person,
    source,
    looked,
    finds: (next) => void (found = next),
    say,
    async hear(line, as = {}) {
      const { language, zone } = { ...person, ...as };
      return renderReply(await say(line, as), { texts: textsFor(language), zone, now });
    },
    comes: (article) => accept(article, source.id, store),
    async subscriptions() {
      return (await store.subscriptions.ofChannel(channel.id)).map(({ typed }) => typed);
    },
  };
}

async function accept(arriving: Arriving, sourceId: number, store: Store): Promise<Article> {
  const { title, text = '', language = 'en', outlet = 'Le Monde', agoMs = hour, alertable = true } = arriving;
  const draft = {
    keys: [arriving.url === undefined ? `guid:${title}` : `url:${arriving.url}`],
    url: arriving.url,
    title,
    text,
    author: arriving.author,
    tags: arriving.tags,
    outlet,
    language,
    publishedAt: now - agoMs,
    contentHash: title,
  };
  const { article } = await store.articles.accept({
    draft,
    audience: arriving.audience ?? 0,
    sourceId,
    alertable,
    now: now - (arriving.acceptedAgoMs ?? agoMs),
    terms: [...factsOf(draft).terms, ...searchTerms(analyze({ title, text, language }))],
    sketched: { sketch: [], traits: [], telling: [] },
    choice: joining(arriving.with?.storyId),
    figures: [],
  });
  return article;
}
