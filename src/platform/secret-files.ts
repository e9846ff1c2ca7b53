import { readFileSync } from 'node:fs';

/** Behind the name of a secret: the variable that names a file with it, as secrets are handed to containers. */
const SUFFIX = '_FILE';

export interface FilledEnvironment {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: readonly { readonly name: string; readonly message: string }[];
}

/** Fills in each secret that stands in a file; line ends behind it do not count. A secret has one place, not two. */
export function readSecretFiles(given: Readonly<Record<string, string>>, secrets: Iterable<string>): FilledEnvironment {
  const values = { ...given };
  const faults: { name: string; message: string }[] = [];
  for (const secret of secrets) {
    const name = secret + SUFFIX;
    const file = given[name];
    if (file === undefined) continue;
    if (given[secret] !== undefined) {
      faults.push({ name, message: `leeg, of ${secret} leeg: een van de twee` });
      continue;
    }
    const text = contentOf(file);
    if (text) values[secret] = text;
    else faults.push({ name, message: 'een bestand dat gelezen kan worden en niet leeg is' });
  }
  return { values, faults };
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/[\r\n]+$/, '');
  } catch {
    return undefined;
  }
}
