import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actingAs, systemOf } from '../../database/acting';
import { OrganisationEntity } from '../../database/entities/organisation.entity';
import { RegionEntity } from '../../database/entities/region.entity';
import { DATA_CATEGORIES, type DataCategory } from '../../database/person-columns/data-categories';
import { PROCESSING_ACTIVITIES } from '../../docs/processing-activities';
import type { ActingAccount } from '../../platform/access/acting-account';
import { holds, permissionSentence, ROLE_NAMES, ROLES } from '../../platform/access/permissions';
import { Clock } from '../../platform/clock';
import { ProposalsOfClientService } from '../proposals/proposals-of-client.service';
import type { ClientExportDto } from './client-export.dto';
import { exportRows } from './export-rows';
import { ownHousehold } from './own-household';

/** Activities that use data of clients, each with what it is for. */
const ABOUT_CLIENTS = PROCESSING_ACTIVITIES.filter(({ categories }) => categories.length > 0);
const NUMBERS = 'household_member_bsn';

/** Access to everything that is held about a client (AVG article 15), in words that the client can read. */
@Injectable()
export class ClientExportService {
  constructor(
    private readonly database: DataSource,
    private readonly proposals: ProposalsOfClientService,
    private readonly clock: Clock,
  ) {}

  /** Throws 404 for a client that this account may not see, exactly as for one that does not exist. */
  async export(actor: ActingAccount, id: string): Promise<ClientExportDto> {
    const { reference, regionId, ownerOrganisationId, demonstration } = await ownHousehold(
      this.database.manager,
      actor,
      id,
    );
    const isOwnAanbieder = actor.role === 'aanbieder' && actor.organisationId === ownerOrganisationId;
    // The client has a right to all of it, also to rows that whoever asks on their behalf does not see otherwise.
    const read = await actingAs(systemOf(regionId), () =>
      this.database.transaction('REPEATABLE READ', async (manager) => ({
        region: await manager.findOneByOrFail(RegionEntity, { id: regionId }),
        aanbieder: await manager.findOneByOrFail(OrganisationEntity, { id: ownerOrganisationId }),
        rows: await exportRows(manager, id, isOwnAanbieder ? [] : [NUMBERS]),
      })),
    );
    return {
      formaat: 'woonplek-gegevens/1',
      gemaaktOp: this.clock.now().toISOString(),
      client: { id, nummer: reference },
      regio: read.region.name,
      aanbieder: read.aanbieder.name,
      synthetisch: demonstration,
      categorieen: categories(),
      gegevens: read.rows,
      nietOpgenomen: leftOut(isOwnAanbieder),
      voorstellen: await this.proposals.explained(regionId, id),
      ontvangers: recipients(),
      inzage: {
        tekst:
          'Woonplek houdt bij wie deze gegevens heeft bekeken of gewijzigd, wanneer, in welke rol en waarvoor. De cliënt mag dat overzicht hebben.',
        adres: `/v1/clienten/${id}/inzage`,
      },
      rechten: RIGHTS,
    };
  }
}

function categories(): ClientExportDto['categorieen'] {
  return (Object.keys(DATA_CATEGORIES) as DataCategory[]).flatMap((category) =>
    ABOUT_CLIENTS.filter(({ categories: of }) => of.includes(category)).map(({ purpose, legalBasis, retention }) => ({
      naam: DATA_CATEGORIES[category],
      waarvoor: purpose,
      grondslag: legalBasis,
      bewaartermijn: retention,
    })),
  );
}

function recipients(): ClientExportDto['ontvangers'] {
  const permissions = [...new Set(ABOUT_CLIENTS.flatMap(({ permissions: of }) => of))];
  return ROLES.map((role) => ({
    rol: ROLE_NAMES[role],
    mag: permissions.filter((permission) => holds(role, permission)).map(permissionSentence),
  })).filter(({ mag }) => mag.length > 0);
}

function leftOut(hasNumbers: boolean): string[] {
  return [
    ...(hasNumbers
      ? []
      : ['Het burgerservicenummer, als dat er is: alleen de eigen aanbieder ziet het en kan het geven.']),
    'Wie welke stap deed, op naam: er staat in welke rol het was. Medewerkers hebben ook recht op hun privacy.',
    'Waar een punt ligt waar iemand van weg of juist dichtbij wil blijven: dat kan de woning van iemand anders zijn (AVG artikel 15 lid 4).',
    'Andere cliënten: van hen staat er alleen hoeveel het er waren.',
    'Kopieën: een ronde bewaart een afschrift van deze gegevens zoals zij op die dag waren, om na te kunnen rekenen.',
  ];
}

const RIGHTS = [
  'Klopt er iets niet? Vraag om correctie (AVG artikel 16).',
  'Wilt u niet dat uw gegevens zo worden gebruikt? Maak bezwaar (AVG artikel 21). Tot het besluit staat alles stil.',
  'Wilt u dat er even niets met uw gegevens gebeurt? Vraag om beperking (AVG artikel 18).',
  'Hebt u toestemming gegeven om gegevens te delen met een corporatie? U kunt die altijd intrekken (AVG artikel 7).',
  'U krijgt binnen een maand antwoord. Duurt het langer, dan hoort u dat binnen die maand, met de reden.',
  'Bent u het niet eens met het antwoord? Dien een klacht in bij de Autoriteit Persoonsgegevens.',
];
