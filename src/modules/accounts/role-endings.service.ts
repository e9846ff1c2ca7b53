import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { RoleAssignmentEntity } from '../../database/entities/role-assignment.entity';
import { RoleReviewEntity } from '../../database/entities/role-review.entity';
import { countsOn } from '../../database/standing-contacts';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput } from '../../platform/http/problem';
import type { HandedOverDto, HandOverOfRoleDto, WorkDto } from '../contacts/hand-over.dto';
import { HandOverService, isContactRole } from '../contacts/hand-over.service';
import { lockedAssignment } from './locked-assignment';
import { BACK_TO_ORGANISATION, type RoleEndDto } from './role-assignment.dto';

const NO_WORK: WorkDto = { clienten: 0, voorstellen: 0, verzoeken: 0, eersteTermijn: null };

/** Somebody leaves: their role ends at once or on a day, and their work goes to a named colleague or back to the organisation. */
@Injectable()
export class RoleEndingsService {
  constructor(
    private readonly database: DataSource,
    private readonly handOvers: HandOverService,
    private readonly clock: Clock,
  ) {}

  /** What would be left behind. Throws 404, and 409 for an own or ended role. */
  work(actor: ActingAccount, id: string): Promise<WorkDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        const holder = holderOf(await lockedAssignment(manager, actor, id, this.clock.today()));
        return holder === null ? NO_WORK : this.handOvers.workOf(manager, actor, holder);
      },
      { actor },
    );
  }

  /** Hands the work of a role over that goes on. Throws as `work`, and 409 when there is more or less than the reader saw. */
  handOver(actor: ActingAccount, id: string, wish: HandOverOfRoleDto): Promise<HandedOverDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        const holder = holderOf(await lockedAssignment(manager, actor, id, this.clock.today()));
        if (holder !== null) return this.handOvers.handOverOf(manager, actor, holder, wish);
        throw conflict('geen-werk', 'Er is geen werk', 'In deze rol is niemand contactpersoon van een cliënt.');
      },
      { actor },
    );
  }

  /** Throws 404, 400 for a day or successor that cannot be, and 409 for an own or ended role, or work that nobody takes over. */
  end(actor: ActingAccount, id: string, wish: RoleEndDto): Promise<void> {
    return inTransaction(
      this.database,
      async (manager) => {
        const assignment = await lockedAssignment(manager, actor, id, this.clock.today());
        await this.endLocked(manager, actor, assignment, wish);
      },
      { actor },
    );
  }

  /** As `end`, for an assignment that the open transaction holds. */
  async endLocked(
    manager: EntityManager,
    actor: ActingAccount,
    assignment: RoleAssignmentEntity,
    { laatsteDag, werkNaar, toelichting }: RoleEndDto,
  ): Promise<void> {
    this.refuseWrongDay(assignment, laatsteDag);
    const holder = holderOf(assignment);
    const successorId = await this.successor(manager, assignment, werkNaar);
    const leaves = holder !== null && !(await this.staysIn(manager, assignment, laatsteDag));
    if (leaves && werkNaar === null) await this.refuseWork(manager, actor, holder);
    const review = { id: randomUUID(), assignmentId: assignment.id, decision: 'end', note: toelichting } as const;
    await manager.insert(RoleReviewEntity, { ...review, actor: actor.accountId });
    if (laatsteDag !== null) {
      // Once that day is over nobody acts in the role, and `EndedContactsService` hands over.
      await manager.update(RoleAssignmentEntity, { id: assignment.id }, { validUntil: laatsteDag, successorId });
      return;
    }
    await manager.update(
      RoleAssignmentEntity,
      { id: assignment.id },
      { endedAt: () => 'clock_timestamp()', successorId },
    );
    await manager.query(
      `UPDATE session SET ended_at = now(), end_reason = 'revoked', id_token = NULL WHERE assignment_id = $1 AND ended_at IS NULL`,
      [assignment.id],
    );
    if (leaves) await this.handOvers.leave(manager, actor, holder, { to: successorId, note: null });
  }

  private refuseWrongDay({ validFrom }: RoleAssignmentEntity, lastDay: string | null): void {
    const today = this.clock.today();
    const first = validFrom > today ? validFrom : today;
    if (lastDay === null || lastDay >= first) return;
    const verwacht = `een dag vanaf ${first}, of null om meteen te beëindigen`;
    throw invalidInput([{ in: 'body', veld: 'laatsteDag', waarde: lastDay, verwacht }]);
  }

  private async successor(
    manager: EntityManager,
    assignment: RoleAssignmentEntity,
    workTo: string | null,
  ): Promise<string | null> {
    if (workTo === null || workTo === BACK_TO_ORGANISATION) return null;
    const holder = holderOf(assignment);
    if (holder !== null) return (await this.handOvers.colleague(manager, holder, workTo, 'werkNaar')).id;
    const verwacht = 'niets: in deze rol is niemand contactpersoon van een cliënt';
    throw invalidInput([{ in: 'body', veld: 'werkNaar', waarde: workTo, verwacht }]);
  }

  /** Whether this person goes on in the same role by another assignment. */
  private async staysIn(
    manager: EntityManager,
    { id, accountId, role, regionId, organisationId }: RoleAssignmentEntity,
    lastDay: string | null,
  ): Promise<boolean> {
    const [row] = await manager.query<[{ stays: boolean }]>(
      `SELECT EXISTS (SELECT FROM role_assignment o
         WHERE o.id <> $1 AND o.account_id = $2 AND o.role = $3 AND o.region_id = $4
           AND (o.role = 'coordinator' OR o.organisation_id = $5) AND ${countsOn('o', 'coalesce($6::date + 1, $7::date)')}) AS stays`,
      [id, accountId, role, regionId, organisationId, lastDay, this.clock.today()],
    );
    return row.stays;
  }

  private async refuseWork(manager: EntityManager, actor: ActingAccount, holder: Holder): Promise<void> {
    const work = await this.handOvers.workOf(manager, actor, holder);
    if (work.clienten === 0) return;
    throw conflict(
      'werk-niet-overgedragen',
      'Er is nog werk',
      `Deze persoon is contactpersoon van ${work.clienten} ${work.clienten === 1 ? 'cliënt' : 'cliënten'}. Kies een collega die het werk overneemt, of zeg dat het teruggaat naar de organisatie.`,
      work,
    );
  }
}

type Holder = Parameters<HandOverService['workOf']>[2];

/** Null: in this role nobody is a contact person. */
function holderOf({ accountId, role, organisationId, regionId }: RoleAssignmentEntity): Holder | null {
  return isContactRole(role) ? { accountId, role, organisationId, regionId } : null;
}
