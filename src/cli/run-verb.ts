import { UserError } from '../errors.ts';
import { printLine, type ExitCode, type Terminal, UsageError, type Verb } from './verb.ts';

/** Finds the verb and runs it; a person's mistake becomes one sentence on standard error and an exit code. */
export async function runVerb(
  verbs: readonly Verb[],
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const [name = 'help', ...rest] = args;
  if (['help', '--help', '-h'].includes(name)) {
    terminal.output.write(overview(verbs));
    return 0;
  }
  const verb = verbs.find((one) => one.name === name);
  if (verb === undefined) {
    terminal.errors.write(`There is no verb "${name}".\n\n${overview(verbs)}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.output.write(helpOn(verb));
    return 0;
  }
  try {
    return await verb.run(rest, terminal);
  } catch (fault) {
    if (fault instanceof UsageError) {
      terminal.errors.write(`${fault.message}\n\n${helpOn(verb)}`);
      return 2;
    }
    if (fault instanceof UserError) {
      printLine(terminal.errors, fault.message);
      return 1;
    }
    throw fault;
  }
}

function overview(verbs: readonly Verb[]): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  const lines = verbs.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`);
  return `Usage: npm run --silent bellwire -- <verb> …\n\n${lines.join('\n')}\n\n<verb> --help tells more.\n`;
}

function helpOn({ name, usage, about }: Verb): string {
  return `${about}\n\nUsage: npm run --silent bellwire -- ${name} ${usage}\n`;
}
