import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { keepsTheContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'bellwire-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

keepsTheContract('SQLite', (place) => sqliteStore(join(folder, `${place}.db`)));
