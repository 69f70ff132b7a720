/** The form of `/news` without more: what to follow, where, and how it is delivered. Also changes a subscription. */
import type { DeliveryOptions, Mention, Subscription } from '../../domain.ts';
import type { Texts } from '../../messages/texts.ts';
import { type Input, type InputElement, mostInLabel, type Option, plain } from './blocks.ts';
import { letters } from './escape.ts';
import type { RawInput, RawView } from './payloads.ts';

export const formId = 'subscribe';
/** Of the elements; each is also the id of its block, where mistakes are shown. */
export const fields = {
  channel: 'channel',
  keywords: 'keywords',
  person: 'person',
  group: 'group',
  options: 'options',
} as const;

export interface FormContext {
  /** Where it was asked for. */
  readonly channel?: string | undefined;
  /** A subscription that is changed: the new one takes its place. */
  readonly changes?: Pick<Subscription, 'id' | 'typed' | 'delivery'> | undefined;
  /** The group that it calls, as it is shown. */
  readonly group?: Option | undefined;
}

/** A value of an option has 150 characters (docs.slack.dev, "Option object"). */
export const mostInValue = 150;
/** A line to type in has 3,000. */
const mostInLine = 3000;
/** A value that stands for what is longer. */
export const tooLong = '…';

/** The view of `views.open`. */
export function formView({ slack }: Texts, { channel, changes, group }: FormContext): object {
  const { form } = slack;
  const { mentions = [], thread = false } = changes?.delivery ?? {};
  const person = mentions.find(({ kind }) => kind === 'member')?.id;
  // Whom it calls besides has no field, and is called on.
  const further = mentions.filter(({ id }) => id !== person && id !== group?.value);
  return {
    type: 'modal',
    callback_id: formId,
    private_metadata: JSON.stringify({ channel, changes: changes?.id, further }),
    title: plain(form.title),
    submit: plain(changes === undefined ? form.submit : form.save),
    close: plain(form.close),
    blocks: [keywordsInput(changes?.typed), channelInput(), userInput(), groupInput(), optionsInput(thread)],
  };

  function keywordsInput(typed: string | undefined): Input {
    const initial = typed === undefined ? undefined : optionOf(typed);
    const field = input(fields.keywords, form.keywords, form.keywordsHint);
    // No option can hold it: a select would be empty, and what it holds lost. A line offers nothing, but shows all of it.
    if (typed !== undefined && initial === undefined && typed.length <= mostInLine)
      return { ...field, element: lineOf(typed) };
    return {
      ...field,
      element: {
        type: 'external_select',
        action_id: fields.keywords,
        min_query_length: 0,
        placeholder: plain(form.keywordsPlaceholder),
        ...(initial !== undefined && { initial_option: initial }),
      },
    };
  }

  function channelInput(): Input {
    return {
      ...input(fields.channel, form.channel, form.channelHint),
      element: {
        type: 'conversations_select',
        action_id: fields.channel,
        ...(channel === undefined
          ? { default_to_current_conversation: true }
          : { initial_conversation: channel }),
        filter: { include: ['public', 'private', 'im'], exclude_bot_users: false },
      },
    };
  }

  function userInput(): Input {
    return {
      ...input(fields.person, form.person),
      optional: true,
      element: {
        type: 'users_select',
        action_id: fields.person,
        ...(person !== undefined && { initial_user: person }),
      },
    };
  }

  function groupInput(): Input {
    return {
      ...input(fields.group, form.group),
      optional: true,
      element: {
        type: 'external_select',
        action_id: fields.group,
        min_query_length: 0,
        ...(group !== undefined && { initial_option: group }),
      },
    };
  }

  function optionsInput(inThread: boolean): Input {
    const choices: readonly Option[] = [
      { text: plain(form.thread), value: 'thread' },
      { text: plain(form.direct), value: 'direct' },
    ];
    return {
      ...input(fields.options, form.options),
      optional: true,
      element: {
        type: 'checkboxes',
        action_id: fields.options,
        options: choices,
        ...(inThread && { initial_options: choices.slice(0, 1) }),
      },
    };
  }
}

function lineOf(typed: string): InputElement {
  return {
    type: 'plain_text_input',
    action_id: fields.keywords,
    initial_value: typed.toWellFormed(),
    multiline: true,
    max_length: mostInLine,
  };
}

function input(id: string, label: string, hint?: string): Omit<Input, 'element'> {
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    ...(hint !== undefined && { hint: plain(hint) }),
  };
}

/** @returns undefined for what is too long to be one */
export function optionOf(typed: string, shown = typed): Option | undefined {
  const label = letters(shown, mostInLabel);
  return typed === '' || label === '' || typed.length > mostInValue
    ? undefined
    : { text: plain(label), value: typed.toWellFormed() };
}

export interface Filled {
  readonly typed: string;
  /** Slack's id; undefined where none was chosen. */
  readonly channel: string | undefined;
  /** In one's own conversation with the bot instead. */
  readonly direct: boolean;
  readonly delivery: DeliveryOptions;
  /** The subscription that is changed. */
  readonly changes: number | undefined;
}

export function readForm({ state, private_metadata: kept }: RawView): Filled {
  const field = (name: string): RawInput => state?.values?.[name]?.[name] ?? {};
  const chosen = (field(fields.options).selected_options ?? []).map(({ value }) => value);
  const keywords = field(fields.keywords);
  const { channel, changes, further = [] } = keptIn(kept);
  const person = field(fields.person).selected_user ?? undefined;
  const group = field(fields.group).selected_option?.value;
  const mentions: readonly Mention[] = [
    ...(person === undefined ? [] : [{ kind: 'member', id: person } as const]),
    ...(group === undefined ? [] : [{ kind: 'role', id: group } as const]),
    ...further.filter(({ id }) => id !== person && id !== group),
  ];
  return {
    typed: textOf(keywords),
    channel: field(fields.channel).selected_conversation ?? channel,
    direct: chosen.includes('direct'),
    delivery: {
      ...(mentions.length > 0 && { mentions }),
      ...(chosen.includes('thread') && { thread: true }),
    },
    changes,
  };
}

/** Of one select, of several, or of a line. */
function textOf({ value, selected_option: one, selected_options: all = [] }: RawInput): string {
  const several = all.flatMap((option) => option.value ?? []);
  return (one?.value ?? (several.length > 0 ? several.join(', ') : value) ?? '').trim();
}

interface Kept {
  readonly channel?: string;
  readonly changes?: number;
  readonly further?: readonly Mention[];
}

function keptIn(kept: string | undefined): Kept {
  try {
    return JSON.parse(kept === undefined || kept === '' ? '{}' : kept) as object;
  } catch {
    return {};
  }
}
