/** How a message is recognised in a channel's history, where the nonce that it was sent with is not to be found. */
import { hash } from 'node:crypto';

/** What the buttons of an alert ask for. */
export const alertActions = ['why', 'mute', 'unsubscribe'] as const;
export type AlertAction = (typeof alertActions)[number];

export interface AlertControl {
  readonly action: AlertAction;
  /** The message's id. */
  readonly marker: string;
  readonly revision: number;
}

/** The `custom_id` of a button: "why:<marker>:<revision>", at most 100 characters of which the marker may have 25. */
export function alertControlId({ action, marker, revision }: AlertControl): string {
  return `${action}:${marker}:${revision}`;
}

/** @returns undefined for what is not a button of an alert */
export function readAlertControl(customId: string): AlertControl | undefined {
  const [, action, marker = '', revision] = control.exec(customId) ?? [];
  if (action === undefined) return undefined;
  return { action: action as AlertAction, marker, revision: Number(revision) };
}

const control = new RegExp(`^(${alertActions.join('|')}):([^:]{1,25}):(\\d{1,9})$`);

/**
 * A notice has no button. It is marked by the ids of its two components, which Discord keeps as they were sent: 31 bits
 * each of a hash of the marker. Notices are never edited.
 */
export function noticeIds(marker: string): readonly [container: number, text: number] {
  const bytes = hash('sha256', marker, 'buffer');
  const id = (at: number): number => (bytes.readUInt32BE(at) >>> 1) | 1;
  return [id(0), id(4) ^ 2];
}

/** The revision of the message with this marker, if these are its components as Discord gives them back. */
export function revisionIn(components: unknown, marker: string): number | undefined {
  const all = flat(components);
  const controls = all.flatMap(({ custom_id: id }) =>
    typeof id === 'string' ? (readAlertControl(id) ?? []) : [],
  );
  const found = controls.find((one) => one.marker === marker);
  if (found !== undefined) return found.revision;
  const ids = new Set(all.map(({ id }) => id));
  return noticeIds(marker).every((id) => ids.has(id)) ? 1 : undefined;
}

interface Given {
  readonly id?: unknown;
  readonly custom_id?: unknown;
  readonly components?: unknown;
}

function flat(components: unknown): readonly Given[] {
  if (!Array.isArray(components)) return [];
  const given = components.filter((one): one is Given => typeof one === 'object' && one !== null);
  return given.flatMap((one) => [one, ...flat(one.components)]);
}
