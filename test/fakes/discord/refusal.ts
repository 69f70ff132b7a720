/** How Discord says no: a status, a code, a sentence, and for forms the place of every mistake. */
import type { Json } from './shapes.ts';

/**
 * Codes and their HTTP status. Sentences and codes: Discord's "Opcodes and Status Codes"; statuses, which that page
 * does not give, as libraries report them (403 for 160002, 429 for 30046, 400 for 30034).
 */
const refusals = {
  0: [404, '404: Not Found'],
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  10087: [404, 'Unknown Tag'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  30032: [400, 'Maximum number of application commands reached (100).'],
  30034: [400, 'Max number of daily application command creates has been reached (200)'],
  30046: [429, 'Maximum number of edits to messages older than 1 hour reached. Try again later'],
  40001: [401, '401: Unauthorized'],
  40033: [400, 'This message has already been crossposted.'],
  40058: [400, 'Cannot send messages in a forum channel'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40067: [400, 'A tag is required to create a forum post in this channel'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50033: [400, 'Invalid Recipient(s)'],
  50035: [400, 'Invalid Form Body'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [403, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [403, 'Thread is locked'],
} as const;

export type Code = keyof typeof refusals;

export class Refusal extends Error {
  readonly status: number;
  readonly code: Code;
  /** More fields of the body. */
  readonly more: Json;

  constructor(code: Code, more: Json = {}) {
    super(refusals[code][1]);
    this.name = 'Refusal';
    this.code = code;
    this.status = refusals[code][0];
    this.more = more;
  }
}

/** The 401 of a missing or wrong token has the code 0, unlike 40001 elsewhere. */
export function bodyOf(refusal: Refusal): Json {
  return {
    message: refusal.message,
    code: refusal.code === 40001 ? 0 : refusal.code,
    ...refusal.more,
  };
}
