/**
 * Slack's Block Kit as the plain JSON that travels: the types of what we use of it, and builders.
 * Facts and bounds: https://docs.slack.dev/reference/block-kit
 */

/** In one message. A view has 100. */
export const mostBlocks = 50;
export const mostBlocksInView = 100;
/** In the text of a section; a context's and a reply's fallback have no more either. */
export const mostInText = 3000;
export const mostInLabel = 75;
/** Of an image, and of a button's link. */
export const mostInUrl = 3000;
/** Of a `block_id`; also of an `action_id`. */
export const mostInId = 255;
/**
 * All blocks of a message together, as JSON. Not published: from some 13,200 characters on, containers among them, Slack
 * says `msg_blocks_too_long` (slackapi/bolt-js issues 2509 and 2867). How it counts is not known, so the rest is margin.
 */
export const mostInBlocks = 11_500;

export interface PlainText {
  readonly type: 'plain_text';
  /** At least 1 character; read letter by letter. */
  readonly text: string;
  /** False: ":smile:" stays what it is. */
  readonly emoji: false;
}

export interface Mrkdwn {
  readonly type: 'mrkdwn';
  /** Slack's markup: nothing that comes from outside stands in it, unless it is `escaped`. */
  readonly text: string;
  /** True: what looks like an address or a channel becomes no link. */
  readonly verbatim: true;
}

export interface Style {
  readonly bold?: true;
}

export type RichElement =
  | { readonly type: 'text'; readonly text: string; readonly style?: Style }
  | { readonly type: 'link'; readonly url: string; readonly text: string; readonly style?: Style };

export interface RichSection {
  readonly type: 'rich_text_section';
  readonly elements: readonly RichElement[];
}

export interface RichList {
  readonly type: 'rich_text_list';
  readonly style: 'bullet';
  readonly elements: readonly RichSection[];
}

/** Text whose parts are what they are: no markup is read in it. */
export interface RichText {
  readonly type: 'rich_text';
  readonly elements: ReadonlyArray<RichSection | RichList>;
  readonly block_id?: string;
}

export interface Image {
  readonly type: 'image';
  readonly image_url: string;
  readonly alt_text: string;
}

export interface Option {
  readonly text: PlainText;
  readonly value: string;
}

export interface Confirmation {
  readonly title: PlainText;
  readonly text: PlainText;
  readonly confirm: PlainText;
  readonly deny: PlainText;
}

export interface Button {
  readonly type: 'button';
  readonly text: PlainText;
  readonly action_id: string;
  readonly value?: string;
  readonly style?: 'primary' | 'danger';
  readonly confirm?: Confirmation;
}

export interface StaticSelect {
  readonly type: 'static_select';
  readonly action_id: string;
  readonly placeholder?: PlainText;
  /** 1 to 100. */
  readonly options: readonly Option[];
  readonly initial_option?: Option;
}

export interface ExternalSelect {
  readonly type: 'external_select';
  readonly action_id: string;
  readonly min_query_length: number;
  readonly placeholder?: PlainText;
  readonly initial_option?: Option;
}

export interface Overflow {
  readonly type: 'overflow';
  readonly action_id: string;
  /** 1 to 5. */
  readonly options: readonly Option[];
}

export interface Section {
  readonly type: 'section';
  readonly block_id?: string;
  readonly text: PlainText | Mrkdwn;
  readonly accessory?: Image | Button | Overflow | StaticSelect | ExternalSelect;
}

export interface Context {
  readonly type: 'context';
  readonly block_id?: string;
  /** 1 to 10. */
  readonly elements: ReadonlyArray<PlainText | Mrkdwn | Image>;
}

export interface Actions {
  readonly type: 'actions';
  readonly block_id?: string;
  /** 1 to 25. */
  readonly elements: ReadonlyArray<Button | StaticSelect | Overflow>;
}

export interface Header {
  readonly type: 'header';
  /** At most 150 characters. */
  readonly text: PlainText;
}

export interface Divider {
  readonly type: 'divider';
}

export type InputElement =
  | ExternalSelect
  | {
      readonly type: 'plain_text_input';
      readonly action_id: string;
      readonly initial_value: string;
      readonly multiline: boolean;
      readonly max_length: number;
    }
  | {
      readonly type: 'conversations_select';
      readonly action_id: string;
      readonly initial_conversation?: string;
      readonly default_to_current_conversation?: boolean;
      readonly filter: object;
    }
  | { readonly type: 'users_select'; readonly action_id: string; readonly initial_user?: string }
  | {
      readonly type: 'checkboxes';
      readonly action_id: string;
      readonly options: readonly Option[];
      readonly initial_options?: readonly Option[];
    };

export interface Input {
  readonly type: 'input';
  readonly block_id: string;
  readonly label: PlainText;
  readonly hint?: PlainText;
  readonly optional?: boolean;
  readonly element: InputElement;
}

export type Block = RichText | Section | Context | Actions | Header | Divider | Input;

export function plain(text: string): PlainText {
  return { type: 'plain_text', text, emoji: false };
}

export function mrkdwn(text: string): Mrkdwn {
  return { type: 'mrkdwn', text, verbatim: true };
}

export function header(text: string): Header {
  return { type: 'header', text: plain(text) };
}

/** Small and grey. */
export function context(...elements: Context['elements']): Context {
  return { type: 'context', elements };
}

export function richText(...elements: readonly RichElement[]): RichText {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

export function button(label: string, actionId: string, value: string, more: Partial<Button> = {}): Button {
  return { type: 'button', text: plain(label), action_id: actionId, value, ...more };
}
