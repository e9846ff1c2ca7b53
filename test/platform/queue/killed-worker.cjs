// A worker process of its own that takes one job and holds on to it, until the spec kills it. Plain BullMQ: it stands for
// any process that dies, and needs no build.
const bullmq = require('bullmq');

const [name, id] = process.argv.slice(2);
const settings = JSON.parse(process.env.QUEUE_SETTINGS);
if (!settings.redisUrl) bullmq.setDefaultBackendFactory(bullmq.createPostgresBackend);
const options = settings.redisUrl
  ? { connection: { url: settings.redisUrl, maxRetriesPerRequest: null }, prefix: 'bullmq' }
  : { connection: { connectionString: settings.ownerDatabaseUrl, schema: 'bullmq', migrate: true, max: 2 } };

async function holdOn() {
  const queue = new bullmq.Queue('woonplek', options);
  const worker = new bullmq.Worker('woonplek', () => new Promise(() => process.send('taken')), {
    ...options,
    lockDuration: 3000,
  });
  for (const each of [queue, worker]) each.on('error', (error) => process.stderr.write(`${error.message}\n`));
  await queue.add(name, { word: 'survives' }, { jobId: `${name}.${id}`, attempts: 3 });
}

void holdOn();
