import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module';
import { NO_SIGN_IN } from '../../src/platform/sign-in/sign-in-settings';
import { REJECTION_REASONS } from '../../src/core/review/rejection-reasons';
import { API_VERSION } from '../../src/platform/http/api-version';
import { describeApi } from '../../src/platform/http/openapi';
import { createTestApp, type TestApp } from '../support/test-app';

describe('the API description', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await createTestApp({ region: false });
  });
  afterAll(() => test.close());

  it('is public, for every site, and the same text as is generated without a database', async () => {
    const { status, headers, text } = await test.request().get('/v1/openapi.json');
    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBe('*');
    const settings = { databaseUrl: '', redisUrl: undefined, handlesJobs: false, signIn: NO_SIGN_IN };
    const still = await NestFactory.create(AppModule.with(settings), {
      preview: true,
      abortOnError: false,
      logger: false,
    });
    expect(JSON.stringify(describeApi(still))).toBe(text);
  });

  it('lets a page of another site ask first', async () => {
    const { status, headers } = await test.request().options('/v1/openapi.json').set({
      Origin: 'https://editor.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'x-editor',
    });
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': '*',
    });
  });

  it('follows the design rules: version, contact, server, names of paths, parameters and schemas', async () => {
    const { body } = await test.request().get('/v1/openapi.json');
    expect(body.openapi).toMatch(/^3\.1\./);
    expect(body.info).toMatchObject({
      version: API_VERSION,
      contact: { name: expect.any(String), email: expect.any(String) },
    });
    expect(body.info.contact.url).toMatch(/^https:/);
    expect(body.servers).not.toHaveLength(0);
    const parameters = Object.values(
      body.paths as Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>,
    )
      .flatMap((path) => Object.values(path))
      .flatMap((operation) => operation.parameters ?? []);
    expect(parameters.filter(({ name }) => !/^[a-z][a-z\d]*([A-Z][a-z\d]*)*$/.test(name))).toEqual([]);
    expect(Object.keys(body.components.schemas as object).filter((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name))).toEqual(
      [],
    );
    const references = [...JSON.stringify(body).matchAll(/"#\/components\/(\w+)\/(\w+)"/g)];
    expect(references.filter(([, kind, name]) => body.components[kind ?? '']?.[name ?? ''] === undefined)).toEqual([]);
  });

  it('lists the same reasons to reject for who reads them and for who sends one', async () => {
    const { schemas } = (await test.request().get('/v1/openapi.json')).body.components;
    expect(schemas.Afwijsreden.properties.code.enum).toEqual(REJECTION_REASONS.map(({ code }) => code));
  });

  it('names a problem for every refusal of every route', async () => {
    const { body } = await test.request().get('/v1/openapi.json');
    const operations = Object.values(
      body.paths as Record<string, Record<string, { responses: Record<string, object> }>>,
    ).flatMap((path) => Object.values(path));
    const always = ['400', '406', '500', '503'];
    expect(operations.filter(({ responses }) => always.some((status) => !responses[status]))).toEqual([]);
  });
});
