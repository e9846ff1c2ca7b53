import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(__dirname, '../..');

it('docs/architecture.md lists the modules that there are', () => {
  const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
  const [, list] = page.split('## The modules');
  const listed = [...list!.split('\n## ')[0]!.matchAll(/^\| ([a-z][a-z-]*) +\|/gm)].map(([, name]) => name!);
  const header = 'module';
  expect(listed.filter((name) => name !== header).sort()).toEqual(readdirSync(join(ROOT, 'src/modules')).sort());
});
