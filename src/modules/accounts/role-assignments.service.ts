import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountEntity } from '../../database/entities/account.entity';
import { OrganisationEntity } from '../../database/entities/organisation.entity';
import { ROLE_ORGANISATIONS, RoleAssignmentEntity } from '../../database/entities/role-assignment.entity';
import { RoleReviewEntity } from '../../database/entities/role-review.entity';
import { grantRole } from '../../database/grant-role';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { ROLE_NAMES } from '../../platform/access/permissions';
import { Clock } from '../../platform/clock';
import { type Page, pageOf, window } from '../../platform/http/page';
import { conflict, type InputFault, invalidInput, notFound } from '../../platform/http/problem';
import type { RoleAssignmentDto, RoleAssignmentQuery, RoleGrantDto, RoleReviewDto } from './role-assignment.dto';
import { listRoleAssignments, oneRoleAssignment } from './role-assignments.queries';

/** Who holds which role in a region: giving one, and signing for it every year. Nobody does either for themselves. */
@Injectable()
export class RoleAssignmentsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(regionId: string, query: RoleAssignmentQuery): Promise<Page<RoleAssignmentDto>> {
    const place = { regionId, today: this.clock.today() };
    const { items, total } = await listRoleAssignments(this.database.manager, place, query, window(query));
    return pageOf(items, total, query);
  }

  grant(actor: ActingAccount, request: RoleGrantDto): Promise<RoleAssignmentDto> {
    const work = async (manager: EntityManager): Promise<RoleAssignmentDto> => {
      const organisation = await this.organisationFor(manager, actor.regionId, request);
      if (await this.isOwnAddress(manager, actor, request.email)) throw ownRole();
      const id = await grantRole(manager, {
        displayName: request.naam,
        email: request.email,
        role: request.rol,
        organisation,
        validFrom: request.vanaf,
        validUntil: request.tot,
      });
      if (id === null) throw conflict('rol-al-gegeven', 'Rol al gegeven', 'Deze persoon heeft deze rol daar al.');
      return this.one(manager, actor.regionId, id);
    };
    return inTransaction(this.database, work, { actor });
  }

  review(actor: ActingAccount, id: string, { besluit, toelichting }: RoleReviewDto): Promise<RoleAssignmentDto> {
    const work = async (manager: EntityManager): Promise<RoleAssignmentDto> => {
      const assignment = await manager.findOne(RoleAssignmentEntity, {
        where: { id, regionId: actor.regionId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!assignment) throw notFound('roltoewijzing', id);
      if (assignment.accountId === actor.accountId) throw ownRole();
      const today = this.clock.today();
      if (assignment.endedAt !== null || (assignment.validUntil !== null && assignment.validUntil < today)) {
        throw conflict('rol-beeindigd', 'Rol is al beëindigd', 'Deze rol is al beëindigd en hoeft geen beoordeling.');
      }
      const decision = besluit === 'behouden' ? 'keep' : 'end';
      const review = {
        id: randomUUID(),
        assignmentId: id,
        decision,
        note: toelichting,
        actor: actor.accountId,
      } as const;
      await manager.insert(RoleReviewEntity, review);
      if (decision === 'end') await end(manager, id);
      return this.one(manager, actor.regionId, id);
    };
    return inTransaction(this.database, work, { actor });
  }

  private async one(manager: EntityManager, regionId: string, id: string): Promise<RoleAssignmentDto> {
    const found = await oneRoleAssignment(manager, { regionId, today: this.clock.today() }, id);
    if (!found) throw notFound('roltoewijzing', id);
    return found;
  }

  private async organisationFor(
    manager: EntityManager,
    regionId: string,
    { organisatie, rol, vanaf, tot }: RoleGrantDto,
  ): Promise<OrganisationEntity> {
    const organisation = await manager.findOneBy(OrganisationEntity, { id: organisatie, regionId });
    const kind = ROLE_ORGANISATIONS[rol];
    const faults: InputFault[] = [];
    if (organisation?.kind !== kind) {
      const expected = `een organisatie van soort ${kind} in uw regio, voor de rol ${ROLE_NAMES[rol]}`;
      faults.push({ in: 'body', veld: 'organisatie', waarde: organisatie, verwacht: expected });
    }
    if (tot !== null && tot < vanaf) {
      faults.push({ in: 'body', veld: 'tot', waarde: tot, verwacht: 'een dag op of na vanaf' });
    }
    if (!organisation || faults.length > 0) throw invalidInput(faults);
    return organisation;
  }

  private isOwnAddress(manager: EntityManager, { accountId }: ActingAccount, email: string): Promise<boolean> {
    return manager.existsBy(AccountEntity, { id: accountId, email: email.toLowerCase() });
  }
}

/** At once: who is at work in this role is signed out. */
async function end(manager: EntityManager, id: string): Promise<void> {
  await manager.update(RoleAssignmentEntity, { id }, { endedAt: () => 'clock_timestamp()' });
  await manager.query(
    `UPDATE session SET ended_at = now(), end_reason = 'revoked', id_token = NULL WHERE assignment_id = $1 AND ended_at IS NULL`,
    [id],
  );
}

function ownRole() {
  const detail = 'Uw eigen rechten geeft en beoordeelt iemand anders.';
  return conflict('eigen-rol', 'Niet voor uzelf', detail);
}
