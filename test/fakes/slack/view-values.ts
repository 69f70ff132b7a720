/** What a person has put into the fields of a view, and how Slack tells it: `view.state.values`. */
import { isRecord, record, textOf } from './arguments.ts';
import { controlsIn, optionNamed, optionsOf, type Control } from './controls.ts';
import type { Json, View } from './shapes.ts';
import type { State } from './state.ts';

/** A text, one choice or several, by label or value; people and channels by name or id. `null` empties a field. */
export type Filled = string | readonly string[] | null;

const keyOf = ({ id }: View, { blockId, actionId }: Control): string => `${id}/${blockId}/${actionId}`;

export function stateOf(state: State, view: View): Json {
  const values: Record<string, Record<string, unknown>> = {};
  for (const control of controlsIn(blocksIn(view)).filter(holdsValue)) {
    values[control.blockId] ??= {};
    values[control.blockId]![control.actionId] = state.filled.get(keyOf(view, control)) ?? initialOf(control);
  }
  return { values };
}

export function valueOf(state: State, view: View, control: Control): Json {
  return state.filled.get(keyOf(view, control)) ?? initialOf(control);
}

export function blocksIn(view: View): readonly Json[] {
  return (view.body['blocks'] ?? []) as readonly Json[];
}

function holdsValue({ type }: Control): boolean {
  return type !== 'button' && type !== 'overflow';
}

/** @throws Error where a person could not do this */
export function fill(state: State, view: View, control: Control, filled: Filled): Json {
  const value = { type: control.type, ...filledIn(state, view, control, filled) };
  state.filled.set(keyOf(view, control), value);
  return value;
}

/** The value of a control anywhere, as an action tells it. */
export function filledIn(state: State, view: View | undefined, control: Control, filled: Filled): Json {
  const { type, element } = control;
  if (type.startsWith('multi_') || type === 'checkboxes') {
    const all = filled === null ? [] : typeof filled === 'string' ? [filled] : filled;
    return manyOf(state, view, control, all);
  }
  const one = filled === null || typeof filled === 'string' ? filled : (filled[0] ?? null);
  if (type.endsWith('_input')) return { value: one === '' ? null : writtenIn(element, one) };
  if (type === 'datepicker') return { selected_date: one };
  if (type === 'timepicker') return { selected_time: one };
  const what = idKinds[type];
  if (what !== undefined) return { [`selected_${what}`]: one };
  const option = one === null ? null : optionNamed(offered(state, view, control), one);
  return { selected_option: option };
}

function manyOf(state: State, view: View | undefined, control: Control, all: readonly string[]): Json {
  const { element, type } = control;
  const most = element['max_selected_items'];
  if (typeof most === 'number' && all.length > most) throw new Error(`only ${most} can be chosen here`);
  const what = idKinds[type.replace('multi_', '')];
  if (what !== undefined) return { [`selected_${what}s`]: all };
  const options = offered(state, view, control);
  return { selected_options: all.map((one) => optionNamed(options, one)) };
}

const idKinds: Readonly<Record<string, string>> = {
  users_select: 'user',
  conversations_select: 'conversation',
  channels_select: 'channel',
};

/** Of a menu that asks the app, what it offered last. */
function offered(state: State, view: View | undefined, control: Control): readonly Json[] {
  const { element, blockId, actionId } = control;
  const own = optionsOf(element);
  if (own.length > 0) return own;
  const asked = state.offered.get(`${view?.id ?? ''}/${blockId}/${actionId}`) ?? [];
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
