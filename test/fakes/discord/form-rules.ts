/** What Discord refuses in a form (a "modal"): 1–5 rows, a title of 45, its "Text Input" and "Label" components. */
import { componentTypes, components, selectTypes, type Met } from './component-tree.ts';
import { lengthOf, textOf, type Form, type Place } from './form.ts';
import type { Json } from './shapes.ts';

/** What may stand at the top of a form. */
const atTop: readonly number[] = [componentTypes.row, componentTypes.text, componentTypes.label];

export function checkForm(form: Form, body: Json): void {
  const at: Place = ['data'];
  form.text([...at, 'custom_id'], body['custom_id'], 1, 100);
  form.text([...at, 'title'], body['title'], 1, 45);
  form.list([...at, 'components'], body['components'], 1, 5);
  const met = [...components(body['components'], [...at, 'components'])];
  const ids = new Set<unknown>();
  for (const one of met) {
    if (one.within === undefined && !atTop.includes(one.type)) {
      form.wrong(
        [...one.place, 'type'],
        'UNION_TYPE_CHOICES',
        `Value of field "type" must be one of ${atTop.join(', ')}.`,
      );
    }
    checkField(form, one);
    const id = one.component['custom_id'];
    if (id !== undefined && ids.has(id)) {
      form.wrong(
        [...one.place, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      );
    }
    ids.add(id);
  }
}

function checkField(form: Form, { component, type, place, within }: Met): void {
  if (type === componentTypes.row)
    return void form.list([...place, 'components'], component['components'], 1, 1);
  if (type === componentTypes.label) {
    form.text([...place, 'label'], component['label'], 1, 45);
    return form.text([...place, 'description'], component['description'], 0, 100);
  }
  if (type === componentTypes.textInput) {
    form.text([...place, 'custom_id'], component['custom_id'], 1, 100);
    if (within === componentTypes.row) form.text([...place, 'label'], component['label'], 1, 45);
    form.text([...place, 'value'], component['value'], 0, 4000);
    form.text([...place, 'placeholder'], component['placeholder'], 0, 100);
    if (component['style'] !== 1 && component['style'] !== 2) {
      form.wrong([...place, 'style'], 'BASE_TYPE_CHOICES', 'Value must be one of {1, 2}.');
    }
    const most = Number(component['max_length'] ?? 4000);
    if (most < 1 || most > 4000 || lengthOf(textOf(component['value'])) > most) {
      form.wrong([...place, 'max_length'], 'NUMBER_TYPE_MAX', 'int value should be between 1 and 4000.');
    }
    return;
  }
  if (selectTypes.includes(type)) {
    form.text([...place, 'custom_id'], component['custom_id'], 1, 100);
    if (within !== componentTypes.label) {
      form.wrong([...place, 'type'], 'UNION_TYPE_CHOICES', 'A select in a form needs a label.');
    }
  }
}
