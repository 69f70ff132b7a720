/** The history of the local channels, with somebody listening. */
import type { LocalPost, LocalPosts } from '../../store/store.ts';
import { type Listeners, listenersFor } from './listeners.ts';

/** A post that is new, or that now says something else. */
export interface PostEvent {
  readonly kind: 'new' | 'edit';
  readonly post: LocalPost;
}

export interface LivePosts extends LocalPosts {
  /** Tells of every change, in the order of the history. */
  readonly listen: Listeners<PostEvent>['listen'];
}

/**
 * Changes are written one at a time: so events come in the order of `seq`, and a post that was there already
 * (same marker) is told to nobody a second time.
 */
export function livePosts(posts: LocalPosts, onFault: (reason: string) => void): LivePosts {
  const { tell, listen } = listenersFor<PostEvent>(onFault);
  const inTurn = oneAtATime();

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
    listen,
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
