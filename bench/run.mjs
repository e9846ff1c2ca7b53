// `npm run bench [-- round|list|why-not]`: measures the product against a baseline in the same run and writes one JSON document.
// `npm run bench -- scale …` measures the optimiser alone, see scale.mjs.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchProposalsList } from './proposals-list.mjs';
import { benchRound, finishRound } from './round.mjs';
import { benchScale } from './scale.mjs';
import { startServer } from './server.mjs';
import { benchWhyNot } from './why-not.mjs';

const only = process.argv[2];
if (only === 'scale') {
  console.log(JSON.stringify(await benchScale(process.argv.slice(3)), null, 2));
  process.exit(0);
}
const folder = mkdtempSync(path.join(os.tmpdir(), 'woonplek-bench-'));
const server = await startServer(path.join(folder, 'data'));
try {
  const measured = {
    machine: { cores: os.cpus().length, model: os.cpus()[0]?.model, node: process.version },
    date: new Date().toISOString(),
  };
  if (only === undefined || only === 'round') measured.round = await benchRound(server, { rounds: 5, folder });
  if (only === undefined || only === 'list') {
    measured.proposalsList = await benchProposalsList(server, { seconds: 10, connections: 10 });
  }
  if (only === undefined || only === 'why-not') {
    const { id } = await finishRound(server, 'bench-why-not');
    const problem = await server.get(`/v1/matchrondes/${id}/probleem`);
    measured.whyNot = await benchWhyNot(problem, { questions: 100, solvedAgain: 20 });
  }
  console.log(JSON.stringify(measured, null, 2));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
