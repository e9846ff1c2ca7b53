import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import { AccountEntity } from '../../database/entities/account.entity';
import { CONTACT_ROLES, HouseholdContactEntity } from '../../database/entities/household-contact.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { contactStands } from '../../database/standing-contacts';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { ROLE_NAMES } from '../../platform/access/permissions';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput, notFound } from '../../platform/http/problem';
import type { ColleagueDto, ContactChangeDto, ContactsDto } from './contact.dto';
import { isContactRole } from './hand-over.service';
import { type Holder, readHolders } from './work.queries';

/** Who is the contact person of a client. Each role chooses its own, among its own people. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Who holds the reader's role in the reader's organisation today, the reader included. */
  async colleagues(actor: ActingAccount): Promise<ColleagueDto[]> {
    const holders = await readHolders(this.database.manager, actor, this.clock.today());
    return holders.map((each) => ({ ...each, uzelf: each.id === actor.accountId }));
  }

  /** Throws 404 for a client that this account may not see, exactly as for one that does not exist. */
  ofClient(actor: ActingAccount, id: string): Promise<ContactsDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        await visibleHousehold(manager, actor, id);
        return this.answer(manager, actor, id);
      },
      { actor },
    );
  }

  /** Throws 404 as above, 400 for who does not hold the role here, and 409 when somebody else changed it, or nothing changes. */
  change(actor: ActingAccount, id: string, { persoon, vorige }: ContactChangeDto): Promise<ContactsDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        // One change of a household at a time.
        await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`contact ${id}`]);
        const { regionId, ownerOrganisationId } = await visibleHousehold(manager, actor, id);
        const team = teamOf(actor);
        const current = await manager.findOne(HouseholdContactEntity, {
          where: { householdId: id, role: team.role, endedAt: IsNull() },
          lock: { mode: 'pessimistic_write' },
        });
        const today = this.clock.today();
        if (persoon !== null && !(await readHolders(manager, team, today)).some((each) => each.id === persoon)) {
          const verwacht = 'iemand die vandaag dezelfde rol heeft in uw organisatie, of null';
          throw invalidInput([{ in: 'body', veld: 'persoon', waarde: persoon, verwacht }]);
        }
        if ((current?.id ?? null) !== vorige) {
          const detail = 'Iemand anders heeft de contactpersoon intussen gewijzigd. Bekijk de cliënt opnieuw.';
          throw conflict('intussen-gewijzigd', 'Contactpersoon is intussen gewijzigd', detail);
        }
        if ((current?.accountId ?? null) === persoon) {
          const detail = 'Deze persoon is al contactpersoon, of er was er geen. Er is niets gewijzigd.';
          throw conflict('contactpersoon-is-gelijk', 'Er verandert niets', detail);
        }
        if (current !== null) {
          const ended = { endedAt: this.clock.now(), endedBy: actor.accountId };
          await manager.update(HouseholdContactEntity, { id: current.id }, ended);
        }
        if (persoon !== null) {
          await manager.insert(HouseholdContactEntity, {
            ...{ id: randomUUID(), householdId: id, regionId, ownerOrganisationId },
            ...{ accountId: persoon, role: team.role, since: today },
          });
        }
        return this.answer(manager, actor, id);
      },
      { actor },
    );
  }

  private async answer(manager: EntityManager, actor: ActingAccount, householdId: string): Promise<ContactsDto> {
    const order = { endedAt: 'DESC', createdAt: 'DESC', id: 'ASC' } as const;
    const rows = await manager.find(HouseholdContactEntity, { where: { householdId }, order });
    const standing = await manager.query<{ id: string }[]>(
      `SELECT c.id FROM household_contact c WHERE c.household_id = $1 AND ${contactStands('c', '$2')}`,
      [householdId, this.clock.today()],
    );
    const stands = new Set(standing.map(({ id }) => id));
    const people = await manager.findBy(AccountEntity, { id: In(rows.map(({ accountId }) => accountId)) });
    const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
    const person = (id: string) => ({ id, naam: names.get(id) ?? id });
    return {
      id: householdId,
      contactpersonen: CONTACT_ROLES.map((rol) => {
        const row = rows.find(({ role, endedAt }) => role === rol && endedAt === null);
        const shown = row && stands.has(row.id) ? row : null;
        return {
          ...{ rol, rolnaam: ROLE_NAMES[rol], toewijzing: row?.id ?? null, magWijzigen: actor.role === rol },
          ...{
            persoon: shown && person(shown.accountId),
            sinds: shown?.since ?? null,
            toelichting: shown?.note ?? null,
          },
        };
      }),
      eerder: rows.flatMap(({ role, accountId, since, endedAt }) =>
        endedAt === null
          ? []
          : [{ rolnaam: ROLE_NAMES[role], persoon: person(accountId), vanaf: since, tot: endedAt.toISOString() }],
      ),
    };
  }
}

async function visibleHousehold(manager: EntityManager, actor: ActingAccount, id: string): Promise<HouseholdEntity> {
  const household = await manager.findOneBy(HouseholdEntity, { id, regionId: actor.regionId });
  if (household === null) throw notFound('cliënt', id);
  return household;
}

function teamOf({ role, organisationId, regionId }: ActingAccount): Omit<Holder, 'accountId'> {
  if (!isContactRole(role)) throw new Error(`A ${role} is nobody's contact person`);
  return { role, organisationId, regionId };
}
