/** What people do on Slack: commands, forms, buttons, questions. Each comes in here and is led to whoever does it. */
import type { Channel } from '../../domain.ts';
import { reasonOf } from '../../errors.ts';
import type { Complete } from '../../invoke/complete-in.ts';
import type { InvokeParts } from '../../invoke/open-context.ts';
import type { Log } from '../../log.ts';
import { textsFor } from '../../messages/choose.ts';
import type { World } from '../../world.ts';
import type { FrontDesk } from '../front-desk.ts';
import { createAnswered } from './answered.ts';
import { type Option, plain } from './blocks.ts';
import { readMentions } from './delivery.ts';
import { fields, formId } from './form.ts';
import { createForms } from './forms.ts';
import type { HomeDesk } from './home-desk.ts';
import {
  channelIn,
  type RawCommand,
  type RawEvent,
  type RawInner,
  type RawPress,
  type RawSubmission,
  type RawSuggestion,
  teamOf,
  typedText,
  whoOf,
} from './payloads.ts';
import type { People, Who } from './people.ts';
import type { Places } from './places.ts';
import { isAlertControl, press } from './press.ts';
import { createQuestions, isQuestion, isSaid } from './questions.ts';
import { sayAction } from './render-reply.ts';
import { commandNamed, createRunCommand } from './run-command.ts';
import type { Say, Way } from './say.ts';
import { createSoon } from './soon.ts';
import { createSuggest } from './suggest.ts';
import type { Tokens } from './tokens.ts';
import { readTyped } from './typed.ts';

export interface InboundParts extends FrontDesk {
  readonly people: People;
  readonly places: Places;
  readonly tokens: Tokens;
  readonly say: Say;
  readonly desk: HomeDesk;
  readonly invoke: InvokeParts;
  readonly complete: Complete;
  /** Why nothing can be posted in a channel, if so; joins it if that is all. */
  readonly look: (team: string, channel: Channel) => Promise<string | undefined>;
  /** Sentences of ours, as commands are typed here. */
  readonly typedIn: (sentence: string) => string;
  readonly world: Pick<World, 'now' | 'after'>;
  readonly log: Log;
}

/** Each is acted upon while Slack has its acknowledgement already. */
export interface Inbound {
  /** @returns what to acknowledge it with: nothing, or that too many wait */
  readonly command: (raw: RawCommand) => string | undefined;
  readonly press: (raw: RawPress) => void;
  readonly event: (raw: RawEvent) => void;
  /** @returns what is wrong with the form, by its blocks; undefined: it was sent */
  readonly submit: (raw: RawSubmission) => Promise<Readonly<Record<string, string>> | undefined>;
  /** What is offered in a select. */
  readonly suggest: (raw: RawSuggestion) => Promise<readonly Option[]>;
  /** Resolves when everybody has their answer. */
  readonly idle: () => Promise<void>;
}

/** So many are told at once that they were turned away; to the others Slack says nothing at all. */
const mostBeingTold = 50;

export function createInbound(parts: InboundParts): Inbound {
  const { people, places, desk, invoke, say, enter, log } = parts;
  const underWay = new Set<Promise<void>>();
  let beingTold = 0;
  const answered = createAnswered(parts);
  const soon = createSoon(parts);
  const runCommand = createRunCommand(parts);
  const forms = createForms({ ...parts, soon, runCommand, answered });
  const questions = createQuestions({ ...parts, answered, run: runCommand.here });

  return {
    command(raw) {
      const who = { team: raw.team_id, user: raw.user_id };
      const leave = enter(who.team);
      if (leave === undefined) return busyFor(who);
      under(() => command(who, raw), leave);
      return undefined;
    },

    press(raw) {
      const who = whoOf(raw);
      const leave = enter(who.team);
      if (leave === undefined) turnAway(who, wayOf(raw) ?? { kind: 'channel', channel: who.user });
      else under(() => pressed(who, raw), leave);
    },

    event(raw) {
      const { event } = raw;
      const team = teamOf(raw);
      if (isSaid(event)) question(team, raw);
      else if (event.type === 'app_home_opened') showHome(team, event);
      else places.happened(team, event);
    },

    async submit(raw) {
      if (raw.view.callback_id !== formId) return undefined;
      const who = whoOf(raw);
      const leave = enter(who.team);
      if (leave === undefined) return { [fields.keywords]: busyFor(who) };
      const read = await forms.read(who, raw.view).catch((error: unknown) => {
        leave();
        throw error;
      });
      if (!('wrong' in read)) under(() => forms.follow(who, read), leave);
      else leave();
      return 'wrong' in read ? read.wrong : undefined;
    },

    suggest: createSuggest({ ...parts, soon }),

    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };

  function under(work: () => Promise<void>, leave: () => void): void {
    const done: Promise<void> = work()
      .catch((error: unknown) => {
        log.error({ err: error }, `Slack: somebody was not served: ${reasonOf(error)}`);
      })
      .finally(() => {
        leave();
        underWay.delete(done);
      });
    underWay.add(done);
  }

  // ── too many ───────────────────────────────────────────────────────────────────────────────────

  /** Without a look at anything: that is what there are too many of. */
  function busyFor(who: Who): string {
    return textsFor(people.spoken(who)).chat.busy;
  }

  function turnAway(who: Who, way: Way): void {
    if (beingTold >= mostBeingTold) return;
    beingTold += 1;
    const text = busyFor(who);
    const answer = {
      text,
      blocks: [{ type: 'section', text: plain(text) } as const],
      audience: 'caller',
    } as const;
    under(
      () => say.answer(who, way, answer),
      () => void (beingTold -= 1),
    );
  }

  // ── commands ───────────────────────────────────────────────────────────────────────────────────

  async function command(who: Who, raw: RawCommand): Promise<void> {
    const { rest, mentions } = readMentions(raw.text ?? '');
    const { name, input } = readTyped(raw.command, typedText(rest), invoke.commands);
    const wantsForm = name === undefined || (input === '' && commandNamed(name, invoke) === 'subscribe');
    if (wantsForm && (await forms.open(who, raw.trigger_id, { channel: raw.channel_id }))) return;
    const way: Way = { kind: 'url', url: raw.response_url, channel: raw.channel_id };
    const where = { channel: raw.channel_id, name: raw.channel_name };
    const given = { name: name ?? 'help', input, mentions };
    await answered(who, way, where.channel, () => runCommand.here(who, where, given));
  }

  // ── buttons ────────────────────────────────────────────────────────────────────────────────────

  async function pressed(who: Who, raw: RawPress): Promise<void> {
    const [action] = raw.actions;
    if (action === undefined) return;
    if (action.action_id.startsWith('home:')) {
      const wanted = await desk.press(who, action);
      if (wanted.kind === 'form') await forms.open(who, raw.trigger_id, wanted);
      else if (wanted.kind === 'view') await forms.openView(who, raw.trigger_id, wanted.view);
      return;
    }
    const way = wayOf(raw);
    if (way === undefined) return;
    const { channel } = way;
    if (action.action_id.startsWith(sayAction))
      return answered(who, way, channel, () => runCommand.here(who, { channel }, lineIn(action.value ?? '')));
    if (!isAlertControl(action.action_id)) return;
    await answered(who, way, channel, () => press(action, who, channel, parts));
  }

  // ── events ─────────────────────────────────────────────────────────────────────────────────────

  function question(team: string, raw: RawEvent): void {
    const { user } = raw.event;
    if (user === undefined || !isQuestion(raw.event)) return;
    const leave = enter(team);
    if (leave !== undefined) return under(() => questions.take({ team, user }, raw), leave);
    turnAway({ team, user }, { kind: 'channel', channel: channelIn(raw.event) });
  }

  /** What is shown there already is shown on, if too many wait. */
  function showHome(team: string, { user, tab }: RawInner): void {
    const leave = user === undefined || tab === 'messages' ? undefined : enter(team);
    if (leave !== undefined && user !== undefined) under(() => desk.refresh({ team, user }), leave);
  }
}

/** Undefined: it was pressed in no channel. */
function wayOf({ channel, response_url: url }: RawPress): Way | undefined {
  if (channel === undefined) return undefined;
  return url === undefined
    ? { kind: 'channel', channel: channel.id }
    : { kind: 'url', url, channel: channel.id };
}

/** "/subscribe nvdia => Nvidia", as a button says it. */
function lineIn(line: string): { readonly name: string; readonly input: string } {
  const [, name = '', input = ''] = /^\/?(\S*)\s*(.*)$/s.exec(line) ?? [];
  return { name, input };
}
