/** What a bot takes that is in many servers of Discord: `npm start` as a process of its own, Discord's fake beside it. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startFakeDiscord } from '../test/fakes/discord/server.ts';
import { spawnBellwire } from '../test/journey/spawn.ts';
import type { Figure } from './figure.ts';

const channels = 30;
const roles = 20;

export const beingInServers: Figure = {
  name: 'discord',
  async *measure() {
    const none = await residentIn(undefined);
    yield { what: 'without Discord', said: megabytes(none) };
    for (const servers of [1, 1000]) {
      const bytes = await residentIn(servers);
      yield {
        what: servers === 1 ? 'in one server' : `in ${servers.toLocaleString('en')} servers`,
        said: `${megabytes(bytes)}, ${megabytes(bytes - none)} more (each with ${channels} channels and ${roles} roles)`,
      };
    }
  },
};

/** @returns bytes, when it has been connected for a while */
async function residentIn(servers: number | undefined): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-bench-'));
  await using discord = await startFakeDiscord({ checkSchema: false });
  for (let n = 0; n < (servers ?? 0); n += 1) {
    const guild = discord.guild(`Server ${n}`);
    for (let channel = 0; channel < channels; channel += 1) guild.channel(`channel-${channel}`);
    for (let role = 0; role < roles; role += 1) guild.role(`Role ${role}`);
  }
  const { child, says } = spawnBellwire(folder, ['run'], {
    // As `npm start` does.
    NODE_OPTIONS: '--max-semi-space-size=4',
    ...(servers !== undefined && { DISCORD_TOKEN: discord.token(), DISCORD_API_URL: discord.apiUrl }),
  });
  try {
    await says(/http:\/\/127\.0\.0\.1:\d+/);
    while (servers !== undefined && discord.gateway.identified() === 0) await pause(100);
    await pause(8000);
    return rssOf(child.pid ?? 0);
  } finally {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  }
}

function rssOf(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(0)} MB`;
}
