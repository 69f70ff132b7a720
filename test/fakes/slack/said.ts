/** What is to be said, out of a method's arguments, with all that Slack checks in it. */
import { isRecord, malformed, structureIn, textIn } from './arguments.ts';
import { checkMessageBlocks } from './block-rules.ts';
import { Refusal } from './refusal.ts';
import type { Json, Metadata, Said } from './shapes.ts';
import type { State } from './state.ts';

export interface SaidInArguments {
  readonly text?: string;
  readonly blocks?: readonly Json[];
  readonly attachments?: readonly Json[];
  /** `undefined` as a value takes away what was there. */
  readonly metadata?: Metadata | undefined;
}

/** @throws Refusal of texts, blocks, attachments or metadata that Slack does not take */
export function saidIn(state: State, args: Json, mostText: number): SaidInArguments {
  const { limits } = state;
  const markdown = textIn(args, 'markdown_text');
  const text = textIn(args, 'text');
  const given = structureIn(args, 'blocks');
  if (markdown !== undefined && (text !== undefined || given !== undefined)) {
    throw new Refusal('markdown_text_conflict');
  }
  if (given === malformed) throw new Refusal('invalid_blocks_format');
  if ((text ?? '').length > mostText || (markdown ?? '').length > limits.markdownText) {
    throw new Refusal('msg_too_long');
  }
  const blocks =
    markdown === undefined ? checkMessageBlocks(given, state) : [{ type: 'markdown', text: markdown }];
  return {
    ...((text !== undefined || args['text'] === '') && { text: text ?? '' }),
    ...((given !== undefined || markdown !== undefined) && { blocks }),
    ...attachmentsIn(state, args),
    ...metadataIn(state, args),
  };
}

function attachmentsIn(state: State, args: Json): Pick<SaidInArguments, 'attachments'> {
  const given = structureIn(args, 'attachments');
  if (given === undefined) return {};
  if (!Array.isArray(given) || !given.every(isRecord)) throw new Refusal('invalid_attachments');
  if (given.length > 100) throw new Refusal('too_many_attachments');
  for (const { blocks } of given) checkMessageBlocks(blocks, state);
  return { attachments: given };
}

/** An empty object takes away what was there ("chat.update"). */
function metadataIn({ limits }: State, args: Json): Pick<SaidInArguments, 'metadata'> {
  const given = structureIn(args, 'metadata');
  if (given === undefined) return {};
  if (!isRecord(given)) throw new Refusal('invalid_metadata_format');
  if (Object.keys(given).length === 0) return { metadata: undefined };
  const { event_type: type, event_payload: payload } = given;
  if (typeof type !== 'string' || !isRecord(payload)) throw new Refusal('invalid_metadata_format');
  if (!/^\w{1,255}$/.test(type) || !Object.values(payload).every(isPlain)) {
    throw new Refusal('invalid_metadata_schema');
  }
  if (Buffer.byteLength(JSON.stringify(given)) > limits.metadataBytes)
    throw new Refusal('metadata_too_large');
  return { metadata: { event_type: type, event_payload: payload } };
}

/** As `MessageMetadata` in @slack/types: values, objects of values, lists of those. */
function isPlain(value: unknown): boolean {
  const isValue = (one: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof one);
  const isObject = (one: unknown): boolean => isRecord(one) && Object.values(one).every(isValue);
  return isValue(value) || isObject(value) || (Array.isArray(value) && value.every(isObject));
}

/** @throws Refusal no_text */
export function mustSaySomething({ text, blocks, attachments }: Said): void {
  if (text.trim() === '' && blocks.length === 0 && attachments.length === 0) throw new Refusal('no_text');
}

export const nothingSaid: Said = { text: '', blocks: [], attachments: [], metadata: undefined };
