/** What Discord's codes mean for a message, in words that whoever can mend it understands. */
import type { Language } from '../../domain.ts';
import { textsFor } from '../../messages/choose.ts';
import type { DiscordTexts } from '../../messages/discord-texts.ts';
import type { PostOutcome } from '../platform.ts';
import type { Answer } from './api.ts';

type NotPosted = Exclude<PostOutcome, { kind: 'posted' }>;

/**
 * @param answer not `done`, and not `unauthorized`
 * @param language of the channel: whoever reads there is told why it is closed
 */
export function meaningOf(
  { outcome, code, said, status, ofToken }: Answer,
  language: Language = 'en',
): NotPosted {
  // "0" is said in many cases; only of an address it means something.
  const known = isTooOften({ code, said })
    ? writtenTooOften
    : code === undefined || (code === 0 && status !== 404)
      ? undefined
      : meaningOfCode(code, language);
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

/** A limit in the form of a form's mistake, as Spacebar has one of messages in a channel. */
function isTooOften({ code, said }: Pick<Answer, 'code' | 'said'>): boolean {
  return code === invalidForm && placesOf(said).some((place) => place.endsWith(': TOO_MANY_MESSAGES'));
}

const invalidForm = 50_035;
const writtenTooOften: NotPosted = { kind: 'busy', reason: 'the channel is written to too often' };

/** For how long, and who has to wait: whatever the code is, this stands beside it. */
function waitOf({ outcome, ofToken = false }: Pick<Answer, 'outcome' | 'ofToken'>) {
  const retryAfterMs = outcome.kind === 'busy' ? outcome.retryAfterMs : undefined;
  return { retryAfterMs, ...(ofToken && { scope: 'token' as const }) };
}

function meaningOfCode(code: number, language: Language): NotPosted | undefined {
  const because = closed.get(code);
  if (because === undefined) return meanings.get(code);
  const scope = code === unknownServer ? 'workspace' : undefined;
  return { kind: 'closed', ...(scope && { scope }), reason: reasonFor(because, textsFor(language).discord) };
}

const unknownServer = 10004;

const closed: ReadonlyMap<number, Because> = new Map([
  [0, 'noSuchAddress'],
  [10003, 'deleted'],
  [unknownServer, 'kicked'],
  [40067, 'tagRequired'],
  [50001, 'hidden'],
  [50007, 'noDirectMessages'],
  [50008, 'noPlaceForMessages'],
  [50013, 'lacks'],
  [50024, 'noPlaceForMessages'],
  [50278, 'noSharedServer'],
  [160005, 'threadLocked'],
  [160006, 'tooManyThreads'],
] satisfies ReadonlyArray<readonly [number, Because]>);

type Because = keyof DiscordTexts['because'];

function reasonFor(why: Because, { because, permissions }: DiscordTexts): string {
  return why === 'lacks'
    ? because.lacks([permissions.SendMessages, permissions.SendMessagesInThreads])
    : because[why];
}

const refused = (reason: string): NotPosted => ({ kind: 'refused', reason });

const meanings: ReadonlyMap<number, NotPosted> = new Map([
  [10008, refused('the message is not there any more')],
  [10087, { kind: 'busy', reason: 'the tags of the forum have just changed' }],
  [20016, { kind: 'busy', reason: 'the channel is in slow mode' }],
  [20022, refused('an announcement cannot be edited so often')],
  [20028, writtenTooOften],
  [20029, { kind: 'busy', reason: 'the server is written to too often' }],
  [30046, refused('messages older than an hour cannot be edited so often')],
  [40003, { kind: 'busy', reason: 'direct messages are opened too fast' }],
  [50005, refused('the message is not the bot’s own')],
  [50083, refused('the thread is archived')],
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
    outcome.kind === 'refused' &&
    code === invalidForm &&
    placesOf(said).some((place) => /\bmedia\b/.test(place))
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
