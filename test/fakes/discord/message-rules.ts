/**
 * What Discord refuses in a message: lengths and counts as in its "Create Message", "Embed Limits" and "Allowed
 * Mentions Object".
 */
import { checkComponents } from './component-rules.ts';
import { lengthOf, record, textOf, type Form, type Place } from './form.ts';
import { Refusal } from './refusal.ts';
import type { Json } from './shapes.ts';

export const flags = {
  crossposted: 1,
  suppressEmbeds: 4,
  private: 64,
  loading: 128,
  silent: 4096,
  v2: 32_768,
};

/** @param wasV2 the message that is edited is one of Components V2 already: it stays one */
export function checkMessage(form: Form, body: Json, maxBytes: number, wasV2 = false): void {
  const isV2 = wasV2 || (Number(body['flags'] ?? 0) & flags.v2) !== 0;
  form.text(['content'], body['content'], 0, 2000);
  if (isV2) refuseOldFields(form, body);
  if (wasV2 && body['flags'] !== undefined && (Number(body['flags']) & flags.v2) === 0) {
    form.wrong(
      ['flags'],
      'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
      'The components v2 flag cannot be removed',
    );
  }
  checkEmbeds(form, body['embeds']);
  checkComponents(form, body['components'], isV2, maxBytes);
  checkMentions(form, record(body['allowed_mentions']));
}

/** Throws 50006 where there is nothing to be seen. */
export function mustSaySomething(
  content: string,
  embeds: readonly Json[],
  components: readonly Json[],
): void {
  if (content.trim() === '' && embeds.length === 0 && components.length === 0) throw new Refusal(50006);
}

/** "Can be used to verify a message was sent (up to 25 characters)". Numbers are taken too. */
export function checkNonce(form: Form, nonce: unknown): void {
  if (typeof nonce !== 'number') form.text(['nonce'], nonce, 0, 25);
}

function refuseOldFields(form: Form, body: Json): void {
  const used = ['content', 'embeds', 'sticker_ids', 'poll'].filter((field) => {
    const value = body[field];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
  });
  for (const field of used) {
    form.wrong(
      [field],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  }
}

function checkEmbeds(form: Form, list: unknown): void {
  let total = 0;
  const text = (place: Place, value: unknown, least: number, most: number): void => {
    form.text(place, value, least, most);
    total += lengthOf(textOf(value));
  };
  for (const [at, entry] of form.list(['embeds'], list, 0, 10).entries()) {
    const embed = record(entry);
    const place = ['embeds', at];
    text([...place, 'title'], embed['title'], 0, 256);
    text([...place, 'description'], embed['description'], 0, 4096);
    text([...place, 'footer', 'text'], record(embed['footer'])['text'], 0, 2048);
    text([...place, 'author', 'name'], record(embed['author'])['name'], 0, 256);
    for (const [n, field] of form.list([...place, 'fields'], embed['fields'], 0, 25).entries()) {
      text([...place, 'fields', n, 'name'], record(field)['name'], 1, 256);
      text([...place, 'fields', n, 'value'], record(field)['value'], 1, 1024);
    }
  }
  if (total > 6000) {
    form.wrong(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
  }
}

function checkMentions(form: Form, allowed: Json): void {
  const parse = form.list(['allowed_mentions', 'parse'], allowed['parse'], 0, 3);
  for (const kind of ['users', 'roles'] as const) {
    const ids = form.list(['allowed_mentions', kind], allowed[kind], 0, 100);
    if (ids.length > 0 && parse.includes(kind)) {
      form.wrong(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
    }
  }
}
