// `npm start`: builds what changed, then becomes the server.
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

// npm runs this in a shell, which a SIGTERM to npm ends without reaching us. When the shell is gone, so is the wish to run.
const shell = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === shell) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
}, 500);
watch.unref();

process.setSourceMapsEnabled(true);
createRequire(import.meta.url)(fileURLToPath(new URL('../dist/main.js', import.meta.url)));
