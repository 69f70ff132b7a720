import type { Channel, MessageContent } from '../../domain.ts';
import type { Post } from '../platform.ts';
import { metadataOf } from './marker.ts';
import { renderAlert, type Rendered, type Rendering } from './render-alert.ts';
import { renderNotice } from './render-notice.ts';

/** What of `chat.postMessage` and `chat.update` is the same. */
export interface MessageBody extends Rendered {
  readonly metadata: ReturnType<typeof metadataOf>;
  /** The article is told already; what its site says of itself would say it twice. */
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** @param picture false where Slack did not take the picture */
export function renderPost(
  { language }: Pick<Channel, 'language'>,
  { marker, revision, content }: Post,
  picture = true,
): MessageBody {
  const { text, blocks } = renderContent(content, { marker, revision, language, picture });
  return {
    text,
    blocks,
    metadata: metadataOf({ marker, revision }),
    unfurl_links: false,
    unfurl_media: false,
  };
}

function renderContent(content: MessageContent, rendering: Rendering): Rendered {
  switch (content.kind) {
    case 'alert':
      return renderAlert(content, rendering);
    case 'notice':
      return renderNotice(content.notice, rendering);
  }
}
