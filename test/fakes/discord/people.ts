/** People, as a test drives them: where they are, what they see, what they do. */
import { act, actTyping, type Seen } from './act.ts';
import { chosen, controlIn, pressed } from './controls.ts';
import { ledgerOf, type Line } from './ledger.ts';
import { fillIn, type Values } from './option-values.ts';
import { channelPermissions, has } from './permissions.ts';
import type { Channel, Id, Json, Message, User } from './shapes.ts';
import { guildOf, liveMessage, type State } from './state.ts';
import { removeMessage, rewriteMessage, writeMessage } from './write-message.ts';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** Somebody in a channel. Whatever Discord's client would not let them do throws, and says why. */
export interface Person {
  readonly id: Id;
  /** @param command "/subscribe", or with its subcommand "/sources add" */
  readonly slash: (command: string, values?: Values) => Promise<Seen>;
  /** What is offered while `option` is being typed. */
  readonly autocomplete: (command: string, option: string, values?: Values) => Promise<readonly Choice[]>;
  /** @param message the id of a message in the channel, or a line of the ledger */
  readonly press: (message: Id | Line, control: string) => Promise<Seen>;
  readonly choose: (message: Id | Line, control: string, ...values: readonly string[]) => Promise<Seen>;
  readonly say: (text: string) => Id;
  readonly edit: (message: Id | Line, text: string) => void;
  readonly remove: (message: Id | Line) => void;
  /** The channel as this person sees it, private answers among them. */
  readonly ledger: () => readonly Line[];
}

export function personIn(state: State, channel: Channel, user: User): Person {
  const bits = (): bigint =>
    channel.recipient === undefined
      ? channelPermissions(guildOf(state, channel), channel, user.id, state.now())
      : (1n << 53n) - 1n;
  const mustSee = (): void => {
    if (!state.channels.has(channel.id)) throw new Error(`#${channel.name} is gone`);
    if (!has(bits(), 'VIEW_CHANNEL')) throw new Error(`${user.name} cannot see #${channel.name}`);
  };
  const mayCommand = (): void => {
    mustSee();
    if (!has(bits(), 'USE_APPLICATION_COMMANDS')) throw new Error(`${user.name} may not use commands here`);
  };
  const found = (which: Id | Line): Message => {
    mustSee();
    const message = liveMessage(channel, typeof which === 'string' ? which : which.id);
    if (message === undefined || (message.privateTo ?? user.id) !== user.id) {
      throw new Error(`${user.name} sees no such message`);
    }
    return message;
  };

  return {
    id: user.id,
    async slash(command, values = {}) {
      mayCommand();
      const { data } = fillIn(state, channel, user, command, values);
      return act(state, channel, user, { kind: 'command', data });
    },
    async autocomplete(command, option, values = {}) {
      mayCommand();
      const { data } = fillIn(state, channel, user, command, values, option);
      return (await actTyping(state, channel, user, data)) as readonly (Choice & Json)[];
    },
    async press(message, named) {
      const control = controlIn([found(message)], named);
      return act(state, channel, user, { kind: 'component', data: pressed(control), on: control.message });
    },
    async choose(message, named, ...values) {
      const control = controlIn([found(message)], named);
      const data = chosen(state, channel, control, values);
      return act(state, channel, user, { kind: 'component', data, on: control.message });
    },
    say(text) {
      mustSee();
      const speaks = channel.thread === undefined ? 'SEND_MESSAGES' : 'SEND_MESSAGES_IN_THREADS';
      if (!has(bits(), speaks)) throw new Error(`${user.name} may not write in #${channel.name}`);
      return writeMessage(state, channel, { content: text }, { author: user }).id;
    },
    edit: (message, text) => rewriteMessage(state, channel, found(message), { content: text }),
    remove: (message) => removeMessage(state, channel, found(message)),
    ledger() {
      mustSee();
      return ledgerOf(state, channel, user);
    },
  };
}
