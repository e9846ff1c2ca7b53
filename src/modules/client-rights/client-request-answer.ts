import {
  clientRequestKinds,
  clientRequestTransitions,
  restrictionGrounds,
  restrictionWords,
} from '../../core/review/client-request-transitions';
import { transitionsFrom } from '../../core/review/validate-transitions';
import type { IsoDate } from '../../core/time/calendar';
import type { ClientRequestEntity } from '../../database/entities/client-request.entity';
import type { HouseholdRestrictionEntity } from '../../database/entities/household-restriction.entity';
import type { ClientRequestDto, RestrictionDto } from './client-request.dto';

/** Past its day, so the answer comes too late. Also says whether it may still be extended: not after that day (AVG article 12 lid 3). */
export function isLate({ state, dueOn }: Pick<ClientRequestEntity, 'state' | 'dueOn'>, today: IsoDate): boolean {
  return state === clientRequestTransitions.initial && dueOn < today;
}

function mayExtend(request: ClientRequestEntity, today: IsoDate): boolean {
  return request.extendedOn === null && !isLate(request, today);
}

export function requestAnswer(request: ClientRequestEntity, today: IsoDate): ClientRequestDto {
  return {
    id: request.id,
    soort: clientRequestKinds.named(request.kind),
    status: request.state,
    ontvangenOp: request.receivedOn,
    uiterlijkOp: request.dueOn,
    teLaat: isLate(request, today),
    verlengdOp: request.extendedOn,
    redenVerlenging: request.extensionReason,
    vraag: request.asked,
    vraagtBeperking: request.asksRestriction,
    antwoord: request.answer,
    afgehandeldOp: request.decidedAt?.toISOString() ?? null,
    hervatting:
      request.resumedOn === null || request.resumptionNote === null
        ? null
        : { clientAkkoordOp: request.resumedOn, reden: request.resumptionNote },
    toegestaneActies: transitionsFrom(clientRequestTransitions, request.state)
      .map(({ action }) => action)
      .filter((action) => action !== 'verlengen' || mayExtend(request, today)),
    versie: request.version,
  };
}

export function restrictionAnswer(restriction: HouseholdRestrictionEntity): RestrictionDto {
  return {
    id: restriction.id,
    grond: restrictionGrounds.named(restriction.ground),
    tekst: restrictionWords(restriction),
    sinds: restriction.since,
    verzoek: restriction.requestId,
    opgehevenOp: restriction.endedAt?.toISOString() ?? null,
    toelichting: restriction.endedNote,
    clientGeinformeerdOp: restriction.toldOn,
  };
}
