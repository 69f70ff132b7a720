/**
 * What Slack refuses in blocks: lengths and counts as on the pages of "Blocks" (docs.slack.dev), beside the schema made
 * of its types. Lengths count as JavaScript does, entities as they are sent.
 */
import { isRecord, record, textOf } from './arguments.ts';
import { checkElement, checkImage } from './element-rules.ts';
import { checkText, openForm, type Form } from './form.ts';
import type { Limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { schemaComplaints } from './schema.ts';
import type { Json } from './shapes.ts';
import type { State } from './state.ts';

export type BlockRules = Pick<State, 'limits' | 'checkSchema' | 'fetchesImage'>;

/** @throws Refusal invalid_blocks_format, invalid_blocks, msg_blocks_too_long */
export function checkMessageBlocks(given: unknown, rules: BlockRules): readonly Json[] {
  const { limits } = rules;
  if (given === undefined) return [];
  if (!Array.isArray(given) || !given.every(isRecord)) throw new Refusal('invalid_blocks_format');
  const form = openForm(rules.fetchesImage);
  checkBlocks(form, '/blocks', given, 50, rules.checkSchema);
  if (form.complaints.length > 0) throw invalidBlocks(form);
  if (sizeOf(given, limits) > limits.blocksTotal) throw new Refusal('msg_blocks_too_long');
  return given;
}

export function invalidBlocks({ complaints }: Form): Refusal {
  return new Refusal('invalid_blocks', {
    errors: complaints,
    response_metadata: { messages: complaints.map((message) => `[ERROR] ${message}`) },
  });
}

export function checkBlocks(
  form: Form,
  pointer: string,
  given: unknown,
  most: number,
  checkSchema: boolean,
): void {
  const ids = new Set<unknown>();
  let markdown = 0;
  for (const [at, block] of form.list(pointer, given, 0, most).entries()) {
    const here = `${pointer}/${at}`;
    const before = form.complaints.length;
    checkBlock(form, here, block);
    const id = block['block_id'];
    if (id !== undefined && ids.has(id)) form.wrong(`${here}/block_id`, '`block_id` already exists');
    ids.add(id);
    if (block['type'] === 'markdown') markdown += textOf(block['text']).length;
    // Our own words are plainer: the schema is asked only where they have nothing to say.
    if (!checkSchema || form.complaints.length > before) continue;
    for (const { pointer: below, message } of schemaComplaints(block)) form.wrong(here + below, message);
  }
  if (markdown > 12_000) form.wrong(pointer, 'must be less than 12001 characters');
}

function checkBlock(form: Form, pointer: string, block: Json): void {
  const type = textOf(block['type']);
  form.text(`${pointer}/block_id`, block['block_id'], 255);
  const check = blocks[type];
  if (check === undefined) return form.wrong(`${pointer}/type`, `unsupported type: ${type}`);
  check(form, pointer, block);
}

const untouched = (): void => {};

const blocks: Readonly<Record<string, (form: Form, pointer: string, block: Json) => void>> = {
  header(form, pointer, block) {
    form.needs(pointer, block, 'text');
    checkText(form, `${pointer}/text`, block['text'], 150, true);
  },
  section(form, pointer, block) {
    if (block['text'] === undefined && block['fields'] === undefined) {
      form.wrong(pointer, 'missing required field: text');
    }
    checkText(form, `${pointer}/text`, block['text'], 3000);
    for (const [at, field] of form.list(`${pointer}/fields`, block['fields'], 1, 10).entries()) {
      checkText(form, `${pointer}/fields/${at}`, field, 2000);
    }
    const { accessory } = block;
    if (isRecord(accessory)) checkElement(form, `${pointer}/accessory`, accessory);
  },
  divider: untouched,
  context(form, pointer, block) {
    form.needs(pointer, block, 'elements');
    for (const [at, element] of form.list(`${pointer}/elements`, block['elements'], 1, 10).entries()) {
      const here = `${pointer}/elements/${at}`;
      if (element['type'] === 'image') checkImage(form, here, element);
      else checkText(form, here, element, 3000);
    }
  },
  actions(form, pointer, block) {
    form.needs(pointer, block, 'elements');
    const ids = new Set<unknown>();
    for (const [at, element] of form.list(`${pointer}/elements`, block['elements'], 1, 25).entries()) {
      const here = `${pointer}/elements/${at}`;
      checkElement(form, here, element);
      const id = element['action_id'];
      if (id !== undefined && ids.has(id)) form.wrong(`${here}/action_id`, '`action_id` already exists');
      ids.add(id);
    }
  },
  image: checkImage,
  input(form, pointer, block) {
    form.needs(pointer, block, 'label', 'element');
    checkText(form, `${pointer}/label`, block['label'], 2000, true);
    checkText(form, `${pointer}/hint`, block['hint'], 2000, true);
    checkElement(form, `${pointer}/element`, record(block['element']));
  },
  markdown(form, pointer, block) {
    form.needs(pointer, block, 'text');
    form.text(`${pointer}/text`, block['text'], 12_000);
  },
  video(form, pointer, block) {
    form.needs(pointer, block, 'alt_text', 'title', 'thumbnail_url', 'video_url');
    checkText(form, `${pointer}/title`, block['title'], 200, true);
    checkText(form, `${pointer}/description`, block['description'], 200, true);
  },
  rich_text: (form, pointer, block) => form.needs(pointer, block, 'elements'),
  ...Object.fromEntries(
    // Of these the schema alone is asked.
    [
      'file',
      'table',
      'alert',
      'card',
      'carousel',
      'container',
      'context_actions',
      'data_table',
      'plan',
      'task_card',
    ].map((type) => [type, untouched]),
  ),
};

/** Characters of all texts, and what each block counts for itself. */
export function sizeOf(given: readonly Json[], { eachBlock }: Limits): number {
  return given.reduce((sum, block) => sum + eachBlock + textLength(block), 0);
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0);
  if (!isRecord(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, inner]) =>
      sum + (typeof inner === 'string' ? (counted.has(name) ? inner.length : 0) : textLength(inner)),
    0,
  );
}

const counted = new Set(['text', 'alt_text', 'value', 'url', 'image_url']);
