/** What of Slack's payloads we look at (https://docs.slack.dev/interactivity, /apis/events-api); all of it comes from outside. */

export interface RawCommand {
  /** "/news" */
  readonly command: string;
  readonly text?: string;
  readonly team_id: string;
  readonly user_id: string;
  readonly channel_id: string;
  readonly channel_name?: string;
  readonly response_url: string;
  readonly trigger_id: string;
}

export interface RawAction {
  readonly action_id: string;
  readonly block_id?: string;
  readonly value?: string;
  readonly selected_option?: { readonly value?: string } | null;
}

interface Interactive {
  readonly team?: { readonly id: string } | null;
  readonly user: { readonly id: string; readonly team_id?: string };
}

export interface RawPress extends Interactive {
  readonly trigger_id: string;
  readonly response_url?: string;
  readonly channel?: { readonly id: string; readonly name?: string };
  readonly view?: RawView;
  readonly actions: readonly RawAction[];
}

export interface RawView {
  readonly id: string;
  readonly type?: string;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly state?: { readonly values?: Readonly<Record<string, Readonly<Record<string, RawInput>>>> };
}

/** What was put into one element of a form. */
export interface RawInput {
  readonly value?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: ReadonlyArray<{ readonly value?: string }>;
  readonly selected_conversation?: string | null;
  readonly selected_user?: string | null;
}

export interface RawSubmission extends Interactive {
  readonly view: RawView;
}

export interface RawSuggestion extends Interactive {
  readonly action_id: string;
  readonly value?: string;
  readonly view?: RawView;
  readonly channel?: { readonly id: string };
}

export interface RawEvent {
  readonly team_id?: string;
  readonly event_id?: string;
  readonly authorizations?: ReadonlyArray<{ readonly team_id?: string | null }>;
  readonly event: RawInner;
}

/** The inner event; what is in it depends on its type. */
export interface RawInner {
  readonly type: string;
  readonly subtype?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text?: string;
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly channel?: string | { readonly id: string; readonly name?: string };
  readonly channel_type?: string;
  readonly tab?: string;
  readonly tokens?: { readonly bot?: readonly string[] };
}

/** Whose workspace it is, of what a person did. */
export function whoOf({ team, user }: Interactive): { readonly team: string; readonly user: string } {
  return { team: team?.id ?? user.team_id ?? '', user: user.id };
}

/** Where the app is that is told; in a shared channel the event itself may be of another team. */
export function teamOf({ team_id: team, authorizations }: RawEvent): string {
  return authorizations?.[0]?.team_id ?? team ?? '';
}

export function channelIn({ channel }: RawInner): string {
  return (typeof channel === 'object' ? channel.id : channel) ?? '';
}

/** As it was typed: Slack writes these three as entities, and addresses in angle brackets. */
export function typedText(text: string): string {
  return text
    .replaceAll(/<(https?:[^<>|]*)(?:\|[^<>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
