/** Replies and news as lines of output: for people, or one JSON object each. */
import type { Reply } from '../invoke/invocation.ts';
import { renderAlert, renderReply, type TextReader } from '../invoke/render-text.ts';
import { alertLine } from './alert-line.ts';
import type { News } from './bot.ts';

export interface Printer {
  readonly reply: (channel: string, line: string, reply: Reply) => readonly string[];
  readonly news: (news: News) => readonly string[];
}

/** Keys in the order in which a person would look for them; `parts` is the reply as it was given. */
export function jsonPrinter(reader: () => TextReader): Printer {
  return {
    reply(channel, line, reply) {
      const text = renderReply(reply, { ...reader(), ansi: false }).join('\n');
      return [JSON.stringify({ type: 'reply', channel, line, text, ...reply })];
    },
    news: ({ type, channel, content }) => [JSON.stringify({ type, ...alertLine(channel, content) })],
  };
}

export function textPrinter(reader: () => TextReader): Printer {
  return {
    reply: (_channel, _line, reply) => [...renderReply(reply, reader()), ''],
    news({ type, channel, content }) {
      const { texts } = reader();
      const head = type === 'alert' ? `#${channel}` : `#${channel} · ${texts.alert.updated}`;
      return [head, ...renderAlert(content, reader()), ''];
    },
  };
}
