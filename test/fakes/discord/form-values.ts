/** A form as a person sees it, and what they send with it. */
import { components, componentTypes, selectTypes } from './component-tree.ts';
import { pick } from './controls.ts';
import { lengthOf, record, textOf } from './form.ts';
import type { Resolver } from './resolved.ts';
import type { Json } from './shapes.ts';

export interface Field {
  readonly customId: string;
  readonly label: string;
  readonly required: boolean;
  /** What it is filled with already. */
  readonly value: string;
  readonly placeholder: string;
}

export interface ShownForm {
  readonly customId: string;
  readonly title: string;
  readonly fields: readonly Field[];
}

/** By label or custom id: a text, or the values of a select. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

export function shownForm(form: Json): ShownForm {
  const met = [...components(form['components'])];
  const fields = met.flatMap(({ component, place }) => {
    if (component['custom_id'] === undefined) return [];
    const around = met.find(
      (one) =>
        one.type === componentTypes.label &&
        one.place.length === place.length - 1 &&
        one.place.every((step, at) => step === place[at]),
    );
    return [
      {
        customId: textOf(component['custom_id']),
        label: textOf(component['label']) || textOf(around?.component['label']),
        required: component['required'] !== false,
        value: textOf(component['value']),
        placeholder: textOf(component['placeholder']),
      },
    ];
  });
  return { customId: textOf(form['custom_id']), title: textOf(form['title']), fields };
}

/** `data` of the interaction. Throws where Discord's client would not let it be sent. */
export function filledForm(form: Json, values: FormValues, resolver: Resolver): Json {
  const shown = shownForm(form);
  for (const name of Object.keys(values)) {
    if (!shown.fields.some(({ label, customId }) => label === name || customId === name)) {
      throw new Error(
        `the form has no "${name}"; it has ${shown.fields.map(({ label }) => label).join(', ')}`,
      );
    }
  }
  const filled = (entry: unknown): Json => {
    const component = record(entry);
    const type = Number(component['type']);
    const id = component['id'] ?? 0;
    if (type === componentTypes.row) {
      return { type, id, components: (component['components'] as unknown[]).map((child) => filled(child)) };
    }
    if (type === componentTypes.label) return { type, id, component: filled(component['component']) };
    if (type === componentTypes.text) return { type, id };
    const field = shown.fields.find(({ customId }) => customId === component['custom_id']);
    const value = values[field?.label ?? ''] ?? values[field?.customId ?? ''] ?? field?.value ?? '';
    const base = { type, id, custom_id: component['custom_id'] };
    if (selectTypes.includes(type)) {
      const names = (typeof value === 'string' ? [value] : value).filter((name) => name !== '');
      return { ...base, values: names.map((name) => pick(component, name, resolver)) };
    }
    return { ...base, value: checkedText(component, field?.label ?? '', textOf(value)) };
  };
  const list = Array.isArray(form['components']) ? form['components'] : [];
  const sent = list.map((entry) => filled(entry));
  return { custom_id: form['custom_id'], components: sent, ...resolver.travels() };
}

function checkedText(component: Json, label: string, value: string): string {
  const length = lengthOf(value);
  if (length === 0 && component['required'] !== false) throw new Error(`"${label}" is required`);
  const tooShort = length > 0 && length < Number(component['min_length'] ?? 0);
  if (tooShort || length > Number(component['max_length'] ?? 4000)) {
    throw new Error(`"${label}" does not take ${length} characters`);
  }
  return value;
}
