/** Completion for somebody in a workspace, from what is stored there. */
import type { Channel } from '../domain.ts';
import { lexiconVocabulary } from '../match/vocabulary.ts';
import type { Texts } from '../messages/texts.ts';
import type { Store } from '../store/store.ts';
import { completeLine } from './complete.ts';
import type { Command } from './context.ts';
import { followedIn } from './followed.ts';
import type { Completion } from './invocation.ts';

/** Where a line is typed; `channel` is absent where nobody has done anything yet. */
export interface Typing {
  readonly workspaceId: number;
  readonly channel: Channel | undefined;
  readonly texts: Texts;
}

export type Complete = (line: string, typing: Typing) => Promise<readonly Completion[]>;

/** @param keywords names of known things, the most wanted first. @param most as of `completeLine` */
export function createCompletion(parts: {
  readonly store: Pick<Store, 'workspaces' | 'subscriptions' | 'articles' | 'sources'>;
  readonly commands: readonly Command[];
  readonly keywords: readonly string[];
  readonly most?: number | undefined;
}): Complete {
  const { subscriptions, articles, sources } = parts.store;
  return async (line, { workspaceId, channel, texts }) => {
    const followed = await followedIn(workspaceId, parts.store);
    return completeLine(line, {
      commands: parts.commands,
      texts,
      most: parts.most,
      keywords: [...new Set([...followed, ...parts.keywords])],
      nearest: (word) => lexiconVocabulary(texts.language).nearest(word),
      subscriptions: async () => (channel === undefined ? [] : subscriptions.ofChannel(channel.id)),
      articles: () => articles.search({ workspaceId, limit: 50 }),
      sources: () => sources.list(workspaceId),
    });
  };
}
