/** Routes by which a bot answers. Rules: Discord's "Receiving and Responding". */
import { bodyIn, type Call, type Reply, type Route } from './call.ts';
import { checkChoice } from './command-rules.ts';
import { checkForm } from './form-rules.ts';
import { oneMistake, openForm, record, textOf } from './form.ts';
import { answered, interactionTypes, unanswered, type Interaction } from './interaction.ts';
import { checkMessage, flags, mustSaySomething } from './message-rules.ts';
import { Refusal } from './refusal.ts';
import type { Json, Message } from './shapes.ts';
import { liveMessage, type State } from './state.ts';
import { wireMessage } from './wire.ts';
import { removeMessage, rewriteMessage, writeMessage } from './write-message.ts';

const sent = '/webhooks/{webhook_id}/{webhook_token}/messages';

export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/{interaction}/{token}/callback',
    needsBot: false,
    run: callback,
    schemaPath: '/interactions/{interaction_id}/{interaction_token}/callback',
  },
  {
    method: 'POST',
    path: '/webhooks/{application}/{token}',
    needsBot: false,
    run: followUp,
    schemaPath: '/webhooks/{webhook_id}/{webhook_token}',
  },
  { method: 'GET', path: '/webhooks/{application}/{token}/messages/{message}', needsBot: false, run: read },
  {
    method: 'PATCH',
    path: '/webhooks/{application}/{token}/messages/{message}',
    needsBot: false,
    run: edit,
    schemaPath: `${sent}/{message_id}`,
  },
  {
    method: 'DELETE',
    path: '/webhooks/{application}/{token}/messages/{message}',
    needsBot: false,
    run: remove,
  },
];

/** Discord's "Interaction Callback Type", and what they answer. */
const callbacks: Readonly<Record<number, readonly Interaction['kind'][]>> = {
  4: ['command', 'component', 'form'],
  5: ['command', 'component', 'form'],
  6: ['component', 'form'],
  7: ['component', 'form'],
  8: ['autocomplete'],
  9: ['command', 'component'],
};

function callback(call: Call): Reply {
  const { state, params, query } = call;
  const interaction = unanswered(state, params['interaction'] ?? '', params['token'] ?? '');
  const body = bodyIn(call);
  const type = Number(body['type']);
  const mayUpdate = (type !== 6 && type !== 7) || interaction.on !== undefined;
  if (!(callbacks[type]?.includes(interaction.kind) === true && mayUpdate)) {
    throw oneMistake(['type'], 'BASE_TYPE_CHOICES', 'The type does not answer this kind of interaction.');
  }
  answer(state, interaction, type, record(body['data']));
  interaction.changed();
  if (query.get('with_response') !== 'true') return { status: 204 };
  return { body: wireResponse(state, interaction, type) };
}

function answer(state: State, interaction: Interaction, type: number, data: Json): void {
  const form = openForm();
  switch (type) {
    case 4:
      check(state, data, false);
      interaction.original = write(state, interaction, data);
      interaction.acknowledged = 'message';
      return;
    case 5:
      interaction.acknowledged = 'deferred';
      interaction.original = write(
        state,
        interaction,
        { flags: Number(data['flags'] ?? 0) & flags.private },
        flags.loading,
      );
      return;
    case 6:
      interaction.acknowledged = 'deferred update';
      interaction.original = interaction.on;
      return;
    case 7:
      interaction.original = change(state, interaction, interaction.on!, data);
      interaction.acknowledged = 'update';
      return;
    case 8: {
      const choices = form
        .list(['data', 'choices'], data['choices'] ?? [], 0, 25)
        .map((choice) => record(choice));
      for (const [n, choice] of choices.entries()) checkChoice(form, choice, ['data', 'choices', n]);
      form.close();
      interaction.choices = choices;
      interaction.acknowledged = 'choices';
      return;
    }
    case 9:
      checkForm(form, data);
      form.close();
      interaction.form = data;
      interaction.acknowledged = 'form';
  }
}

function wireResponse(state: State, interaction: Interaction, type: number): Json {
  const { original } = interaction;
  const message = original === undefined ? undefined : wireMessage(state, interaction.channel, original);
  return {
    interaction: {
      id: interaction.id,
      type: interactionTypes[interaction.kind],
      response_message_id: original?.id,
      response_message_loading: type === 5,
      response_message_ephemeral: original?.privateTo !== undefined,
    },
    resource: { type, ...(message === undefined ? {} : { message }) },
  };
}

/** The first one after a deferral fills the waiting message instead, and stays as private as that was. */
function followUp(call: Call): Reply {
  const { state } = call;
  const body = bodyIn(call);
  const interaction = mine(call);
  const { original } = interaction;
  let message: Message;
  if (original !== undefined && isLoading(original)) {
    message = change(state, interaction, original, body);
  } else {
    check(state, body, false);
    message = write(state, interaction, body);
    interaction.followUps.push(message);
  }
  interaction.changed();
  return { body: wireMessage(state, interaction.channel, message) };
}

function read(call: Call): Reply {
  const interaction = mine(call);
  return { body: wireMessage(call.state, interaction.channel, theirs(call, interaction)) };
}

function edit(call: Call): Reply {
  const { state } = call;
  const body = bodyIn(call);
  const interaction = mine(call);
  const message = change(state, interaction, theirs(call, interaction), body);
  interaction.changed();
  return { body: wireMessage(state, interaction.channel, message) };
}

function remove(call: Call): Reply {
  const interaction = mine(call);
  removeMessage(call.state, interaction.channel, theirs(call, interaction));
  interaction.changed();
  return { status: 204 };
}

function mine({ state, params }: Call): Interaction {
  if (params['application'] !== state.applicationId) throw new Refusal(10015);
  return answered(state, params['token'] ?? '');
}

/** `@original`, or a message that this interaction made. */
function theirs({ params }: Call, interaction: Interaction): Message {
  const wanted = params['message'] === '@original' ? interaction.original?.id : params['message'];
  const message = wanted === undefined ? undefined : liveMessage(interaction.channel, wanted);
  const own = message === interaction.original || message?.interactionId === interaction.id;
  if (message === undefined || !own) throw new Refusal(10008);
  return message;
}

function check(state: State, body: Json, wasV2: boolean): void {
  const form = openForm();
  checkMessage(form, body, state.limits.componentBytes, wasV2);
  form.close();
  mustSaySomething(textOf(body['content']), list(body['embeds']), list(body['components']));
}

function write(state: State, interaction: Interaction, body: Json, more = 0): Message {
  const isPrivate = (Number(body['flags'] ?? 0) & flags.private) !== 0;
  return writeMessage(state, interaction.channel, body, {
    author: state.bot,
    interactionId: interaction.id,
    privateTo: isPrivate ? interaction.person.id : undefined,
    flags: more,
  });
}

function change(state: State, interaction: Interaction, message: Message, body: Json): Message {
  const { at: _, ...before } = message.versions.at(-1)!;
  check(state, { ...before, ...body }, isV2(message));
  rewriteMessage(state, interaction.channel, message, body);
  return message;
}

const isLoading = (message: Message): boolean => (message.flags & flags.loading) !== 0;
const isV2 = (message: Message | undefined): boolean => ((message?.flags ?? 0) & flags.v2) !== 0;

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
