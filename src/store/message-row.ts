import type { AlertContent, Message } from '../domain.ts';
import type { MessageRow } from './schema.ts';
import { fromJson } from './json.ts';

export function messageOf(row: MessageRow): Message {
  const { id, kind, state, attempt } = row;
  return {
    id,
    channelId: row.channel_id,
    kind,
    content: fromJson<AlertContent>(row.content),
    state,
    wantedRev: row.wanted_rev,
    postedRev: row.posted_rev,
    sendingRev: row.sending_rev,
    attempt,
    firstTryAt: row.first_try_at ?? undefined,
    nextTryAt: row.next_try_at,
    externalId: row.external_id ?? undefined,
    reason: row.reason ?? undefined,
    createdAt: row.created_at,
  };
}
