import type { Message, MessageContent } from '../domain.ts';
import type { MessageRow } from './schema.ts';
import { fromJson } from './json.ts';

export function messageOf(row: MessageRow): Message {
  const { id, state, attempt, edits } = row;
  return {
    id,
    channelId: row.channel_id,
    content: fromJson<MessageContent>(row.content),
    parentId: row.parent_id ?? undefined,
    state,
    wantedRev: row.wanted_rev,
    postedRev: row.posted_rev,
    sendingRev: row.sending_rev,
    edits,
    attempt,
    firstTryAt: row.first_try_at ?? undefined,
    nextTryAt: row.next_try_at,
    externalId: row.external_id ?? undefined,
    reason: row.reason ?? undefined,
    createdAt: row.created_at,
  };
}
