/** What a person has put into the fields of a view, and how Slack tells it: `view.state.values`. */
import { isRecord, record, textOf } from './arguments.ts';
import { controlsIn, optionNamed, optionsOf, type Control } from './controls.ts';
import type { Json, View } from './shapes.ts';
import type { State } from './state.ts';

/** A text, one choice or several, by label or value; people and channels by name or id. `null` empties a field. */
export type Filled = string | readonly string[] | null;

/** A view, or a message of which each person has their own. */
export interface Holder {
  readonly id: string;
  readonly blocks: readonly Json[];
}

export function holderOf(view: View): Holder {
  return { id: view.id, blocks: blocksIn(view) };
}

const keyOf = ({ id }: Holder, { blockId, actionId }: Control): string => `${id}/${blockId}/${actionId}`;

export function stateOf(state: State, holder: Holder): Json {
  const values: Record<string, Record<string, unknown>> = {};
  for (const control of controlsIn(holder.blocks).filter(holdsValue)) {
    values[control.blockId] ??= {};
    values[control.blockId]![control.actionId] = valueOf(state, holder, control);
  }
  return { values };
}

export function valueOf(state: State, holder: Holder, control: Control): Json {
  return state.filled.get(keyOf(holder, control)) ?? initialOf(control);
}

export function blocksIn(view: View): readonly Json[] {
  return (view.body['blocks'] ?? []) as readonly Json[];
}

function holdsValue({ type }: Control): boolean {
  return type !== 'button' && type !== 'overflow';
}

/** @throws Error where a person could not do this */
export function fill(state: State, holder: Holder, control: Control, filled: Filled): Json {
  const value = { type: control.type, ...filledIn(state, holder, control, filled) };
  state.filled.set(keyOf(holder, control), value);
  return value;
}

function filledIn(state: State, holder: Holder, control: Control, filled: Filled): Json {
  const { type, element } = control;
  if (type.startsWith('multi_') || type === 'checkboxes') {
    const all = filled === null ? [] : typeof filled === 'string' ? [filled] : filled;
    return manyOf(state, holder, control, all);
  }
  const one = filled === null || typeof filled === 'string' ? filled : (filled[0] ?? null);
  if (type.endsWith('_input')) return { value: one === '' ? null : writtenIn(element, one) };
  if (type === 'datepicker') return { selected_date: one };
  if (type === 'timepicker') return { selected_time: one };
  const what = idKinds[type];
  if (what !== undefined) return { [`selected_${what}`]: one };
  const option = one === null ? null : optionNamed(offered(state, holder, control), one);
  return { selected_option: option };
}

function manyOf(state: State, holder: Holder, control: Control, all: readonly string[]): Json {
  const { element, type } = control;
  const most = element['max_selected_items'];
  if (typeof most === 'number' && all.length > most) throw new Error(`only ${most} can be chosen here`);
  const what = idKinds[type.replace('multi_', '')];
  if (what !== undefined) return { [`selected_${what}s`]: all };
  const options = offered(state, holder, control);
  return { selected_options: all.map((one) => optionNamed(options, one)) };
}

const idKinds: Readonly<Record<string, string>> = {
  users_select: 'user',
  conversations_select: 'conversation',
  channels_select: 'channel',
};

/** Of a menu that asks the app, what it offered last. */
function offered(state: State, holder: Holder, control: Control): readonly Json[] {
  const { element } = control;
  const own = optionsOf(element);
  if (own.length > 0) return own;
  const asked = state.offered.get(keyOf(holder, control)) ?? [];
  const before = [element['initial_option'], ...((element['initial_options'] ?? []) as readonly unknown[])];
  return [...asked, ...before.filter(isRecord)];
}

function writtenIn(element: Json, text: string | null): string | null {
  if (text === null) return null;
  const { min_length: least, max_length: most } = element;
  if (typeof least === 'number' && text.length < least)
    throw new Error(`at least ${least} characters are needed`);
  if (typeof most === 'number' && text.length > most) throw new Error(`no more than ${most} characters fit`);
  return text;
}

/** What the app offers in a menu from now on. */
export function offer(state: State, holder: Holder, control: Control, options: readonly Json[]): void {
  state.offered.set(keyOf(holder, control), options);
}

/** What stands in a field before anybody touches it. */
function initialOf({ type, element }: Control): Json {
  const of = (name: string): unknown => element[`initial_${name}`] ?? null;
  const kind = idKinds[type.replace('multi_', '')];
  if (type.endsWith('_input')) return { type, value: element['initial_value'] ?? null };
  if (type === 'datepicker') return { type, selected_date: of('date') };
  if (type === 'timepicker') return { type, selected_time: of('time') };
  if (kind !== undefined) {
    const name = type.startsWith('multi_') ? `${kind}s` : kind;
    return { type, [`selected_${name}`]: of(name) ?? (type.startsWith('multi_') ? [] : null) };
  }
  if (type.startsWith('multi_') || type === 'checkboxes') {
    return { type, selected_options: element['initial_options'] ?? [] };
  }
  return { type, selected_option: of('option') };
}

export function isEmptyValue(value: Json): boolean {
  return Object.entries(value).every(
    ([name, held]) =>
      name === 'type' || held === null || held === '' || (Array.isArray(held) && held.length === 0),
  );
}

/** For people: the text of a field, the labels of what is chosen. */
export function inWords(value: Json): string {
  return Object.entries(value)
    .filter(([name]) => name !== 'type')
    .flatMap(([, held]) => (Array.isArray(held) ? held : [held]))
    .map((held) => (isRecord(held) ? textOf(record(held['text'])['text']) : textOf(held)))
    .filter((text) => text !== '')
    .join(', ');
}
