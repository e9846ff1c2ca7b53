import { escapeLiteral } from 'pg';
import { DataSource, type DataSourceOptions, type QueryRunner, type ReplicationMode } from 'typeorm';
import { type Acting, currentActing } from './acting';

const START = 'START TRANSACTION';

/**
 * A data source whose every query says for whom it is. A transaction starts with the settings that row-level security goes
 * by, and a query outside one gets a transaction of its own with them. They end with the transaction, so a connection that
 * goes back to the pool belongs to nobody, and there is no way to read that forgets them.
 */
export class ActingDataSource extends DataSource {
  /** `otherwise`: for whom a query is where nobody has said so. Null: for nobody. */
  constructor(
    options: DataSourceOptions,
    private readonly otherwise: Acting | null,
  ) {
    super(options);
  }

  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const runner = super.createQueryRunner(mode);
    const send = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
    const start = (): string => {
      const who = currentActing();
      return `${START}; ${actingSettings(who === undefined ? this.otherwise : who)}`;
    };
    const inItsOwn = async (sql: string, rest: unknown[]): Promise<unknown> => {
      await send(start());
      try {
        const result = await send(sql, ...rest);
        await send('COMMIT');
        return result;
      } catch (error) {
        // What went wrong first is what counts; a connection that is lost cannot roll back.
        await send('ROLLBACK').catch(() => undefined);
        throw error;
      }
    };
    // Two queries that are given to one connection at the same moment must not end up in each other's transaction.
    let last: Promise<unknown> = Promise.resolve();
    const query = (sql: string, ...rest: unknown[]): Promise<unknown> => {
      if (runner.isTransactionActive) return send(sql === START ? start() : sql, ...rest);
      const asked = last.then(() => inItsOwn(sql, rest));
      last = asked.catch(() => undefined);
      return asked;
    };
    return Object.assign(runner, { query });
  }
}

/** The statements that tell the database, until the end of the transaction, for whom it works. */
export function actingSettings(who: Acting | null): string {
  const settings = {
    actor: who?.accountId,
    role: who?.role,
    organisation: who?.organisationId,
    region: who?.regionId,
  };
  return Object.entries(settings)
    .map(([name, value]) => `SET LOCAL woonplek.${name} = ${escapeLiteral(value ?? '')}`)
    .join('; ');
}
