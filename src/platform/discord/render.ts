import type { Channel, MessageContent } from '../../domain.ts';
import type { Post } from '../platform.ts';
import type { MessageBody } from './components.ts';
import { oneLine } from '../one-line.ts';
import { renderAlert, type Rendering } from './render-alert.ts';
import { renderNotice } from './render-notice.ts';

/** @param picture false where Discord did not take the picture */
export function renderPost(
  { language }: Pick<Channel, 'language'>,
  { marker, revision, content }: Post,
  picture = true,
): MessageBody {
  return renderContent(content, { marker, revision, language, picture });
}

/** The body of "Create Message". Its marker is the nonce by which Discord knows it again for some minutes. */
export function renderNew(channel: Pick<Channel, 'language'>, post: Post, picture = true) {
  return { ...renderPost(channel, post, picture), nonce: post.marker, enforce_nonce: true };
}

function renderContent(content: MessageContent, rendering: Rendering): MessageBody {
  switch (content.kind) {
    case 'alert':
      return renderAlert(content, rendering);
    case 'notice':
      return renderNotice(content.notice, rendering);
  }
}

/** The name of a thread or a forum post: plain text of 1 to 100 characters. */
export function threadName(content: MessageContent): string {
  const title = content.kind === 'alert' ? oneLine(content.title, 100) || oneLine(content.outlet, 100) : '';
  return title || 'Bellwire';
}
