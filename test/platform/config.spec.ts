import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parseFieldKeys } from '../../src/core/vocabulary/field-keys';
import { newFieldKey } from '../../src/database/sealing/new-field-key';
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

  it('takes the keys of fields from a variable or from a file, and never repeats them', () => {
    const keys = newFieldKey('een');
    const folder = mkdtempSync(path.join(tmpdir(), 'sleutels-'));
    const file = path.join(folder, 'sleutels');
    writeFileSync(file, `${keys}\n`);
    const expected = { fieldKeys: parseFieldKeys(keys) };
    expect(readConfig({})).toMatchObject({ fieldKeys: undefined });
    expect(readConfig({ WOONPLEK_FIELD_KEYS: keys })).toMatchObject(expected);
    expect(readConfig({ WOONPLEK_FIELD_KEYS_FILE: file })).toMatchObject(expected);
    expect(() => readConfig({ WOONPLEK_FIELD_KEYS: 'een:geheim' })).toThrow(/WOONPLEK_FIELD_KEYS=\*\*\*/);
    expect(() => readConfig({ WOONPLEK_FIELD_KEYS: keys, WOONPLEK_FIELD_KEYS_FILE: file })).toThrow(ConfigError);
    expect(() => readConfig({ WOONPLEK_FIELD_KEYS_FILE: folder })).toThrow(/WOONPLEK_FIELD_KEYS_FILE=/);
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/WOONPLEK_FIELD_KEYS_FILE/);
    rmSync(folder, { recursive: true });
  });

  it('shows a connection string without its password', () => {
    expect(withoutPassword('postgres://me:secret@db:5432/x')).toBe('postgres://me:***@db:5432/x');
    expect(withoutPassword('postgres://db:5432/x')).toBe('postgres://db:5432/x');
  });

  it('names a contact for weaknesses together with its last day, or neither', () => {
    const both = { SECURITY_CONTACT: 'mailto:veiligheid@woonplek.example', SECURITY_EXPIRES: '2027-06-30' };
    expect(readConfig({}).securityContact).toBeUndefined();
    expect(readConfig(both).securityContact).toEqual({ contact: both.SECURITY_CONTACT, expires: '2027-06-30' });
    expect(() => readConfig({ SECURITY_CONTACT: both.SECURITY_CONTACT })).toThrow('SECURITY_EXPIRES=');
    expect(() => readConfig({ SECURITY_EXPIRES: '2027-06-30' })).toThrow('SECURITY_CONTACT=');
    expect(() => readConfig({ ...both, SECURITY_CONTACT: 'bel ons' })).toThrow('SECURITY_CONTACT=bel ons');
    expect(() => readConfig({ ...both, SECURITY_EXPIRES: '2027-02-30' })).toThrow('SECURITY_EXPIRES=2027-02-30');
  });

  it.each(['0', '-5', 'veel', '1e3', '99999999'])('does not take %s for a number of requests', (RATE_LIMIT_PERSON) => {
    expect(() => readConfig({ RATE_LIMIT_PERSON })).toThrow('RATE_LIMIT_PERSON=');
    expect(readConfig({ RATE_LIMIT_PERSON: '7' }).rateLimits).toEqual({ person: 7, address: 12_000, signIn: 600 });
  });

  describe('about mail', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'woonplek-mail-'));
    const file = path.join(folder, 'password');
    writeFileSync(file, 'geheim\n');
    afterAll(() => rmSync(folder, { recursive: true }));
    const mail = { SMTP_HOST: 'mail.example', MAIL_FROM: 'woonplek@regio.example' };

    it('are none when nothing is set, and whole with a server and an address', () => {
      expect(readConfig({}).mail).toBeUndefined();
      const whole = { host: 'mail.example', port: 587, from: 'woonplek@regio.example', credentials: undefined };
      expect(readConfig(mail).mail).toEqual({ ...whole, consoleUrl: 'http://localhost:3000' });
      const login = { ...mail, SMTP_PORT: '465', SMTP_USER: 'woonplek', SMTP_PASSWORD_FILE: file };
      expect(readConfig(login).mail).toMatchObject({
        ...{ port: 465, credentials: { user: 'woonplek', password: 'geheim' } },
      });
    });

    it.each([
      ['a server without an address to send from', { SMTP_HOST: 'mail.example' }, 'MAIL_FROM='],
      ['an address without a server', { MAIL_FROM: mail.MAIL_FROM }, 'SMTP_HOST='],
      ['an address of the whole world', { ...mail, MAIL_FROM: 'Woonplek <a@b.example>' }, 'MAIL_FROM='],
      ['a server with a path', { ...mail, SMTP_HOST: 'smtp://mail.example' }, 'SMTP_HOST='],
      ['a port that is none', { ...mail, SMTP_PORT: '0' }, 'SMTP_PORT='],
      ['a user without a password', { ...mail, SMTP_USER: 'woonplek' }, 'SMTP_PASSWORD='],
      ['a password without a user', { ...mail, SMTP_PASSWORD: 'geheim' }, 'SMTP_USER='],
    ])('refuse %s, and show no secret', (_, environment, name) => {
      expect(() => readConfig(environment)).toThrow(name);
      expect(() => readConfig(environment)).not.toThrow(/geheim/);
    });
  });

  describe('with secrets in files', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'woonplek-secrets-'));
    const file = path.join(folder, 'database');
    writeFileSync(file, 'postgres://me:geheim@db/x\n');
    const empty = path.join(folder, 'empty');
    writeFileSync(empty, '\n');
    afterAll(() => rmSync(folder, { recursive: true }));

    it('takes what is in the file', () => {
      expect(readConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://me:geheim@db/x');
    });

    it.each([
      ['a file that is not there', { DATABASE_URL_FILE: `${file}-x` }, 'DATABASE_URL_FILE='],
      ['an empty file', { DATABASE_URL_FILE: empty }, 'DATABASE_URL_FILE='],
      ['two places', { DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://me:geheim@db/y' }, 'DATABASE_URL_FILE='],
      ['a secret of the wrong kind', { REDIS_URL_FILE: file }, 'REDIS_URL=postgres://me:***@db/x'],
    ])('refuses %s, and shows no secret', (_, environment, said) => {
      expect(() => readConfig(environment)).toThrow(said);
      expect(() => readConfig(environment)).not.toThrow(/geheim/);
    });
  });

  describe('about sign-in', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'woonplek-key-'));
    const key = path.join(folder, 'key.pem');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(key, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    afterAll(() => rmSync(folder, { recursive: true }));

    const real = {
      OIDC_ISSUER: 'https://aanmelden.example',
      OIDC_CLIENT_ID: 'woonplek',
      OIDC_CLIENT_KEY_FILE: key,
      OIDC_DOSSIER_ACR: 'hoog  substantieel',
      PUBLIC_URL: 'https://woonplek.example/',
      HOST: '0.0.0.0',
      NODE_ENV: 'production',
      WOONPLEK_FIELD_KEYS: newFieldKey('een'),
    };

    it('are those of a trial when nothing is set', () => {
      expect(readConfig({})).toMatchObject({
        usesDemoProvider: true,
        signIn: { provider: undefined, publicUrl: undefined, idleMinutes: 30, sessionHours: 8 },
      });
    });

    it('name a service, a key, the levels and the public address', () => {
      expect(readConfig(real)).toMatchObject({
        usesDemoProvider: false,
        signIn: {
          publicUrl: 'https://woonplek.example',
          provider: {
            issuer: 'https://aanmelden.example',
            dossierAcr: ['hoog', 'substantieel'],
            credential: { method: 'private_key_jwt', privateKey: { kty: 'EC', alg: 'ES256' } },
          },
        },
      });
      const { OIDC_CLIENT_KEY_FILE: _, ...rest } = real;
      expect(readConfig({ ...rest, OIDC_CLIENT_SECRET: 'geheim' }).signIn.provider?.credential).toEqual({
        method: 'client_secret_basic',
        secret: 'geheim',
      });
    });

    it.each([
      ['the trial in production', { NODE_ENV: 'production' }, 'OIDC_ISSUER'],
      ['the trial under a public address', { PUBLIC_URL: 'https://woonplek.example' }, 'PUBLIC_URL'],
      ['a service over plain http', { ...real, OIDC_ISSUER: 'http://aanmelden.example' }, 'OIDC_ISSUER'],
      ['a public address over plain http', { ...real, PUBLIC_URL: 'http://woonplek.example' }, 'PUBLIC_URL'],
      ['a public address with a path', { ...real, PUBLIC_URL: 'https://woonplek.example/x' }, 'PUBLIC_URL'],
      ['no public address where others can reach it', { ...real, PUBLIC_URL: '' }, 'PUBLIC_URL'],
      ['no level for client files', { ...real, OIDC_DOSSIER_ACR: '' }, 'OIDC_DOSSIER_ACR'],
      ['no name at the service', { ...real, OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID'],
      ['a key and a secret', { ...real, OIDC_CLIENT_SECRET: 'geheim' }, 'OIDC_CLIENT_KEY_FILE'],
      ['neither key nor secret', { ...real, OIDC_CLIENT_KEY_FILE: '' }, 'OIDC_CLIENT_KEY_FILE'],
      ['a key that is none', { ...real, OIDC_CLIENT_KEY_FILE: __filename }, 'OIDC_CLIENT_KEY_FILE'],
      ['a session without an end', { ...real, SESSION_HOURS: '9999' }, 'SESSION_HOURS'],
    ])('refuse %s, and show no secret', (_, environment, name) => {
      expect(() => readConfig(environment)).toThrow(ConfigError);
      expect(() => readConfig(environment)).toThrow(`${name}=`);
      expect(() => readConfig(environment)).not.toThrow(/geheim/);
    });
  });
});
