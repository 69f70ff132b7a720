/** Collects the mistakes of a body by their place, and refuses it as Discord does: all of them at once, in a tree. */
import { Refusal } from './refusal.ts';
import type { Json } from './shapes.ts';

/** Where in a body, from its root. */
export type Place = readonly (string | number)[];

export interface Form {
  readonly wrong: (place: Place, code: string, message: string) => void;
  /** Characters as Discord counts them: code points. An absent text is wrong only if `least` is above 0. */
  readonly text: (place: Place, value: unknown, least: number, most: number) => void;
  /** At most so many entries. */
  readonly list: (place: Place, value: unknown, least: number, most: number) => readonly unknown[];
  readonly refusal: () => Refusal;
  /** Throws 50035 if anything was wrong. */
  readonly close: () => void;
}

interface Branch {
  [key: string]: Branch | { code: string; message: string }[];
}

export function openForm(): Form {
  const errors: Branch = {};
  let mistakes = 0;

  const wrong: Form['wrong'] = (place, code, message) => {
    mistakes += 1;
    let branch = errors;
    for (const step of place) branch = (branch[String(step)] ??= {}) as Branch;
    ((branch['_errors'] ??= []) as { code: string; message: string }[]).push({ code, message });
  };

  return {
    wrong,
    text(place, value, least, most) {
      if (value === undefined || value === null) {
        if (least > 0) wrong(place, 'BASE_TYPE_REQUIRED', 'This field is required');
        return;
      }
      if (typeof value !== 'string') {
        return wrong(place, 'BASE_TYPE_BAD_TYPE', `Could not interpret "${typeof value}" as string.`);
      }
      const length = lengthOf(value);
      if (length > most) wrong(place, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
      if (length < least) wrong(place, 'BASE_TYPE_MIN_LENGTH', `Must be ${least} or more in length.`);
    },
    list(place, value, least, most) {
      if ((value === undefined || value === null) && least === 0) return [];
      if (!Array.isArray(value)) {
        wrong(place, 'BASE_TYPE_REQUIRED', 'This field is required');
        return [];
      }
      if (value.length > most || value.length < least) {
        wrong(place, 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`);
      }
      return value;
    },
    refusal: () => new Refusal(50035, { errors }),
    close() {
      if (mistakes > 0) throw new Refusal(50035, { errors });
    },
  };
}

/** A form with one mistake. */
export function oneMistake(place: Place, code: string, message: string): Refusal {
  const form = openForm();
  form.wrong(place, code, message);
  return form.refusal();
}

export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** An object as it came; anything else counts as empty. */
export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
