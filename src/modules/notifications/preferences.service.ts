import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TOLD_ROLES, type ToldRole } from '../../core/notifications/step-notifications';
import { mailRhythms } from '../../core/vocabulary/code-lists';
import { actingAs, systemOf } from '../../database/acting';
import { NotificationPreferenceEntity, STANDARD_RHYTHM } from '../../database/entities/notification-preference.entity';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import type { Role } from '../../platform/access/permissions';
import { forbidden } from '../../platform/http/problem';
import { Mailer } from '../../platform/mail/mailer';
import { HAS_ADDRESS } from './notification-sql';
import type { PreferenceDto, PreferenceRequestDto } from './notification.dto';

/** How somebody wants to be mailed, in the role in which they act. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly database: DataSource,
    private readonly mailer: Mailer,
  ) {}

  async read(actor: ActingAccount): Promise<PreferenceDto> {
    const chosen = await this.database.manager.findOneBy(NotificationPreferenceEntity, keyOf(actor));
    const { rhythm, hour } = chosen ?? STANDARD_RHYTHM;
    const address = await this.addressOf(actor);
    return {
      ritme: mailRhythms.toPublic(rhythm),
      uur: hour,
      mail: this.mailer.consoleUrl === undefined ? 'geen-mailserver' : address === null ? 'geen-adres' : 'mogelijk',
      adres: address,
    };
  }

  /** Also holds for what waits to be mailed. */
  async choose(actor: ActingAccount, { ritme, uur }: PreferenceRequestDto): Promise<PreferenceDto> {
    const key = keyOf(actor);
    const chosen = { ...key, rhythm: mailRhythms.toInternal(ritme), hour: uur };
    await inTransaction(
      this.database,
      (manager) => manager.upsert(NotificationPreferenceEntity, chosen, ['accountId', 'regionId', 'role']),
      { actor },
    );
    return this.read(actor);
  }

  /** How somebody is known to a sign-in service is nobody's to see, so the system looks whether they are. */
  private async addressOf({ accountId, regionId }: ActingAccount): Promise<string | null> {
    const [row] = await actingAs(systemOf(regionId, accountId), () =>
      this.database.query<{ email: string }[]>(`SELECT a.email FROM account a WHERE a.id = $1 AND ${HAS_ADDRESS}`, [
        accountId,
      ]),
    );
    return row?.email ?? null;
  }
}

function keyOf({
  accountId,
  regionId,
  role,
}: ActingAccount): Pick<NotificationPreferenceEntity, 'accountId' | 'regionId' | 'role'> {
  return { accountId, regionId, role: toldRole(role) };
}

function toldRole(role: Role): ToldRole {
  const told = TOLD_ROLES.find((each) => each === role);
  if (told === undefined) throw forbidden('Deze rol krijgt geen meldingen.');
  return told;
}
