/** A notice as a message of Components V2. */
import type { Notice } from '../../domain.ts';
import { textsFor } from '../../messages/choose.ts';
import { noticeSentence } from '../../messages/notice.ts';
import { type MessageBody, messageFlags, nobodyIsCalled } from './components.ts';
import { escaped } from './escape.ts';
import { noticeIds } from './marker.ts';
import type { Rendering } from './render-alert.ts';

/** Characters of a channel's name, and of a platform's reason. */
const most = 500;

export function renderNotice(notice: Notice, { marker, language }: Rendering): MessageBody {
  const [containerId, textId] = noticeIds(marker);
  // Each reader's own client says when that was.
  const content = noticeSentence(safe(notice), textsFor(language), (at) => `<t:${Math.floor(at / 1000)}:f>`);
  return {
    flags: messageFlags.componentsV2,
    components: [{ type: 17, id: containerId, components: [{ type: 10, id: textId, content }] }],
    allowed_mentions: nobodyIsCalled,
  };
}

function safe(notice: Notice): Notice {
  const reason = notice.reason === undefined ? undefined : escaped(notice.reason, most);
  return notice.kind === 'paused'
    ? { ...notice, name: escaped(notice.name, most), reason: reason ?? '' }
    : { ...notice, reason };
}
