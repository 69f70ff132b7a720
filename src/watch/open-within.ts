/** Opens files of a folder, and nothing else by way of them: whoever may write there need not be allowed to read all. */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { dirname, sep } from 'node:path';

/** The path is a link, or leads through one, to where its folder does not reach. */
class OutsideError extends Error {
  override readonly name = 'OutsideError';
  readonly code = 'OUTSIDE';
}

/** @returns where the path leads; undefined if that is not in its own folder, or one below it */
export async function placeWithin(path: string): Promise<string | undefined> {
  const [place, folder] = await Promise.all([realpath(path), realpath(dirname(path))]);
  return place.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? place : undefined;
}

/** To read it. Rejects with the code "OUTSIDE", or with Node's own error. */
export async function openWithin(path: string, openFile: typeof open = open): Promise<FileHandle> {
  const place = await placeWithin(path);
  if (place === undefined) throw new OutsideError(path);
  // Neither a link that has come into its place is followed, nor a pipe waited for. (Windows knows no such flags.)
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
  const file = await openFile(place, O_RDONLY! | O_NOFOLLOW | O_NONBLOCK);
  try {
    // A folder on the way may have become a link meanwhile: what was opened has to be what stands there.
    const [opened, there] = await Promise.all([file.stat({ bigint: true }), lstat(place, { bigint: true })]);
    // On Windows the two do not always tell a device alike.
    const sameDevice = opened.dev === there.dev || process.platform === 'win32';
    const isIt = opened.isFile() && opened.ino === there.ino && sameDevice;
    if (!isIt || (await realpath(place)) !== place) throw new OutsideError(path);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
