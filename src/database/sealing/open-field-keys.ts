import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseFieldKeys, type FieldKeys } from '../../core/vocabulary/field-keys';
import { newFieldKey } from './new-field-key';

const FILE = 'veldsleutels';
const FIRST_KEY = 'eerste';

/** The file with keys in the data folder is not what it should be. */
export class FieldKeysError extends Error {}

/**
 * The keys from the settings, or those in the data folder, where a first start makes one. That file is for trying Woonplek on
 * one computer: a key beside the data protects a copy of the database, and not a copy of the folder.
 */
export function openFieldKeys(given: FieldKeys | undefined, dataFolder: string): FieldKeys {
  if (given !== undefined) return given;
  const file = path.join(dataFolder, FILE);
  const keys = parseFieldKeys(readOrMake(file));
  if (keys === undefined) throw new FieldKeysError(`Het bestand ${file} bevat geen sleutels voor velden.`);
  return keys;
}

function readOrMake(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  mkdirSync(path.dirname(file), { recursive: true });
  // Whole or not at all; and of two processes that start together, one makes it and the other reads it.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${newFieldKey(FIRST_KEY)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return readFileSync(file, 'utf8');
}
