/** The settings: read once by `main.ts`, from the environment and `.env`. `.env.example` is made from this schema. */
import { z } from 'zod';
import { isPlace, isZone, keyLength, secret } from './config/checks.ts';
import { ConfigError } from './errors.ts';

/** What it is for stands in `.env.example`; what was expected is told to whoever got it wrong. */
const about = (description: string, expected: string) => ({ description, expected });

/** "a, b c" → ["a", "b", "c"] */
const list = z.string().transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''));

const schema = z.object({
  FEEDS: list
    .pipe(z.array(z.url({ protocol: /^https?$/ })))
    .default([])
    .meta(
      about('RSS, Atom and JSON feeds to watch, parted by spaces', 'expected http(s) URLs parted by spaces'),
    ),
  INBOX_DIR: z
    .string()
    .default('./inbox')
    .meta(about('folder to watch: an article dropped here as .txt, .md or .html rings', 'expected a folder')),
  INBOX_FOR: z
    .enum(['local', 'everyone'])
    .default('local')
    .meta(
      about(
        'who sees what is dropped there: local (the page and the terminal alone) or everyone (Slack and Discord too)',
        'expected local or everyone',
      ),
    ),
  DATA_DIR: z
    .string()
    .default('./data')
    .meta(about('folder of the database; one Bellwire at a time runs on it', 'expected a folder')),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3000)
    .meta(
      about(
        'port of the page; 0 = any free one',
        'expected a whole number from 0 to 65535 (0 = any free port)',
      ),
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .meta(
      about(
        'how much is logged: fatal, error, warn, info, debug, trace or silent',
        'expected fatal, error, warn, info, debug, trace or silent',
      ),
    ),
  DISCORD_TOKEN: z
    .string()
    .regex(secret)
    .optional()
    .meta(
      about(
        'token of the bot on Discord; Discord is left alone without it. How to get one: docs/discord.md',
        'expected the token from the page "Bot" of the application',
      ),
    ),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(secret)
    .optional()
    .meta(
      about(
        'token of the bot in one workspace of Slack (xoxb-…); Slack is left alone without it. How to get one: docs/slack.md',
        'expected the "Bot User OAuth Token" from the page "OAuth & Permissions" of the app',
      ),
    ),
  SLACK_APP_TOKEN: z
    .string()
    .regex(secret)
    .optional()
    .meta(
      about(
        'app-level token of Slack (xapp-…) for Socket Mode, in which nothing has to reach this machine',
        'expected the app-level token from the page "Basic Information" of the app',
      ),
    ),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/ })
    // Which version of the API is spoken is ours to say.
    .transform((url) => url.replace(/(?:\/v\d+)?\/*$/, ''))
    .default('https://discord.com/api')
    .meta(about('another server that speaks the API of Discord', 'expected an http(s) URL')),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(secret)
    .optional()
    .meta(
      about(
        'what Slack signs its requests with, where it reaches /slack/events of this machine instead of a socket',
        'expected the "Signing Secret" from the page "Basic Information" of the app',
      ),
    ),
  SLACK_COMMANDS: z
    .enum(['news', 'all'])
    .default('news')
    .meta(
      about(
        'commands that the Slack app has: news (one, with verbs) or all (also /subscribe, /latest, …)',
        'expected news or all',
      ),
    ),
  SLACK_MANAGERS: z
    .enum(['members', 'admins'])
    .default('members')
    .meta(
      about(
        'who may change what a channel of Slack receives: members (guests may not) or admins',
        'expected members or admins',
      ),
    ),
  SLACK_CLIENT_ID: z
    .string()
    .regex(secret)
    .optional()
    .meta(
      about(
        'for many workspaces, beside SLACK_CLIENT_SECRET, SLACK_TOKEN_KEY and SLACK_PUBLIC_URL: id of the Slack app',
        'expected the "Client ID" from the page "Basic Information" of the app',
      ),
    ),
  SLACK_CLIENT_SECRET: z
    .string()
    .regex(secret)
    .optional()
    .meta(about('secret of the Slack app', 'expected the "Client Secret" from the same page')),
  SLACK_TOKEN_KEY: z
    .string()
    .refine((key) => keyLength(key) === 32)
    .optional()
    .meta(
      about(
        'encrypts the tokens of those workspaces in the database; make one with: openssl rand -hex 32',
        'expected 32 bytes in hexadecimal digits or base64, such as `openssl rand -hex 32` gives',
      ),
    ),
  SLACK_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta(
      about('address under which people reach /slack/install of this machine', 'expected an http(s) URL'),
    ),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://slack.com/api')
    .meta(about('another server that speaks the Web API of Slack', 'expected an http(s) URL')),
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/)
    .default('127.0.0.1')
    .meta(
      about(
        'address to listen on; on any but loopback the page needs PAGE_PASSWORD',
        'expected an address or host name such as 127.0.0.1',
      ),
    ),
  PAGE_PASSWORD: z
    .string()
    .min(8)
    .optional()
    .meta(about('password of the page, for any user name', 'expected at least 8 characters')),
  UI_LANGUAGE: z
    .enum(['en', 'fr'])
    .default('en')
    .meta(about('language of the terminal and of new channels: en or fr', 'expected en or fr')),
  TIME_ZONE: z
    .string()
    .refine(isZone)
    .optional()
    .meta(
      about(
        "zone of the dates in the terminal, such as Europe/Paris; the machine's own if absent",
        'expected an IANA time zone such as Europe/Paris',
      ),
    ),
  POLL_MINUTES: z.coerce
    .number()
    .min(1)
    .max(1440)
    .default(10)
    .meta(about('how often a feed is looked at, in minutes', 'expected a number of minutes from 1 to 1440')),
  KEEP_DAYS: z.coerce
    .number()
    .int()
    .min(7)
    .max(36_500)
    .default(90)
    .meta(
      about(
        'for how many days texts, alerts, logs and local channels are kept; what rang does not ring again after that either',
        'expected a whole number of days from 7 to 36500',
      ),
    ),
  IN_DOUBT: z
    .enum(['send-again', 'leave'])
    .default('send-again')
    .meta(
      about(
        'a message that may be visible where no history can tell: send-again (rather twice than never) or leave',
        'expected send-again or leave',
      ),
    ),
  FETCH_ALLOW: list
    .pipe(z.array(z.string().refine(isPlace)))
    .default([])
    .meta(
      about(
        'private addresses that feeds may be fetched from, as CIDR or host:port, parted by spaces',
        'expected networks, addresses or hosts parted by spaces, such as 10.1.0.0/16 or localhost:8080',
      ),
    ),
});

/** All settings, checked and complete. Folders are as written: whoever opens them resolves them. */
export type Settings = Readonly<z.infer<typeof schema>>;

/** In the order of the schema. */
export const settingNames = Object.keys(schema.shape) as ReadonlyArray<keyof Settings>;

/** How many of the settings, in the order of the schema, stand on top of `.env.example`. */
const thoseThatMatterFirst = 9;

/**
 * Reads the settings. An empty value counts as absent: `PORT=` means the default.
 * @throws ConfigError with one line for each wrong one: its name and what was expected; in a list, which entry. Never
 * its value, which may be a secret in the wrong place.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    settingNames
      .map((name) => [name, environment[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = schema.safeParse(given);
  if (read.success) return complete(read.data);
  const wrong = Map.groupBy(read.error.issues, (issue) => issue.path[0] as keyof Settings);
  throw new ConfigError([...wrong].map(([name, issues]) => mistakeIn(name, issues)));
}

/** What only makes sense together. */
function complete(settings: Settings): Settings {
  const many = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_TOKEN_KEY', 'SLACK_PUBLIC_URL'] as const;
  const missing = many.filter((name) => settings[name] === undefined);
  if (missing.length > 0 && settings.SLACK_CLIENT_ID !== undefined)
    throw new ConfigError(missing.map((name) => `${name}: needed beside SLACK_CLIENT_ID`));
  return settings;
}

function mistakeIn(name: keyof Settings, issues: readonly z.core.$ZodIssue[]): string {
  const entries = issues.flatMap(({ path: [, at] }) => (typeof at === 'number' ? [ordinal(at + 1)] : []));
  const which = entries.length === 0 ? '' : `; wrong: the ${[...new Set(entries)].join(', ')}`;
  return `${name}: ${metaOf(name).expected}${which}`;
}

/** 2 → "2nd" */
function ordinal(n: number): string {
  const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return `${n}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)] ?? 'th'}`;
}

/** The zone of people at this machine. */
export function zoneOf({ TIME_ZONE }: Settings): string {
  return TIME_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The text of `.env.example`. */
export function exampleSettings(): string {
  const parts = [
    '# Settings of Bellwire. Everything has a default: copy this file to .env and change what you like.',
    ...settingNames.slice(0, thoseThatMatterFirst).map((name) => exampleOf(name, '')),
    '# ── rarely needed ──',
    ...settingNames.slice(thoseThatMatterFirst).map((name) => exampleOf(name, '# ')),
  ];
  return `${parts.join('\n\n')}\n`;
}

function exampleOf(name: keyof Settings, mark: '' | '# '): string {
  const absent = schema.shape[name].safeParse(undefined);
  const value = absent.success ? (absent.data ?? '') : '';
  return `# ${metaOf(name).description}\n${mark}${name}=${Array.isArray(value) ? value.join(' ') : String(value)}`;
}

function metaOf(name: keyof Settings): { readonly description: string; readonly expected: string } {
  return schema.shape[name].meta() as ReturnType<typeof about>;
}
