/** Answers somebody within Discord's 3 seconds, or says "is thinking…" in time and answers when it is ready. */
import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  HTTPError,
  InteractionResponseType,
  type MessageComponentInteraction,
  Routes,
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

/**
 * In our own words, not discord.js's, which say more than was asked for: a server that speaks like Discord may refuse what
 * its form does not know.
 */
async function say(asked: Asked, body: MessageBody, slowly: Slowly): Promise<void> {
  if (slowly === 'in place' && asked.isMessageComponent())
    await callBack(asked, InteractionResponseType.UpdateMessage, changed(body));
  else await callBack(asked, InteractionResponseType.ChannelMessageWithSource, body);
}

async function putOff(asked: Asked, slowly: Slowly): Promise<void> {
  if (slowly === 'in place' && asked.isMessageComponent())
    await callBack(asked, InteractionResponseType.DeferredMessageUpdate);
  else {
    const data = slowly === 'private' ? { flags: messageFlags.private } : {};
    await callBack(asked, InteractionResponseType.DeferredChannelMessageWithSource, data);
  }
}

async function sayLater(asked: Asked, body: MessageBody, slowly: Slowly): Promise<void> {
  const { rest } = asked.client;
  const original = Routes.webhookMessage(asked.applicationId, asked.token, '@original');
  const isPrivate = (body.flags & messageFlags.private) !== 0;
  if (slowly !== 'public' || !isPrivate)
    return void (await rest.patch(original, { body: changed(body), auth: false }));
  // "is thinking…" was for everybody, what came of it is not.
  await rest.delete(original, { auth: false });
  await rest.post(Routes.webhook(asked.applicationId, asked.token), { body, auth: false });
}

async function callBack({ client, id, token }: Asked, type: number, data?: object): Promise<void> {
  const body = { type, ...(data && { data }) };
  await client.rest.post(Routes.interactionCallback(id, token), { body, auth: false });
}

/** Who sees a message is settled when it appears. */
function changed(body: MessageBody): MessageBody {
  return { ...body, flags: messageFlags.componentsV2 };
}
