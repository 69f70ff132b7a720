/** Reads a whole message: its text, its blocks, its attachments. */
import { flagIn, isRecord, record, records, textIn, textOf } from './arguments.ts';
import { isDeceptive, pingsOfNames, readMrkdwn } from './mrkdwn.ts';
import type { Json, Link, Ping, Said, Team } from './shapes.ts';

export interface MessageReading {
  readonly pings: readonly Ping[];
  readonly links: readonly Link[];
  /** What people see: the blocks, or the text where there are none. */
  readonly shown: string;
  /** Labels of buttons, placeholders of selects. */
  readonly controls: readonly string[];
}

export interface Parsing {
  readonly parse: string | undefined;
  readonly linkNames: boolean;
  readonly mrkdwn: boolean;
}

export const usualParsing: Parsing = { parse: undefined, linkNames: false, mrkdwn: true };

export function parsingIn(args: Json): Parsing {
  return {
    parse: textIn(args, 'parse'),
    linkNames: flagIn(args, 'link_names'),
    mrkdwn: flagIn(args, 'mrkdwn', true),
  };
}

/** The text calls people also where blocks are shown instead: it is what is notified. */
export function readMessage(team: Team, said: Said, parsing: Parsing = usualParsing): MessageReading {
  const pings: Ping[] = [];
  const links: Link[] = [];
  const shown: string[] = [];
  const controls: string[] = [];
  const take = (reading: { pings: readonly Ping[]; links: readonly Link[] }): void => {
    pings.push(...reading.pings);
    links.push(...reading.links);
  };

  const names = parsing.linkNames || parsing.parse === 'full';
  const text = readMrkdwn(said.text, { where: 'text', names, addresses: parsing.parse !== 'none' });
  take(text);
  if (names) take({ pings: pingsOfNames(said.text, namesIn(team), 'text'), links: [] });

  const walk = (value: unknown, where: string): void => {
    if (Array.isArray(value)) return value.forEach((one, at) => walk(one, `${where}/${at}`));
    if (!isRecord(value)) return;
    const read = readers[textOf(value['type'])];
    if (read === undefined) return walkInside(value, where);
    const reading = read(value, where);
    take(reading);
    if (reading.shown !== '') shown.push(reading.shown);
    if (reading.control !== undefined) controls.push(reading.control);
    if (reading.goesOn) walkInside(value, where);
  };
  const walkInside = (value: Json, where: string): void => {
    for (const [name, inner] of Object.entries(value)) walk(inner, `${where}/${name}`);
  };
  walk(said.blocks, 'blocks');
  const fromText = said.blocks.length === 0 ? [text.shown] : [];
  for (const [at, attachment] of records(said.attachments).entries()) {
    for (const field of ['pretext', 'title', 'text', 'fallback', 'footer', 'author_name']) {
      const value = attachment[field];
      if (typeof value !== 'string') continue;
      const reading = readMrkdwn(value, {
        where: `attachments/${at}/${field}`,
        names: false,
        addresses: true,
      });
      take(reading);
      if (field !== 'fallback') shown.push(reading.shown);
    }
    walk(attachment['blocks'], `attachments/${at}/blocks`);
  }
  return { pings, links, shown: [...fromText, ...shown].filter((part) => part !== '').join('\n'), controls };
}

function namesIn(team: Team): ReadonlyMap<string, string> {
  return new Map([...team.users.values()].map(({ name, id }) => [name, id]));
}

interface Read {
  readonly pings: readonly Ping[];
  readonly links: readonly Link[];
  readonly shown: string;
  readonly control?: string;
  readonly goesOn?: boolean;
}

const nothing = { pings: [], links: [], shown: '' } as const;

/** By the `type` of a block, an element or a text; what is not here is looked into. */
const readers: Readonly<Record<string, (value: Json, where: string) => Read>> = {
  plain_text: (value) => ({ ...nothing, shown: textOf(value['text']) }),
  mrkdwn(value, where) {
    const verbatim = value['verbatim'] === true;
    return readMrkdwn(textOf(value['text']), { where, names: !verbatim, addresses: !verbatim });
  },
  markdown: (value, where) => readMarkdown(textOf(value['text']), where),
  button(value, where) {
    const label = textOf(record(value['text'])['text']);
    const url = textIn(value, 'url');
    const links =
      url === undefined
        ? []
        : [{ url, label, where, of: 'button' as const, deceptive: isDeceptive(url, label) }];
    return { pings: [], links, shown: '', control: label };
  },
  image(value, where) {
    const url = textIn(value, 'image_url');
    const label = textOf(value['alt_text']);
    const links = url === undefined ? [] : [{ url, label, where, of: 'image' as const, deceptive: false }];
    return { pings: [], links, shown: '', goesOn: true };
  },
  overflow: (value) => ({ ...nothing, control: records(value['options']).map(labelOf).join(' | ') }),
  ...Object.fromEntries(
    ['static_select', 'external_select', 'users_select', 'conversations_select', 'channels_select'].flatMap(
      (type) =>
        [type, `multi_${type}`].map((name) => [
          name,
          (value: Json): Read => ({
            ...nothing,
            control: textOf(record(value['placeholder'])['text']),
          }),
        ]),
    ),
  ),
  // Of rich text.
  text: (value) => ({ ...nothing, shown: textOf(value['text']) }),
  link(value, where) {
    const url = textOf(value['url']);
    const { links } = readMrkdwn(`<${url}|${textOf(value['text']) || url}>`, {
      where,
      names: false,
      addresses: false,
    });
    return { ...nothing, links, shown: textOf(value['text']) || url };
  },
  user: (value, where) => ({
    ...nothing,
    pings: [{ kind: 'user', id: textOf(value['user_id']), where }],
    shown: `[@${textOf(value['user_id'])}]`,
  }),
  usergroup: (value, where) => ({
    ...nothing,
    pings: [{ kind: 'group', id: textOf(value['usergroup_id']), where }],
  }),
  broadcast: (value, where) => ({
    ...nothing,
    pings: [{ kind: textOf(value['range']) as Ping['kind'], where }],
    shown: `[@${textOf(value['range'])}]`,
  }),
};

/** CommonMark's links beside Slack's own sequences. */
function readMarkdown(text: string, where: string): Read {
  const links = [...text.matchAll(/\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g)].map(
    ([, label = '', url = '']) => `<${url}|${label}>`,
  );
  const own = readMrkdwn(text, { where, names: true, addresses: true });
  const masked = readMrkdwn(links.join(' '), { where, names: false, addresses: false });
  return { pings: own.pings, links: [...own.links, ...masked.links], shown: own.shown };
}

function labelOf(option: Json): string {
  return textOf(record(option['text'])['text']);
}
