/** The app as Slack is told of it (https://docs.slack.dev/reference/app-manifest), made from our commands. */
import type { Command } from '../../invoke/context.ts';
import type { Texts } from '../../messages/texts.ts';
import { type CommandSet, mainCommand, shortCommands } from './typed.ts';

/** The least that Bellwire works with; `docs/slack.md` says what each is for. */
export const botScopes = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'team:read',
  'usergroups:read',
  'users:read',
] as const;

const botEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'channel_rename',
  'channel_unarchive',
  'group_archive',
  'group_deleted',
  'group_left',
  'group_rename',
  'group_unarchive',
  'member_joined_channel',
  'member_left_channel',
  'message.im',
  'tokens_revoked',
] as const;

export interface ManifestOptions {
  readonly commandSet: CommandSet;
  /** Undefined: Socket Mode, where nothing has to reach us. */
  readonly publicUrl?: string | undefined;
}

/** Published: the descriptions of commands have 2000 characters, hints 1000; the app's own 140. */
export function manifestOf(
  commands: readonly Command[],
  texts: Texts,
  { commandSet, publicUrl }: ManifestOptions,
): object {
  const base = publicUrl?.replace(/\/+$/, '');
  const url = base === undefined ? undefined : `${base}/slack/events`;
  const short = commandSet === 'all' ? shortCommands(commands) : [];
  const { subscribe } = texts.commands;
  return {
    display_information: {
      name: 'Bellwire',
      description: 'Rings when the tech press is about what you follow: by meaning, once for each story.',
      background_color: '#1d3a8f',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'bellwire', always_online: true },
      slash_commands: [
        {
          command: `/${mainCommand}`,
          description: subscribe.description,
          usage_hint: `subscribe ${subscribe.example}`,
          should_escape: true,
          ...(url !== undefined && { url }),
        },
        ...short.map((command) => ({
          command: `/${command.name}`,
          description: command.description(texts),
          ...(command.example(texts) !== '' && { usage_hint: command.example(texts) }),
          should_escape: true,
          ...(url !== undefined && { url }),
        })),
      ],
    },
    oauth_config: {
      ...(base !== undefined && { redirect_urls: [`${base}/slack/oauth_redirect`] }),
      scopes: { bot: botScopes },
    },
    settings: {
      event_subscriptions: { ...(url !== undefined && { request_url: url }), bot_events: botEvents },
      interactivity: {
        is_enabled: true,
        ...(url !== undefined && { request_url: url, message_menu_options_url: url }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}
