import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { UNIT_CONTACT_ROLE, UnitContactEntity } from '../../database/entities/unit-contact.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { joinLessor } from '../../database/standing-contacts';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput, notFound } from '../../platform/http/problem';
import type { ContactChangeDto } from './contact.dto';
import type { HandedOverDto } from './hand-over.dto';
import type { HomesHandOverDto, UnitContactDto } from './unit-contact.dto';
import { readHolders } from './work.queries';

/** Who at its corporatie is the contact person for a home. A corporatie knows no clients, so its people keep homes. */
@Injectable()
export class UnitContactsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Throws 404 for a home of another corporatie, exactly as for one that does not exist. */
  ofUnit(actor: ActingAccount, id: string): Promise<UnitContactDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        const owner = actor.role === UNIT_CONTACT_ROLE ? { ownerOrganisationId: actor.organisationId } : {};
        const unit = await manager.existsBy(UnitEntity, { id, regionId: actor.regionId, ...owner });
        if (!unit) throw notFound('wooneenheid', id);
        return this.answer(manager, actor, id);
      },
      { actor },
    );
  }

  /** Throws 404 as above, 400 for who does not hold the role here, and 409 when somebody else changed it, or nothing changes. */
  change(actor: ActingAccount, id: string, { persoon, vorige }: ContactChangeDto): Promise<UnitContactDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        await lockHomes(manager, actor);
        const { organisationId: ownerOrganisationId, regionId, accountId: endedBy } = actor;
        const unit = await manager.existsBy(UnitEntity, { id, regionId, ownerOrganisationId });
        if (!unit) throw notFound('wooneenheid', id);
        if (persoon !== null) await this.holder(manager, actor, persoon, 'persoon');
        const current = await manager.findOneBy(UnitContactEntity, { unitId: id, endedAt: IsNull() });
        if ((current?.id ?? null) !== vorige) {
          const detail = 'Iemand anders heeft de contactpersoon intussen gewijzigd. Bekijk de wooneenheid opnieuw.';
          throw conflict('intussen-gewijzigd', 'Contactpersoon is intussen gewijzigd', detail);
        }
        if ((current?.accountId ?? null) === persoon) {
          const detail = 'Deze persoon is al contactpersoon, of er was er geen. Er is niets gewijzigd.';
          throw conflict('contactpersoon-is-gelijk', 'Er verandert niets', detail);
        }
        if (current !== null) {
          await manager.update(UnitContactEntity, { id: current.id }, { endedAt: this.clock.now(), endedBy });
        }
        if (persoon !== null) {
          await manager.insert(UnitContactEntity, {
            ...{ id: randomUUID(), unitId: id, regionId, ownerOrganisationId },
            ...{ accountId: persoon, role: UNIT_CONTACT_ROLE, since: this.clock.today() },
          });
        }
        return this.answer(manager, actor, id);
      },
      { actor },
    );
  }

  /** All homes of the reader. Throws 400 for who is no colleague, and 409 when there are more or fewer than the reader saw. */
  handOver(actor: ActingAccount, { naar, aantal }: HomesHandOverDto): Promise<HandedOverDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        await lockHomes(manager, actor);
        const to = await this.holder(manager, actor, naar, 'naar');
        const homes = await manager.findBy(UnitContactEntity, openOf(actor));
        if (homes.length !== aantal) {
          throw conflict(
            'werk-intussen-gewijzigd',
            'Het werk is intussen gewijzigd',
            `U wilde ${aantal} woningen overdragen, en het zijn er nu ${homes.length}. Er is niets overgedragen. Kijk opnieuw.`,
            { aantal: homes.length },
          );
        }
        const ended = { endedAt: this.clock.now(), endedBy: actor.accountId };
        await manager.update(UnitContactEntity, openOf(actor), ended);
        // One statement, however many homes there are.
        await manager.query(
          `INSERT INTO unit_contact (id, unit_id, region_id, owner_organisation_id, account_id, role, since)
           SELECT gen_random_uuid(), home, $2, $3::uuid, $4::uuid, $5, $6::date FROM unnest($1::uuid[]) AS home`,
          [
            homes.map(({ unitId }) => unitId),
            ...[actor.regionId, actor.organisationId, to.id, UNIT_CONTACT_ROLE, this.clock.today()],
          ],
        );
        return { overgedragen: homes.length, naar: to };
      },
      { actor },
    );
  }

  /** Whoever is named as `field`; for a hand-over (`naar`) somebody else than the reader. */
  private async holder(
    manager: EntityManager,
    actor: ActingAccount,
    accountId: string,
    field: 'persoon' | 'naar',
  ): Promise<{ id: string; naam: string }> {
    const holders = await readHolders(manager, actor, this.clock.today());
    const found = holders.find(({ id }) => id === accountId);
    if (found && (field === 'persoon' || found.id !== actor.accountId)) return found;
    const verwacht =
      field === 'persoon'
        ? 'iemand die vandaag dezelfde rol heeft in uw organisatie, of null'
        : 'een collega die vandaag dezelfde rol heeft in dezelfde organisatie';
    throw invalidInput([{ in: 'body', veld: field, waarde: accountId, verwacht }]);
  }

  private async answer(manager: EntityManager, actor: ActingAccount, id: string): Promise<UnitContactDto> {
    const current = await manager.findOneBy(UnitContactEntity, { unitId: id, endedAt: IsNull() });
    const [standing] = await manager.query<{ id: string; naam: string }[]>(
      `SELECT lessor.id, lessor.display_name AS naam FROM unit u ${joinLessor('u', '$2')}
        WHERE u.id = $1 AND lessor.id IS NOT NULL`,
      [id, this.clock.today()],
    );
    return {
      id,
      persoon: standing ?? null,
      sinds: standing ? (current?.since ?? null) : null,
      toewijzing: current?.id ?? null,
      eigenWoningen: await manager.countBy(UnitContactEntity, openOf(actor)),
    };
  }
}

const openOf = ({ accountId, regionId, organisationId: ownerOrganisationId }: ActingAccount) => ({
  ...{ accountId, regionId, ownerOrganisationId },
  endedAt: IsNull(),
});

/** One change of the homes of an organisation at a time. */
async function lockHomes(manager: EntityManager, { organisationId }: ActingAccount): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`homes ${organisationId}`]);
}
