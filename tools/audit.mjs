// `npm run audit`: known weaknesses in what Woonplek runs on. Fails on a high or critical one, and says so when the registry
// cannot be asked: that is no reason to stop a build, and no reason to believe that all is well.
import { spawnSync } from 'node:child_process';

const FAILS_ON = ['high', 'critical'];

const { stdout, stderr } = spawnSync('npm', ['audit', '--json', '--omit=dev'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});

let report;
try {
  report = JSON.parse(stdout);
} catch {
  report = { error: { summary: stderr.trim() || 'npm audit said nothing' } };
}

if (!report.vulnerabilities) {
  const { summary, detail } = report.error ?? {};
  console.log(
    `Not audited: the registry could not be asked. ${[summary, detail, report.message].filter(Boolean).join(' ')}`,
  );
} else {
  const found = Object.values(report.vulnerabilities);
  for (const { name, severity, range, via } of found) {
    const why = via.map((each) => (typeof each === 'string' ? `by ${each}` : `${each.title} ${each.url}`)).join('; ');
    console.log(`${severity}: ${name} ${range}: ${why}`);
  }
  const grave = found.filter(({ severity }) => FAILS_ON.includes(severity));
  console.log(`${found.length} known weaknesses, ${grave.length} of them high or critical.`);
  if (grave.length > 0) process.exitCode = 1;
}
