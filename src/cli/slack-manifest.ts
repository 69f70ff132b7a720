import { allCommands } from '../../commands/all.ts';
import type { Texts } from '../messages/texts.ts';
import { manifestOf } from '../platform/slack/manifest.ts';
import { readArguments, UsageError, type Verb } from './verb.ts';

interface ManifestParts {
  /** Whoever types a command first sees these: Slack knows no languages here. */
  readonly texts: () => Texts;
  readonly commandSet: () => 'news' | 'all';
}

/** `slack-manifest`: the app that Slack is to be told of. */
export function slackManifestVerb({ texts, commandSet }: ManifestParts): Verb {
  return {
    name: 'slack-manifest',
    usage: '[--commands news|all] [--url https://bellwire.example]',
    about: 'Prints the manifest of the Slack app: for Socket Mode, or for requests to a URL.',
    async run(args, { output }) {
      const { values } = readArguments(args, { commands: { type: 'string' }, url: { type: 'string' } });
      const set = values.commands ?? commandSet();
      if (set !== 'news' && set !== 'all') throw new UsageError(`--commands ${set}: expected news or all.`);
      if (values.url !== undefined && !/^https:\/\/[^/]/.test(values.url))
        throw new UsageError('--url: expected an https URL; Slack takes no other.');
      const manifest = manifestOf(allCommands, texts(), { commandSet: set, publicUrl: values.url });
      output.write(`${JSON.stringify(manifest, null, 2)}\n`);
      return 0;
    },
  };
}
