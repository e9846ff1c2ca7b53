import { describe, expect, it } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { securityText } from '../../src/platform/http/security-text.middleware';

const CONTACT = { contact: 'mailto:veiligheid@woonplek.example', expires: '2027-06-30' };
const ADDRESS = '/.well-known/security.txt';

function served(now: string, contact: typeof CONTACT | null = CONTACT, publicUrl?: string) {
  const app = express();
  app.use(securityText(contact ?? undefined, publicUrl, () => new Date(now)));
  return supertest(app);
}

describe('security.txt', () => {
  it('names the contact and until when it holds, as RFC 9116 asks', async () => {
    const answer = await served('2027-06-30T20:00:00Z', CONTACT, 'https://woonplek.example').get(ADDRESS);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.text.split('\n')).toEqual([
      'Contact: mailto:veiligheid@woonplek.example',
      'Expires: 2027-06-30T23:59:59Z',
      'Preferred-Languages: nl, en',
      'Canonical: https://woonplek.example/.well-known/security.txt',
      '',
    ]);
  });

  it('is not there without a contact, after its last day, or for a write', async () => {
    expect((await served('2026-11-22T12:00:00Z', null).get(ADDRESS)).status).toBe(404);
    expect((await served('2027-07-01T00:00:00Z').get(ADDRESS)).status).toBe(404);
    expect((await served('2026-11-22T12:00:00Z').post(ADDRESS)).status).toBe(404);
  });
});
