import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { weeksBetween } from '../../core/time/calendar';
import { waitsOn } from '../../core/review/waits-on';
import { HOUSING_FORMS } from '../../core/matching/problem';
import {
  accessibilities,
  closingReasons,
  entitlements,
  herkomstCertainties,
  householdStatuses,
  housingForms,
  memberRoles,
  pauseReasons,
  supportLevels,
  wishKinds,
} from '../../core/vocabulary/code-lists';
import type { HouseholdWishEntity } from '../../database/entities/household-wish.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { notFound } from '../../platform/http/problem';
import type { ClientDto, ShieldedDto } from './client.dto';
import { restrictionAnswer } from './restriction-answer';
import { type ClientFile, type NamedKind, readClientFile, readExclusionAreas } from './client-file.queries';

type Reference = { id: string; naam: string };

/** The whole file of one client. */
@Injectable()
export class ClientFileService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Throws 404 for a client that this account may not see, exactly as for one that does not exist. */
  async read(actor: ActingAccount, id: string): Promise<ClientDto> {
    const household = await this.find(actor, id);
    const today = this.clock.today();
    return clientDto(await readClientFile(this.database.manager, household, today), today);
  }

  /** What can put the client in danger. Throws 404 as `read` does. */
  async readShielded(actor: ActingAccount, id: string): Promise<ShieldedDto> {
    const household = await this.find(actor, id);
    const { areas, gemeenten, wijken } = await readExclusionAreas(this.database.manager, id);
    const named = (names: ReadonlyMap<string, string>) => (each: string) => ({
      id: each,
      naam: names.get(each) ?? each,
    });
    return {
      id,
      terugkeerNietVeilig: household.herkomstWaived,
      uitsluitingsgebieden: areas.map((area) => ({
        gemeenten: area.gemeenteIds.map(named(gemeenten)),
        wijken: area.wijkIds.map(named(wijken)),
        tot: area.until,
      })),
      afstandHouden: (household.facts.keepAway ?? []).map(({ metres, until }) => ({ meters: metres, tot: until })),
    };
  }

  private async find(actor: ActingAccount, id: string): Promise<HouseholdEntity> {
    const own = actor.role === 'coordinator' ? {} : { ownerOrganisationId: actor.organisationId };
    const household = await this.database
      .getRepository(HouseholdEntity)
      .findOneBy({ id, regionId: actor.regionId, ...own });
    if (household === null) throw notFound('cliënt', id);
    return household;
  }
}

function clientDto(file: ClientFile, today: string): ClientDto {
  const { household, members, latestProposal, urgency } = file;
  const named = (kind: NamedKind, id: string): Reference => ({ id, naam: file.names[kind].get(id) ?? id });
  const namedOrNull = (kind: NamedKind, id: string | null): Reference | null => (id === null ? null : named(kind, id));
  return {
    id: household.id,
    nummer: household.reference,
    aanbieder: named('organisation', household.ownerOrganisationId),
    herkomst: {
      gemeente: namedOrNull('gemeente', household.herkomstGemeenteId),
      grondslag: household.herkomstBasis,
      zekerheid: herkomstCertainties.named(household.herkomstCertainty),
    },
    doelgroep: named('doelgroep', household.doelgroepId),
    leden: members.map((member) => ({
      id: member.id,
      rol: memberRoles.named(member.role),
      voornaam: member.givenName,
      achternaam: member.familyName,
      geboortedatum: member.birthDate,
    })),
    huishoudgrootte: members.length,
    begeleiding: {
      niveau: supportLevels.named(household.supportLevel),
      urenPerWeek: household.guidanceHours,
      draaglast: household.draaglast,
    },
    behoeften: {
      slaapkamers: household.bedroomsNeeded,
      toegankelijkheid: accessibilities.named(household.accessibilityNeeded),
      huisdieren: household.pets,
    },
    wensen: file.wishes.map((wish) => ({
      soort: wishKinds.named(wish.kind),
      waarde: wishedValue(wish, named),
      gewicht: wish.weight,
    })),
    urgentie: {
      klasse: household.urgencyBand,
      categorie: urgency && { id: urgency.id, naam: urgency.name },
      categorieGeldt: urgency && urgency.holds,
      wettelijkePlicht: urgency?.legalDuty ?? false,
      grondslag: urgency?.legalBasis ?? null,
      bron: urgency?.source ?? null,
    },
    uitstroomgereedOp: household.readyForOutflowOn,
    wachtSinds: household.waitingSince,
    wekenWachtend: Math.max(0, weeksBetween(household.waitingSince, today)),
    verblijf: { plek: household.currentStay, sinds: household.currentStaySince },
    rechthebbend: { status: entitlements.named(household.entitlementStatus), tot: household.entitlementUntil },
    inkomenCent: household.incomeCents,
    toestemmingen: file.consents.map((consent) => ({
      corporatie: named('organisation', consent.organisationId),
      gegevenOp: consent.givenOn,
      ingetrokkenOp: consent.withdrawnOn,
    })),
    weigeringen: file.refusals.map((refusal) => ({
      wooneenheid: namedOrNull('unit', refusal.unitId),
      complex: namedOrNull('complex', refusal.complexId),
      redenCode: refusal.reasonCode,
      tot: refusal.until,
      opgeheven: refusal.liftedAt !== null,
    })),
    // A pause that is over is over, also before its status is brought up to date.
    status: householdStatuses.named(waitsOn(household, today) ? 'waiting' : household.status),
    pauze:
      household.status !== 'paused' || waitsOn(household, today)
        ? null
        : { reden: household.pauseReason && pauseReasons.named(household.pauseReason), tot: household.pausedUntil },
    beperking: restrictionAnswer(file.restriction),
    afsluiting:
      household.closedOn === null || household.closingReason === null
        ? null
        : {
            op: household.closedOn,
            reden: closingReasons.named(household.closingReason),
            bewaardTot: file.removableFrom,
          },
    statusToelichting: household.statusNote,
    bewaarplichten: file.holds.map(({ id, reason, since, until }) => ({ id, reden: reason, sinds: since, tot: until })),
    laatsteVoorstel: latestProposal && {
      id: latestProposal.id,
      status: latestProposal.state,
      wooneenheid: named('unit', latestProposal.unitId),
      startdatum: latestProposal.plannedStart,
    },
    synthetisch: household.demonstration,
    versie: household.version,
  };
}

function wishedValue(wish: HouseholdWishEntity, named: (kind: NamedKind, id: string) => Reference): Reference {
  if (wish.kind !== 'housing-form') return named(wish.kind, wish.value);
  const form = HOUSING_FORMS.find((each) => each === wish.value);
  if (form === undefined) return { id: wish.value, naam: wish.value };
  const { code, naam } = housingForms.named(form);
  return { id: code, naam };
}
