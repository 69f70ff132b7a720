/** The local workspace as a platform: a channel is its history in our own database. */
import { reasonOf } from '../../errors.ts';
import type { LocalPosts } from '../../store/store.ts';
import type { Platform, PostOutcome } from '../platform.ts';

export function localPlatform({
  posts,
  now,
}: {
  readonly posts: LocalPosts;
  readonly now: () => number;
}): Platform {
  return {
    name: 'local',
    // The history knows its markers for ever.
    sameMarkerMs: Number.POSITIVE_INFINITY,
    // Nor does a later one ever give way to an earlier revision.
    effectWithinMs: 0,
    paceMs: 0,
    editDelayMs: 0,

    post: (channel, { marker, revision, content, replyTo }) =>
      outcome(async () => {
        const draft = {
          channelId: channel.id,
          kind: content.kind,
          marker,
          revision,
          body: content,
          at: now(),
          replyTo: replyTo === undefined ? undefined : Number(replyTo),
        } as const;
        const there = await posts.append(draft);
        // An earlier try may have made an earlier revision visible, and its answer was lost.
        if (there.revision < revision) await posts.edit(there.seq, revision, content, now());
        return { kind: 'posted', externalId: String(there.seq) };
      }),

    edit: (_channel, externalId, { revision, content }) =>
      outcome(async () => {
        const edited = await posts.edit(Number(externalId), revision, content, now());
        return edited
          ? { kind: 'posted', externalId }
          : { kind: 'refused', reason: `there is no post ${externalId} to edit` };
      }),

    async readBack(channel, marker) {
      try {
        const post = await posts.byMarker(channel.id, marker);
        return post
          ? { kind: 'found', externalId: String(post.seq), revision: post.revision }
          : { kind: 'absent' };
      } catch (error) {
        return { kind: 'busy', reason: reasonOf(error) };
      }
    },
  };
}

/** A write that failed (disk full, say) may have taken effect or not: read back before it is tried again. */
async function outcome(write: () => Promise<PostOutcome>): Promise<PostOutcome> {
  try {
    return await write();
  } catch (error) {
    return { kind: 'unknown', reason: reasonOf(error) };
  }
}
