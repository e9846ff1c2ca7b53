import { startEmbeddedDatabase } from '../../src/database/embedded';

/** A process that starts the database in the folder of its argument, says where it is, and stays. */
void startEmbeddedDatabase({ dataDir: process.argv[2], durable: false }).then(({ url }) => {
  process.stdout.write(`${url}\n`);
  setInterval(() => undefined, 60_000);
});
