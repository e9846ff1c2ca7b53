import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '../../src/platform/clock';
import { networkOf } from '../../src/platform/rate-limit/address-limit.middleware';
import { MemoryRequestCounter } from '../../src/platform/rate-limit/memory-request-counter';
import { RedisRequestCounter } from '../../src/platform/rate-limit/redis-request-counter';
import { hasRedis, startRedis } from '../support/redis-server';
import { createTestApp, type TestApp } from '../support/test-app';

const LIMITS = { person: 4, address: 12, signIn: 3 };
const NOON = Date.parse('2026-11-22T11:00:20Z');

describe('the limit on requests', () => {
  let test: TestApp;
  let minute = 0;

  beforeAll(async () => {
    test = await createTestApp({ settings: (settings) => ({ ...settings, rateLimits: LIMITS }) });
  });
  afterAll(() => test?.close());

  /** Every test in a minute of its own. */
  function nextMinute(): void {
    minute += 1;
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(NOON + minute * 60_000));
  }

  it('says how much is left, refuses what is over it, and lets go in the next minute', async () => {
    nextMinute();
    const answers = [];
    for (let time = 0; time < 5; time += 1) answers.push(await test.as('coordinator').get('/v1/regios'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429]);
    expect(answers[0]!.headers).toMatchObject({
      'ratelimit-policy': '"person";q=4;w=60',
      ratelimit: '"person";r=3;t=40',
    });
    const { headers, body } = answers[4]!;
    expect(headers).toMatchObject({ 'retry-after': '40', 'content-type': expect.stringContaining('problem+json') });
    expect(body).toMatchObject({ type: 'urn:woonplek:probleem:te-veel-verzoeken', status: 429 });
    expect((await test.as('auditor').get('/v1/regios')).status).toBe(200);
    nextMinute();
    expect((await test.as('coordinator').get('/v1/regios')).status).toBe(200);
  });

  it('counts an address over all persons, also who is not signed in, before anything else is done', async () => {
    nextMinute();
    const statuses: number[] = [];
    for (const role of ['coordinator', 'auditor', 'beheerder', 'gemeente'] as const) {
      for (let time = 0; time < 3; time += 1) statuses.push((await test.as(role).get('/v1/regios')).status);
    }
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await test.anonymous().get('/v1/gezondheid');
    expect(refused.status).toBe(429);
    expect(refused.headers['ratelimit']).toBe('"address";r=0;t=40');
  });

  it('counts signing in apart', async () => {
    nextMinute();
    const statuses: number[] = [];
    for (let time = 0; time < 4; time += 1) statuses.push((await test.anonymous().get('/aanmelden')).status);
    expect(statuses.slice(0, 3)).not.toContain(429);
    expect(statuses[3]).toBe(429);
    expect((await test.as('coordinator').get('/v1/regios')).status).toBe(200);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0DB8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('knows %j by %j', (address, network) => expect(networkOf(address)).toBe(network));

  it('is counted per key in this process', async () => {
    const counter = new MemoryRequestCounter();
    expect(await Promise.all(['a', 'a', 'b', 'a'].map((key) => counter.add(key, 60)))).toEqual([1, 2, 1, 3]);
  });

  (hasRedis() ? it : it.skip)(
    'is counted by all processes together in Redis, and by each alone without it',
    async () => {
      const redis = await startRedis();
      const counters = [new RedisRequestCounter(redis.url), new RedisRequestCounter(redis.url)] as const;
      try {
        // Until the connection is there each counts for itself, under a key of its own here.
        const ready = async (counter: RedisRequestCounter, name: string): Promise<void> => {
          for (let time = 1; (await counter.add(`warm-${name}-${time}`, 60)) > 0 && time < 10; time += 1) {
            await new Promise((resolve) => setTimeout(resolve, 30));
          }
        };
        await Promise.all(counters.map((counter, at) => ready(counter, String(at))));
        const counts: number[] = [];
        for (let time = 0; time < 6; time += 1) counts.push(await counters[time % 2]!.add('together', 60));
        expect(counts).toEqual([1, 2, 3, 4, 5, 6]);
        await redis.stop();
        expect(await counters[0].add('alone', 60)).toBe(1);
        expect(await counters[0].add('alone', 60)).toBe(2);
        expect(await counters[1].add('alone', 60)).toBe(1);
      } finally {
        for (const counter of counters) counter.close();
      }
    },
  );
});
