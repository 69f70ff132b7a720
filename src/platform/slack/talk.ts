/** The talking half of Slack: Bolt, fed by a socket and by requests over HTTP alike, and what is done when things break. */
import { App } from '@slack/bolt';
import type { Channel, Language } from '../../domain.ts';
import { reasonOf } from '../../errors.ts';
import type { Complete } from '../../invoke/complete-in.ts';
import type { InvokeParts } from '../../invoke/open-context.ts';
import type { Log } from '../../log.ts';
import type { Meter } from '../../meter.ts';
import type { World } from '../../world.ts';
import { createFrontDesk, type FrontDesk } from '../front-desk.ts';
import type { Api } from './api.ts';
import { boltLogger } from './bolt-logger.ts';
import { createEventsHttp } from './events-http.ts';
import { createHealing } from './healing.ts';
import { createHomeDesk } from './home-desk.ts';
import { createInbound } from './inbound.ts';
import { createInstall, type InstallSettings } from './install.ts';
import type { RawEvent, RawPress } from './payloads.ts';
import { createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createProfiles } from './profiles.ts';
import { createSay, type PostJson } from './say.ts';
import { createSocket, type Link, type Socket } from './socket.ts';
import type { Tokens } from './tokens.ts';
import { type CommandSet, createTypedIn } from './typed.ts';

export interface SlackTalk {
  /** Begins to connect; the rest of the bot does not wait for Slack. */
  readonly start: () => void;
  /** Lets those who asked have their answer, then says goodbye: some seconds at most. */
  readonly stop: () => Promise<void>;
  /** For `/readyz`: what the connection does, and whether that is well. */
  readonly standing: () => { readonly ok: boolean; readonly says: string };
  /** A channel was paused because of what came of posting there. */
  readonly paused: (channel: Channel, reason: string) => void;
  /** What is asked below /slack/ on the port that everything shares. */
  readonly http: (request: Request) => Promise<Response>;
  /** Resolves when everything that people and Slack have said was acted upon. */
  readonly idle: () => Promise<void>;
}

export interface TalkParts {
  readonly api: Api;
  readonly apiUrl: string;
  readonly tokens: Tokens;
  readonly postJson: PostJson;
  readonly appToken: string | undefined;
  readonly signingSecret: string | undefined;
  readonly install: InstallSettings | undefined;
  readonly commandSet: CommandSet;
  readonly managers: 'members' | 'admins';
  /** Of new workspaces. */
  readonly language: Language;
  readonly zone: string;
  readonly invoke: InvokeParts;
  readonly complete: Complete;
  readonly world: World;
  readonly log: Log;
  readonly deliver: () => void;
  readonly operatorChannel: () => Promise<number>;
  readonly meter: Meter;
}

/** A new connection is there sooner, and nobody need be woken for that. */
const shortLossMs = 60_000;
const lastAnswersMs = 3000;
const identifyAgainMs = 30_000;

export function createSlackTalk(parts: TalkParts): SlackTalk {
  const { world, log, invoke, tokens, install: installSettings } = parts;
  const { now } = world;
  const healing = createHealing({ ...parts, store: invoke.store, now });
  const people = createPeople({ ...parts, store: invoke.store, profiles: createProfiles(tokens, world) });
  const places = createPlaces({ tokens, people, happened: healing.happened, now });
  const typedIn = createTypedIn(invoke.commands, parts.commandSet);
  const { enter, ask: askHere } = createFrontDesk({ ...parts, platform: 'slack' });
  const ask: FrontDesk['ask'] = (asked) =>
    askHere({ ...asked, direct: asked.channel.externalId.startsWith('D') });
  const desk = createHomeDesk({ ask, tokens, people, places, invoke, typedIn, log });
  const say = createSay({ ...parts, direct: people.direct });
  const inbound = createInbound({
    ...parts,
    enter,
    ask,
    people,
    places,
    say,
    desk,
    look: healing.look,
    typedIn,
  });
  const events = createEventsHttp({ signingSecret: parts.signingSecret, now, log });
  const install =
    installSettings && createInstall({ ...parts, ...installSettings, onInstalled: healing.installed });

  const app = new App({
    receiver: events.receiver,
    // What is done is done by our own requests: who it is that is told, Slack says in each payload.
    authorize: async () => ({}),
    ignoreSelf: false,
    convoStore: false,
    logger: boltLogger(log),
  });
  listen(app);
  let stopping = false;
  const stopped = Promise.withResolvers<void>();
  let living: Promise<void> = Promise.resolve();
  const socket: Socket | undefined =
    parts.appToken === undefined
      ? undefined
      : createSocket({ ...parts, appToken: parts.appToken, app, onConnected: healing.lookAtPaused });

  return {
    start() {
      socket?.start();
      if (socket === undefined && parts.signingSecret === undefined)
        log.warn({}, 'Slack: nobody is heard: set SLACK_APP_TOKEN, or SLACK_SIGNING_SECRET');
      healing.lookAtPaused();
      living = identify();
    },
    async stop() {
      stopping = true;
      stopped.resolve();
      await Promise.race([Promise.all([idle(), living]), after(lastAnswersMs)]);
      await socket?.stop();
    },
    standing() {
      // Everything may be heard, and still nobody get an alert.
      if (tokens.isRefused()) return { ok: false, says: 'the bot token is not accepted' };
      return socket === undefined && parts.signingSecret === undefined
        ? { ok: true, says: 'sends only' }
        : standingOf(socket?.link(), events.heardAt(), now());
    },
    paused: healing.paused,
    async http(request) {
      const { pathname } = new URL(request.url);
      if (pathname === '/slack/events') return events.handle(request);
      const installed = await install?.handle(request);
      return installed ?? new Response('There is nothing here.\n', { status: 404 });
    },
    idle,
  };

  /** Nothing that an acknowledgement waits for asks the database: whatever that does, Slack has heard from us. */
  function listen(bolt: App): void {
    bolt.command(/.*/, async ({ body, ack }) => {
      const turnedAway = inbound.command(body);
      if (turnedAway === undefined) await ack();
      else await ack({ response_type: 'ephemeral', text: turnedAway });
    });
    bolt.action(/.*/, async ({ body, ack }) => {
      await ack();
      inbound.press(body as unknown as RawPress);
    });
    bolt.view({ type: 'view_submission', callback_id: /.*/ }, async ({ body, ack }) => {
      const errors = await inbound.submit(body);
      if (errors === undefined) await ack();
      else await ack({ response_action: 'errors', errors });
    });
    bolt.options(/.*/, async ({ body, ack }) => {
      const options = await inbound.suggest(body);
      await ack({ options: [...options] });
    });
    bolt.event(/.*/, async ({ body }) => inbound.event(body as unknown as RawEvent));
    bolt.error(async (error) => {
      log.error({ err: error }, `Slack: what somebody did was not acted upon: ${reasonOf(error)}`);
    });
  }

  /** Whose the token of the settings is; asked until there is an answer. */
  async function identify(): Promise<void> {
    while (!stopping && tokens.waitsForIdentity()) {
      try {
        const identity = await tokens.identify();
        if (identity !== undefined && !stopping) {
          log.info({ team: identity.name }, 'Slack: the token is good');
          await healing.installed(identity.team);
          return;
        }
      } catch (error) {
        log.warn({ reason: reasonOf(error) }, 'Slack: it is not known whose the token is');
      }
      await Promise.race([after(identifyAgainMs), stopped.promise]);
    }
  }

  async function idle(): Promise<void> {
    await inbound.idle();
    await healing.idle();
  }

  function after(ms: number): Promise<void> {
    return new Promise((resolve) => void world.after(ms, resolve));
  }
}

function standingOf(
  link: Link | undefined,
  heardAt: number | undefined,
  now: number,
): { readonly ok: boolean; readonly says: string } {
  const seconds = (since: number): number => Math.round((now - since) / 1000);
  switch (link?.kind) {
    case undefined:
      return {
        ok: true,
        says: heardAt === undefined ? 'waits for requests' : `heard from ${seconds(heardAt)} s ago`,
      };
    case 'connected':
      return { ok: true, says: `connected for ${seconds(link.since)} s` };
    case 'lost':
      return { ok: now - link.since < shortLossMs, says: `connection lost ${seconds(link.since)} s ago` };
    case 'connecting':
      return { ok: false, says: `not connected for ${seconds(link.since)} s` };
    case 'refused':
      return { ok: false, says: 'the app-level token is not accepted' };
  }
}
