// Who may import whom. One rule a line of docs/architecture.md; `npm run check` holds them.
const npm = (names) => `node_modules/(${names})(/|$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one thing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-imports-nothing',
      comment: 'core is pure: no package, no node:, nothing outside core.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: '^src/core/' },
    },
    {
      name: 'engines-import-core-and-a-solver',
      comment: 'An engine knows core, its own solver and nothing else of the product.',
      severity: 'error',
      from: { path: '^src/engines/' },
      to: { path: '^src/(?!core/|engines/)' },
    },
    {
      name: 'only-registry-knows-engines',
      comment: 'Engines do not know each other; the registry lists them.',
      severity: 'error',
      from: { path: '^src/engines/', pathNot: '^src/engines/registry\\.ts$' },
      to: { path: '^src/engines/[^/]+\\.engine\\.ts$' },
    },
    {
      name: 'solvers-only-in-engines',
      comment: 'A solver is called through the port only.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/engines/' },
      to: { path: npm('highs|javascript-lp-solver') },
    },
    {
      name: 'database-imports-core-only',
      comment: 'database remembers: it knows core (types) and nothing of platform or modules.',
      severity: 'error',
      from: { path: '^src/database/' },
      to: { path: '^src/(?!core/|database/)' },
    },
    {
      name: 'platform-imports-core-and-engines-only',
      comment: 'platform connects: it knows no tables and no module. Modules implement the ports that it declares.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(?!core/|engines/|platform/)', pathNot: '^src/(solver|explain)\\.thread\\.ts$' },
    },
    {
      name: 'queue-only-in-platform-queue',
      comment: 'BullMQ hides behind the job port.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/queue/' },
      to: { path: npm('bullmq|@nestjs/bullmq') },
    },
    {
      name: 'redis-behind-two-ports',
      comment: 'Redis carries the queue and counts requests, and hides behind the port of each.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/(queue|rate-limit)/' },
      to: { path: npm('ioredis') },
    },
    {
      name: 'mail-only-in-platform-mail',
      comment: 'Mail leaves in one place.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/mail/' },
      to: { path: npm('nodemailer') },
    },
    {
      name: 'openid-connect-only-in-sign-in',
      comment: 'What the sign-in service says is read in one place.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/sign-in/' },
      to: { path: npm('openid-client|jose'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'demonstration-provider-only-at-the-start',
      comment: 'A provider that signs anybody in is for trials; the rest of the product does not know that it exists.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/start/' },
      to: { path: `^src/start/demo-provider/|${npm('oidc-provider')}` },
    },
    {
      name: 'modules-meet-through-services',
      comment: 'A module reaches another module only through its .service or .module (or the queries it exports).',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/(?!$1/)', pathNot: '\\.(service|module|dto)\\.ts$' },
    },
    {
      name: 'controllers-touch-no-tables',
      comment: 'A controller speaks HTTP and calls its service.',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '^src/database/|node_modules/(typeorm|pg)/' },
    },
    {
      name: 'core-and-engines-only-in-solver-thread',
      comment: 'The solver thread knows core and engines, so that it can run anywhere.',
      severity: 'error',
      from: { path: '^src/(solver|explain)\\.thread\\.ts$' },
      to: { path: '^src/(?!core/|engines/)' },
    },
    {
      name: 'web-speaks-http',
      comment:
        'The console knows the server only through openapi.json; only the page that checks a receipt runs core itself.',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/src/proof/' },
      to: { path: '^src/' },
    },
    {
      name: 'receipts-are-checked-by-core',
      comment: 'The page that checks a receipt needs the checker and the readers of files, and no server.',
      severity: 'error',
      from: { path: '^web/src/proof/' },
      to: { path: '^src/', pathNot: '^src/(core|platform/problem-file)/' },
    },
    {
      name: 'no-barrels',
      comment: 'index.ts files hide who uses what and make cycles.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)index\\.tsx?$' },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is dead, or a rule that is missing from the catalogue.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot:
          '^src/(main|worker|cli|(solver|explain)\\.thread|generate-openapi|generate-docs)\\.ts$|\\.d\\.ts$|^web/src/main\\.tsx$|migrations/',
      },
      to: {},
    },
    {
      name: 'rules-are-listed',
      comment: 'Every rule is reachable from the catalogue.',
      severity: 'error',
      from: { path: '^src/core/rules/catalogue\\.ts$' },
      to: { path: '\\.rule\\.ts$', reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|web/dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
