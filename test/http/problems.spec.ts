import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, HttpException, Injectable, Module, Param, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { actingAs, SYSTEM } from '../../src/database/acting';
import { DomainError } from '../../src/core/errors';
import { ReadsPersons } from '../../src/platform/access/reads-persons.decorator';
import { PUBLIC, Requires } from '../../src/platform/access/requires.decorator';
import { Page, pageOf, pageQuery, type PageRequest } from '../../src/platform/http/page';
import { createTestApp, type TestApp } from '../support/test-app';

const bodySchema = z.strictObject({
  naam: z.string().min(2),
  aantal: z.int().min(1).max(9),
  soort: z.enum(['huis', 'kamer']),
  vanaf: z.iso.date(),
  delen: z.array(z.strictObject({ id: z.uuid() })).max(2),
});
const listSchema = pageQuery({ sortable: ['naam', 'datum'], filters: { zoek: z.string().min(2).optional() } });

@Injectable()
@Controller('v1/proef')
class ProbeController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Post(':id')
  @Requires(PUBLIC)
  write(@Param('id', { schema: z.uuid() }) id: string, @Body({ schema: bodySchema }) body: object): object {
    return { id, body };
  }

  @Get('lijst')
  @Requires(PUBLIC)
  list(@Query({ schema: listSchema }) query: PageRequest): Page<number> {
    return pageOf([1, 2, 3], 60, query);
  }

  @Get('fout/:soort')
  @Requires(PUBLIC)
  async fail(@Param('soort', { schema: z.string() }) kind: string): Promise<object> {
    if (kind === 'eigen') throw new Error('password of the database is hunter2');
    if (kind === 'domein') throw new DomainError('transition-not-allowed', 'from a to b', { from: 'a' });
    if (kind === 'kaal') throw new HttpException('secret words', 418);
    const table = kind === 'dubbel' ? 'INSERT INTO region SELECT * FROM region' : 'SELECT * FROM nergens';
    return actingAs(SYSTEM, () => this.dataSource.query<object>(table));
  }

  @Get('dossier/:id')
  @Requires('access-log.read')
  @ReadsPersons<object>({ action: 'probe.file', objectType: 'household', ids: () => [] })
  file(@Param('id', { schema: z.string() }) id: string): object {
    return { id };
  }

  @Get('personen/:id')
  @Requires('client.read')
  @ReadsPersons<{ ids: string[] }>({ action: 'probe.read', objectType: 'household', ids: ({ ids }) => ids })
  persons(@Param('id', { schema: z.string() }) id: string): object {
    if (id === 'stuk') throw new Error('broken half-way');
    return { ids: [id, `${id}-2`], geheim: 'only for who is logged' };
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

@Controller('v1/open')
class ForgottenController {
  @Post()
  write(@Body({ schema: z.object({ a: z.string() }) }) body: object): object {
    return body;
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

const ID = 'd2f7c1de-6f3d-4d55-8a32-9a1f9f6f0a11';

describe('answers that go wrong', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await createTestApp({ extra: [ProbeModule] });
  });
  afterAll(() => test.close());

  it('names every fault in path and body in one answer, in Dutch, with the value that was sent', async () => {
    const { status, body } = await test
      .request()
      .post('/v1/proef/geen-uuid')
      .send({
        naam: 'x',
        aantal: 10,
        soort: 'tent',
        vanaf: '2026-02-30',
        delen: [{ id: ID, extra: true }],
        kleur: 'rood',
      });
    expect(status).toBe(400);
    expect(body.title).toBe('Ongeldige invoer');
    const faults = body.fouten as { in: string; veld: string; waarde: string; verwacht: string }[];
    expect(faults.map((fault) => [fault.in, fault.veld, fault.waarde, fault.verwacht]).sort()).toEqual([
      ['body', 'aantal', '10', 'ten hoogste 9'],
      ['body', 'delen.0.extra', 'true', 'dit veld bestaat niet; laat het weg'],
      ['body', 'kleur', 'rood', 'dit veld bestaat niet; laat het weg'],
      ['body', 'naam', 'x', 'ten minste 2 tekens'],
      ['body', 'soort', 'tent', 'een van: huis, kamer'],
      ['body', 'vanaf', '2026-02-30', 'een bestaande datum in de vorm jjjj-mm-dd'],
      ['pad', 'id', 'geen-uuid', 'een UUID'],
    ]);
  });

  it.each([
    [undefined, '(geheel)', 'verplicht: een JSON-object'],
    [[], '(geheel)', 'een JSON-object'],
    [{ naam: 5, aantal: 1, soort: 'huis', vanaf: '2026-01-01', delen: [] }, 'naam', 'tekst'],
    [{ aantal: 1, soort: 'huis', vanaf: '2026-01-01', delen: [] }, 'naam', 'verplicht: tekst'],
    [
      { naam: 'xx', aantal: 1, soort: 'huis', delen: [] },
      'vanaf',
      'verplicht: een bestaande datum in de vorm jjjj-mm-dd',
    ],
    [
      { naam: 'xx', aantal: 1, soort: 'huis', vanaf: 3, delen: [] },
      'vanaf',
      'een bestaande datum in de vorm jjjj-mm-dd',
    ],
  ])('says what is expected of body %j', async (sent, field, expected) => {
    const { status, body } = await test.request().post(`/v1/proef/${ID}`).send(sent);
    expect(status).toBe(400);
    expect(body.fouten).toEqual([expect.objectContaining({ veld: field, verwacht: expected })]);
  });

  it.each([
    'pagina=0',
    'pagina=1e3',
    'pagina=',
    'aantal=101',
    'aantal=1.5',
    'sorteer=leeftijd',
    'pagina=1&pagina=2',
    'zoek=a',
  ])('refuses ?%s', async (query) => {
    const { status, body } = await test.request().get(`/v1/proef/lijst?${query}`);
    expect(status).toBe(400);
    expect(body.fouten[0]).toMatchObject({ in: 'query', veld: query.split('=')[0] });
  });

  it('pages a list and links to its neighbours, with the filters kept', async () => {
    const { body, headers } = await test.request().get('/v1/proef/lijst?pagina=2&zoek=ab');
    expect(body).toEqual({ items: [1, 2, 3], totaal: 60, pagina: 2, aantal: 25 });
    expect(headers['link']).toBe(
      ['first', 'prev', 'next', 'last']
        .map((rel, at) => `</v1/proef/lijst?pagina=${[1, 1, 3, 3][at]}&zoek=ab>; rel="${rel}"`)
        .join(', '),
    );
  });

  it.each([
    ['eigen', 500, 'interne-fout'],
    ['kapot', 500, 'interne-fout'],
    ['dubbel', 409, 'conflict'],
    ['domein', 409, 'transition-not-allowed'],
    ['kaal', 418, 'status-418'],
  ])('gives nothing away of a fault of kind %s', async (kind, status, code) => {
    const response = await test.request().get(`/v1/proef/fout/${kind}`);
    expect(response.status).toBe(status);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.body.type).toBe(`urn:woonplek:probleem:${code}`);
    expect(response.text).not.toMatch(/hunter2|nergens|region_pkey|secret words|\.ts|\bat /);
    if (status === 500) expect(response.body.kenmerk).toBe(response.headers['x-request-id']);
  });

  it('refuses to start with a route without permission or with a body that takes unknown fields', async () => {
    await expect(createTestApp({ region: false, extra: [ForgottenModule] })).rejects.toThrow(
      /ForgottenController\.write: no @Requires[\s\S]*takes unknown keys/,
    );
  });

  describe('reading persons', () => {
    const rows = (requestId: string | undefined) =>
      test.dataSource.query('SELECT outcome, object_ids, role, origin FROM access_log WHERE request_id = $1', [
        requestId,
      ]);

    it('logs what was shown, and what failed', async () => {
      const good = await test.request().get('/v1/proef/personen/p1');
      expect(good.status).toBe(200);
      expect(await rows(good.headers['x-request-id'])).toEqual([
        {
          outcome: 'granted',
          object_ids: ['p1', 'p1-2'],
          role: 'coordinator',
          origin: expect.stringContaining('127.0.0.1'),
        },
      ]);
      const bad = await test.request().get('/v1/proef/personen/stuk');
      expect(bad.status).toBe(500);
      expect(await rows(bad.headers['x-request-id'])).toEqual([
        expect.objectContaining({ outcome: 'failed', object_ids: ['stuk'] }),
      ]);
    });

    it('shows nothing when the log cannot be written', async () => {
      const { owner } = await asOwner(test);
      try {
        await owner.query('ALTER TABLE access_log RENAME TO access_log_away');
        const response = await test.request().get('/v1/proef/personen/p1');
        expect(response.status).toBe(500);
        expect(response.text).not.toContain('only for who is logged');
        await owner.query('ALTER TABLE access_log_away RENAME TO access_log');
      } finally {
        await owner.destroy();
      }
    });

    it('refuses an account without the permission, says which, and logs that', async () => {
      const response = await test.request().get('/v1/proef/dossier/p1');
      expect(response.status).toBe(403);
      expect(response.body.detail).toContain('het inzagelogboek bekijken');
      expect(await rows(response.headers['x-request-id'])).toEqual([
        expect.objectContaining({ outcome: 'denied', object_ids: ['p1'] }),
      ]);
    });

    it('refuses everybody when there is no account to act as', async () => {
      const { owner } = await asOwner(test);
      try {
        await owner.query('UPDATE account SET active = false');
        expect((await test.request().get('/v1/proef/personen/p1')).status).toBe(401);
        await owner.query('UPDATE account SET active = true');
      } finally {
        await owner.destroy();
      }
    });
  });
});

async function asOwner(test: TestApp): Promise<{ owner: DataSource }> {
  const owner = new DataSource({ type: 'postgres', url: test.database.url });
  await owner.initialize();
  return { owner };
}
