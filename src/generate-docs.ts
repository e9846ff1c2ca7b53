// Writes what the documentation takes from the code itself, to docs/ or to the folder given: the JSON Schemas of the problem
// and plan files, the catalogue of rules, the table of permissions, the state diagrams, the processing register
// and the DPIA.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CATALOGUE } from './core/rules/catalogue';
import type { ParameterSpec, Rule, Scoping } from './core/rules/rule';
import { TRANSITION_TABLES } from './core/review/transition-tables';
import type { TransitionTable } from './core/review/validate-transitions';
import { GENERATED, table } from './docs/markdown';
import { dpiaPage, processingRegisterPage } from './docs/privacy-pages';
import { PERMISSIONS, ROLES } from './platform/access/permissions';
import { jsonSchemas } from './platform/problem-file/json-schemas';

function parameterText({ name, type, unit, min, max, choices, default: value, title }: ParameterSpec): string {
  const range = choices?.join(' / ') ?? (min === undefined && max === undefined ? type : `${min ?? '…'}–${max ?? '…'}`);
  return `\`${name}\` (${title.en}; ${range}${unit === null ? '' : ` ${unit.en}`}; default ${String(value)})`;
}

const SCOPING_WORDS: Readonly<Record<Scoping, string>> = {
  'most-specific': 'narrowest counts',
  all: 'all must hold',
  'region-only': 'whole region',
};

function ruleTable(kind: Rule['kind']): string {
  return table(
    ['id', 'rule', 'in Dutch', 'parameters', 'entries', 'exception', 'source', 'legal basis'],
    CATALOGUE.filter((rule) => rule.kind === kind).map(
      ({ id, sentence, parameters, scoping, source, noException, legalBasis = '–' }) => [
        `\`${id}\``,
        sentence.en,
        sentence.nl,
        parameters.map(parameterText).join('; ') || '–',
        SCOPING_WORDS[scoping],
        noException === undefined && kind === 'eligibility' ? 'possible' : 'no',
        source,
        legalBasis,
      ],
    ),
  );
}

function rulesPage(): string {
  return `# The catalogue of rules

${GENERATED}

A policy lists the rules that apply in a region, with their parameters, and puts the objectives in order. What is not listed
does not apply. S0–S4 are the policy documents of the regions: S0 Assen, S1 Midden-IJssel, S2 Groningen, S3 and S4 Drechtsteden.

An entry of a policy holds for every home of the region, or for the homes of one programme, one complex or one home. The column
*entries* says what happens where a home is meant by more than one entry of a rule: the narrowest counts (home before complex before
programme before region), all of them must hold, or the rule can only hold for a whole region. The explanation of a pair names the
source of each rule and the entry that decided. Which edge case of practice is in which rule: \`edge-cases.md\`.

## Who may live where

For each pair of household and home every rule holds, fails or is unknown. Unknown never counts as passed.

${ruleTable('eligibility')}

## What the set of matches may be

${ruleTable('quota')}

## What a match is worth

Objectives are levels in the order of the policy: a lower level never costs anything on a higher one, unless the policy gives the
higher one a tolerance (ε), and the outcome shows how much of it was used. How the lottery works: \`lottery.md\`.

${ruleTable('objective')}
`;
}

function permissionsPage(): string {
  const rows = Object.entries(PERMISSIONS).map(([permission, { sentence, roles }]) => [
    `\`${permission}\``,
    sentence,
    ...ROLES.map((role) => (roles.some((holder) => holder === role) ? '✔' : '')),
  ]);
  return `# Permissions

${GENERATED}

Every route of the API names one of these and is closed without it. The sentence completes "Deze rol mag …".

${table(['permission', 'sentence', ...ROLES], rows)}
`;
}

function diagram<S extends string, A extends string>({ initial, states, transitions }: TransitionTable<S, A>): string {
  const idOf = (code: S) => code.replaceAll('-', '_');
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(({ code, nl }) => `  state "${nl}" as ${idOf(code)}`),
    `  [*] --> ${idOf(initial)}`,
    ...transitions.map(
      ({ from, to, action, permission }) => `  ${idOf(from)} --> ${idOf(to)}: ${action} (${permission})`,
    ),
    ...states.filter(({ final }) => final).map(({ code }) => `  ${idOf(code)} --> [*]`),
    '```',
  ].join('\n');
}

function statesPage(): string {
  return `# States

${GENERATED}

Each arrow names the step and the permission it takes. Start-up refuses a table with a state that cannot be reached or left.

${Object.entries(TRANSITION_TABLES)
  .map(([name, table]) => `## ${name}\n\n${diagram(table)}`)
  .join('\n\n')}
`;
}

const folder = path.resolve(process.argv[2] ?? 'docs');
const pages = {
  ...jsonSchemas(),
  'rules.md': rulesPage(),
  'permissions.md': permissionsPage(),
  'states.md': statesPage(),
  'processing-register.md': processingRegisterPage(),
  'dpia.md': dpiaPage(),
};
for (const [file, text] of Object.entries(pages)) writeFileSync(path.join(folder, file), text);
