/** Components as a tree: numbers of their types, and a walk that meets each of them once. */
import type { Place } from './form.ts';
import { record, textOf } from './form.ts';
import type { Json } from './shapes.ts';

/** Discord's "Component Types". */
export const componentTypes = {
  row: 1,
  button: 2,
  select: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

export const selectTypes: readonly number[] = [3, 5, 6, 7, 8];

export interface Met {
  readonly component: Json;
  readonly type: number;
  readonly place: Place;
  /** The type of what holds it; undefined at the top. */
  readonly within: number | undefined;
}

/** Depth first, in the order of the screen: children, then the accessory of a section or the field of a label. */
export function* components(
  list: unknown,
  place: Place = ['components'],
  within?: number,
): Generator<Met, void, undefined> {
  if (!Array.isArray(list)) return;
  for (const [at, entry] of list.entries()) yield* one(entry, [...place, at], within);
}

function* one(entry: unknown, place: Place, within: number | undefined): Generator<Met, void, undefined> {
  const component = record(entry);
  const type = Number(component['type']);
  yield { component, type, place, within };
  yield* components(component['components'], [...place, 'components'], type);
  if (component['accessory'] !== undefined) yield* one(component['accessory'], [...place, 'accessory'], type);
  if (component['component'] !== undefined) yield* one(component['component'], [...place, 'component'], type);
}

/** All text of Components V2, a line for each text. */
export function textsOf(list: unknown): readonly string[] {
  return [...components(list)]
    .filter((met) => met.type === componentTypes.text)
    .map((met) => textOf(met.component['content']));
}
