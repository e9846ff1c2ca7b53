import { addDays, type IsoDate } from '../time/calendar';

/** Who the reason comes from. */
export type RejectionSide = 'client' | 'verhuurder' | 'regio';

/** How long the pair is not proposed again: not at all, a number of days, or until somebody lifts it. */
export type RejectionBan = 'none' | 'until-lifted' | { readonly days: number };

export interface RejectionReason {
  readonly code: string;
  readonly side: RejectionSide;
  readonly nl: string;
  /** Name of the VERA reference value; null for a reason of our own. */
  readonly vera: string | null;
  readonly ban: RejectionBan;
  readonly noteRequired: boolean;
}

const DAYS_TO_MEND = { days: 60 };

const reason = (
  code: string,
  side: RejectionSide,
  nl: string,
  vera: string | null,
  ban: RejectionBan,
  noteRequired = false,
): RejectionReason => ({ code, side, nl, vera, ban, noteRequired });

/**
 * Why a person may reject a proposal: VERA AANBIEDINGDETAILSTATUS (CC0) where that has a code. ANV and GER are left out:
 * they need an area that is designated under the Wet bijzondere maatregelen grootstedelijke problematiek, and no region has
 * one. VERA has no code for "something else"; ANDERS is ours and asks for a note.
 */
export const REJECTION_REASONS: readonly RejectionReason[] = [
  reason('WBN', 'client', 'De woning past niet bij de cliënt', 'Woning bevalt niet', 'until-lifted'),
  reason('WKN', 'client', 'De kwaliteit van de woning past niet', 'Woningkwaliteit bevalt niet', 'until-lifted'),
  reason('WOB', 'client', 'De woonomgeving past niet bij de cliënt', 'Woonomgeving bevalt niet', 'until-lifted'),
  reason('BUI', 'client', 'De buitenruimte voldoet niet', 'Buitenruimte bevalt niet', 'until-lifted'),
  reason('PAO', 'client', 'Parkeer- of bergruimte is te klein', 'Parkeer, bergingruimte onvoldoende', 'until-lifted'),
  reason('HUU', 'client', 'De huur is te hoog', 'Huurprijs te hoog', 'until-lifted'),
  reason('PER', 'client', 'Persoonlijke omstandigheden', 'Persoonlijke omstandigheden', DAYS_TO_MEND),
  reason('GEE', 'client', 'De cliënt heeft geen belangstelling', 'Geen belangstelling meer', 'until-lifted'),
  reason('AND', 'client', 'De cliënt kiest een andere woning', 'Andere woning geaccepteerd', 'until-lifted'),
  reason('INH', 'verhuurder', 'Het inkomen is te hoog', 'Inkomen te hoog', DAYS_TO_MEND),
  reason('INL', 'verhuurder', 'Het inkomen is te laag', 'Inkomen te laag', DAYS_TO_MEND),
  reason('DOC', 'verhuurder', 'Documenten ontbreken', 'Documenten niet aangeleverd', DAYS_TO_MEND),
  reason('DON', 'verhuurder', 'Documenten zijn niet akkoord', 'Documenten niet akkoord', DAYS_TO_MEND),
  reason('NIE', 'verhuurder', 'De cliënt kwam niet op de afspraak', 'Niet verschenen bij afspraak', 'none'),
  reason('REA', 'verhuurder', 'De cliënt reageerde niet op tijd', 'Reactietermijn verlopen', 'none'),
  reason(
    'ONG',
    'verhuurder',
    'De cliënt past niet als huurder van deze woning',
    'Ongeschikt als huurder',
    'until-lifted',
    true,
  ),
  reason('COO', 'verhuurder', 'De bewoners kozen een ander', 'Cooptatie mislukt', 'until-lifted'),
  reason('GEG', 'regio', 'De gegevens kloppen niet', 'Gegevens onjuist', 'none'),
  reason('ONT', 'regio', 'De woning is ten onrechte voorgesteld', 'Onterecht aangeboden', 'until-lifted'),
  reason('TOE', 'regio', 'De woning gaat naar een andere kandidaat', 'Toewijzing andere kandidaat', 'none'),
  reason('ANDERS', 'regio', 'Andere reden', null, 'until-lifted', true),
];

export const REJECTION_CODES: readonly string[] = REJECTION_REASONS.map(({ code }) => code);

export function rejectionReason(code: string): RejectionReason | undefined {
  return REJECTION_REASONS.find((each) => each.code === code);
}

/** The last day of the ban that follows a rejection on `today`; null: until lifted; undefined: no ban. */
export function banUntil(ban: RejectionBan, today: IsoDate): IsoDate | null | undefined {
  if (ban === 'none') return undefined;
  return ban === 'until-lifted' ? null : addDays(today, ban.days);
}
