import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ClientRequestEntity } from '../../database/entities/client-request.entity';
import { HouseholdCorrectionEntity } from '../../database/entities/household-correction.entity';
import { HouseholdMemberEntity } from '../../database/entities/household-member.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { PERSON_COLUMNS } from '../../database/person-columns/person-columns';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, type InputFault, invalidInput } from '../../platform/http/problem';
import { ProposalsOfClientService } from '../proposals/proposals-of-client.service';
import { householdChanges, memberChanges } from './correction-changes';
import { correctionFaults } from './correction-faults';
import type { CorrectedDto, CorrectionDto } from './correction.dto';
import { lockedHousehold } from './own-household';
import { RequestDecisionsService } from './request-decisions.service';
import { RestrictionService } from './restriction.service';

/** Rectification of a file (AVG article 16): the reason is kept, and the change log keeps what stood there before. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly database: DataSource,
    private readonly decisions: RequestDecisionsService,
    private readonly restrictions: RestrictionService,
    private readonly proposals: ProposalsOfClientService,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes what is named, all of it or nothing. Throws 404 for a client that this account may not see, 400 with every wrong
   * field, and 409 when the file has changed, or when processing is restricted and this answers no request for correction.
   */
  async correct(actor: ActingAccount, id: string, correction: CorrectionDto): Promise<CorrectedDto> {
    const { versie, gewijzigd } = await inTransaction(
      this.database,
      (manager) => this.change(manager, actor, id, correction),
      { actor },
    );
    const touched = await this.proposals.madeOnOldFacts(actor.regionId, id);
    return { id, versie, gewijzigd, geraakteVoorstellen: touched };
  }

  private async change(
    manager: EntityManager,
    actor: ActingAccount,
    id: string,
    correction: CorrectionDto,
  ): Promise<Pick<CorrectedDto, 'versie' | 'gewijzigd'>> {
    const household = await lockedHousehold(manager, actor, id);
    const members = await manager.find(HouseholdMemberEntity, {
      where: { householdId: id },
      order: { position: 'ASC' },
    });
    const request = await this.requestOf(manager, id, correction);
    const faults = await correctionFaults(manager, { household, members, today: this.clock.today() }, correction);
    if (request === null) faults.push(...strayFaults(correction));
    if (faults.length > 0) throw invalidInput(faults);
    if (household.version !== correction.versie) {
      const detail = 'Dit dossier is intussen gewijzigd. Bekijk het opnieuw en verbeter wat er dan nog niet klopt.';
      throw conflict('intussen-gewijzigd', 'Dossier is intussen gewijzigd', detail, { versie: household.version });
    }
    if (request === null) await this.restrictions.refuseRestricted(manager, id);
    const changed = await save(manager, household, members, correction);
    const { regionId, ownerOrganisationId } = household;
    await manager.insert(HouseholdCorrectionEntity, {
      ...{ id: randomUUID(), householdId: id, regionId, ownerOrganisationId, requestId: request?.id ?? null },
      ...{ reason: correction.reden, changed },
    });
    if (request !== null) {
      const { reden: antwoord, clientGeinformeerdOp } = correction;
      await this.decisions.grantCorrection(manager, actor, { household, request }, { antwoord, clientGeinformeerdOp });
    }
    const { version } = await manager.findOneByOrFail(HouseholdEntity, { id });
    return { versie: version, gewijzigd: changed };
  }

  /** The request that this correction grants; null: none is named. */
  private async requestOf(
    manager: EntityManager,
    householdId: string,
    { verzoek }: CorrectionDto,
  ): Promise<ClientRequestEntity | null> {
    if (verzoek === undefined) return null;
    const request = await manager.findOne(ClientRequestEntity, {
      where: { id: verzoek, householdId, kind: 'correction' },
      lock: { mode: 'pessimistic_write' },
    });
    if (request !== null) return request;
    const verwacht = 'een verzoek om correctie van deze cliënt';
    throw invalidInput([{ in: 'body', veld: 'verzoek', waarde: verzoek, verwacht }]);
  }
}

function strayFaults({ clientGeinformeerdOp: day }: CorrectionDto): InputFault[] {
  if (day === undefined) return [];
  const verwacht = 'alleen samen met een verzoek waardoor de verwerking is beperkt; laat het anders weg';
  return [{ in: 'body', veld: 'clientGeinformeerdOp', waarde: day, verwacht }];
}

/** Saves what differs, and answers with the words of each column that did. */
async function save(
  manager: EntityManager,
  household: HouseholdEntity,
  members: readonly HouseholdMemberEntity[],
  { gegevens, leden }: CorrectionDto,
): Promise<string[]> {
  const changes = householdChanges(household, gegevens);
  const changed = wordsOf(manager, HouseholdEntity, Object.keys(changes));
  if (changed.length > 0) await manager.update(HouseholdEntity, { id: household.id }, changes);
  for (const named of leden) {
    const member = members.find(({ id }) => id === named.id)!;
    const ofMember = memberChanges(member, named);
    const words = wordsOf(manager, HouseholdMemberEntity, Object.keys(ofMember));
    if (words.length === 0) continue;
    await manager.update(HouseholdMemberEntity, { id: member.id }, ofMember);
    changed.push(...words);
  }
  // A name is part of the file too: whoever saw the old one has seen an old file.
  if (Object.keys(changes).length === 0 && changed.length > 0) {
    await manager.query('UPDATE household SET version = version + 1 WHERE id = $1', [household.id]);
  }
  return [...new Set(changed)];
}

function wordsOf(
  manager: EntityManager,
  entity: typeof HouseholdEntity | typeof HouseholdMemberEntity,
  properties: readonly string[],
): string[] {
  const metadata = manager.connection.getMetadata(entity);
  return properties.map((property) => {
    const column = metadata.findColumnWithPropertyName(property)!.databaseName;
    return PERSON_COLUMNS[metadata.tableName]![column]![0];
  });
}
