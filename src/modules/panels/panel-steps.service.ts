import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { panelKinds, panelTransitions } from '../../core/review/case-panels';
import { transition } from '../../core/review/validate-transitions';
import { systemOf } from '../../database/acting';
import { PanelAttendeeEntity } from '../../database/entities/panel-attendee.entity';
import { PanelCaseEntity } from '../../database/entities/panel-case.entity';
import { PanelMeetingEntity } from '../../database/entities/panel-meeting.entity';
import { actingWithin, inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput, notFound } from '../../platform/http/problem';
import type { Call } from '../../database/entities/notified';
import { CallsService } from '../notifications/calls.service';
import { invitable } from './invitable';
import { openMeeting, raiseVersion, refuseOldVersion } from './open-meeting';
import type { AttendanceDto, InviteDto, NewPanelDto, PanelDto, SeenPanelDto, TakenBackDto } from './panel.dto';
import { PanelsService } from './panels.service';

interface CaseOfMeeting {
  readonly meetingId: string;
  readonly caseId: string;
}

interface AttendeeOfMeeting {
  readonly meetingId: string;
  readonly attendeeId: string;
}

/**
 * Meetings, who is invited and who was there, and taking back what was planned. What a step writes is the system's. All throw
 * 404 for a meeting that this account may not see, and 409 once its minutes are closed or it is called off.
 */
@Injectable()
export class PanelStepsService {
  constructor(
    private readonly database: DataSource,
    private readonly panels: PanelsService,
    private readonly calls: CallsService,
    private readonly clock: Clock,
  ) {}

  plan(actor: ActingAccount, { soort, titel, op }: NewPanelDto): Promise<PanelDto> {
    const work = async (manager: EntityManager): Promise<PanelDto> => {
      const { regionId } = actor;
      const id = randomUUID();
      const meeting = { id, regionId, kind: panelKinds.toInternal(soort), title: titel, heldOn: op };
      await asSystem(manager, actor, () => manager.insert(PanelMeetingEntity, meeting));
      return this.panels.answer(manager, actor, await this.panels.seen(manager, actor, id));
    };
    return inTransaction(this.database, work, { actor });
  }

  /** Throws 400 for who is no member of the veldtafel and no coordinator today, and 409 for who is invited already. */
  invite(actor: ActingAccount, id: string, { persoon }: InviteDto): Promise<PanelDto> {
    return this.change(actor, id, async (manager, meeting) => {
      const { regionId, id: meetingId } = meeting;
      const people = await invitable(manager, regionId, this.clock.today());
      const found = people.find((each) => each.persoon.id === persoon);
      if (found === undefined) {
        const verwacht = 'iemand die vandaag lid van de veldtafel of wooncoördinator is';
        throw invalidInput([{ in: 'body', veld: 'persoon', waarde: persoon, verwacht }]);
      }
      if (await manager.existsBy(PanelAttendeeEntity, { meetingId, accountId: persoon, withdrawnAt: IsNull() })) {
        throw conflict('al-uitgenodigd', 'Al uitgenodigd', `${found.persoon.naam} is al uitgenodigd.`);
      }
      const row = { id: randomUUID(), regionId, meetingId, accountId: persoon, organisationId: found.organisatie.id };
      await manager.insert(PanelAttendeeEntity, row);
      await this.tell(manager, actor, meeting, 'uitgenodigd', [persoon]);
      await raiseVersion(manager, meeting);
    });
  }

  /** Throws 400 for who is not invited. */
  attend(actor: ActingAccount, id: string, { deelnemer, aanwezig }: AttendanceDto): Promise<PanelDto> {
    return this.change(actor, id, async (manager, meeting) => {
      const { affected } = await manager.update(
        PanelAttendeeEntity,
        { id: deelnemer, meetingId: meeting.id, withdrawnAt: IsNull() },
        { present: aanwezig },
      );
      if (affected === 1) return raiseVersion(manager, meeting);
      const verwacht = 'iemand die voor deze bijeenkomst is uitgenodigd';
      throw invalidInput([{ in: 'body', veld: 'deelnemer', waarde: deelnemer, verwacht }]);
    });
  }

  /** Makes the minutes final. Throws 409 for an old version, a day that has not come, and attendance that is not complete. */
  close(actor: ActingAccount, id: string, { versie }: SeenPanelDto): Promise<PanelDto> {
    return this.change(actor, id, async (manager, meeting) => {
      refuseOldVersion(meeting, versie);
      const { to } = transition(panelTransitions, meeting.state, 'vaststellen');
      if (meeting.heldOn > this.clock.today()) {
        throw conflict('nog-niet-gehouden', 'Nog niet gehouden', 'De dag van deze bijeenkomst is nog niet geweest.');
      }
      const attendees = await manager.findBy(PanelAttendeeEntity, { meetingId: id, withdrawnAt: IsNull() });
      if (attendees.length === 0 || attendees.some(({ present }) => present === null)) {
        const detail = 'Leg eerst van iedereen vast of die aanwezig was.';
        throw conflict('aanwezigheid-ontbreekt', 'Aanwezigheid ontbreekt', detail);
      }
      Object.assign(meeting, { state: to, closedBy: actor.accountId, closedAt: this.clock.now() });
      await manager.save(meeting);
    });
  }

  /** Calls the meeting off: who was invited sees that, and no longer the agenda. Throws 409 for an old version. */
  cancel(actor: ActingAccount, id: string, { reden, versie }: TakenBackDto): Promise<PanelDto> {
    return this.change(actor, id, async (manager, meeting) => {
      refuseOldVersion(meeting, versie);
      Object.assign(meeting, { cancelledAt: this.clock.now(), cancelledBy: actor.accountId, cancelledNote: reden });
      await manager.save(meeting);
      const invited = await manager.findBy(PanelAttendeeEntity, { meetingId: id, withdrawnAt: IsNull() });
      const people = invited.map(({ accountId }) => accountId);
      await this.tell(manager, actor, meeting, 'bijeenkomst-afgelast', people);
    });
  }

  /** Takes a case off the agenda; what was written about it stays in the file. Throws 404 for one that is not on it, 409 for an old version. */
  takeOff(actor: ActingAccount, { meetingId, caseId }: CaseOfMeeting, wish: TakenBackDto): Promise<PanelDto> {
    return this.change(actor, meetingId, async (manager, meeting) => {
      refuseOldVersion(meeting, wish.versie);
      const { affected } = await manager.update(
        PanelCaseEntity,
        { id: caseId, meetingId, withdrawnAt: IsNull() },
        { withdrawnAt: this.clock.now(), withdrawnBy: actor.accountId, withdrawnNote: wish.reden },
      );
      if (affected !== 1) throw notFound('zaak', caseId);
      await raiseVersion(manager, meeting);
    });
  }

  /** Takes an invitation back: this person no longer sees the meeting. Throws 404 for who is not invited, 409 for an old version. */
  uninvite(actor: ActingAccount, { meetingId, attendeeId }: AttendeeOfMeeting, seen: SeenPanelDto): Promise<PanelDto> {
    return this.change(actor, meetingId, async (manager, meeting) => {
      refuseOldVersion(meeting, seen.versie);
      const invitation = { id: attendeeId, meetingId, withdrawnAt: IsNull() };
      const attendee = await manager.findOneBy(PanelAttendeeEntity, invitation);
      if (attendee === null) throw notFound('uitnodiging', attendeeId);
      const back = { withdrawnAt: this.clock.now(), withdrawnBy: actor.accountId };
      await manager.update(PanelAttendeeEntity, invitation, back);
      await raiseVersion(manager, meeting);
      await this.tell(manager, actor, meeting, 'uitnodiging-ingetrokken', [attendee.accountId]);
    });
  }

  private tell(
    manager: EntityManager,
    { accountId: by }: ActingAccount,
    { id: meetingId, regionId }: PanelMeetingEntity,
    call: Call,
    accountIds: readonly string[],
  ): Promise<void> {
    const told = { regionId, call, about: { meetingId }, accountIds, by };
    return this.calls.tell(manager, { ...told, roles: ['veldtafel', 'coordinator'] });
  }

  private change(
    actor: ActingAccount,
    id: string,
    work: (manager: EntityManager, meeting: PanelMeetingEntity) => Promise<void>,
  ): Promise<PanelDto> {
    const step = async (manager: EntityManager): Promise<PanelDto> => {
      await this.panels.seen(manager, actor, id);
      await asSystem(manager, actor, async () => work(manager, await openMeeting(manager, id)));
      return this.panels.answer(manager, actor, await this.panels.seen(manager, actor, id));
    };
    return inTransaction(this.database, step, { actor });
  }
}

function asSystem<T>(manager: EntityManager, actor: ActingAccount, work: () => Promise<T>): Promise<T> {
  return actingWithin(manager, systemOf(actor.regionId, actor.accountId), work);
}
