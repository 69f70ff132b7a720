/** What Discord refuses in a command: its "Application Commands" (naming, options, choices, 8,000 characters). */
import { lengthOf, record, textOf, type Form, type Place } from './form.ts';
import type { Id, Json } from './shapes.ts';

/** As it was registered, with what Discord adds. */
export interface Command {
  readonly id: Id;
  readonly type: number;
  readonly name: string;
  readonly guildId: Id | undefined;
  readonly version: Id;
  /** Description, options, localizations, … as they came. */
  readonly body: Json;
}

export const optionTypes = {
  subcommand: 1,
  group: 2,
  text: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Discord's "Locales". */
const locales =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );

export function checkCommand(form: Form, command: Json, place: Place): void {
  if (Number(command['type'] ?? 1) !== 1) return form.text([...place, 'name'], command['name'], 1, 32);
  checkNamed(form, command, place);
  checkOptions(form, command['options'], [...place, 'options'], 0);
  if (charactersIn(command) > 8000) {
    form.wrong(place, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
  }
}

function checkNamed(form: Form, named: Json, place: Place): void {
  checkName(form, named['name'], [...place, 'name']);
  form.text([...place, 'description'], named['description'], 1, 100);
  eachLocale(form, named['name_localizations'], [...place, 'name_localizations'], (value, at) =>
    checkName(form, value, at),
  );
  eachLocale(form, named['description_localizations'], [...place, 'description_localizations'], (value, at) =>
    form.text(at, value, 1, 100),
  );
}

function checkName(form: Form, name: unknown, place: Place): void {
  if (!namePattern.test(textOf(name)) || textOf(name) !== textOf(name).toLowerCase()) {
    form.wrong(place, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function eachLocale(
  form: Form,
  map: unknown,
  place: Place,
  check: (value: unknown, at: Place) => void,
): void {
  for (const [locale, value] of Object.entries(record(map))) {
    if (!locales.includes(locale)) {
      form.wrong([...place, locale], 'BASE_TYPE_CHOICES', `Value must be one of ${locales.join(', ')}.`);
    } else check(value, [...place, locale]);
  }
}

/** @param depth 0 at the top, 1 in a group or subcommand, 2 in a group's subcommand */
function checkOptions(form: Form, list: unknown, place: Place, depth: number): void {
  const options = form.list(place, list, 0, 25).map((option) => record(option));
  const names = new Set<unknown>();
  let optional = false;
  for (const [n, option] of options.entries()) {
    const at = [...place, n];
    checkNamed(form, option, at);
    checkOption(form, option, at, depth);
    if (names.has(option['name'])) {
      form.wrong(at, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    }
    names.add(option['name']);
    if (option['required'] === true && optional) {
      form.wrong(
        at,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    if (option['required'] !== true) optional = true;
  }
}

function checkOption(form: Form, option: Json, place: Place, depth: number): void {
  const type = Number(option['type']);
  if (!Object.values<number>(optionTypes).includes(type)) {
    return form.wrong([...place, 'type'], 'BASE_TYPE_CHOICES', 'Value must be one of 1 to 11.');
  }
  if (type === optionTypes.subcommand || type === optionTypes.group) {
    // Groups hold subcommands, subcommands hold values: nothing deeper.
    if (depth > (type === optionTypes.group ? 0 : 1)) {
      form.wrong(
        [...place, 'type'],
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command is nested too deep',
      );
    }
    return checkOptions(form, option['options'], [...place, 'options'], depth + 1);
  }
  const choices = form.list([...place, 'choices'], option['choices'], 0, 25);
  for (const [n, choice] of choices.entries()) checkChoice(form, record(choice), [...place, 'choices', n]);
  if (option['autocomplete'] === true && choices.length > 0) {
    form.wrong(
      place,
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      'Choices cannot be set with autocomplete',
    );
  }
}

/** A choice of a command, or one that autocomplete offers. */
export function checkChoice(form: Form, choice: Json, place: Place): void {
  form.text([...place, 'name'], choice['name'], 1, 100);
  if (typeof choice['value'] !== 'number') form.text([...place, 'value'], choice['value'], 1, 100);
  eachLocale(form, choice['name_localizations'], [...place, 'name_localizations'], (value, at) =>
    form.text(at, value, 1, 100),
  );
}

function charactersIn(part: Json): number {
  const own = ['name', 'description', 'value'].reduce((sum, field) => sum + lengthOf(textOf(part[field])), 0);
  const below = [part['options'], part['choices']].flatMap((list) => (Array.isArray(list) ? list : []));
  return below.reduce<number>((sum, entry) => sum + charactersIn(record(entry)), own);
}
