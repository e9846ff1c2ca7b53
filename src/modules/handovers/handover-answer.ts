import { offerChannels } from '../../core/review/offer-contacts';
import {
  nextStepDueOn,
  responsibleSide,
  warmHandoverTransitions,
  type WarmHandoverAction,
} from '../../core/review/warm-handover-transitions';
import { transitionsFrom } from '../../core/review/validate-transitions';
import { daysBetween, type IsoDate } from '../../core/time/calendar';
import type { WarmHandoverEntity } from '../../database/entities/warm-handover.entity';
import { holdsPermission, type Role } from '../../platform/access/permissions';
import type { HandoverDto, HandoverLineDto } from './handover.dto';

/** What an answer says beside the row itself. */
export interface HandoverContext {
  readonly today: IsoDate;
  /** Names of gemeenten of the register by their code. */
  readonly names: ReadonlyMap<string, string>;
  /** Gemeenten, as organisations, that have somebody who can answer. */
  readonly answering: ReadonlySet<string>;
}

export function lineAnswer(
  handover: WarmHandoverEntity,
  { today, names, answering }: HandoverContext,
): HandoverLineDto {
  const from = { id: handover.fromGemeenteId, naam: names.get(handover.fromGemeenteId) ?? handover.fromGemeenteId };
  const to = { id: handover.toGemeenteCode, naam: handover.toGemeenteName };
  const dueOn = nextStepDueOn(handover);
  return {
    id: handover.id,
    client: { id: handover.householdId, nummer: handover.clientReference },
    van: from,
    naar: to,
    status: handover.state,
    verantwoordelijk: responsibleSide(handover, today) === 'sending' ? from : to,
    verlaatRegio: handover.toOrganisationId === null,
    wachtOp: waitsFor(handover, answering),
    gevraagdOp: handover.proposedOn,
    uiterlijkOp: dueOn,
    dagenOver: dueOn === null ? null : daysBetween(today, dueOn),
    teLaat: dueOn !== null && dueOn < today,
  };
}

export function handoverAnswer(
  handover: WarmHandoverEntity,
  context: HandoverContext,
  reader: { readonly role: Role; readonly decidedBy: string | null },
): HandoverDto {
  const { answeredOn, answerChannel } = handover;
  return {
    ...lineAnswer(handover, context),
    reden: handover.reason,
    afspraken: handover.agreed,
    toestemming: { op: handover.consentOn, hoe: handover.consentHow },
    antwoordUiterlijkOp: handover.dueOn,
    antwoord:
      answeredOn === null
        ? null
        : {
            op: answeredOn,
            door: handover.answeredBy ?? reader.decidedBy ?? '',
            wijze: answerChannel === null ? null : offerChannels.named(answerChannel),
            bewijs: handover.answerEvidence,
            toelichting: handover.answerNote,
          },
    overnameOp: handover.takesOverOn,
    overgedragenOp: handover.completedOn,
    toelichtingEinde: handover.endedNote,
    toegestaneActies: stepsOf(handover, context, reader.role),
    versie: handover.version,
  };
}

/** Whether the gemeente that is asked gives its answer itself. */
export function answersItself({ toOrganisationId }: WarmHandoverEntity, answering: ReadonlySet<string>): boolean {
  return toOrganisationId !== null && answering.has(toOrganisationId);
}

function waitsFor(handover: WarmHandoverEntity, answering: ReadonlySet<string>): HandoverLineDto['wachtOp'] {
  if (handover.state === 'gevraagd') return answersItself(handover, answering) ? 'gemeente' : 'coordinator';
  return handover.state === 'aanvaard' ? 'coordinator' : null;
}

function stepsOf(handover: WarmHandoverEntity, { answering }: HandoverContext, role: Role): WarmHandoverAction[] {
  const mayAnswer = role === 'gemeente' || !answersItself(handover, answering);
  return transitionsFrom(warmHandoverTransitions, handover.state)
    .filter(({ permission }) => holdsPermission(role, permission) && (permission !== 'handover.answer' || mayAnswer))
    .map(({ action }) => action);
}
