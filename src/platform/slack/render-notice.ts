/** A notice in Block Kit. */
import type { Notice } from '../../domain.ts';
import { textsFor } from '../../messages/choose.ts';
import { noticeSentence } from '../../messages/notice.ts';
import { mrkdwn } from './blocks.ts';
import { dateMarkup, unmarked } from './escape.ts';
import { blockIdOf } from './marker.ts';
import type { Rendered, Rendering } from './render-alert.ts';

/** Characters of a channel's name, and of a platform's reason. */
const most = 500;

export function renderNotice(notice: Notice, rendering: Rendering): Rendered {
  // Each reader's own client says when that was.
  const when = (at: number): string => dateMarkup(at, '?') ?? '?';
  const text = noticeSentence(safe(notice), textsFor(rendering.language), when);
  return { text, blocks: [{ type: 'section', block_id: blockIdOf(rendering), text: mrkdwn(text) }] };
}

function safe(notice: Notice): Notice {
  const reason = notice.reason === undefined ? undefined : unmarked(notice.reason, most);
  return notice.kind === 'paused'
    ? { ...notice, name: unmarked(notice.name, most), reason: reason ?? '' }
    : { ...notice, reason };
}
