/** Collects what is wrong with blocks and views, in Slack's words and with its pointers. */
import { isRecord } from './arguments.ts';
import type { Json } from './shapes.ts';

export interface Form {
  readonly wrong: (pointer: string, message: string) => void;
  /** A text of this length; `undefined` is fine unless it is needed. */
  readonly text: (pointer: string, value: unknown, most: number, least?: number) => void;
  readonly needs: (pointer: string, value: Json, ...names: readonly string[]) => void;
  readonly list: (pointer: string, value: unknown, least: number, most: number) => readonly Json[];
  /** Whether Slack gets the picture behind an address: it looks at each before it takes a message. */
  readonly fetchesImage: (url: string) => boolean;
  /** "must be less than 151 characters [json-pointer:/blocks/0/text/text]" */
  readonly complaints: readonly string[];
}

export function openForm(fetchesImage: Form['fetchesImage'] = () => true): Form {
  const complaints: string[] = [];
  const wrong: Form['wrong'] = (pointer, message) =>
    void complaints.push(`${message} [json-pointer:${pointer}]`);
  return {
    complaints,
    fetchesImage,
    wrong,
    text(pointer, value, most, least = 1) {
      if (value === undefined) return;
      if (typeof value !== 'string') return wrong(pointer, 'must be a string');
      if (value.length < least) return wrong(pointer, `must be more than ${least - 1} characters`);
      if (value.length > most) wrong(pointer, `must be less than ${most + 1} characters`);
    },
    needs(pointer, value, ...names) {
      for (const name of names) {
        if (value[name] === undefined || value[name] === null) {
          wrong(pointer, `missing required field: ${name}`);
        }
      }
    },
    list(pointer, value, least, most) {
      if (value === undefined) return [];
      if (!Array.isArray(value)) {
        wrong(pointer, 'must be an array');
        return [];
      }
      if (value.length < least) wrong(pointer, `no less than ${least} items allowed`);
      if (value.length > most) wrong(pointer, `no more than ${most} items allowed`);
      return value.flatMap((entry: unknown, at) => {
        if (isRecord(entry)) return [entry];
        wrong(`${pointer}/${at}`, 'must be an object');
        return [];
      });
    },
  };
}

/** A text object: `{ type, text }`. @param plain whether mrkdwn is not taken */
export function checkText(form: Form, pointer: string, value: unknown, most: number, plain = false): void {
  if (value === undefined) return;
  if (!isRecord(value)) return form.wrong(pointer, 'must be an object');
  const type = value['type'];
  if (type !== 'plain_text' && (plain || type !== 'mrkdwn')) {
    return form.wrong(`${pointer}/type`, `unsupported type: ${String(type)}`);
  }
  form.needs(pointer, value, 'text');
  form.text(`${pointer}/text`, value['text'], most);
  if (type === 'mrkdwn' && value['emoji'] !== undefined)
    form.wrong(pointer, 'invalid additional property: emoji');
  if (type === 'plain_text' && value['verbatim'] !== undefined) {
    form.wrong(pointer, 'invalid additional property: verbatim');
  }
}
