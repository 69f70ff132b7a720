/** The talking half of Discord: the gateway, commands and buttons, and what is done when things break there. */
import type { Client } from 'discord.js';
import type { Channel } from '../../domain.ts';
import { fullJitterMs } from '../../backoff.ts';
import { reasonOf } from '../../errors.ts';
import type { Complete } from '../../invoke/complete-in.ts';
import type { InvokeParts } from '../../invoke/open-context.ts';
import type { Log } from '../../log.ts';
import type { Meter } from '../../meter.ts';
import { allTexts } from '../../messages/choose.ts';
import { english } from '../../messages/en.ts';
import type { World } from '../../world.ts';
import { createFrontDesk } from '../front-desk.ts';
import { commandJson } from './command-json.ts';
import { factsIn } from './gateway-facts.ts';
import { createGateway, type Link } from './gateway.ts';
import { createHealing } from './healing.ts';
import type { IdentifyPace } from './identify-pace.ts';
import { createInteractions } from './interactions.ts';
import { createPeople } from './people.ts';
import type { KnownFacts } from './places.ts';
import { isRefusal, registerCommands } from './register.ts';

export interface DiscordTalk {
  /** Begins to connect; the rest of the bot does not wait for Discord. */
  readonly start: () => void;
  /** Lets those who asked have their answer, then says goodbye: some seconds at most. */
  readonly stop: () => Promise<void>;
  /** For `/readyz`: what the connection does, and whether that is well. */
  readonly standing: () => { readonly ok: boolean; readonly says: string };
  /** A channel was paused because of what came of posting there. */
  readonly paused: (channel: Channel, reason: string) => void;
  /** What is known of a channel without asking. */
  readonly facts: KnownFacts;
  /** Resolves when everything that people and Discord have said was acted upon. */
  readonly idle: () => Promise<void>;
}

export interface TalkParts {
  readonly token: string;
  readonly apiUrl: string;
  /** IANA time zone of new servers. */
  readonly zone: string;
  readonly invoke: InvokeParts;
  readonly complete: Complete;
  readonly world: World;
  readonly log: Log;
  readonly deliver: () => void;
  readonly operatorChannel: () => Promise<number>;
  readonly meter: Meter;
  /** Tests only. */
  readonly pace?: IdentifyPace | undefined;
}

/** discord.js is back after most of them sooner, and nobody need be woken for that. */
const shortLossMs = 60_000;
const lastAnswersMs = 3000;
/** A server that takes no commands may be one that does after its next update. */
const refusedCommandsMs = 60 * 60_000;

export function createDiscordTalk(parts: TalkParts): DiscordTalk {
  const { world, log, invoke } = parts;
  const healing = createHealing({ ...parts, store: invoke.store, now: world.now });
  const interactions = createInteractions({
    ...parts,
    ...createFrontDesk({ ...parts, platform: 'discord' }),
    people: createPeople(invoke.store, parts.zone),
    look: healing.look,
  });
  const commands = invoke.commands.map((command) => commandJson(command, english, allTexts));
  let stopping = false;
  const gateway = createGateway({
    ...parts,
    onClient(client) {
      healing.attach(client);
      client.once('clientReady', (ready) => void register(ready, 0));
    },
    onInteraction: interactions.take,
    onRefused: () => void healing.refused(),
  });

  return {
    start: gateway.start,
    async stop() {
      stopping = true;
      await Promise.race([idle(), after(lastAnswersMs)]);
      await gateway.stop();
    },
    standing: () => standingOf(gateway.link(), world.now()),
    paused(channel, reason) {
      const client = gateway.client();
      if (client !== undefined) void healing.paused(client, channel, reason);
    },
    facts(channelId) {
      const channel = gateway.client()?.channels.cache.get(channelId);
      return channel && factsIn(channel);
    },
    idle,
  };

  async function idle(): Promise<void> {
    await interactions.idle();
    await healing.idle();
  }

  async function register(client: Client<true>, failed: number): Promise<void> {
    try {
      // One 401 makes discord.js forget it for good.
      client.rest.setToken(parts.token);
      const registered = await registerCommands(client.rest, client.application.id, commands);
      log.info({ commands: commands.length, ...registered }, 'Discord: the commands are registered');
    } catch (error) {
      const waitMs = isRefusal(error)
        ? refusedCommandsMs
        : fullJitterMs(failed, world.random, { baseMs: 5000 });
      log.warn(
        // A form's mistakes are a line each.
        { reason: reasonOf(error).slice(0, 300), waitMs },
        'Discord: the commands could not be registered; alerts are posted all the same, and it is tried again',
      );
      await after(waitMs);
      if (!stopping && gateway.client() === client) await register(client, failed + 1);
    }
  }

  function after(ms: number): Promise<void> {
    return new Promise((resolve) => void world.after(ms, resolve));
  }
}

function standingOf(link: Link, now: number): { readonly ok: boolean; readonly says: string } {
  const seconds = Math.round((now - link.since) / 1000);
  switch (link.kind) {
    case 'connected':
      return { ok: true, says: `connected for ${seconds} s` };
    case 'lost':
      return { ok: now - link.since < shortLossMs, says: `connection lost ${seconds} s ago` };
    case 'connecting':
      return { ok: false, says: `not connected for ${seconds} s` };
    case 'refused':
      return { ok: false, says: 'the token is not accepted' };
  }
}
