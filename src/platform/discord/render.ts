import type { MessageContent } from '../../domain.ts';
import type { MessageBody } from './components.ts';
import { oneLine } from './escape.ts';
import { renderAlert, type Rendering } from './render-alert.ts';
import { renderNotice } from './render-notice.ts';

/** The body that is posted, but for what belongs to its way there (nonce, reply). */
export function renderContent(content: MessageContent, rendering: Rendering): MessageBody {
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
