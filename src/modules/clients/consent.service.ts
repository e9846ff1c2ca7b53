import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import { HOLDING_STATES } from '../../core/review/proposal-transitions';
import { HouseholdConsentEntity } from '../../database/entities/household-consent.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { OrganisationEntity } from '../../database/entities/organisation.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, notFound } from '../../platform/http/problem';
import type { ConsentChangeDto, ConsentDto } from './consent.dto';

/** Consent of a client to share data with a corporatie (AVG article 7): given and withdrawn at any time, one as easily as the other. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws 404 for a client that this account may not see, as for one that does not exist, and for what is no corporatie of
   * the region; 409 where there is nothing to change.
   */
  change(actor: ActingAccount, id: string, { corporatie, besluit }: ConsentChangeDto): Promise<ConsentDto> {
    return inTransaction(
      this.database,
      async (manager) => {
        // One change of a household at a time, so that consent is not given twice.
        await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`consent ${id}`]);
        const household = await manager.findOneBy(HouseholdEntity, { id, regionId: actor.regionId });
        if (household === null) throw notFound('cliënt', id);
        const owner = await manager.findOneBy(OrganisationEntity, {
          id: corporatie,
          kind: 'corporatie',
          regionId: actor.regionId,
        });
        if (owner === null) throw notFound('corporatie', corporatie);
        if (besluit === 'geven') await this.give(manager, household, owner);
        else await this.withdraw(manager, household, owner);
        return consentOf(manager, household);
      },
      { actor },
    );
  }

  private async give(manager: EntityManager, household: HouseholdEntity, owner: OrganisationEntity): Promise<void> {
    if ((await openConsent(manager, household.id, owner.id)) !== null) {
      throw conflict('toestemming-is-er-al', 'Toestemming is er al', `Er is al toestemming voor ${owner.name}.`);
    }
    const { regionId, ownerOrganisationId } = household;
    await manager.insert(HouseholdConsentEntity, {
      ...{ id: randomUUID(), householdId: household.id, organisationId: owner.id, regionId, ownerOrganisationId },
      ...{ givenOn: this.clock.today(), withdrawnOn: null },
    });
  }

  private async withdraw(manager: EntityManager, household: HouseholdEntity, owner: OrganisationEntity): Promise<void> {
    const consent = await openConsent(manager, household.id, owner.id);
    if (consent === null) {
      throw conflict('geen-toestemming', 'Er is geen toestemming', `Er is geen toestemming voor ${owner.name}.`);
    }
    const today = this.clock.today();
    await manager.update(
      HouseholdConsentEntity,
      { id: consent.id },
      { withdrawnOn: today < consent.givenOn ? consent.givenOn : today },
    );
  }
}

function openConsent(manager: EntityManager, householdId: string, organisationId: string) {
  return manager.findOneBy(HouseholdConsentEntity, { householdId, organisationId, withdrawnOn: IsNull() });
}

async function consentOf(manager: EntityManager, household: HouseholdEntity): Promise<ConsentDto> {
  const consents = await manager.find(HouseholdConsentEntity, {
    where: { householdId: household.id },
    order: { givenOn: 'ASC', id: 'ASC' },
  });
  const organisations = await manager.findBy(OrganisationEntity, {
    id: In(consents.map(({ organisationId }) => organisationId)),
  });
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  const open = new Set(consents.filter(({ withdrawnOn }) => withdrawnOn === null).map((each) => each.organisationId));
  const proposals = await manager.findBy(ProposalEntity, {
    householdId: household.id,
    state: In(['voorgesteld', ...HOLDING_STATES]),
  });
  const units = await manager.findBy(UnitEntity, { id: In(proposals.map(({ unitId }) => unitId)) });
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  return {
    id: household.id,
    toestemmingen: consents.map(({ organisationId, givenOn, withdrawnOn }) => ({
      corporatie: { id: organisationId, naam: names.get(organisationId) ?? organisationId },
      gegevenOp: givenOn,
      ingetrokkenOp: withdrawnOn,
    })),
    geraakteVoorstellen: proposals.flatMap(({ id, state, unitId }) => {
      const unit = unitOf.get(unitId);
      if (!unit?.corporatieId || open.has(unit.corporatieId)) return [];
      return [{ id, status: state, wooneenheid: { id: unit.id, naam: unit.name } }];
    }),
  };
}
