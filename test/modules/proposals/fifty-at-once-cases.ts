import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { In, MoreThan } from 'typeorm';
import {
  AUTOMATIC_ACTIONS,
  proposalTransitions,
  type ProposalAction,
} from '../../../src/core/review/proposal-transitions';
import { transitionsFrom } from '../../../src/core/review/validate-transitions';
import { AccountEntity } from '../../../src/database/entities/account.entity';
import { OfferContactEntity } from '../../../src/database/entities/offer-contact.entity';
import { OrganisationEntity } from '../../../src/database/entities/organisation.entity';
import { PairDecisionEntity } from '../../../src/database/entities/pair-decision.entity';
import { PlacementEntity } from '../../../src/database/entities/placement.entity';
import { ProposalEventEntity } from '../../../src/database/entities/proposal-event.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { grantRole } from '../../../src/database/grant-role';
import { inTransaction } from '../../../src/database/transaction';
import type { Role } from '../../../src/platform/access/permissions';
import { LONG_AGO } from '../../support/test-server';
import { openSession, type SignedInHeaders } from '../../support/test-sign-in';
import type { TestApp } from '../../support/test-app';
import { CaseDriver } from '../offers/case-driver';
import { ASKED_STEPS, type AskedStep, pathOf } from './asked-steps';
import { expectSound } from './expect-sound';

const HOMES = 10;
/** Who acts on one home at the same moment. */
const ROLES_AT_HOME: readonly Role[] = ['coordinator', 'corporatie', 'coordinator', 'corporatie', 'aanbieder'];
const WAVES = 4;
/** How far the first proposal of each home is when it begins. */
const BEGINNINGS = ['voorgesteld', 'goedgekeurd', 'bevestigd', 'aangeboden', 'landing'] as const;

interface Person {
  readonly role: Role;
  readonly accountId: string;
  readonly headers: SignedInHeaders;
}

interface Asked extends Person {
  readonly step: AskedStep;
  readonly proposal: ProposalEntity;
}

interface Answer extends Asked {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Fifty people, each with an account of their own, on ten homes that two clients each are proposed for. */
export function fiftyAtOnceCases(test: () => TestApp): void {
  describe('fifty people at once on the same ten homes', () => {
    const repo = <T extends object>(entity: new () => T) => test().dataSource.getRepository(entity);
    /** For each home who acts there, and the two proposals for it. */
    const homes: { people: readonly Person[]; proposals: readonly string[] }[] = [];
    const accepted = new Set<ProposalAction>();

    beforeAll(async () => {
      const cases = new CaseDriver(test());
      const open = await repo(ProposalEntity)
        .createQueryBuilder('p')
        .innerJoin('unit', 'u', 'u.id = p.unit_id')
        .where({ state: 'voorgesteld' })
        .orderBy('u.places')
        .addOrderBy('p.id')
        .getMany();
      const firsts = await oneEach(open);
      const others = open.filter((each) => firsts.every(({ id, unitId }) => id !== each.id && unitId !== each.unitId));
      for (const [place, first] of firsts.entries()) {
        const second = others[place]!;
        await repo(ProposalEntity).update(second.id, {
          ...{ unitId: first.unitId, ownerOrganisationId: first.ownerOrganisationId },
        });
        await bring(cases, first.id, BEGINNINGS[place % BEGINNINGS.length]!);
        const people = await Promise.all(ROLES_AT_HOME.map((role) => newcomer(role, first)));
        homes.push({ people, proposals: [first.id, second.id] });
      }
    });

    /** Proposals for homes with one place that nothing else is promised in. */
    async function oneEach(open: readonly ProposalEntity[]): Promise<ProposalEntity[]> {
      const rows = await test().dataSource.query<{ id: string }[]>(
        `SELECT u.id FROM unit u WHERE u.places = 1 AND u.status = 'available'
           AND (SELECT count(*) FROM proposal p WHERE p.unit_id = u.id) = 1`,
      );
      const free = new Set(rows.map(({ id }) => id));
      const firsts = open.filter(({ unitId }) => free.has(unitId)).slice(0, HOMES);
      expect(firsts).toHaveLength(HOMES);
      return firsts;
    }

    async function bring(cases: CaseDriver, id: string, state: (typeof BEGINNINGS)[number]): Promise<void> {
      const steps = BEGINNINGS.indexOf(state);
      if (steps > 0) await cases.send(id, 'beoordelingen', { besluit: 'akkoord' });
      if (steps > 1) await cases.step(id, 'bevestigen');
      if (steps > 2) await cases.offer(id);
      if (steps <= 3) return;
      await cases.accept(id);
      await cases.take(id, 'voorbereidingen');
      await cases.settleAll(id);
    }

    async function newcomer(role: Role, proposal: ProposalEntity): Promise<Person> {
      const email = `${randomUUID()}@voorbeeld.example`;
      const [region] = await repo(OrganisationEntity).findBy({ kind: 'regio', regionId: proposal.regionId });
      const id =
        role === 'coordinator'
          ? region!.id
          : role === 'corporatie'
            ? proposal.ownerOrganisationId
            : proposal.aanbiederOrganisationId;
      const organisation = await repo(OrganisationEntity).findOneByOrFail({ id });
      const grant = { displayName: email, email, role, organisation, validFrom: LONG_AGO, validUntil: null };
      await inTransaction(test().dataSource, (manager) => grantRole(manager, grant), { actor: null });
      const { id: accountId } = await repo(AccountEntity).findOneByOrFail({ email });
      return { role, accountId, headers: await openSession(test().app, role, { email }) };
    }

    /** What everybody asks for, with what they saw a moment ago: mostly what can follow, and sometimes what cannot. */
    async function wishes(wave: number): Promise<Asked[]> {
      const ids = homes.flatMap(({ proposals }) => proposals);
      const seen = new Map((await repo(ProposalEntity).findBy({ id: In(ids) })).map((each) => [each.id, each]));
      return homes.flatMap(({ people, proposals }, home) =>
        people.map((person, place): Asked => {
          const pick = home * 7 + place * 3 + wave * 11;
          const options = proposals.flatMap((id) => {
            const proposal = seen.get(id)!;
            const next = transitionsFrom(proposalTransitions, proposal.state).map(({ action }) => action);
            return ASKED_STEPS.filter(({ action, by }) => by.includes(person.role) && next.includes(action)).map(
              (step) => ({ step, proposal }),
            );
          });
          const other = {
            step: ASKED_STEPS.filter(({ by }) => by.includes(person.role))[pick % 2]!,
            proposal: seen.get(proposals[pick % 2]!)!,
          };
          return { ...person, ...(options[pick % (options.length + 1)] ?? other) };
        }),
      );
    }

    async function ask(asked: Asked): Promise<Answer> {
      const { step, proposal, headers } = asked;
      const response = await fetch(test().url + pathOf(step, proposal.id), {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...step.body, versie: proposal.version }),
      });
      const type = response.headers.get('content-type') ?? '';
      return { ...asked, status: response.status, type, text: await response.text() };
    }

    /** Each request that was accepted has one event and what comes with it; the others have left nothing. */
    async function expectCounted(answers: readonly Answer[], since: Date): Promise<void> {
      const events = await repo(ProposalEventEntity).findBy({ at: MoreThan(since) });
      const byPeople = events.filter(({ action }) => !AUTOMATIC_ACTIONS.includes(action));
      const line = (account: string | null, proposal: string, action: string) => `${account} ${action} ${proposal}`;
      const done = answers.filter(({ status }) => status === 201);
      expect(byPeople.map(({ actor, proposalId, action }) => line(actor, proposalId, action)).sort()).toEqual(
        done.map(({ accountId, proposal, step }) => line(accountId, proposal.id, step.action)).sort(),
      );
      // Of two people who saw the same, one was first.
      expect(new Set(done.map(({ proposal }) => proposal.id)).size).toBe(done.length);
      const told = done.filter(({ step }) => ['aanbieden', 'accepteren', 'weigeren'].includes(step.action));
      expect(await repo(OfferContactEntity).countBy({ at: MoreThan(since) })).toBe(told.length);
      const keys = done.filter(({ step }) => step.action === 'huisvesten');
      expect(await repo(PlacementEntity).countBy({ createdAt: MoreThan(since) })).toBe(keys.length);
      const bans = done.filter(({ step }) => ['afwijzen', 'intrekken'].includes(step.action));
      expect(await repo(PairDecisionEntity).countBy({ createdAt: MoreThan(since) })).toBeLessThanOrEqual(bans.length);
      for (const { step } of done) accepted.add(step.action);
    }

    it('lose nothing and double nothing', async () => {
      for (let wave = 0; wave < WAVES; wave += 1) {
        const [{ now }] = await test().dataSource.query<[{ now: Date }]>('SELECT clock_timestamp() AS now');
        const asked = await wishes(wave);
        expect(asked).toHaveLength(50);
        const answers = await Promise.all(asked.map(ask));
        const wrong = answers.filter(
          ({ status, type }) => status !== 201 && (status < 400 || status >= 500 || !type.includes('problem+json')),
        );
        expect(wrong.map(({ step, status, text }) => [step.action, status, text])).toEqual([]);
        const done = answers.filter(({ status }) => status === 201).length;
        expect([done > 0, done < answers.length]).toEqual([true, true]);
        await expectCounted(answers, now);
        await expectSound(
          test().dataSource,
          homes.flatMap(({ proposals }) => proposals),
        );
      }
      // The waves were worth something.
      expect(accepted.size).toBeGreaterThanOrEqual(7);
    });
  });
}
