/** What Slack refuses in a modal or in an App Home: "Views" (docs.slack.dev). */
import { isRecord, records } from './arguments.ts';
import { checkBlocks } from './block-rules.ts';
import { checkText, openForm } from './form.ts';
import { Refusal } from './refusal.ts';
import { schemaComplaints } from './schema.ts';
import type { Json } from './shapes.ts';
import type { State } from './state.ts';

/** @throws Refusal invalid_arguments, view_too_large */
export function checkView(state: State, given: unknown, types: readonly ('modal' | 'home')[]): Json {
  const complaints = viewComplaints(state, given, types);
  if (complaints.length > 0) {
    throw new Refusal('invalid_arguments', {
      response_metadata: { messages: complaints.map((message) => `[ERROR] ${message}`) },
    });
  }
  const view = given as Json;
  if (Buffer.byteLength(JSON.stringify(view)) > state.limits.viewBytes) throw new Refusal('view_too_large');
  return view;
}

export function viewComplaints(
  state: State,
  given: unknown,
  types: readonly ('modal' | 'home')[],
): readonly string[] {
  if (!isRecord(given)) return ['missing required field: view'];
  const form = openForm(state.fetchesImage);
  const type = given['type'];
  if (!types.some((one) => one === type)) form.wrong('/view/type', `unsupported type: ${String(type)}`);
  form.needs('/view', given, 'blocks');
  form.text('/view/private_metadata', given['private_metadata'], 3000, 0);
  form.text('/view/callback_id', given['callback_id'], 255, 0);
  form.text('/view/external_id', given['external_id'], 255, 0);
  if (type === 'modal') {
    form.needs('/view', given, 'title');
    for (const name of ['title', 'submit', 'close']) {
      checkText(form, `/view/${name}`, given[name] ?? undefined, 24, true);
    }
    const asks = records(given['blocks']).some((block) => block['type'] === 'input');
    // "submit is required when an input block is within the blocks array."
    if (asks && !isRecord(given['submit'])) form.wrong('/view', 'missing required field: submit');
  }
  checkBlocks(form, '/view/blocks', given['blocks'], 100, state.checkSchema);
  if (form.complaints.length === 0 && state.checkSchema) {
    // The blocks were looked at one by one.
    for (const { pointer, message } of schemaComplaints({ ...given, blocks: [] })) {
      form.wrong(`/view${pointer}`, message);
    }
  }
  return form.complaints;
}
