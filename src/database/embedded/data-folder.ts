import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error';
import { canReach, type ServerUser } from './server-user';

/** Where the embedded database keeps its files. */
export interface DataFolder {
  readonly root: string;
  /** The folder that Postgres calls its data directory. */
  readonly cluster: string;
  /** The folder that was asked for, when its place could not be used. */
  readonly insteadOf: string | null;
}

/** Folder for root's databases when the asked folder is closed to the user that runs the server. */
const SHARED_PLACES = ['/var/lib/woonplek', '/var/tmp/woonplek'];

/**
 * Makes the folder when it is not there. A folder that the server's user cannot reach, such as one in the home folder of
 * root, is replaced by one in the system's own data folder, always the same for the same asked folder.
 */
export function openDataFolder(asked: string, user: ServerUser): DataFolder {
  makeFolder(asked);
  if (existsSync(path.join(asked, 'PG_VERSION'))) {
    throw new EmbeddedDatabaseError(
      'folder-unusable',
      `${asked} is zelf een gegevensmap van PostgreSQL. Woonplek maakt daarin een eigen map "postgres": ` +
        'kies met WOONPLEK_DATA_DIR een andere map.',
    );
  }
  if (canReach(user, asked) || openTheDoor(user, asked))
    return { root: asked, cluster: path.join(asked, 'postgres'), insteadOf: null };
  if (existsSync(path.join(asked, 'postgres'))) {
    throw new EmbeddedDatabaseError(
      'folder-unusable',
      `De database staat in ${asked}, maar gebruiker "${user?.name}", die haar draait, kan niet in die map. ` +
        'Maak de mappen erboven toegankelijk (chmod o+x), of start Woonplek als de gebruiker van die map.',
    );
  }
  const name = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  for (const place of SHARED_PLACES) {
    const root = path.join(place, name);
    try {
      makeFolder(root);
    } catch {
      continue;
    }
    // In a place that everybody can write to, a folder with this name could have been laid ready by somebody else.
    if (statSync(place).uid !== 0 || statSync(root).uid !== 0 || !canReach(user, root)) continue;
    return { root, cluster: path.join(root, 'postgres'), insteadOf: asked };
  }
  throw new EmbeddedDatabaseError(
    'folder-unusable',
    `Gebruiker "${user?.name}", die de database draait, kan niet in ${asked}. ` +
      'Kies met WOONPLEK_DATA_DIR een map waar elke gebruiker in kan.',
  );
}

/** The data folder itself, when root owns it, may let the server's user pass; the folders above it are not ours to change. */
function openTheDoor(user: ServerUser, folder: string): boolean {
  const { uid, mode } = statSync(folder);
  if (uid !== 0) return false;
  chmodSync(folder, mode | 0o011);
  if (canReach(user, folder)) return true;
  chmodSync(folder, mode);
  return false;
}

/** From the top down. Node's own `recursive` tries for ever where the system lets nobody make folders, as in /proc. */
function missingFolders(folder: string): string[] {
  return existsSync(folder) ? [] : [...missingFolders(path.dirname(folder)), folder];
}

function makeFolder(folder: string): void {
  try {
    for (const missing of missingFolders(folder)) {
      mkdirSync(missing);
      // The server's user must be able to pass through what we made, whatever the umask, but not to list it.
      if (process.getuid?.() === 0) chmodSync(missing, 0o711);
    }
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(folder), { code: 'ENOTDIR' });
    const probe = path.join(folder, `.writable-${process.pid}`);
    writeFileSync(probe, '', { mode: 0o600 });
    unlinkSync(probe);
  } catch (error) {
    throw new EmbeddedDatabaseError(
      'folder-unusable',
      `De gegevensmap ${folder} is niet te maken of niet te beschrijven (${reasonOf(error)}). ` +
        'Kies met WOONPLEK_DATA_DIR een map waarin u mag schrijven.',
      { cause: error },
    );
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'geen toestemming',
  EPERM: 'geen toestemming',
  ENOENT: 'dat kan op die plek niet',
  ENOTDIR: 'daar staat een bestand, geen map',
  EROFS: 'alleen-lezen',
  ENOSPC: 'de schijf is vol',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}
