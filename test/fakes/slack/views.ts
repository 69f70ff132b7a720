/** views.*: forms that pop up, and the app's own page. */
import { malformed, needed, structureIn, textIn } from './arguments.ts';
import type { Call, Method } from './call.ts';
import { invalidArguments, Refusal } from './refusal.ts';
import type { Id, Json, Team, Trigger, View } from './shapes.ts';
import type { State } from './state.ts';
import { checkView } from './view-rules.ts';
import { wireView } from './wire.ts';
import { numbered } from './write-message.ts';

const bot = { json: true, token: 'bot', rate: 4, writes: true } as const;

export const viewMethods: readonly Method[] = [
  { ...bot, name: 'views.open', run: open },
  { ...bot, name: 'views.push', run: push },
  { ...bot, name: 'views.update', run: update },
  { ...bot, name: 'views.publish', run: publish },
];

function open(call: Call): Json {
  const { state, team } = call;
  const body = checkView(state, viewIn(call), ['modal']);
  const trigger = exchanged(call);
  return { view: wireView(state, openView(state, team, trigger.userId, body)) };
}

function push(call: Call): Json {
  const { state, team } = call;
  const body = checkView(state, viewIn(call), ['modal']);
  const trigger = exchanged(call);
  const below = trigger.viewId === undefined ? undefined : state.views.get(trigger.viewId);
  if (below === undefined || below.closed) throw new Refusal('not_found');
  return { view: wireView(state, pushView(state, team, below, body)) };
}

function update(call: Call): Json {
  const { state, team, args } = call;
  const id = textIn(args, 'view_id');
  const external = textIn(args, 'external_id');
  if (id === undefined && external === undefined) throw invalidArguments('missing required field: view_id');
  const view = [...state.views.values()].find(
    (one) =>
      one.teamId === team.id &&
      !one.closed &&
      (id === undefined ? one.body['external_id'] === external : one.id === id),
  );
  if (view === undefined) throw new Refusal('not_found');
  const body = checkView(state, viewIn(call), ['modal', 'home']);
  mustMatch(args, view);
  changeView(state, view, body);
  return { view: wireView(state, view) };
}

function publish(call: Call): Json {
  const { state, team, args } = call;
  const user = team.users.get(needed(args, 'user_id'));
  if (user === undefined) throw invalidArguments('user_not_found');
  const body = checkView(state, viewIn(call), ['home']);
  if (!state.app.homeTab) throw new Refusal('not_enabled');
  const before = state.homes.get(user.id);
  if (before !== undefined) mustMatch(args, before);
  const view = before ?? newView(state, team, user.id, body);
  if (before !== undefined) changeView(state, view, body);
  state.homes.set(user.id, view);
  return { view: wireView(state, view) };
}

function viewIn({ args }: Call): unknown {
  const view = structureIn(args, 'view');
  if (view === undefined) throw invalidArguments('missing required field: view');
  if (view === malformed) throw invalidArguments('invalid JSON [json-pointer:/view]');
  return view;
}

/** @throws Refusal invalid_trigger_id, exchanged_trigger_id, expired_trigger_id */
function exchanged({ state, team, args }: Call): Trigger {
  const trigger = state.triggers.get(needed(args, 'trigger_id'));
  if (trigger === undefined || trigger.teamId !== team.id) throw new Refusal('invalid_trigger_id');
  if (trigger.used) throw new Refusal('exchanged_trigger_id');
  if (state.clock.now() - trigger.at > state.limits.triggerMs) throw new Refusal('expired_trigger_id');
  trigger.used = true;
  return trigger;
}

/** "prevents race conditions": a change made on an older version is refused. */
function mustMatch(args: Json, view: View): void {
  const hash = textIn(args, 'hash');
  if (hash !== undefined && hash !== view.hash) throw new Refusal('hash_conflict');
}

export function openView(state: State, team: Team, userId: Id, body: Json): View {
  mustBeUnique(state, team, body);
  return newView(state, team, userId, body);
}

/** @throws Refusal push_limit_reached */
export function pushView(state: State, team: Team, below: View, body: Json): View {
  mustBeUnique(state, team, body);
  if (stackOf(state, below).length >= 3) throw new Refusal('push_limit_reached');
  return newView(state, team, below.userId, body, below);
}

export function changeView(state: State, view: View, body: Json): void {
  view.body = { ...body, blocks: numbered(state, (body['blocks'] ?? []) as readonly Json[]) };
  view.hash = hashOf(state);
}

/** The open views of one stack, the lowest first. */
export function stackOf(state: State, { rootId }: View): readonly View[] {
  return [...state.views.values()].filter((view) => view.rootId === rootId && !view.closed);
}

function newView(state: State, team: Team, userId: Id, body: Json, below?: View): View {
  const id = state.nextId('V');
  const view: View = {
    id,
    teamId: team.id,
    userId,
    rootId: below?.rootId ?? id,
    previousId: below?.id,
    hash: '',
    body,
    closed: false,
    errors: {},
  };
  changeView(state, view, body);
  state.views.set(id, view);
  return view;
}

function mustBeUnique(state: State, team: Team, { external_id: external }: Json): void {
  if (external === undefined || external === '') return;
  for (const view of state.views.values()) {
    if (view.teamId === team.id && !view.closed && view.body['external_id'] === external) {
      throw new Refusal('duplicate_external_id');
    }
  }
}

function hashOf(state: State): string {
  return `${state.nextTs()}.hash`;
}
