// The round of Assen from request to stored proposals, in the real server on a fresh database, against one MIP per level on
// the same problem. Both sides must reach the same value on every level.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Asks for a round of Assen and waits until it is done. */
export async function finishRound(server, slot) {
  const { id } = await server.post('/v1/matchrondes', { regio: 'assen', tijdvak: slot });
  let run;
  do {
    await new Promise((resolve) => setTimeout(resolve, 20));
    run = await server.get(`/v1/matchrondes/${id}`);
  } while (run.status === 'wachtend' || run.status === 'bezig');
  if (run.status !== 'voltooid') throw new Error(`The round ended as ${run.status}`);
  return run;
}

/** @returns seconds per stage, peak memory of the server in MB, and the same of the baseline */
export async function benchRound(server, { rounds, folder }) {
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    const asked = performance.now();
    const run = await finishRound(server, `bench-${round}`);
    runs.push({ run, seconds: (performance.now() - asked) / 1000, timings: await server.timings(run.id) });
  }
  const last = runs.at(-1).run;
  const file = path.join(folder, 'problem.json');
  writeFileSync(file, JSON.stringify(await server.get(`/v1/matchrondes/${last.id}/probleem`)));
  const baseline = JSON.parse(
    execFileSync(process.execPath, [new URL('one-mip-per-level.mjs', import.meta.url).pathname, file], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    }),
  );
  const values = last.niveaus.map(({ doel, waarde }) => ({ objectiveId: doel.id, value: waarde }));
  const stages = Object.keys(runs[0].timings);
  return {
    size: last.aantallen,
    rounds,
    secondsEndToEnd: {
      median: median(runs.map(({ seconds }) => seconds)),
      all: runs.map(({ seconds }) => seconds),
    },
    millisecondsPerStage: Object.fromEntries(
      stages.map((stage) => [stage, median(runs.map(({ timings }) => timings[stage]))]),
    ),
    peakMegabytesOfServer: server.peakMegabytes(),
    provenOptimal: runs.every(({ run }) => run.bewezenOptimaal),
    baselineOneMipPerLevel: { seconds: baseline.seconds, peakMegabytes: baseline.peakMegabytes },
    solveTimesFaster: (baseline.seconds * 1000) / median(runs.map(({ timings }) => timings.solve)),
    sameLevels: JSON.stringify(values) === JSON.stringify(baseline.levels),
    levels: values,
  };
}
