/** Forms that pop up for a person: looked at, filled in, sent, closed. */
import { isRecord, record, textOf } from './arguments.ts';
import { outcomeOf, textsIn, type Done, type Who } from './acts.ts';
import { controlNamed, controlsIn } from './controls.ts';
import type { Core } from './core.ts';
import { openTrigger, whoAndWhere } from './interaction.ts';
import { Refusal } from './refusal.ts';
import type { Json, Team, View } from './shapes.ts';
import { viewComplaints } from './view-rules.ts';
import {
  blocksIn,
  fill,
  holderOf,
  inWords,
  isEmptyValue,
  stateOf,
  valueOf,
  type Filled,
} from './view-values.ts';
import { changeView, pushView, stackOf } from './views.ts';
import { wireView } from './wire.ts';

/** A view as a person looks at it. */
export interface ShownView {
  readonly id: string;
  readonly callbackId: string;
  readonly title: string;
  /** All texts that are no fields. */
  readonly text: string;
  readonly fields: readonly ShownField[];
  /** Labels of buttons, placeholders of menus. */
  readonly controls: readonly string[];
  readonly submit: string;
  readonly blocks: readonly Json[];
  /** What Slack shows below fields since it was sent. */
  readonly errors: Readonly<Record<string, string>>;
  readonly view: View;
}

export interface ShownField {
  readonly label: string;
  readonly hint: string;
  readonly type: string;
  readonly optional: boolean;
  /** What is in it, in words. */
  readonly value: string;
}

export interface Sent extends Done {
  /** What Slack shows below the fields: by `block_id`. */
  readonly errors: Readonly<Record<string, string>>;
}

export function show({ state }: Core, view: View): ShownView {
  const blocks = blocksIn(view);
  return {
    id: view.id,
    callbackId: textOf(view.body['callback_id']),
    title: textOf(record(view.body['title'])['text']),
    submit: textOf(record(view.body['submit'])['text']),
    text: textsIn(blocks).join('\n'),
    fields: controlsIn(blocks)
      .filter(({ block }) => block['type'] === 'input')
      .map((control) => ({
        label: textOf(record(control.block['label'])['text']),
        hint: textOf(record(control.block['hint'])['text']),
        type: control.type,
        optional: control.block['optional'] === true,
        value: inWords(valueOf(state, holderOf(view), control)),
      })),
    controls: controlsIn(blocks).flatMap(({ names, block }) =>
      block['type'] === 'input' ? [] : (names[0] ?? []),
    ),
    blocks,
    errors: view.errors,
    view,
  };
}

/** The form on top, if one is open for this person. */
export function topModal({ core: { state }, user }: Who): View | undefined {
  return [...state.views.values()].findLast(
    (view) => view.userId === user.id && !view.closed && view.body['type'] === 'modal',
  );
}

export function fillIn({ core: { state } }: Who, view: View, values: Readonly<Record<string, Filled>>): void {
  for (const [name, filled] of Object.entries(values)) {
    fill(state, holderOf(view), controlNamed(blocksIn(view), name), filled);
  }
}

/** @throws Error where Slack's client would not send it: a field is needed and empty */
export async function submit(who: Who, view: View): Promise<Sent> {
  const { core, team, user } = who;
  const { state } = core;
  const missing = controlsIn(blocksIn(view)).filter(
    (control) =>
      control.block['type'] === 'input' &&
      control.block['optional'] !== true &&
      isEmptyValue(valueOf(state, holderOf(view), control)),
  );
  if (missing.length > 0) {
    throw new Error(`these fields are needed: ${missing.map(({ names }) => names[0]).join(', ')}`);
  }
  const delivery = await core.deliveries.once({
    kind: 'interactive',
    teamId: team.id,
    takesAnswer: true,
    payload: {
      type: 'view_submission',
      ...whoAndWhere(state, team, user),
      trigger_id: openTrigger(state, team, user, view),
      view: { ...wireView(state, view), state: stateOf(state, holderOf(view)) },
      response_urls: [],
    },
  });
  const outcome = outcomeOf(delivery);
  view.errors = {};
  if (outcome.acknowledged) takeAnswer(core, team, view, delivery.answer);
  return { ...outcome, reply: undefined, errors: view.errors };
}

/** "response_action": errors, update, push or clear; without one the form closes. */
function takeAnswer(core: Core, team: Team, view: View, answer: unknown): void {
  const { state } = core;
  const said = record(answer);
  const action = said['response_action'];
  const complain = (...messages: readonly string[]): void => {
    core.complaints.push(...messages.map((one) => `the answer to view_submission: ${one}`));
  };
  switch (action) {
    case undefined:
      if (answer !== '' && answer !== undefined)
        complain(`nothing that Slack knows: ${JSON.stringify(answer)}`);
      view.closed = true;
      return;
    case 'clear':
      for (const one of stackOf(state, view)) one.closed = true;
      return;
    case 'errors': {
      const ids = new Set(
        blocksIn(view)
          .filter((block) => block['type'] === 'input')
          .map((block) => block['block_id']),
      );
      const errors = isRecord(said['errors']) ? said['errors'] : {};
      const stray = Object.keys(errors).filter((id) => !ids.has(id));
      if (stray.length > 0 || Object.keys(errors).length === 0)
        complain(`errors for no field: ${stray.join(', ')}`);
      view.errors = Object.fromEntries(Object.entries(errors).map(([id, text]) => [id, textOf(text)]));
      return;
    }
    case 'update':
    case 'push': {
      const complaints = viewComplaints(state, said['view'], ['modal']);
      if (complaints.length > 0) return complain(...complaints);
      try {
        if (action === 'update') changeView(state, view, said['view'] as Json);
        else pushView(state, team, view, said['view'] as Json);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        complain(error.code);
      }
      return;
    }
    default:
      complain(`an unknown response_action: ${JSON.stringify(action)}`);
  }
}

/** By its "Close" or with Escape; the app hears of it only if it wants to. */
export async function close({ core, team, user }: Who, view: View): Promise<void> {
  const { state } = core;
  const all = view.body['clear_on_close'] === true ? stackOf(state, view) : [view];
  for (const one of all) one.closed = true;
  if (view.body['notify_on_close'] !== true) return;
  await core.deliveries.once({
    kind: 'interactive',
    teamId: team.id,
    takesAnswer: false,
    payload: {
      type: 'view_closed',
      ...whoAndWhere(state, team, user),
      view: { ...wireView(state, view), state: stateOf(state, holderOf(view)) },
      is_cleared: all.length > 1,
    },
  });
}
