import { restrictionGrounds, restrictionWords } from '../../core/review/client-request-transitions';
import type { HouseholdRestrictionEntity } from '../../database/entities/household-restriction.entity';
import type { ClientDto } from './client.dto';

/** The restriction that a household is under, as its file and the lists tell it. */
export function restrictionAnswer(open: HouseholdRestrictionEntity | undefined): ClientDto['beperking'] {
  if (open === undefined) return null;
  return { sinds: open.since, grond: restrictionGrounds.named(open.ground), tekst: restrictionWords(open) };
}
