import { getCompileCacheDir } from 'node:module';

/**
 * What a thread of ours is started with. Where the process keeps its compiled code on disk (`start.ts`), its threads do
 * so too: each would otherwise load the type stripper anew, which takes 18 MB and a tenth of a second.
 * What the process itself was started with (`--eval`, `--import`) is not for its threads.
 */
export function threadArguments(): string[] {
  if (getCompileCacheDir() === undefined) return [];
  const enable = `import { enableCompileCache } from 'node:module'; enableCompileCache();`;
  return ['--import', `data:text/javascript,${encodeURIComponent(enable)}`];
}
