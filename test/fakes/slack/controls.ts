/** What can be used in blocks, found by what a person reads on it. */
import { isRecord, record, records, textOf } from './arguments.ts';
import type { Json } from './shapes.ts';

export interface Control {
  readonly element: Json;
  readonly block: Json;
  readonly blockId: string;
  readonly actionId: string;
  readonly type: string;
  /** By which it can be named: what is written on it or beside it, its ids. */
  readonly names: readonly string[];
}

export function controlsIn(blocks: readonly Json[]): readonly Control[] {
  return blocks.flatMap((block) => {
    const within = [block['accessory'], block['element'], ...records(block['elements'])];
    return within
      .filter(isRecord)
      .filter((element) => element['action_id'] !== undefined)
      .map((element) => controlOf(block, element));
  });
}

/** @throws Error that names what there is */
export function controlNamed(blocks: readonly Json[], name: string): Control {
  const all = controlsIn(blocks);
  const found = all.find((control) => control.names.includes(name));
  if (found !== undefined) return found;
  const known = all.map(({ names }) => names[0]).join(', ');
  throw new Error(`there is no control "${name}" here, only: ${known === '' ? 'none' : known}`);
}

function controlOf(block: Json, element: Json): Control {
  const names = [
    textOf(record(element['text'])['text']),
    textOf(record(block['label'])['text']),
    textOf(record(element['placeholder'])['text']),
    textOf(element['action_id']),
    textOf(block['block_id']),
  ];
  return {
    element,
    block,
    blockId: textOf(block['block_id']),
    actionId: textOf(element['action_id']),
    type: textOf(element['type']),
    names: names.filter((name) => name !== ''),
  };
}

/** All options of a menu, those in groups too. */
export function optionsOf(of: Json): readonly Json[] {
  return [
    ...records(of['options']),
    ...records(of['option_groups']).flatMap((group) => records(group['options'])),
  ];
}

/** @throws Error that names what there is */
export function optionNamed(options: readonly Json[], name: string): Json {
  const found = options.find((option) => labelOf(option) === name || option['value'] === name);
  if (found !== undefined) return found;
  throw new Error(`"${name}" is not offered, only: ${options.map(labelOf).join(', ')}`);
}

export function labelOf(option: Json): string {
  return textOf(record(option['text'])['text']);
}
