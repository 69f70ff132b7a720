/** The fake as a `fetch`: the web's requests and responses around the pure function. */
import { malformed, type Answer, type Request as Asked } from './shapes.ts';
import type { State } from './state.ts';

export function fetchOf(
  state: State,
  handle: (request: Asked) => Answer,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const given = handle({
      method: request.method,
      path: pathname + search,
      authorization: request.headers.get('authorization') ?? undefined,
      body: await bodyOf(request),
    });
    const { delayMs } = given;
    if (delayMs !== undefined) await new Promise<void>((done) => void state.after(delayMs, done));
    return responseOf(given);
  };
}

/** JSON, or the `payload_json` of a form with files; the files themselves are not looked at. */
async function bodyOf(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/')) return parsed(await request.text());
  const payload = (await request.formData()).get('payload_json');
  return parsed(typeof payload === 'string' ? payload : '');
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return malformed;
  }
}

function responseOf({ status, headers, body }: Answer): Response {
  if (body === undefined) return new Response(null, { status, headers });
  const isHtml = typeof body === 'string';
  const type = isHtml ? 'text/html; charset=UTF-8' : 'application/json';
  return new Response(isHtml ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': type, ...headers },
  });
}
