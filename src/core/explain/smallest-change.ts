import { ruleById } from '../rules/catalogue';
import type { Text } from '../rules/rule';
import type { PairVerdict } from './judge-pair';

/** Who may bring about a change. */
export type ChangeOwner = 'client' | 'aanbieder' | 'corporatie' | 'gemeente' | 'coordinator' | 'nobody';

/** The least that would have to change for one rule to hold, as far as the law allows it. */
export interface LawfulChange {
  readonly ruleId: string;
  /** `nobody`: this is a fact about a person, or the law, and no lever. */
  readonly owner: ChangeOwner;
  readonly text: Text;
}

type Change = Omit<LawfulChange, 'ruleId'>;

const change = (owner: ChangeOwner, nl: string, en: string): Change => ({ owner, text: { nl, en } });

/**
 * What may change for each rule. A rule that is not named here can only be set aside by a signed exception. Facts about a
 * person (age, household, income, doelgroep) are never a lever: where only such a fact is in the way, the home could change.
 */
const CHANGES: Readonly<Record<string, Change>> = {
  doelgroep: change(
    'corporatie',
    'De corporatie en de regio kunnen deze woonplek ook voor deze doelgroep openstellen.',
    'The corporatie and the region can open this home to this doelgroep too.',
  ),
  'age-band': change(
    'corporatie',
    'De corporatie en de regio kunnen een andere leeftijdsgrens afspreken voor deze woonplek.',
    'The corporatie and the region can agree on another age limit for this home.',
  ),
  'household-fits': change(
    'nobody',
    'De woonplek is te klein of anders ingericht. Daar is een andere woonplek voor nodig.',
    'The home is too small or of another kind. That takes another home.',
  ),
  accessibility: change(
    'gemeente',
    'De gemeente kan een aanpassing van de woning betalen (Wmo 2015).',
    'The gemeente can pay for an adaptation of the home (Wmo 2015).',
  ),
  herkomst: change(
    'coordinator',
    'De coördinator kan met de twee gemeenten een uitzondering op herkomst afspreken, met naam en reden.',
    'The coordinator can agree on an exception to herkomst with both gemeenten, with a name and a reason.',
  ),
  'exclusion-area': change(
    'client',
    'Alleen als de cliënt dit gebied zelf heeft uitgesloten, kan de cliënt dat ook intrekken. Een verbod blijft staan.',
    'Only where the client excluded this area by own choice can the client withdraw that. A prohibition stands.',
  ),
  'availability-window': change(
    'corporatie',
    'De corporatie kan de woonplek eerder vrijgeven of langer beschikbaar houden.',
    'The corporatie can free the home sooner or keep it available for longer.',
  ),
  'unit-end': change(
    'corporatie',
    'De corporatie kan de woonplek langer beschikbaar houden.',
    'The corporatie can keep the home available for longer.',
  ),
  'support-available': change(
    'aanbieder',
    'Een aanbieder kan de begeleiding in deze gemeente gaan geven.',
    'An aanbieder can start to give the guidance in this gemeente.',
  ),
  pets: change(
    'corporatie',
    'De corporatie kan huisdieren in deze woonplek toestaan.',
    'The corporatie can allow pets in this home.',
  ),
  'rent-limit': change(
    'corporatie',
    'De corporatie kan de huur verlagen tot onder de grens.',
    'The corporatie can lower the rent to below the limit.',
  ),
  'passend-toewijzen': change(
    'corporatie',
    'De corporatie kan de huur voor dit huishouden verlagen, of haar vrije ruimte van 5 % gebruiken.',
    'The corporatie can lower the rent for this household, or use its free room of 5 %.',
  ),
  entitlement: change(
    'gemeente',
    'De gemeente moet eerst beslissen of er recht is op opvang of begeleiding.',
    'The gemeente must first decide whether there is a right to shelter or guidance.',
  ),
  'refused-before': change(
    'client',
    'De cliënt kan zelf laten weten dat de reden van de weigering niet meer geldt.',
    'The client can say that the reason of the refusal no longer holds.',
  ),
  consent: change(
    'client',
    'De cliënt kan toestemming geven om gegevens met deze corporatie te delen. Dat mag nooit een voorwaarde zijn.',
    'The client can consent to sharing data with this corporatie. That may never be a condition.',
  ),
  'ready-for-outflow': change(
    'aanbieder',
    'De aanbieder kan de datum waarop de cliënt klaar is voor uitstroom vastleggen of vervroegen.',
    'The aanbieder can record or bring forward the date on which the client is ready for outflow.',
  ),
};

const BY_EXCEPTION = change(
  'coordinator',
  'Alleen met een uitzondering voor dit paar, met naam, reden en einddatum.',
  'Only by an exception for this pair, with a name, a reason and an end.',
);

/** A rule that rests on a law is set aside only as far as that law allows it. */
function byException(ruleId: string): Change {
  const { legalBasis } = ruleById(ruleId);
  if (legalBasis === undefined) return BY_EXCEPTION;
  return change(
    'coordinator',
    `Deze regel komt uit de wet (${legalBasis}). Een uitzondering kan alleen als de wet die toelaat, met naam, reden en einddatum.`,
    `This rule comes from the law (${legalBasis}). An exception is possible only where the law allows it, with a name, a reason and an end.`,
  );
}

/** For a rule that fails or lacks a datum. */
export function smallestChange({ ruleId, outcome }: PairVerdict): LawfulChange {
  const known = Object.hasOwn(CHANGES, ruleId) ? CHANGES[ruleId]! : byException(ruleId);
  if (outcome !== 'unknown') return { ruleId, ...known };
  const nl = 'Er ontbreekt een gegeven. Vul het aan; daarna beoordeelt de volgende ronde deze regel opnieuw.';
  return {
    ruleId,
    owner: 'aanbieder',
    text: { nl, en: 'A datum is missing. Supply it; the next round judges again.' },
  };
}
