import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountEntity } from '../../database/entities/account.entity';
import { OrganisationEntity } from '../../database/entities/organisation.entity';
import { ROLE_ORGANISATIONS } from '../../database/entities/role-assignment.entity';
import { RoleReviewEntity } from '../../database/entities/role-review.entity';
import { grantRole } from '../../database/grant-role';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { ROLE_NAMES } from '../../platform/access/permissions';
import { Clock } from '../../platform/clock';
import { type Page, pageOf, window } from '../../platform/http/page';
import { conflict, type InputFault, invalidInput, notFound } from '../../platform/http/problem';
import { lockedAssignment, ownRole } from './locked-assignment';
import type {
  RoleAssignmentDto,
  RoleAssignmentQuery,
  RoleEndDto,
  RoleGrantDto,
  RoleReviewDto,
} from './role-assignment.dto';
import { listRoleAssignments, oneRoleAssignment } from './role-assignments.queries';
import { RoleEndingsService } from './role-endings.service';

/** Who holds which role in a region: giving one, and signing for it every year. Nobody does either for themselves. */
@Injectable()
export class RoleAssignmentsService {
  constructor(
    private readonly database: DataSource,
    private readonly endings: RoleEndingsService,
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

  /** Ends a role as `end` does, or writes down that somebody keeps it. */
  review(
    actor: ActingAccount,
    id: string,
    { besluit, toelichting, werkNaar }: RoleReviewDto,
  ): Promise<RoleAssignmentDto> {
    const work = async (manager: EntityManager): Promise<RoleAssignmentDto> => {
      if (besluit === 'behouden' && werkNaar !== null) {
        throw invalidInput([{ in: 'body', veld: 'werkNaar', waarde: werkNaar, verwacht: 'alleen bij beeindigen' }]);
      }
      const assignment = await lockedAssignment(manager, actor, id, this.clock.today());
      if (besluit === 'beeindigen') {
        await this.endings.endLocked(manager, actor, assignment, { laatsteDag: null, werkNaar, toelichting });
      } else {
        const review = { id: randomUUID(), assignmentId: id, decision: 'keep', note: toelichting } as const;
        await manager.insert(RoleReviewEntity, { ...review, actor: actor.accountId });
      }
      return this.one(manager, actor.regionId, id);
    };
    return inTransaction(this.database, work, { actor });
  }

  async end(actor: ActingAccount, id: string, wish: RoleEndDto): Promise<RoleAssignmentDto> {
    await this.endings.end(actor, id, wish);
    return this.one(this.database.manager, actor.regionId, id);
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
