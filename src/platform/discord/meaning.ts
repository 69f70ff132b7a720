/** What Discord's codes mean for a message, in words that whoever can mend it understands. */
import type { PostOutcome } from '../platform.ts';
import type { Answer } from './api.ts';

type NotPosted = Exclude<PostOutcome, { kind: 'posted' }>;

/** @param answer not `done`, and not `unauthorized` */
export function meaningOf({ outcome, code, said, status, ofToken }: Answer): NotPosted {
  // "0" is said in many cases; only of an address it means something.
  const known = code === undefined || (code === 0 && status !== 404) ? undefined : meanings.get(code);
  // Only what Discord itself has turned away may be judged by its code; a 5xx has one too.
  const turnedAway = outcome.kind === 'refused' || outcome.kind === 'busy';
  const meaning = turnedAway ? (known ?? outcome) : outcome;
  switch (meaning.kind) {
    case 'busy':
      return { ...meaning, ...waitOf({ outcome, ofToken }) };
    case 'closed':
      return meaning;
    case 'refused':
      return known ?? refusal({ status, code, said });
    case 'unknown':
      return meaning;
    case 'done':
    case 'unauthorized':
      return { kind: 'unknown', reason: `an answer that is not understood (${meaning.kind})` };
  }
}

/** For how long, and who has to wait: whatever the code is, this stands beside it. */
function waitOf({ outcome, ofToken = false }: Pick<Answer, 'outcome' | 'ofToken'>) {
  const retryAfterMs = outcome.kind === 'busy' ? outcome.retryAfterMs : undefined;
  return { retryAfterMs, ...(ofToken && { scope: 'token' as const }) };
}

const closed = (reason: string): NotPosted => ({ kind: 'closed', reason });
const refused = (reason: string): NotPosted => ({ kind: 'refused', reason });

const meanings: ReadonlyMap<number, NotPosted> = new Map([
  [0, closed('Discord knows no such address: look at DISCORD_API_URL')],
  [10003, closed('the channel is not there any more')],
  [10004, { kind: 'closed', scope: 'workspace', reason: 'the server is not there any more' }],
  [10008, refused('the message is not there any more')],
  [10087, { kind: 'busy', reason: 'the tags of the forum have just changed' }],
  [20016, { kind: 'busy', reason: 'the channel is in slow mode' }],
  [20022, refused('an announcement cannot be edited so often')],
  [20028, { kind: 'busy', reason: 'the channel is written to too often' }],
  [20029, { kind: 'busy', reason: 'the server is written to too often' }],
  [30046, refused('messages older than an hour cannot be edited so often')],
  [40003, { kind: 'busy', reason: 'direct messages are opened too fast' }],
  [40067, closed('this forum asks for a tag: let it have one that not only moderators may set')],
  [50001, closed('the bot cannot see the channel: give it the permission "View Channel" there')],
  [50005, refused('the message is not the bot’s own')],
  [50007, closed('this person takes no direct messages from the bot')],
  [50008, closed('this kind of channel takes no messages')],
  [
    50013,
    closed(
      'the bot may not write in the channel: give it "Send Messages" and "Send Messages in Threads" there',
    ),
  ],
  [50024, closed('this kind of channel takes no messages')],
  [50083, refused('the thread is archived')],
  [50278, closed('this person shares no server with the bot any more')],
  [160005, closed('the thread is locked')],
  [160006, closed('the server has as many active threads as it may: archive some')],
] satisfies ReadonlyArray<readonly [number, NotPosted]>);

/** For what it is, says Discord; a 403 of a code we do not know is about where it should go. */
function refusal({ status, code, said }: Pick<Answer, 'status' | 'code' | 'said'>): NotPosted {
  const { message } = (said ?? {}) as { readonly message?: unknown };
  const words = typeof message === 'string' ? message.slice(0, 200) : 'refused';
  const places = placesOf(said);
  const reason = `${words} (${code ?? `HTTP ${status}`}${places.length > 0 ? `: ${places.join(', ')}` : ''})`;
  return { kind: status === 403 && !filtered.includes(code ?? 0) ? 'closed' : 'refused', reason };
}

/** By the server's own rules, or for a link that is known to do harm. */
const filtered = [200_000, 240_000];

/** Whether it is a picture that was refused: the rest may still be shown. */
export function isAboutPicture({ outcome, code, said }: Answer): boolean {
  return (
    outcome.kind === 'refused' && code === 50035 && placesOf(said).some((place) => /\bmedia\b/.test(place))
  );
}

/** Where an invalid form has its mistakes: "components.0.components.1: BASE_TYPE_MAX_LENGTH"; at most 3. */
function placesOf(said: unknown): readonly string[] {
  const found: string[] = [];
  const walk = (errors: unknown, path: readonly string[]): void => {
    if (typeof errors !== 'object' || errors === null || path.length > 12 || found.length >= 3) return;
    for (const [key, value] of Object.entries(errors)) {
      if (key === '_errors') found.push(`${path.join('.')}: ${codeOf(value)}`);
      else walk(value, [...path, key]);
    }
  };
  walk((said as { readonly errors?: unknown } | undefined)?.errors, []);
  return found;
}

function codeOf(errors: unknown): string {
  const [first] = Array.isArray(errors)
    ? (errors as ReadonlyArray<{ readonly code?: unknown } | undefined>)
    : [];
  return typeof first?.code === 'string' ? first.code : 'wrong';
}
