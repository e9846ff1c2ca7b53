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
  /** Handovers that took place, after which the client went on to another gemeente or came back. */
  readonly overtaken: ReadonlySet<string>;
}

export function lineAnswer(
  handover: WarmHandoverEntity,
  { today, names, answering, overtaken }: HandoverContext,
): HandoverLineDto {
  const from = { id: handover.fromGemeenteId, naam: names.get(handover.fromGemeenteId) ?? handover.fromGemeenteId };
  const to = { id: handover.toGemeenteCode, naam: handover.toGemeenteName };
  const dueOn = nextStepDueOn(handover);
  const side = responsibleSide(handover, { today, isOvertaken: overtaken.has(handover.id) });
  return {
    id: handover.id,
    client: { id: handover.householdId, nummer: handover.clientReference },
    van: from,
    naar: to,
    status: handover.state,
    verantwoordelijk: side === null ? null : side === 'sending' ? from : to,
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
  const always = {
    ...lineAnswer(handover, context),
    antwoordUiterlijkOp: handover.dueOn,
    toegestaneActies: stepsOf(handover, context, reader.role),
    versie: handover.version,
  };
  if (isOverFor(reader.role, handover)) {
    const untold = { reden: null, afspraken: null, toestemming: null, antwoord: null };
    return { ...always, ...untold, overnameOp: null, overgedragenOp: null, toelichtingEinde: null };
  }
  return {
    ...always,
    reden: handover.reason,
    afspraken: handover.agreed,
    toestemming: { op: handover.consentOn, hoe: handover.consentHow },
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
  };
}

/** A gemeente to which the client does not go has no more reason to read about the client (AVG article 5 lid 1 c). */
function isOverFor(role: Role, { state }: WarmHandoverEntity): boolean {
  return role === 'gemeente' && (state === 'geweigerd' || state === 'ingetrokken');
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
