// `npm start`: builds what changed, then becomes the server. One process, so that a signal to npm reaches the server.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, PARTS } from './build.mjs';

const code = await build(PARTS, {
  onlyChanged: true,
  onBuild: () => console.log('Woonplek wordt gebouwd; dit duurt enkele seconden…'),
});
if (code !== 0) {
  console.error('\nWoonplek kon niet starten.\n\nHet bouwen is mislukt; zie de meldingen hierboven.\n');
  process.exit(code);
}
process.setSourceMapsEnabled(true);
createRequire(import.meta.url)(fileURLToPath(new URL('../dist/main.js', import.meta.url)));
