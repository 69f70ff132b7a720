/** What Slack refuses in an interactive element: "Block elements" and "Composition objects" (docs.slack.dev). */
import { record, textOf } from './arguments.ts';
import { checkText, type Form } from './form.ts';
import type { Json } from './shapes.ts';

export type Checked = (form: Form, pointer: string, element: Json) => void;

export function checkElement(form: Form, pointer: string, element: Json): void {
  const type = textOf(element['type']);
  form.text(`${pointer}/action_id`, element['action_id'], 255);
  checkText(form, `${pointer}/placeholder`, element['placeholder'], 150, true);
  checkConfirm(form, `${pointer}/confirm`, element['confirm']);
  elements[type]?.(form, pointer, element);
}

const elements: Readonly<Record<string, Checked>> = {
  button(form, pointer, element) {
    form.needs(pointer, element, 'text');
    checkText(form, `${pointer}/text`, element['text'], 75, true);
    form.text(`${pointer}/value`, element['value'], 2000);
    form.text(`${pointer}/accessibility_label`, element['accessibility_label'], 75);
    checkUrl(form, `${pointer}/url`, element['url']);
    const { style } = element;
    if (style !== undefined && style !== 'primary' && style !== 'danger') {
      form.wrong(`${pointer}/style`, 'must be a valid enum value');
    }
  },
  image(form, pointer, element) {
    checkImage(form, pointer, element);
  },
  static_select: checkStatic,
  multi_static_select: checkStatic,
  external_select: checkExternal,
  multi_external_select: checkExternal,
  overflow: (form, pointer, element) => checkOptions(form, `${pointer}/options`, element['options'], 5),
  radio_buttons: (form, pointer, element) => checkChoices(form, pointer, element, 10),
  checkboxes: (form, pointer, element) => checkChoices(form, pointer, element, 10),
  datepicker(form, pointer, { initial_date: date }) {
    if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(textOf(date))) {
      form.wrong(`${pointer}/initial_date`, 'must be a valid date');
    }
  },
  timepicker(form, pointer, { initial_time: time }) {
    if (time !== undefined && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(textOf(time))) {
      form.wrong(`${pointer}/initial_time`, 'must be a valid time');
    }
  },
  plain_text_input(form, pointer, element) {
    form.text(`${pointer}/initial_value`, element['initial_value'], 3000, 0);
    const { min_length: least, max_length: most } = element;
    if (least !== undefined && !isBetween(least, 0, 3000))
      form.wrong(`${pointer}/min_length`, 'must be less than 3001');
    if (most !== undefined && !isBetween(most, 1, 3000))
      form.wrong(`${pointer}/max_length`, 'must be less than 3001');
  },
};

/** @param least of options where the app answers `block_suggestion`: none is fine there */
export function checkOptions(form: Form, pointer: string, value: unknown, most: number, least = 1): void {
  const mayBeMrkdwn = most <= 10 && most !== 5;
  for (const [at, option] of form.list(pointer, value, least, most).entries()) {
    const here = `${pointer}/${at}`;
    form.needs(here, option, 'text', 'value');
    checkText(form, `${here}/text`, option['text'], 75, !mayBeMrkdwn);
    // "Maximum length for this field is 150 characters."
    form.text(`${here}/value`, option['value'], 150);
    checkText(form, `${here}/description`, option['description'], 75, !mayBeMrkdwn);
    checkUrl(form, `${here}/url`, option['url']);
  }
}

export function checkGroups(form: Form, pointer: string, value: unknown, least = 1): void {
  for (const [at, group] of form.list(pointer, value, least, 100).entries()) {
    form.needs(`${pointer}/${at}`, group, 'label', 'options');
    checkText(form, `${pointer}/${at}/label`, group['label'], 75, true);
    checkOptions(form, `${pointer}/${at}/options`, group['options'], 100);
  }
}

export function checkImage(form: Form, pointer: string, image: Json): void {
  form.needs(pointer, image, 'alt_text');
  form.text(`${pointer}/alt_text`, image['alt_text'], 2000);
  checkText(form, `${pointer}/title`, image['title'], 2000, true);
  if ((image['image_url'] === undefined) === (image['slack_file'] === undefined)) {
    form.wrong(pointer, 'must provide either an image_url or slack_file');
  }
  const { image_url: url } = image;
  checkUrl(form, `${pointer}/image_url`, url);
  // Its words: otiai10/amesh-bot#24, slackapi/python-slack-sdk#1782.
  if (typeof url === 'string' && isAddress(url) && !form.fetchesImage(url)) {
    form.wrong(`${pointer}/image_url`, 'downloading image failed');
  }
}

function checkUrl(form: Form, pointer: string, url: unknown): void {
  form.text(pointer, url, 3000);
  if (typeof url === 'string' && !isAddress(url)) form.wrong(pointer, 'Invalid URL');
}

function isAddress(url: string): boolean {
  return /^(?:https?|mailto|tel|slack):/i.test(url) && !/\s/.test(url) && URL.canParse(url);
}

function checkStatic(form: Form, pointer: string, element: Json): void {
  const { options, option_groups: groups } = element;
  if ((options === undefined) === (groups === undefined)) {
    form.wrong(pointer, 'must define either `options` or `option_groups`');
  }
  checkOptions(form, `${pointer}/options`, options, 100);
  checkGroups(form, `${pointer}/option_groups`, groups);
  const inGroups = Array.isArray(groups) ? groups.flatMap((group) => record(group)['options']) : [];
  checkInitial(form, pointer, element, [...(Array.isArray(options) ? options : []), ...inGroups]);
}

function checkExternal(form: Form, pointer: string, element: Json): void {
  const { min_query_length: least, initial_option: initial } = element;
  if (least !== undefined && !isBetween(least, 0, 3000)) {
    form.wrong(`${pointer}/min_query_length`, 'must be a positive number');
  }
  if (initial !== undefined) checkOptions(form, `${pointer}/initial_option`, [initial], 1);
  checkOptions(form, `${pointer}/initial_options`, element['initial_options'], 100);
}

function checkChoices(form: Form, pointer: string, element: Json, most: number): void {
  form.needs(pointer, element, 'options');
  checkOptions(form, `${pointer}/options`, element['options'], most);
  checkInitial(form, pointer, element, Array.isArray(element['options']) ? element['options'] : []);
}

/** What is chosen at first must be one of the options, to the letter. */
function checkInitial(form: Form, pointer: string, element: Json, options: readonly unknown[]): void {
  const known = new Set(options.map((option) => JSON.stringify(option)));
  const many = element['initial_options'];
  for (const [name, initial] of [
    ['initial_option', element['initial_option']] as const,
    ...(Array.isArray(many) ? many.map((one: unknown) => ['initial_options', one] as const) : []),
  ]) {
    if (initial !== undefined && !known.has(JSON.stringify(initial))) {
      form.wrong(`${pointer}/${name}`, 'must match one of the provided options');
    }
  }
}

function checkConfirm(form: Form, pointer: string, value: unknown): void {
  if (value === undefined) return;
  const confirm = record(value);
  checkText(form, `${pointer}/title`, confirm['title'], 100, true);
  checkText(form, `${pointer}/text`, confirm['text'], 300);
  checkText(form, `${pointer}/confirm`, confirm['confirm'], 30, true);
  checkText(form, `${pointer}/deny`, confirm['deny'], 30, true);
}

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
