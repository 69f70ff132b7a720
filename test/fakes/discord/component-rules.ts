/**
 * What Discord refuses in the components of a message.
 * Lengths and counts: Discord's "Component Reference" (40 components in all, 5 rows of old, custom ids of 100, labels of
 * 80, 25 options); 4,000 characters over all text displays: its change log of Components V2.
 */
import { components, componentTypes, selectTypes, type Met } from './component-tree.ts';
import { lengthOf, textOf, type Form, type Place } from './form.ts';

const v2Types: readonly number[] = [9, 10, 11, 12, 13, 14, 17];
/** What may stand in what; `top` is the message itself. */
const inside: Readonly<Record<string | number, readonly number[]>> = {
  'top of old': [1],
  top: [1, 9, 10, 12, 13, 14, 17],
  1: [2, ...selectTypes],
  9: [2, 10, 11],
  17: [1, 9, 10, 12, 13, 14],
};

/** @param maxBytes of UTF-8 in all texts */
export function checkComponents(form: Form, list: unknown, isV2: boolean, maxBytes: number): void {
  if (list === undefined || list === null) return;
  const met = [...components(list)];
  if (!isV2) form.list(['components'], list, 0, 5);
  else if (met.length > 40) {
    form.wrong(
      ['components'],
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      'The maximum number of components is 40',
    );
  }
  for (const one of met) {
    const home = one.within ?? (isV2 ? 'top' : 'top of old');
    if (!(inside[home] ?? []).includes(one.type) || (!isV2 && v2Types.includes(one.type))) {
      form.wrong(
        [...one.place, 'type'],
        'UNION_TYPE_CHOICES',
        `Value of field "type" must be one of ${String(inside[home])}.`,
      );
    } else checkOne(form, one);
  }
  checkCustomIds(form, met);
  checkTexts(form, met, maxBytes);
}

function checkOne(form: Form, { component, type, place }: Met): void {
  const at = (field: string): Place => [...place, field];
  switch (type) {
    case componentTypes.row:
      return checkRow(form, component['components'], at('components'));
    case componentTypes.button:
      return checkButton(form, component, place);
    case componentTypes.section:
      form.list(at('components'), component['components'], 1, 3);
      if (component['accessory'] === undefined)
        form.wrong(at('accessory'), 'BASE_TYPE_REQUIRED', 'This field is required');
      return;
    case componentTypes.text:
      return form.text(at('content'), component['content'], 1, 4000);
    case componentTypes.thumbnail:
      form.text(at('description'), component['description'], 0, 1024);
      return checkUrl(form, component['media'], at('media'));
    case componentTypes.gallery:
      for (const [n, item] of form.list(at('items'), component['items'], 1, 10).entries()) {
        checkUrl(form, (item as { media?: unknown }).media, [...at('items'), n, 'media']);
      }
      return;
    case componentTypes.container:
      return void form.list(at('components'), component['components'], 1, 40);
    default:
      if (selectTypes.includes(type)) checkSelect(form, component, place);
  }
}

function checkRow(form: Form, list: unknown, place: Place): void {
  const entries = form.list(place, list, 1, 5);
  const isSelect = (entry: unknown): boolean =>
    selectTypes.includes(Number((entry as { type?: unknown }).type));
  if (entries.length > 1 && entries.some(isSelect)) {
    form.wrong(place, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'Components displayable exceeds the maximum width');
  }
}

const linkStyle = 5;

function checkButton(form: Form, button: Met['component'], place: Place): void {
  const { style, url, custom_id: customId, label, emoji } = button;
  form.text([...place, 'label'], label, 0, 80);
  if (textOf(label) === '' && emoji === undefined) {
    form.wrong([...place, 'label'], 'BASE_TYPE_REQUIRED', 'A label or an emoji is required');
  }
  if (style === linkStyle) {
    checkUrl(form, { url }, place, 512);
    if (customId !== undefined) {
      form.wrong(
        place,
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
    return;
  }
  if (![1, 2, 3, 4].includes(Number(style))) {
    form.wrong([...place, 'style'], 'BASE_TYPE_CHOICES', 'Value must be one of {1, 2, 3, 4, 5, 6}.');
  }
  form.text([...place, 'custom_id'], customId, 1, 100);
  if (url !== undefined) {
    form.wrong(
      place,
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      'A custom id and url cannot both be specified',
    );
  }
}

function checkSelect(form: Form, select: Met['component'], place: Place): void {
  form.text([...place, 'custom_id'], select['custom_id'], 1, 100);
  form.text([...place, 'placeholder'], select['placeholder'], 0, 150);
  if (Number(select['type']) !== componentTypes.select) return;
  const values = new Set<unknown>();
  for (const [n, entry] of form.list([...place, 'options'], select['options'], 1, 25).entries()) {
    const option = entry as { label?: unknown; value?: unknown; description?: unknown };
    const at = [...place, 'options', n];
    form.text([...at, 'label'], option.label, 1, 100);
    form.text([...at, 'value'], option.value, 1, 100);
    form.text([...at, 'description'], option.description, 0, 100);
    if (values.has(option.value)) {
      form.wrong(
        [...at, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    values.add(option.value);
  }
}

function checkUrl(form: Form, media: unknown, place: Place, most = 2048): void {
  const url = (media as { url?: unknown } | undefined)?.url;
  form.text([...place, 'url'], url, 1, most);
  if (typeof url === 'string' && !/^(?:https?|attachment|discord):\/\/\S+$/.test(url)) {
    form.wrong([...place, 'url'], 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  }
}

function checkCustomIds(form: Form, met: readonly Met[]): void {
  const seen = new Set<unknown>();
  for (const { component, place } of met) {
    const id = component['custom_id'];
    if (id === undefined) continue;
    if (seen.has(id)) {
      form.wrong(
        [...place, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      );
    }
    seen.add(id);
  }
}

function checkTexts(form: Form, met: readonly Met[], maxBytes: number): void {
  const text = met
    .filter(({ type }) => type === componentTypes.text)
    .map(({ component }) => textOf(component['content']))
    .join('');
  if (lengthOf(text) > 4000 || Buffer.byteLength(text) > maxBytes) {
    form.wrong(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      'The total displayable text size exceeds the maximum of 4000',
    );
  }
}
