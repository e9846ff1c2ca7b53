import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig, withoutPassword } from '../../src/platform/config';

describe('the settings of a process', () => {
  it('needs nothing: an empty environment is a working one, and an empty variable counts as absent', () => {
    const expected = { host: '127.0.0.1', port: 3000, databaseUrl: undefined, redisUrl: undefined, handlesJobs: true };
    expect(readConfig({})).toMatchObject(expected);
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', REDIS_URL: '' })).toMatchObject(expected);
  });

  it('names every wrong variable with its value and what is expected, in one message without passwords', () => {
    const wrong = {
      HOST: '0.0.0.0',
      PORT: '70000',
      DATABASE_URL: 'mysql://me:secret@db/x',
      REDIS_URL: 'secret:6379',
      WOONPLEK_WORKER: 'soms',
      LOG_LEVEL: 'luid',
    };
    let message = '';
    try {
      readConfig(wrong);
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      message = (error as Error).message;
    }
    for (const name of Object.keys(wrong)) expect(message).toContain(`${name}=`);
    expect(message).toContain('PORT=70000');
    expect(message).not.toContain('me:secret');
    expect(message).toContain('een geheel getal van 1 tot en met 65535');
  });

  it.each(['0.0.0.0', '::', '192.168.1.10', 'woonplek.example'])('will not listen on %s', (HOST) => {
    expect(() => readConfig({ HOST })).toThrow(/HOST[^]*alleen op deze computer/);
  });

  it.each(['0', '-1', '65536', '80a', '1e3', '3000.5'])('does not take %s for a port', (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(ConfigError);
  });

  it.each(['hallo', 'postgres://', 'postgres://me:p%zz@db/x', 'postgres://me:p@db:99999/x', 'redis://db/x'])(
    'does not take %s for the address of a database',
    (DATABASE_URL) => {
      expect(() => readConfig({ DATABASE_URL })).toThrow(ConfigError);
    },
  );

  it('takes a database on a socket', () => {
    const url = 'postgres:///woonplek?host=/run/postgresql';
    expect(readConfig({ DATABASE_URL: url })).toMatchObject({ databaseUrl: url });
  });

  it('shows a connection string without its password', () => {
    expect(withoutPassword('postgres://me:secret@db:5432/x')).toBe('postgres://me:***@db:5432/x');
    expect(withoutPassword('postgres://db:5432/x')).toBe('postgres://db:5432/x');
  });
});
