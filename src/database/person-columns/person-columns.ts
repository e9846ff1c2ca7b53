import { CONSULTATION_COLUMNS } from './consultation-columns';
import type { ColumnsOfTable } from './data-categories';
import { FILE_COLUMNS } from './file-columns';
import { PROPOSAL_COLUMNS } from './proposal-columns';
import { STAY_COLUMNS } from './stay-columns';

/** Columns that say whose row it is and who wrote it, in every table. */
export const BOOKKEEPING_COLUMNS: ReadonlySet<string> = new Set([
  ...['id', 'region_id', 'owner_organisation_id', 'household_id', 'version', 'demonstration', 'source'],
  ...['created_at', 'created_by', 'updated_at', 'updated_by'],
]);

/** Every column about a household, in plain Dutch. A test refuses a column that is not here. */
export const PERSON_COLUMNS: Readonly<Record<string, ColumnsOfTable>> = {
  ...FILE_COLUMNS,
  ...STAY_COLUMNS,
  ...CONSULTATION_COLUMNS,
  ...PROPOSAL_COLUMNS,
};
