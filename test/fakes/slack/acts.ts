/** A person does something that the app must acknowledge within three seconds: a command, a press, a choice, a form. */
import { isRecord, record, records, textOf } from './arguments.ts';
import { controlNamed, labelOf, optionNamed, optionsOf, type Control } from './controls.ts';
import type { Core } from './core.ts';
import type { Delivery } from './delivery.ts';
import { checkGroups, checkOptions } from './element-rules.ts';
import { openForm } from './form.ts';
import { answerThrough, openHook } from './hooks.ts';
import {
  blocksOf,
  containerOf,
  holderIn,
  lineAt,
  nameOf,
  openTrigger,
  whoAndWhere,
  type Surface,
} from './interaction.ts';
import type { Line } from './ledger.ts';
import { Refusal } from './refusal.ts';
import type { Channel, Json, Team, User } from './shapes.ts';
import { fill, offer, type Filled } from './view-values.ts';

/** What became of it. */
export interface Done {
  /** Within three seconds; else Slack shows the person an error. */
  readonly acknowledged: boolean;
  readonly afterMs: number | undefined;
  /** What the acknowledgement of a command said. */
  readonly reply: Line | undefined;
  readonly delivery: Delivery;
}

/** The person of a test, in a workspace. */
export interface Who {
  readonly core: Core;
  readonly team: Team;
  readonly user: User;
}

export async function typeCommand({ core, team, user }: Who, typed: string, channel: Channel): Promise<Done> {
  const { state } = core;
  const [, command = '', text = ''] = /^(\/\S+)\s*([^]*)$/.exec(typed.trim()) ?? [];
  if (!state.app.commands.includes(command)) throw new Error(`there is no command ${command} here`);
  if (channel.archived) throw new Error(`#${channel.name} is archived: nobody types there`);
  const of = { teamId: team.id, channelId: channel.id, userId: user.id };
  const responseUrl = openHook(state, of, 'commands');
  const delivery = await core.deliveries.once({
    kind: 'slash_commands',
    teamId: team.id,
    takesAnswer: true,
    payload: {
      token: state.app.verificationToken,
      team_id: team.id,
      team_domain: team.name,
      channel_id: channel.id,
      channel_name: nameOf(channel),
      user_id: user.id,
      user_name: user.name,
      command,
      text: typedText(core, team, text),
      api_app_id: state.app.id,
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: openTrigger(state, team, user),
    },
  });
  return { ...outcomeOf(delivery), reply: replyOf(core, team, delivery, responseUrl) };
}

/** `&`, `<` and `>` come escaped; names of people and channels as their ids only where the app has asked for that. */
function typedText({ state }: Core, team: Team, text: string): string {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  if (!state.app.escapesNames) return plain;
  const users = new Map([...team.users.values()].map(({ name, id }) => [name, id]));
  const channels = new Map([...team.channels.values()].map(({ name, id }) => [name, id]));
  return plain
    .replaceAll(/(?<!\S)@([\w.-]+)/g, (whole, name: string) =>
      users.has(name) ? `<@${users.get(name)}|${name}>` : whole,
    )
    .replaceAll(/(?<!\S)#([\w.-]+)/g, (whole, name: string) =>
      channels.has(name) ? `<#${channels.get(name)}|${name}>` : whole,
    );
}

/** What an acknowledgement says is shown like an answer through `response_url`, and is none of its five. */
function replyOf(core: Core, team: Team, { answer }: Delivery, responseUrl: string): Line | undefined {
  const said = typeof answer === 'string' ? { text: answer } : record(answer);
  if (Object.keys(said).length === 0 || said['text'] === '') return undefined;
  const hook = core.state.hooks.get(responseUrl.split('/').at(-1)!)!;
  try {
    const message = answerThrough(core.state, hook, said);
    return message === undefined ? undefined : lineAt(team, message.channelId, message.ts);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    core.complaints.push(`the acknowledgement of a command: ${error.code} ${JSON.stringify(error.more)}`);
    return undefined;
  }
}

export async function press(who: Who, surface: Surface, name: string): Promise<Done> {
  const control = controlNamed(blocksOf(surface), name);
  if (control.type !== 'button') throw new Error(`"${name}" is no button: choose() is for menus`);
  const { text, value, url } = control.element;
  return use(who, surface, control, {
    text,
    ...(value !== undefined && { value }),
    ...(url !== undefined && { url }),
  });
}

/** A menu, a check box, a date: in a message, on the home page, or in a form where it acts at once. */
export async function choose(who: Who, surface: Surface, name: string, filled: Filled): Promise<Done> {
  const { core } = who;
  const control = controlNamed(blocksOf(surface), name);
  if (control.type === 'overflow') {
    const option = optionNamed(optionsOf(control.element), String(filled));
    return use(who, surface, control, { selected_option: option });
  }
  return use(who, surface, control, fill(core.state, holderIn(surface, who.user), control, filled));
}

async function use(
  { core, team, user }: Who,
  surface: Surface,
  control: Control,
  value: Json,
): Promise<Done> {
  const { state } = core;
  const view = surface.kind === 'view' ? surface.view : undefined;
  const delivery = await core.deliveries.once({
    kind: 'interactive',
    teamId: team.id,
    takesAnswer: false,
    payload: {
      type: 'block_actions',
      ...whoAndWhere(state, team, user),
      ...containerOf(state, team, user, surface),
      trigger_id: openTrigger(state, team, user, view),
      actions: [
        {
          action_id: control.actionId,
          block_id: control.blockId,
          ...value,
          type: control.type,
          action_ts: state.nextTs(),
        },
      ],
    },
  });
  return { ...outcomeOf(delivery), reply: undefined };
}

/**
 * Types into a menu whose options the app gives. Slack asks only from `min_query_length` characters on, 3 unless the
 * menu says otherwise.
 * @returns what is offered; nothing where the app did not answer in time
 */
export async function complete(
  { core, team, user }: Who,
  surface: Surface,
  name: string,
  typed: string,
): Promise<readonly string[]> {
  const { state } = core;
  const control = controlNamed(blocksOf(surface), name);
  if (!control.type.endsWith('external_select')) throw new Error(`"${name}" asks the app for nothing`);
  const least = control.element['min_query_length'];
  if (typed.length < (typeof least === 'number' ? least : 3)) return [];
  const { answer } = await core.deliveries.once({
    kind: 'interactive',
    teamId: team.id,
    takesAnswer: true,
    payload: {
      type: 'block_suggestion',
      ...whoAndWhere(state, team, user),
      ...containerOf(state, team, user, surface),
      action_id: control.actionId,
      block_id: control.blockId,
      value: typed,
    },
  });
  const options = offeredIn(core, answer);
  offer(state, holderIn(surface, user), control, options);
  return options.map(labelOf);
}

/** A list that Slack does not take offers nothing. */
function offeredIn({ complaints }: Core, answer: unknown): readonly Json[] {
  if (!isRecord(answer)) return [];
  const form = openForm();
  checkOptions(form, '/options', answer['options'], 100, 0);
  checkGroups(form, '/option_groups', answer['option_groups'], 0);
  if (form.complaints.length > 0) {
    complaints.push(...form.complaints.map((one) => `the answer to block_suggestion: ${one}`));
    return [];
  }
  return optionsOf(answer);
}

export function outcomeOf(delivery: Delivery): Omit<Done, 'reply'> {
  const attempt = delivery.attempts.at(-1)!;
  return { acknowledged: attempt.outcome === 'acknowledged', afterMs: attempt.afterMs, delivery };
}

/** The texts of blocks, for who looks at a page of the app. */
export function textsIn(blocks: readonly Json[]): readonly string[] {
  return blocks
    .flatMap((block) => [
      textOf(record(block['text'])['text']),
      ...records(block['fields']).map((field) => textOf(field['text'])),
      ...records(block['elements']).map((element) => textOf(element['text'])),
    ])
    .filter((text) => text !== '');
}
