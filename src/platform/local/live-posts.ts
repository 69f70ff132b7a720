/** The history of the local channels, with somebody listening. */
import { reasonOf } from '../../errors.ts';
import type { LocalPost, LocalPosts } from '../../store/store.ts';

/** A post that is new, or that now says something else. */
export interface PostEvent {
  readonly kind: 'new' | 'edit';
  readonly post: LocalPost;
}

export interface LivePosts extends LocalPosts {
  /** Tells of every change from now on, in the order of the history; returns what ends it. */
  readonly listen: (listener: (event: PostEvent) => void) => () => void;
}

/**
 * Changes are written one at a time: so events come in the order of `seq`, and a post that was there already
 * (same marker) is told to nobody a second time.
 * @param onFault hears of listeners that throw; a broken listener takes the news from nobody else.
 */
export function livePosts(posts: LocalPosts, onFault: (reason: string) => void): LivePosts {
  const listeners = new Set<(event: PostEvent) => void>();
  const inTurn = oneAtATime();

  function tell(event: PostEvent): void {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        onFault(`a listener of the local channels failed: ${reasonOf(error)}`);
      }
    }
  }

  return {
    byMarker: posts.byMarker,
    recent: posts.recent,
    append: (draft) =>
      inTurn(async () => {
        const there = draft.marker && (await posts.byMarker(draft.channelId, draft.marker));
        if (there) return there;
        const post = await posts.append(draft);
        tell({ kind: 'new', post });
        return post;
      }),
    edit: (seq, revision, body, at) =>
      inTurn(async () => {
        const post = await posts.edit(seq, revision, body, at);
        if (post) tell({ kind: 'edit', post });
        return post;
      }),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Runs each task after the one before has ended, well or badly. */
function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine;
    return mine;
  };
}
