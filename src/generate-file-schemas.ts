// Writes the JSON Schemas of the problem and plan files to docs/, or to the folder given.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonSchemas } from './platform/problem-file/json-schemas';

const folder = path.resolve(process.argv[2] ?? 'docs');
for (const [file, text] of Object.entries(jsonSchemas())) writeFileSync(path.join(folder, file), text);
