/** What people do on Slack: commands, forms, buttons, questions. All of it ends in `dispatch`. */
import { reasonOf } from '../../errors.ts';
import type { Channel, DeliveryOptions } from '../../domain.ts';
import type { Complete } from '../../invoke/complete-in.ts';
import { dispatch } from '../../invoke/dispatch.ts';
import { findCommand } from '../../invoke/find-command.ts';
import type { Reply } from '../../invoke/invocation.ts';
import { mistakeInSubscriptions } from '../../invoke/mistake-sentence.ts';
import type { InvokeParts } from '../../invoke/open-context.ts';
import { mistake, text } from '../../invoke/reply.ts';
import type { Log } from '../../log.ts';
import { textsFor } from '../../messages/choose.ts';
import type { Texts } from '../../messages/texts.ts';
import type { World } from '../../world.ts';
import { createAnswered, type Said } from './answered.ts';
import type { Option } from './blocks.ts';
import { readMentions } from './delivery.ts';
import { fields, type Filled, formId, formView, optionOf, readForm } from './form.ts';
import { zonesLike, homeActions } from './home.ts';
import type { HomeDesk } from './home-desk.ts';
import {
  type RawCommand,
  type RawEvent,
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
import { createQuestions } from './questions.ts';
import { sayAction } from './render-reply.ts';
import type { Say, Way } from './say.ts';
import type { Tokens } from './tokens.ts';
import { readTyped } from './typed.ts';

export interface InboundParts {
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

/** Each is acted upon after Slack has its acknowledgement. */
export interface Inbound {
  readonly command: (raw: RawCommand) => void;
  readonly press: (raw: RawPress) => void;
  readonly event: (raw: RawEvent) => void;
  /** @returns what is wrong with the form, by its blocks; undefined: it was sent */
  readonly submit: (raw: RawSubmission) => Promise<Readonly<Record<string, string>> | undefined>;
  /** What is offered in a select. */
  readonly suggest: (raw: RawSuggestion) => Promise<readonly Option[]>;
  /** Resolves when everybody has their answer. */
  readonly idle: () => Promise<void>;
}

/** Of the three seconds that Slack gives: what is not known by then is done without. */
const soonMs = 1500;

export function createInbound(parts: InboundParts): Inbound {
  const { people, places, tokens, desk, invoke, complete, look, typedIn, world, log } = parts;
  const underWay = new Set<Promise<void>>();
  const answered = createAnswered(parts);
  const questions = createQuestions({ ...parts, answered, run });

  return {
    command: (raw) => under(() => command(raw)),
    press: (raw) => under(() => pressed(raw)),
    event: (raw) => under(() => happened(raw)),
    submit,
    suggest,
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };

  function under(work: () => Promise<void>): void {
    const done: Promise<void> = work()
      .catch((error: unknown) => {
        log.error({ err: error }, `Slack: somebody was not served: ${reasonOf(error)}`);
      })
      .finally(() => underWay.delete(done));
    underWay.add(done);
  }

  // ── commands ───────────────────────────────────────────────────────────────────────────────────

  async function command(raw: RawCommand): Promise<void> {
    const who = { team: raw.team_id, user: raw.user_id };
    const { rest, delivery } = readMentions(raw.text ?? '');
    const { name, input } = readTyped(raw.command, typedText(rest), invoke.commands);
    const wantsForm = name === undefined || (input === '' && commandNamed(name) === 'subscribe');
    if (wantsForm && (await openForm(who, raw.trigger_id, raw.channel_id))) return;
    const way: Way = { kind: 'url', url: raw.response_url, channel: raw.channel_id };
    const where = { channel: raw.channel_id, name: raw.channel_name };
    await answered(who, way, where.channel, () => run(who, where, name ?? 'help', input, delivery));
  }

  function commandNamed(name: string): string {
    return findCommand(name, invoke.commands)?.name ?? name;
  }

  async function run(
    who: Who,
    where: { readonly channel: string; readonly name?: string | undefined },
    name: string,
    input: string,
    delivery?: DeliveryOptions,
  ): Promise<Said> {
    const here = await places.meant(who, where);
    const known = commandNamed(name);
    const found = await people.place(who, here, known);
    const place = known === 'subscriptions' ? await people.named(who, found) : found;
    const asked = { ...place, name, input, delivery: known === 'subscribe' ? delivery : undefined };
    const reply = await dispatch({ ...asked, at: world.now() }, invoke);
    const about = here.channel === where.channel ? undefined : here.channel;
    if (reply.mistake || !['subscribe', 'resume'].includes(known)) return { reply, about };
    return { reply: await withHindrance(reply, who.team, place.channel, place.person.language), about };
  }

  async function withHindrance(
    reply: Reply,
    team: string,
    channel: Channel,
    language: string,
  ): Promise<Reply> {
    const reason = await look(team, channel);
    if (reason === undefined) return reply;
    return { ...reply, parts: [...reply.parts, text(textsFor(language).slack.willWait(reason))] };
  }

  // ── buttons ────────────────────────────────────────────────────────────────────────────────────

  async function pressed(raw: RawPress): Promise<void> {
    const [action] = raw.actions;
    const who = whoOf(raw);
    if (action === undefined) return;
    if (action.action_id.startsWith('home:')) {
      const wish = await desk.press(who, action);
      if (wish.kind === 'form') await openForm(who, raw.trigger_id, wish.channel, wish.changes);
      else if (wish.kind === 'view') await openView(who, raw.trigger_id, wish.view);
      return;
    }
    const { channel, response_url: url } = raw;
    if (channel === undefined) return;
    const way: Way =
      url === undefined
        ? { kind: 'channel', channel: channel.id }
        : { kind: 'url', url, channel: channel.id };
    if (action.action_id.startsWith(sayAction)) {
      const { name, input } = lineIn(action.value ?? '');
      return answered(who, way, channel.id, () => run(who, { channel: channel.id }, name, input));
    }
    if (!isAlertControl(action.action_id)) return;
    await answered(who, way, channel.id, () => press(action, who, channel.id, parts));
  }

  // ── forms ──────────────────────────────────────────────────────────────────────────────────────

  async function openForm(
    who: Who,
    trigger: string,
    channel?: string,
    changes?: Parameters<typeof formView>[1]['changes'],
  ): Promise<boolean> {
    const called = changes?.delivery?.mentions?.find(({ kind }) => kind === 'role')?.id;
    const [texts, group] = await Promise.all([
      textsSoon(who),
      called === undefined ? undefined : within(soonMs, places.group(who.team, called), undefined),
    ]);
    return openView(who, trigger, formView(texts, { channel, changes, group }));
  }

  async function openView(who: Who, trigger: string, view: object): Promise<boolean> {
    const { outcome, error } = await tokens.ask(who.team, 'views.open', { trigger_id: trigger, view });
    if (outcome.kind !== 'done') log.info({ error, outcome: outcome.kind }, 'Slack: a form was not opened');
    return outcome.kind === 'done';
  }

  async function submit(raw: RawSubmission): Promise<Readonly<Record<string, string>> | undefined> {
    if (raw.view.callback_id !== formId) return undefined;
    const who = whoOf(raw);
    const filled = readForm(raw.view);
    const texts = await textsSoon(who);
    if (filled.typed === '') return { [fields.keywords]: texts.slack.form.nothingChosen };
    const wrong = mistakeInSubscriptions(filled.typed, texts);
    if (wrong !== undefined) return { [fields.keywords]: typedIn(wrong).slice(0, 2000) };
    if (filled.channel === undefined && !filled.direct)
      return { [fields.channel]: texts.slack.noSuchChannel };
    under(() => follow(who, filled, texts));
    return undefined;
  }

  async function follow(who: Who, filled: Filled, texts: Texts): Promise<void> {
    const direct = await people.direct(who);
    const channel = filled.direct ? direct : filled.channel;
    const way: Way = { kind: 'channel', channel: channel ?? direct ?? who.user };
    await answered(who, way, way.channel, async () => {
      if (channel === undefined || !(await places.isOpenTo(who, channel)))
        return { reply: mistake(texts.slack.noSuchChannel) };
      const place = await people.place(who, { channel });
      const before = await idsIn(place.channel);
      const asked = { ...place, name: 'subscribe', input: filled.typed, delivery: filled.delivery };
      const reply = await dispatch({ ...asked, at: world.now() }, invoke);
      if (reply.mistake) return { reply };
      const isNew = (await idsIn(place.channel)).some((id) => !before.includes(id));
      if (filled.changes !== undefined) await desk.replaced(who, filled.changes, place.channel, isNew);
      const said = await withHindrance(reply, who.team, place.channel, place.person.language);
      await desk.refresh(who);
      return { reply: said };
    });
  }

  async function idsIn({ id }: Channel): Promise<readonly number[]> {
    return (await invoke.store.subscriptions.ofChannel(id)).map((one) => one.id);
  }

  async function suggest(raw: RawSuggestion): Promise<readonly Option[]> {
    const typed = (raw.value ?? '').trim().slice(0, 150);
    const who = whoOf(raw);
    switch (raw.action_id) {
      case fields.keywords:
        return within(
          soonMs,
          keywordsFor(who, typed),
          [optionOf(typed)].filter((one) => one !== undefined),
        );
      case fields.group:
        return within(soonMs, places.groups(who.team, typed), []);
      case homeActions.zone:
        return zonesLike(typed);
      default:
        return [];
    }
  }

  /** First of all what was typed: whoever knows what they want need take nothing else. */
  async function keywordsFor(who: Who, typed: string): Promise<readonly Option[]> {
    const texts = textsFor(await people.language(who));
    // Of no workspace: what others follow in private channels and in their own messages is for nobody else's eyes.
    const typing = { workspaceId: 0, channel: undefined, texts };
    const offers = await complete(`subscribe ${typed}`, typing);
    const lines = offers.map(({ line }) => line.replace(/^\S+\s*/, '').trim());
    return [...new Set([typed, ...lines])].flatMap((line) => optionOf(line) ?? []).slice(0, 100);
  }

  // ── events ─────────────────────────────────────────────────────────────────────────────────────

  async function happened(raw: RawEvent): Promise<void> {
    const { event } = raw;
    const team = teamOf(raw);
    const isQuestion =
      event.type === 'app_mention' || (event.type === 'message' && event.channel_type === 'im');
    if (isQuestion) await questions.take(team, raw);
    else if (event.type === 'app_home_opened' && event.user !== undefined) {
      if (event.tab !== 'messages') await desk.refresh({ team, user: event.user });
    } else places.happened(team, event);
  }

  // ── time ───────────────────────────────────────────────────────────────────────────────────────

  async function textsSoon(who: Who): Promise<Texts> {
    return textsFor(await within(soonMs, people.language(who), 'en'));
  }

  /** What stands in for it if it takes longer, or fails. */
  function within<T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<T>();
    const cancel = world.after(ms, () => resolve(otherwise));
    work
      .then(resolve, (error: unknown) => {
        log.warn({ reason: reasonOf(error) }, 'Slack: something could not be offered');
        resolve(otherwise);
      })
      .finally(cancel);
    return promise;
  }
}

/** "/subscribe nvdia => Nvidia", as a button says it. */
function lineIn(line: string): { readonly name: string; readonly input: string } {
  const [, name = '', input = ''] = /^\/?(\S*)\s*(.*)$/s.exec(line) ?? [];
  return { name, input };
}
