import { CATALOGUE } from '../core/rules/catalogue';
import { DATA_CATEGORIES, type DataCategory } from '../database/person-columns/data-categories';
import { PERSON_COLUMNS } from '../database/person-columns/person-columns';
import { TRACED_TABLES } from '../database/traced-tables';
import { holds, ROLE_NAMES, ROLES } from '../platform/access/permissions';
import { GENERATED, list, table } from './markdown';
import {
  PRIVACY_RISKS,
  PROCESSING_ACTIVITIES,
  type ProcessingActivity,
  SECURITY_MEASURES,
} from './processing-activities';

const CATEGORIES = Object.keys(DATA_CATEGORIES) as DataCategory[];

/** The words of every column in a category: those of the file itself, then those of each kind of row about it. */
function dataOf(category: DataCategory): string {
  const kinds = Object.entries(PERSON_COLUMNS).flatMap(([name, columns]) => {
    const words = Object.values(columns).flatMap(([column, of]) => (of === category ? [column] : []));
    if (words.length === 0) return [];
    return [`${name === 'household' ? '' : `${TRACED_TABLES[name]}: `}${words.join(', ')}`];
  });
  return kinds.join('; ');
}

function recipientsOf({ permissions }: ProcessingActivity): string {
  const roles = ROLES.filter((role) => permissions.some((permission) => holds(role, permission)));
  return roles.map((role) => ROLE_NAMES[role]).join(', ');
}

function measures(): string {
  return list(SECURITY_MEASURES.map(([measure, where]) => `${measure} ([${where}](${where})).`));
}

function activitySection(activity: ProcessingActivity): string {
  return `## ${activity.name}

${table(
  ['onderdeel', 'inhoud'],
  [
    ['doel', activity.purpose],
    ['grondslag', activity.legalBasis],
    ['betrokkenen', activity.persons],
    ['gegevens', [...activity.categories.map((each) => DATA_CATEGORIES[each]), ...activity.otherData].join('; ')],
    ['ontvangers, naar rol', recipientsOf(activity)],
    ['doorgifte buiten de EU', 'Geen'],
    ['bewaartermijn', activity.retention],
  ],
)}
`;
}

const DATA_TABLE = table(
  ['categorie', 'gegevens'],
  CATEGORIES.map((category) => [DATA_CATEGORIES[category], dataOf(category)]),
);

/** The record of processing activities (AVG art. 30), for a region to take over. */
export function processingRegisterPage(): string {
  return `# Verwerkingsregister

${GENERATED}

Wat Woonplek met persoonsgegevens doet, zoals artikel 30 van de AVG dat vraagt. Een regio neemt dit over in het eigen register en
vult aan wie verwerkingsverantwoordelijke is, wie de FG is, en welke bewaartermijnen zij zelf heeft vastgesteld. De grondslagen zijn een voorstel: de
regio laat ze beoordelen. Wat een rol precies mag, staat in [permissions.md](permissions.md).

${PROCESSING_ACTIVITIES.map(activitySection).join('\n')}
## Welke gegevens over een cliënt

${DATA_TABLE}

Geen diagnose en geen foto. Een burgerservicenummer staat apart, alleen waar de aanbieder het nodig heeft, en gaat nooit naar een
corporatie. Van een gebied waar iemand niet mag of kan wonen staat de reden er niet bij.

## Beveiliging

${measures()}
`;
}

/** A data protection impact assessment (AVG art. 35) as far as the product can write it. */
export function dpiaPage(): string {
  const [housing] = PROCESSING_ACTIVITIES;
  const sources = [...new Set(CATALOGUE.flatMap(({ legalBasis }) => legalBasis ?? []))].sort();
  return `# DPIA

${GENERATED}

Een gegevensbeschermingseffectbeoordeling (AVG art. 35) zover het product die zelf kan schrijven. De regio vult aan wat bij haar
anders is, bespreekt de risico’s met de FG en met cliënten, en herhaalt dat bij elke grote verandering.

## Wat er gebeurt

${housing!.purpose}

Woonplek zet alle vrije woonplekken naast alle huishoudens, past de regels van het beleid toe en doet een
voorstel per cliënt. Een wooncoördinator keurt goed of af, een corporatie bevestigt. De regels zijn opgeschreven met hun bron
([rules.md](rules.md)); er wordt niets over personen voorspeld en niets geleerd van eerdere besluiten.

## Wie en wat

${table(
  ['verwerking', 'betrokkenen', 'ontvangers, naar rol'],
  PROCESSING_ACTIVITIES.map((each) => [each.name, each.persons, recipientsOf(each)]),
)}

${DATA_TABLE}

## Waarom het mag en nodig is

${table(
  ['verwerking', 'grondslag'],
  PROCESSING_ACTIVITIES.map(({ name, legalBasis }) => [name, legalBasis]),
)}

Elk gegeven over een cliënt is er omdat een regel, een besluit of de begeleiding erom vraagt; wat een regel niet kan beoordelen,
telt als onbekend en nooit als goed. De wetten waarop regels steunen:

${list(sources)}

**Besluiten door een computer** (AVG art. 22). Tussen voorstel en toewijzing staat altijd een mens met de bevoegdheid om af te
wijken, en dat besluit wordt met reden en regelversie vastgelegd.

**Rechten van de cliënt.** Inzage in het dossier en in wie het heeft gezien gaat via de aanbieder of de wooncoördinator; alles wat
er is, staat in één overzicht om mee te geven. Een verzoek krijgt een termijn van een maand, en is te zien als die voorbij is. Na een
bezwaar of een betwist gegeven staat de verwerking stil tot er is besloten ([client-rights.md](client-rights.md)). Bij elk
voorstel en bij het ontbreken ervan staat de reden in gewone taal. Is toestemming
om met een corporatie te delen ingetrokken, dan komen de woningen van die corporatie niet meer in aanmerking.

## Risico’s

De kans is die met de maatregelen erbij.

${table(
  ['risico', 'kans', 'ernst', 'maatregelen', 'wat overblijft'],
  PRIVACY_RISKS.map(({ risk, chance, harm, measures: taken, left }) => [risk, chance, harm, taken, left]),
)}

## Beveiliging

${measures()}

Bedreigingen van de techniek, met de test die elke maatregel laat zien: [threats.md](threats.md).
`;
}
