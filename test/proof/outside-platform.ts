/** A platform that recognises nothing it has posted before; its history, kept outside, can be read. */
import type { Channel } from '../../src/domain.ts';
import type { Platform, Post, PostOutcome } from '../../src/platform/platform.ts';
import type { Outside } from './outside.ts';

/** @param pause what lies between a request and its effect, and between the effect and its answer */
export function outsidePlatform(
  outside: Outside,
  pause: () => Promise<void> = () => Promise.resolve(),
): Platform {
  return {
    name: 'local',
    sameMarkerMs: 0,
    effectWithinMs: 0,
    paceMs: 0,
    editDelayMs: 0,
    post: (channel, post) => show('posted', channel, post),
    edit: (channel, _externalId, post) => show('edited', channel, post),
    async readBack({ externalId }, marker) {
      const found = outside.all.findLast(
        (known) =>
          (known.kind === 'posted' || known.kind === 'edited') &&
          known.channel === externalId &&
          known.marker === marker,
      );
      return found === undefined || !('revision' in found)
        ? { kind: 'absent' }
        : { kind: 'found', externalId: marker, revision: found.revision };
    },
  };

  async function show(kind: 'posted' | 'edited', channel: Channel, post: Post): Promise<PostOutcome> {
    const { marker, revision, content } = post;
    // Alerts only are counted; what the bot says of itself (a channel is paused) is no news.
    if (content.kind !== 'alert') return { kind: 'posted', externalId: marker };
    const { storyId: story, articleId: article, title } = content;
    await pause();
    outside.tell({ kind, channel: channel.externalId, marker, revision, story, article, title });
    await pause();
    return { kind: 'posted', externalId: marker };
  }
}
