/** Answers somebody within Discord's 3 seconds, or says "is thinking…" in time and answers when it is ready. */
import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  type MessageComponentInteraction,
} from 'discord.js';
import { reasonOf } from '../../errors.ts';
import type { Reply } from '../../invoke/invocation.ts';
import type { Log } from '../../log.ts';
import type { World } from '../../world.ts';
import { type MessageBody, messageFlags, type TopComponent } from './components.ts';

export type Asked = ChatInputCommandInteraction | MessageComponentInteraction;

/** An answer, and what can be pressed below it. */
export interface Answered {
  readonly reply: Reply;
  /** Id of the channel that it is about, if that is not the one where it was asked. */
  readonly about?: string | undefined;
  readonly below?: readonly TopComponent[] | undefined;
}

/** What was not ready by then is put off: an answer needs its way, and a busy machine its time. */
const deferAfterMs = 1500;

/** What happens to interactions on a normal day: too late, answered already, its 15 minutes are over, the answer deleted. */
const normal: readonly unknown[] = [10_062, 40_060, 50_027, 10_008, 10_015];

/**
 * Where "is thinking…" is seen, which cannot be changed afterwards; `in place`: the message that was pressed becomes the
 * answer.
 */
export type Slowly = 'private' | 'public' | 'in place';

/**
 * @param work its private answer is never shown to others; a public one is private where "is thinking…" was
 * @returns when Discord has the answer, or never will
 */
export async function answer(
  asked: Asked,
  slowly: Slowly,
  work: () => Promise<MessageBody>,
  { world, log }: { readonly world: Pick<World, 'after'>; readonly log: Log },
): Promise<void> {
  const working = work();
  try {
    if (await isReadyIn(deferAfterMs, working, world)) return await say(asked, await working, slowly);
    await putOff(asked, slowly);
    await sayLater(asked, await working, slowly);
  } catch (error) {
    if (error instanceof DiscordAPIError && normal.includes(error.code)) {
      return log.debug({ code: error.code }, 'Discord: an answer came too late');
    }
    log.error(factsOf(error), `Discord: somebody got no answer: ${reasonOf(error)}`);
  }
}

/** An error of Discord's carries the whole request: the interaction's token, and an answer that was for one person. */
function factsOf(error: unknown): object {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) return { err: error };
  return { code: 'code' in error ? error.code : undefined, status: error.status };
}

async function isReadyIn(
  ms: number,
  working: Promise<unknown>,
  world: Pick<World, 'after'>,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const cancel = world.after(ms, () => resolve(false));
  return Promise.race([working.then(() => true), promise]).finally(cancel);
}

async function say(asked: Asked, body: MessageBody, slowly: Slowly): Promise<void> {
  if (slowly === 'in place' && asked.isMessageComponent()) await asked.update(updating(body));
  else await asked.reply(whole(body));
}

async function putOff(asked: Asked, slowly: Slowly): Promise<void> {
  if (slowly === 'in place' && asked.isMessageComponent()) await asked.deferUpdate();
  else await asked.deferReply(slowly === 'private' ? { flags: MessageFlags.Ephemeral } : {});
}

async function sayLater(asked: Asked, body: MessageBody, slowly: Slowly): Promise<void> {
  const isPrivate = (body.flags & messageFlags.private) !== 0;
  if (slowly !== 'public' || !isPrivate) return void (await asked.editReply(updating(body)));
  // "is thinking…" was for everybody, what came of it is not.
  await asked.deleteReply();
  await asked.followUp(whole(body));
}

/** Our JSON is what discord.js would make; its types want their own. */
function whole({ flags, components }: MessageBody) {
  return { flags, components: components as never, allowedMentions: { parse: [] } };
}

function updating({ components }: MessageBody) {
  return {
    flags: MessageFlags.IsComponentsV2 as const,
    components: components as never,
    allowedMentions: { parse: [] },
  };
}
