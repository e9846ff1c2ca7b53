import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { needWords, panelEntryKinds, panelNeeds, type PanelNeed } from '../../core/review/case-panels';
import { systemOf } from '../../database/acting';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { PanelCaseEntity } from '../../database/entities/panel-case.entity';
import { PanelEntryEntity } from '../../database/entities/panel-entry.entity';
import { PanelMeetingEntity } from '../../database/entities/panel-meeting.entity';
import { actingWithin, inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { conflict, type InputFault, invalidInput, notFound } from '../../platform/http/problem';
import { RestrictionService } from '../client-rights/restriction.service';
import { openMeeting, raiseVersion } from './open-meeting';
import type { NewEntryDto, NewPanelCaseDto, PanelDto } from './panel.dto';
import { entryKindsOf, PanelsService } from './panels.service';

/** Cases on the agenda and what is written about them. A decision is a record: it does nothing to the client by itself. */
@Injectable()
export class PanelAgendaService {
  constructor(
    private readonly database: DataSource,
    private readonly panels: PanelsService,
    private readonly restrictions: RestrictionService,
  ) {}

  /**
   * Puts a client on the agenda, with what the question needs as it is today. Throws 404 for a meeting that is not there; 400
   * for a number that is not of a client with an open file, and for what the region does not share; 409 for closed minutes, a
   * client who is on the agenda already, and data that may not be used.
   */
  put(actor: ActingAccount, meetingId: string, wish: NewPanelCaseDto): Promise<PanelDto> {
    const work = async (manager: EntityManager): Promise<PanelDto> => {
      const { regionId } = actor;
      await this.panels.seen(manager, actor, meetingId);
      const household = await manager.findOneBy(HouseholdEntity, { regionId, reference: wish.client });
      const asked = wish.delen.map((code) => panelNeeds.toInternal(code));
      await this.asSystem(manager, actor, async () => {
        const meeting = await openMeeting(manager, meetingId);
        const shareable = await this.panels.shareable(manager, regionId);
        const client = this.refuseWrongInput(wish, household, { asked, shareable });
        await this.restrictions.refuseRestricted(manager, client.id);
        if (await manager.existsBy(PanelCaseEntity, { meetingId, householdId: client.id, withdrawnAt: IsNull() })) {
          throw conflict('al-op-agenda', 'Staat al op de agenda', `${client.reference} staat al op de agenda.`);
        }
        await manager.insert(PanelCaseEntity, {
          ...{ id: randomUUID(), regionId, meetingId, householdId: client.id, clientReference: client.reference },
          ...{ ownerOrganisationId: client.ownerOrganisationId, broughtBy: actor.accountId, question: wish.vraag },
          shared: [...new Set(asked)].map((need) => ({ need, value: needWords(need, client) })),
        });
        await raiseVersion(manager, meeting);
      });
      return this.panels.answer(manager, actor, await this.panels.seen(manager, actor, meetingId));
    };
    return inTransaction(this.database, work, { actor });
  }

  /** Adds what one person says. Throws 404 for a case that this account may not see, and 409 for what may not be said now, or of data that may not be used. */
  write(
    actor: ActingAccount,
    { meetingId, caseId }: { readonly meetingId: string; readonly caseId: string },
    { soort, tekst }: NewEntryDto,
  ): Promise<PanelDto> {
    const work = async (manager: EntityManager): Promise<PanelDto> => {
      await this.panels.seen(manager, actor, meetingId);
      const of = await manager.findOneBy(PanelCaseEntity, { id: caseId, meetingId, withdrawnAt: IsNull() });
      if (of === null) throw notFound('zaak', caseId);
      const kind = panelEntryKinds.toInternal(soort);
      await this.asSystem(manager, actor, async () => {
        const meeting = await manager.findOneOrFail(PanelMeetingEntity, {
          where: { id: meetingId },
          lock: { mode: 'pessimistic_write' },
        });
        const allowed = entryKindsOf(meeting, actor.role);
        if (allowed.length === 0) await openMeeting(manager, meetingId);
        if (!allowed.includes(kind)) {
          const names = allowed.map((each) => panelEntryKinds.named(each).naam.toLowerCase()).join(' of ');
          const detail = `In deze rol kunt u hier nu alleen dit schrijven: ${names}.`;
          throw conflict('bijdrage-kan-niet', 'Dit kan hier nu niet', detail);
        }
        // A note only adds to minutes that are closed; advice and a decision use the data.
        if (kind !== 'note') await this.restrictions.refuseRestricted(manager, of.householdId);
        await manager.insert(PanelEntryEntity, {
          ...{ id: randomUUID(), regionId: of.regionId, ownerOrganisationId: of.ownerOrganisationId },
          ...{ meetingId, caseId, householdId: of.householdId, kind, text: tekst },
          ...{ actor: actor.accountId, actorRole: actor.role, actorOrganisationId: actor.organisationId },
        });
        await raiseVersion(manager, meeting);
      });
      return this.panels.answer(manager, actor, await this.panels.seen(manager, actor, meetingId));
    };
    return inTransaction(this.database, work, { actor });
  }

  private refuseWrongInput(
    wish: NewPanelCaseDto,
    household: HouseholdEntity | null,
    { asked, shareable }: { readonly asked: readonly PanelNeed[]; readonly shareable: readonly PanelNeed[] },
  ): HouseholdEntity {
    const faults: InputFault[] = [];
    const isOpen = household !== null && household.status !== 'closed';
    if (!isOpen) {
      const verwacht = 'het nummer van een cliënt met een open dossier';
      faults.push({ in: 'body', veld: 'client', waarde: wish.client, verwacht });
    }
    const refused = asked.filter((need) => !shareable.includes(need));
    if (refused.length > 0) {
      const names = shareable.map((need) => panelNeeds.toPublic(need)).join(', ');
      const waarde = refused.map((need) => panelNeeds.toPublic(need)).join(', ');
      faults.push({ in: 'body', veld: 'delen', waarde, verwacht: `wat de regio laat delen: ${names || 'niets'}` });
    }
    if (!isOpen || faults.length > 0) throw invalidInput(faults);
    return household;
  }

  private asSystem<T>(manager: EntityManager, actor: ActingAccount, work: () => Promise<T>): Promise<T> {
    return actingWithin(manager, systemOf(actor.regionId, actor.accountId), work);
  }
}
