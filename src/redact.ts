/**
 * Takes secrets out of a line of the log, wherever they stand in it: under a key, in a URL, in the sentence of an error.
 * Works on JSON as well as on plain text: what takes a secret's place has no quote and no backslash in it.
 */

const shown = '[redacted]';

/** Names under which secrets are kept; in URLs, in JSON and in "name=value". */
const secretName = String.raw`[\w-]{0,30}(?:password|passwd|secret|token|api[_-]?key|authorization|cookie|signature|credentials?)[\w-]{0,30}`;

/** Each is linear: no part of a pattern can end where the next one may begin as well. */
const patterns: ReadonlyArray<readonly [RegExp, string]> = [
  // "user:password@" of a URL; also the user alone, who may be a token.
  [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#"'\\@]{1,500}@/gi, `$1${shown}@`],
  // "?token=…", "&key=…", "&sig=…"
  [new RegExp(String.raw`([?&](?:${secretName}|key|sig|auth|code|ticket)=)[^&#\s"'\\]+`, 'gi'), `$1${shown}`],
  // Webhooks, and Discord's interactions: whoever knows the path may post. Another server may speak Discord's API.
  [/(hooks\.slack\.com\/(?:services|workflows|triggers|commands|actions|app)\/)[^\s"'\\]+/gi, `$1${shown}`],
  [/(\/(?:interactions|webhooks)\/\d+\/)[^\s"'\\/?]+/gi, `$1${shown}`],
  // Slack's tokens (https://docs.slack.dev/authentication/tokens) and Discord's bot tokens: id, time, signature.
  [/\bx(?:ox[a-z]|app)(?:\.[a-z]+)?-[\w-]{8,}/gi, shown],
  [/\b[\w-]{23,30}\.[\w-]{6}\.[\w-]{27,45}/g, shown],
  [/\b(Bearer|Basic|Bot)\s+[\w.~+/=-]{8,}/gi, `$1 ${shown}`],
  // "password": "…" at any depth, and password=… in a sentence.
  [new RegExp(String.raw`("${secretName}"\s*:\s*)"(?:[^"\\]|\\.)*"`, 'gi'), `$1"${shown}"`],
  [new RegExp(String.raw`\b(${secretName}\s?[=:]\s?)(?!\[redacted)[^\s"'\\,;&{[]+`, 'gi'), `$1${shown}`],
];

/** @param secrets words known to be secret, whatever they look like; shorter ones than 8 characters stay */
export function redact(line: string, secrets: readonly string[] = []): string {
  const without = secrets
    .filter(({ length }) => length >= shortest)
    .reduce((text, secret) => text.replaceAll(secret, shown), line);
  return patterns.reduce((text, [pattern, instead]) => text.replace(pattern, instead), without);
}

/** What is shorter is no secret, and stands in every other line. */
const shortest = 8;
