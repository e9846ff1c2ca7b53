import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { systemOf } from '../../database/acting';
import {
  CONTACT_ROLES,
  HouseholdContactEntity,
  type ContactRole,
} from '../../database/entities/household-contact.entity';
import { actingWithin, inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput } from '../../platform/http/problem';
import type { HandedOverDto, HandOverDto, WorkDto } from './hand-over.dto';
import { type Holder, lockContacts, readHolders, readWork } from './work.queries';

/** Rows of one insert, well below what PostgreSQL takes. */
const BATCH = 500;

/** Hands the work of one person over to a colleague, or back to the organisation. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The reader's own work. */
  ownWork(actor: ActingAccount): Promise<WorkDto> {
    return readWork(this.database.manager, holderOf(actor));
  }

  /** Throws 400 for who is no colleague, and 409 when there is more or less than the reader saw: then nothing changes. */
  handOverOwn(actor: ActingAccount, { naar, clienten, aantal, toelichting }: HandOverDto): Promise<HandedOverDto> {
    const from = holderOf(actor);
    return inTransaction(
      this.database,
      async (manager) => {
        const to = await this.colleague(manager, from, naar, 'naar');
        const handed = await this.moveCounted(manager, { from, to, by: actor, note: toelichting, clienten, aantal });
        return { overgedragen: handed, naar: to };
      },
      { actor },
    );
  }

  /** As `handOverOwn`, of all of somebody's work and in the open transaction of who may not see the clients. */
  async handOverOf(
    manager: EntityManager,
    by: ActingAccount,
    from: Holder,
    { naar, aantal, toelichting }: Pick<HandOverDto, 'naar' | 'aantal' | 'toelichting'>,
  ): Promise<HandedOverDto> {
    const to = await this.colleague(manager, from, naar, 'naar');
    const handed = await this.asSystem(manager, by, () =>
      this.moveCounted(manager, { from, to, by, note: toelichting, clienten: null, aantal }),
    );
    return { overgedragen: handed, naar: to };
  }

  /** The work of somebody, for who may not see the clients. */
  workOf(manager: EntityManager, by: ActingAccount, holder: Holder): Promise<WorkDto> {
    return this.asSystem(manager, by, () => readWork(manager, holder));
  }

  /** Ends every contact of somebody whose role ends, and gives it to `to` where there is one. Returns how many. */
  leave(
    manager: EntityManager,
    by: ActingAccount,
    from: Holder,
    { to, note }: { readonly to: string | null; readonly note: string | null },
  ): Promise<number> {
    return this.asSystem(manager, by, () => this.move(manager, { from, to, by: by.accountId, note, clienten: null }));
  }

  /** Throws 400, naming `field`, for who does not hold the same role in the same organisation today. */
  async colleague(
    manager: EntityManager,
    of: Holder,
    accountId: string,
    field: string,
  ): Promise<{ id: string; naam: string }> {
    const colleagues = await readHolders(manager, of, this.clock.today());
    const found = colleagues.find(({ id }) => id === accountId && id !== of.accountId);
    if (found) return found;
    const verwacht = 'een collega die vandaag dezelfde rol heeft in dezelfde organisatie';
    throw invalidInput([{ in: 'body', veld: field, waarde: accountId, verwacht }]);
  }

  private async moveCounted(
    manager: EntityManager,
    work: {
      readonly from: Holder;
      readonly to: { readonly id: string };
      readonly by: ActingAccount;
      readonly note: string | null;
      readonly clienten: readonly string[] | null;
      readonly aantal: number;
    },
  ): Promise<number> {
    const { from, to, by, note, clienten, aantal } = work;
    const handed = await this.move(manager, { from, to: to.id, by: by.accountId, note, clienten });
    if (handed === aantal && (clienten === null || clienten.length === aantal)) return handed;
    throw conflict(
      'werk-intussen-gewijzigd',
      'Het werk is intussen gewijzigd',
      `U wilde ${aantal} cliënten overdragen, en het zijn er nu ${handed}. Er is niets overgedragen. Kijk opnieuw.`,
      { aantal: handed },
    );
  }

  private async move(
    manager: EntityManager,
    work: {
      readonly from: Holder;
      readonly to: string | null;
      readonly by: string | null;
      readonly note: string | null;
      readonly clienten: readonly string[] | null;
    },
  ): Promise<number> {
    const { from, to, by, note, clienten } = work;
    const contacts = await lockContacts(manager, from, clienten);
    const ended = { endedAt: this.clock.now(), endedBy: by };
    for (let at = 0; at < contacts.length; at += BATCH) {
      const some = contacts.slice(at, at + BATCH);
      await manager.update(HouseholdContactEntity, { id: In(some.map(({ id }) => id)) }, ended);
      if (to === null) continue;
      const { role, regionId } = from;
      const same = { accountId: to, role, regionId, since: this.clock.today(), note };
      const rows = some.map((each) => ({ ...same, ...each, id: randomUUID() }));
      await manager.insert(HouseholdContactEntity, rows);
    }
    return contacts.length;
  }

  private asSystem<T>(manager: EntityManager, by: ActingAccount, work: () => Promise<T>): Promise<T> {
    return actingWithin(manager, systemOf(by.regionId, by.accountId), work);
  }
}

/** Whether clients have a contact person in this role. */
export function isContactRole(role: string): role is ContactRole {
  return (CONTACT_ROLES as readonly string[]).includes(role);
}

function holderOf({ accountId, role, organisationId, regionId }: ActingAccount): Holder {
  if (!isContactRole(role)) throw new Error(`A ${role} is nobody's contact person`);
  return { accountId, role, organisationId, regionId };
}
