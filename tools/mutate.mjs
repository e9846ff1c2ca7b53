// npm run mutate [-- <source file or folder> …]: changes the optimiser and the proofs in one place at a time and runs the fast
// specs of the changed file. A change that no spec notices survives. Fails where a folder scores too low.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import config from '../stryker.config.mjs';

const FOLDERS = ['src/core/optimizer', 'src/core/optimizer/lagrangian', 'src/core/proof'];
const SPECS = 'test/core';
const REPORTS = 'reports/mutation';

const sourcesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
const read = (name) => readFileSync(name, 'utf8');
const specs = readdirSync(SPECS, { recursive: true })
  .filter((name) => name.endsWith('.unit.spec.ts'))
  .map((name) => join(SPECS, name));
const isCalledAfter = (spec, source) =>
  ['.', '-'].some((end) => basename(spec).startsWith(`${basename(source, '.ts')}${end}`));
const isPartOf = (source, whole) => read(whole).includes(`'./${basename(source, '.ts')}'`);
/** The specs that are called after a file; else those that import it; else those of what it is a part of; else those of its folder. */
function specsOf(source) {
  const wholes = sourcesIn(dirname(source)).filter((each) => isPartOf(source, each));
  const some = (fits) => {
    const found = specs.filter(fits);
    return found.length > 0 ? found : null;
  };
  return (
    some((spec) => isCalledAfter(spec, source)) ??
    some((spec) => read(spec).includes(`/${source.replace(/\.ts$/, '')}'`)) ??
    some((spec) => wholes.some((whole) => isCalledAfter(spec, whole))) ??
    some((spec) => basename(dirname(spec)) === basename(dirname(source))) ??
    specs
  );
}

const asked = process.argv.slice(2).filter((word) => word !== '--mutate');
const sources = (asked.length > 0 ? asked : FOLDERS).flatMap((path) =>
  statSync(path).isDirectory() ? sourcesIn(path) : [path],
);

const scores = [];
for (const source of sources) {
  const report = join(REPORTS, basename(dirname(source)), basename(source, '.ts'));
  const started = Date.now();
  // The rest comes from stryker.config.mjs.
  const results = await new Stryker({
    mutate: [source],
    jest: { config: { testMatch: specsOf(source).map((spec) => `**/${spec}`) } },
    allowEmpty: true,
    jsonReporter: { fileName: `${report}.json` },
    htmlReporter: { fileName: `${report}.html` },
    thresholds: { break: 0 },
  }).runMutationTest();
  const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const score = {
    source,
    killed: count('Killed', 'Timeout'),
    survived: count('Survived', 'NoCoverage'),
    seconds: Math.round((Date.now() - started) / 1000),
  };
  scores.push(score);
  mkdirSync(REPORTS, { recursive: true });
  remember(score);
}
const total = (of) => ({
  source: 'all',
  killed: of.reduce((sum, { killed }) => sum + killed, 0),
  survived: of.reduce((sum, { survived }) => sum + survived, 0),
  seconds: of.reduce((sum, { seconds }) => sum + seconds, 0),
});
const percent = ({ killed, survived }) => (killed + survived === 0 ? 100 : (100 * killed) / (killed + survived));
const line = (score) => {
  const { source, killed, survived, seconds } = score;
  return `| ${source} | ${killed + survived} | ${killed} | ${survived} | ${percent(score).toFixed(1)} | ${seconds} |`;
};
console.log('\n| file | mutants | killed | survived | score % | seconds |\n| --- | --- | --- | --- | --- | --- |');
for (const folder of new Set(scores.map(({ source }) => dirname(source)))) {
  const own = scores.filter(({ source }) => dirname(source) === folder);
  for (const score of own) console.log(line(score));
  const sum = { ...total(own), source: `**${folder}**` };
  console.log(line(sum));
  if (percent(sum) < config.thresholds.break) process.exitCode = 1;
}

/** The last score of every file, so that a file that was run again replaces its own line only. */
function remember(score) {
  const file = join(REPORTS, 'scores.json');
  const known = existsSync(file) ? JSON.parse(read(file)) : {};
  known[score.source] = { ...score, date: new Date().toISOString().slice(0, 10) };
  writeFileSync(file, JSON.stringify(known, null, 2));
}
