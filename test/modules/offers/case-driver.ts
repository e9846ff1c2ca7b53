import { In, type ObjectLiteral } from 'typeorm';
import type { ProposalAction } from '../../../src/core/review/proposal-transitions';
import { AccountEntity } from '../../../src/database/entities/account.entity';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { inTransaction } from '../../../src/database/transaction';
import { caseSchema, type CaseDto } from '../../../src/modules/offers/case.dto';
import { takeStep } from '../../../src/modules/proposals/take-step';
import type { Role } from '../../../src/platform/access/permissions';
import { type TestApp, TEST_DAY } from '../../support/test-app';

export const HEARD = { wijze: 'gesprek', op: TEST_DAY } as const;

export type Fits = (proposal: ProposalEntity, unit: UnitEntity) => boolean | Promise<boolean>;

/** Brings proposals of a round through their steps, as people do. */
export class CaseDriver {
  private fresh: ProposalEntity[] = [];

  /** `day`: on which offers, answers and keys are. */
  constructor(
    private readonly test: TestApp,
    private readonly day: string = TEST_DAY,
  ) {}

  repo<T extends ObjectLiteral>(entity: new () => T) {
    return this.test.dataSource.getRepository(entity);
  }

  /** Takes the open proposals of a round, in an order that is the same each time. */
  async use(runId: string): Promise<void> {
    const open = await this.repo(ProposalEntity).findBy({ runId, state: 'voorgesteld' });
    const households = await this.repo(HouseholdEntity).findBy({ id: In(open.map((each) => each.householdId)) });
    const reference = new Map(households.map((each) => [each.id, each.reference]));
    const key = ({ householdId }: ProposalEntity): string => reference.get(householdId)!;
    this.fresh = open.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  /** Takes from the same proposals as another. */
  share(other: CaseDriver): void {
    this.fresh = other.fresh;
  }

  /** A proposal that no other test has touched. */
  async next(fits: Fits = () => true): Promise<ProposalEntity> {
    for (const [place, proposal] of this.fresh.entries()) {
      const unit = await this.repo(UnitEntity).findOneByOrFail({ id: proposal.unitId });
      if (!(await fits(proposal, unit))) continue;
      this.fresh.splice(place, 1);
      return proposal;
    }
    throw new Error('The round has no proposal left for this test');
  }

  /** One of those, approved by a coordinator. */
  async approved(fits?: Fits): Promise<string> {
    const { id } = await this.next(fits);
    await this.send(id, 'beoordelingen', { besluit: 'akkoord' });
    return id;
  }

  /** And confirmed by the corporatie. */
  async confirmed(fits?: Fits): Promise<string> {
    const id = await this.approved(fits);
    await this.step(id, 'bevestigen');
    return id;
  }

  /** A step of the corporatie. */
  async step(id: string, action: ProposalAction): Promise<void> {
    const [account] = await this.repo(AccountEntity).find({ take: 1 });
    const work = async (manager: Parameters<Parameters<typeof inTransaction>[1]>[0]): Promise<void> => {
      const proposal = await manager.findOneByOrFail(ProposalEntity, { id });
      const doer = { accountId: account!.id, role: 'corporatie', organisationId: proposal.ownerOrganisationId };
      await takeStep(manager, doer, proposal, action, {});
      await manager.save(proposal);
    };
    await inTransaction(this.test.dataSource, work, { actor: null });
  }

  post(id: string, step: string, body: object, role: Role = 'coordinator') {
    return this.test.as(role).post(`/v1/voorstellen/${id}/${step}`).send(body);
  }

  stored(id: string): Promise<ProposalEntity> {
    return this.repo(ProposalEntity).findOneByOrFail({ id });
  }

  /** A step that must go well, with the version of this moment. */
  async send(id: string, step: string, body: object = {}, role: Role = 'coordinator'): Promise<unknown> {
    const { version } = await this.stored(id);
    const answer = await this.post(id, step, { ...body, versie: version }, role);
    if (answer.status !== 201) throw new Error(`${step}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async take(id: string, step: string, body: object = {}, role: Role = 'coordinator'): Promise<CaseDto> {
    return caseSchema.parse(await this.send(id, step, body, role));
  }

  private get heard() {
    return { ...HEARD, op: this.day };
  }

  offer(id: string): Promise<CaseDto> {
    return this.take(id, 'aanbiedingen', this.heard);
  }

  accept(id: string): Promise<CaseDto> {
    return this.take(id, 'antwoorden', { antwoord: 'accepteren', door: 'client', ...this.heard });
  }

  refuse(id: string, redenCode: string, role: Role = 'coordinator'): Promise<CaseDto> {
    return this.take(id, 'antwoorden', { antwoord: 'weigeren', door: 'client', redenCode, ...this.heard }, role);
  }

  /** Everything that is obligatory is done. */
  async settleAll(id: string): Promise<void> {
    const { body } = await this.test.request().get(`/v1/voorstellen/${id}/zaak`);
    for (const { code, verplicht } of caseSchema.parse(body).landing!.punten) {
      if (verplicht) await this.post(id, `landingspunten/${code}`, { stand: 'klaar' });
    }
  }

  /** From a confirmed proposal to the day before the key. */
  async landed(fits?: Fits): Promise<string> {
    const id = await this.confirmed(fits);
    await this.offer(id);
    await this.accept(id);
    await this.take(id, 'voorbereidingen');
    return id;
  }

  async key(id: string, sleuteldatum: string = this.day, role: Role = 'coordinator') {
    const { version } = await this.stored(id);
    return this.post(id, 'huisvestingen', { sleuteldatum, versie: version }, role);
  }

  /** All the way to the key. */
  async housed(fits?: Fits): Promise<string> {
    const id = await this.landed(fits);
    await this.settleAll(id);
    const answer = await this.key(id);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return id;
  }
}
