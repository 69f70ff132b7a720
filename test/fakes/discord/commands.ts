/** Routes of application commands, global and of a guild. Rules: Discord's "Application Commands". */
import { bodyIn, guildIn, type Call, type Reply, type Route } from './call.ts';
import { checkCommand, type Command } from './command-rules.ts';
import { openForm, record, textOf } from './form.ts';
import { Refusal } from './refusal.ts';
import type { Json } from './shapes.ts';
import type { State } from './state.ts';

export const commandRoutes: readonly Route[] = [
  '/applications/{application}/commands',
  '/applications/{application}/guilds/{guild}/commands',
].flatMap((path): Route[] => {
  const schemaPath = path.replace('{application}', '{application_id}').replace('{guild}', '{guild_id}');
  return [
    { method: 'GET', path, needsBot: true, run: list },
    { method: 'PUT', path, needsBot: true, run: overwrite, schemaPath },
    { method: 'POST', path, needsBot: true, run: add, schemaPath },
    { method: 'GET', path: `${path}/{command}`, needsBot: true, run: read },
    {
      method: 'PATCH',
      path: `${path}/{command}`,
      needsBot: true,
      run: change,
      schemaPath: `${schemaPath}/{command_id}`,
    },
    { method: 'DELETE', path: `${path}/{command}`, needsBot: true, run: remove },
  ];
});

function list(call: Call): Reply {
  return { body: known(call).map((command) => wireCommand(call.state, command)) };
}

/** The whole list at once. Only names that are new count towards the day's 200. */
function overwrite(call: Call): Reply {
  const bodies = (Array.isArray(call.body) ? call.body : []).map((entry) => record(entry));
  const form = openForm();
  for (const [n, body] of bodies.entries()) checkCommand(form, body, [n]);
  const names = bodies.map((body) => `${Number(body['type'] ?? 1)} ${textOf(body['name'])}`);
  for (const [n, name] of names.entries()) {
    if (names.indexOf(name) < n) {
      form.wrong([n], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    }
  }
  form.close();
  if (bodies.filter((body) => Number(body['type'] ?? 1) === 1).length > 100) throw new Refusal(30032);
  const next = bodies.map((body) => merged(call, body));
  call.state.commands.set(whereIn(call), next);
  return { body: next.map((command) => wireCommand(call.state, command)) };
}

/** One more, or in the place of the one of that name. */
function add(call: Call): Reply {
  const form = openForm();
  checkCommand(form, bodyIn(call), []);
  form.close();
  const before = known(call);
  const command = merged(call, bodyIn(call));
  const others = before.filter(({ id }) => id !== command.id);
  if (others.length >= 100) throw new Refusal(30032);
  call.state.commands.set(whereIn(call), [...others, command]);
  return {
    status: others.length === before.length ? 201 : 200,
    body: wireCommand(call.state, command),
  };
}

function read(call: Call): Reply {
  return { body: wireCommand(call.state, commandIn(call)) };
}

function change(call: Call): Reply {
  const command = commandIn(call);
  const body = { ...command.body, ...bodyIn(call) };
  const form = openForm();
  checkCommand(form, body, []);
  form.close();
  const next = { ...command, name: textOf(body['name']), body, version: call.state.nextId() };
  call.state.commands.set(
    whereIn(call),
    known(call).map((one) => (one === command ? next : one)),
  );
  return { body: wireCommand(call.state, next) };
}

function remove(call: Call): Reply {
  const command = commandIn(call);
  call.state.commands.set(
    whereIn(call),
    known(call).filter((one) => one !== command),
  );
  return { status: 204 };
}

/** Keeps the id of a known name, and its version where nothing changed. @throws Refusal 30034 */
function merged(call: Call, body: Json): Command {
  const { state } = call;
  const type = Number(body['type'] ?? 1);
  const name = textOf(body['name']);
  const before = known(call).find((command) => command.type === type && command.name === name);
  if (before === undefined) {
    const { allowed } = state.windows.take(
      `command creates ${whereIn(call)}`,
      state.limits.commandCreates,
      state.now(),
    );
    if (!allowed) throw new Refusal(30034);
  }
  const same = before !== undefined && JSON.stringify(before.body) === JSON.stringify(body);
  const { guild } = call.params;
  return {
    id: before?.id ?? state.nextId(),
    type,
    name,
    guildId: guild,
    version: same ? before.version : state.nextId(),
    body,
  };
}

function commandIn(call: Call): Command {
  const command = known(call).find(({ id }) => id === call.params['command']);
  if (command === undefined) throw new Refusal(10063);
  return command;
}

function known(call: Call): readonly Command[] {
  return call.state.commands.get(whereIn(call)) ?? [];
}

function whereIn(call: Call): string {
  if (call.params['application'] !== call.state.applicationId) throw new Refusal(20012);
  return call.params['guild'] === undefined ? 'everywhere' : guildIn(call).id;
}

function wireCommand(state: State, command: Command): Json {
  return {
    id: command.id,
    application_id: state.applicationId,
    version: command.version,
    default_member_permissions: null,
    type: command.type,
    name_localizations: null,
    description_localizations: null,
    description: '',
    dm_permission: true,
    contexts: null,
    integration_types: [0],
    nsfw: false,
    ...command.body,
    ...(command.guildId === undefined ? {} : { guild_id: command.guildId }),
  };
}
