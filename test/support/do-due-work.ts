import 'reflect-metadata';
import './field-keys';
import { SYSTEM } from '../../src/database/acting';
import { appDataSource } from '../../src/database/data-source';
import type { MailSettings } from '../../src/platform/mail/mail-settings';
import { dieAfterCommits } from './die-after-commits';
import { doDueWork } from './due-work';

/** A process that does what is due, and is killed at its first commit: `do-due-work.ts <database url> <mail settings>`. */
async function main(databaseUrl: string, mail: MailSettings): Promise<void> {
  dieAfterCommits(1);
  const dataSource = await appDataSource(databaseUrl, { poolSize: 4, otherwise: SYSTEM }).initialize();
  await doDueWork(dataSource, databaseUrl, mail);
  await dataSource.destroy();
}

void main(process.argv[2]!, JSON.parse(process.argv[3]!) as MailSettings);
