/**
 * Discord's Components V2 as the plain JSON that travels: their types, and builders for what we use of them.
 * Facts and bounds: https://discord.com/developers/docs/components/reference
 */

/** In one message, counted with everything inside everything. */
export const mostComponents = 40;
/** In all text displays of a message together. */
export const mostCharacters = 4000;
/** UTF-8 of all text displays; not published, above it messages are refused although their characters are few. */
export const mostBytes = 10_170;
/** Also of everything else that is named by its sender. */
export const mostInCustomId = 100;
export const mostInLabel = 80;
/** URLs of pictures; those of buttons have 512. */
export const mostInMediaUrl = 2048;

/** Flags of a message (https://discord.com/developers/docs/resources/message#message-object-message-flags). */
export const messageFlags = { private: 64, silent: 4096, componentsV2: 32_768 } as const;

export interface TextDisplay {
  readonly type: 10;
  /** Markdown: whatever comes from outside goes through `escape.ts` first. At least 1 character. */
  readonly content: string;
  /** 1 to 2^31 - 1, unlike all others of the message; Discord counts up where there is none. */
  readonly id?: number | undefined;
}

export interface Thumbnail {
  readonly type: 11;
  readonly media: { readonly url: string };
  readonly description?: string | undefined;
}

/** Texts with something at their side. */
export interface Section {
  readonly type: 9;
  /** 1 to 3. */
  readonly components: readonly TextDisplay[];
  readonly accessory: Thumbnail | Button;
}

export interface Separator {
  readonly type: 14;
  readonly divider?: boolean | undefined;
  /** 1 = small, 2 = large. */
  readonly spacing?: 1 | 2 | undefined;
}

export type Button = ActionButton | LinkButton;

export interface ActionButton {
  readonly type: 2;
  readonly style: 1 | 2 | 3 | 4;
  readonly label: string;
  readonly custom_id: string;
  readonly disabled?: boolean | undefined;
}

export interface LinkButton {
  readonly type: 2;
  readonly style: 5;
  readonly label: string;
  readonly url: string;
}

export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
}

export interface StringSelect {
  readonly type: 3;
  readonly custom_id: string;
  readonly placeholder?: string | undefined;
  /** 1 to 25. */
  readonly options: readonly Choice[];
}

export interface ActionRow {
  readonly type: 1;
  /** Up to 5 buttons, or one select. */
  readonly components: readonly Button[] | readonly [StringSelect];
}

export interface Container {
  readonly type: 17;
  readonly components: ReadonlyArray<TextDisplay | Section | Separator | ActionRow>;
  /** 0xRRGGBB */
  readonly accent_color?: number | undefined;
  readonly id?: number | undefined;
}

/** What may stand at the top of a message. */
export type TopComponent = Container | TextDisplay | Section | Separator | ActionRow;

/** Who may be called by a message. `parse` stays empty: nothing that an article says calls anybody. */
export interface AllowedMentions {
  readonly parse: readonly [];
  readonly roles?: readonly string[];
  readonly users?: readonly string[];
}

/** The body of a message of Components V2. */
export interface MessageBody {
  readonly flags: number;
  readonly components: readonly TopComponent[];
  readonly allowed_mentions: AllowedMentions;
}

export const nobodyIsCalled: AllowedMentions = { parse: [] };

export function text(content: string): TextDisplay {
  return { type: 10, content };
}

export function section(texts: readonly string[], accessory: Section['accessory']): Section {
  return { type: 9, components: texts.map(text), accessory };
}

export function thumbnail(url: string): Thumbnail {
  return { type: 11, media: { url } };
}

export function container(components: Container['components'], accentColour?: number): Container {
  return { type: 17, components, ...(accentColour !== undefined && { accent_color: accentColour }) };
}

export function row(...buttons: readonly Button[]): ActionRow {
  return { type: 1, components: buttons };
}

const buttonStyles = { primary: 1, secondary: 2, success: 3, danger: 4 } as const;

/** @param customId at most 100 characters, unlike all others of the message */
export function button(
  label: string,
  customId: string,
  style: keyof typeof buttonStyles = 'secondary',
): ActionButton {
  return { type: 2, style: buttonStyles[style], label, custom_id: customId };
}

/** @param url http(s), at most 512 characters */
export function linkButton(label: string, url: string): LinkButton {
  return { type: 2, style: 5, label, url };
}

export function select(customId: string, options: readonly Choice[], placeholder?: string): ActionRow {
  return { type: 1, components: [{ type: 3, custom_id: customId, options, placeholder }] };
}

/** A thin line between two parts of a container. */
export const divider: Separator = { type: 14, divider: true, spacing: 1 };
