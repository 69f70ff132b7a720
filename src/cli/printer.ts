/** Replies and news as lines of output: for people, or one JSON object each. */
import type { Reply } from '../invoke/invocation.ts';
import { renderAlert, renderNotice, renderReply, type TextReader } from '../invoke/render-text.ts';
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
    news: (news) =>
      news.type === 'notice'
        ? [JSON.stringify({ ...news, text: renderNotice(news.notice, reader()) })]
        : [JSON.stringify({ type: news.type, ...alertLine(news.channel, news.content) })],
  };
}

export function textPrinter(reader: () => TextReader): Printer {
  return {
    reply: (_channel, _line, reply) => [...renderReply(reply, reader()), ''],
    news(news) {
      const { type, channel } = news;
      const { texts } = reader();
      if (type === 'notice') return [`#${channel}`, renderNotice(news.notice, reader()), ''];
      const head = type === 'alert' ? `#${channel}` : `#${channel} · ${texts.alert.updated}`;
      return [head, ...renderAlert(news.content, reader()), ''];
    },
  };
}
