import type { MigrationInterface } from 'typeorm';
import { BsnTraces1795312800070 } from './1795312800070-bsn-traces';
import { Access1795312800020 } from './1795312800020-access';
import { Foundation1795312800000 } from './1795312800000-foundation';
import { Guards1795312800001 } from './1795312800001-guards';
import { LotteryAndRuleFacts1795312800004 } from './1795312800004-lottery-and-rule-facts';
import { ManualMatch1795312800181 } from './1795312800181-manual-match';
import { Notifications1795312800150 } from './1795312800150-notifications';
import { PassedOver1795312800012 } from './1795312800012-passed-over';
import { RentTableDemonstration1795312800003 } from './1795312800003-rent-table-demonstration';
import { ClientRights1795312800090 } from './1795312800090-client-rights';
import { ConsentByPeople1795312800080 } from './1795312800080-consent-by-people';
import { Contacts1795312800110 } from './1795312800110-contacts';
import { Closing1795312800100 } from './1795312800100-closing';
import { Retention1795312800101 } from './1795312800101-retention';
import { PurgeFiles1795312800102 } from './1795312800102-purge-files';
import { PurgeRounds1795312800103 } from './1795312800103-purge-rounds';
import { RowsOfNumbers1795312800060 } from './1795312800060-rows-of-numbers';
import { RunProofs1795312800010 } from './1795312800010-run-proofs';
import { RunWarnings1795312800002 } from './1795312800002-run-warnings';
import { SealedFields1795312800050 } from './1795312800050-sealed-fields';
import { Timeline1795312800180 } from './1795312800180-timeline';
import { StrictValues1795312800005 } from './1795312800005-strict-values';
import { Rows1795312800030 } from './1795312800030-rows';
import { Traces1795312800040 } from './1795312800040-traces';
import { UnitContacts1795312800182 } from './1795312800182-unit-contacts';
import { PanelWithdrawals1795312800183 } from './1795312800183-panel-withdrawals';
import { Calls1795312800184 } from './1795312800184-calls';
import { UrgencyCategories1795312800011 } from './1795312800011-urgency-categories';
import { AllocationOwners1795312800122 } from './1795312800122-allocation-owners';
import { OffersAndTenancies1795312800130 } from './1795312800130-offers-and-tenancies';
import { WorkflowStates1795312800120 } from './1795312800120-workflow-states';
import { Workflow1795312800140 } from './1795312800140-workflow';
import { CasePanels1795312800170 } from './1795312800170-case-panels';
import { WarmHandovers1795312800160 } from './1795312800160-warm-handovers';

/** Oldest first. */
export const ALL_MIGRATIONS: readonly (new () => MigrationInterface)[] = [
  Foundation1795312800000,
  Guards1795312800001,
  RunWarnings1795312800002,
  RentTableDemonstration1795312800003,
  LotteryAndRuleFacts1795312800004,
  StrictValues1795312800005,
  RunProofs1795312800010,
  UrgencyCategories1795312800011,
  PassedOver1795312800012,
  Access1795312800020,
  Rows1795312800030,
  Traces1795312800040,
  SealedFields1795312800050,
  RowsOfNumbers1795312800060,
  BsnTraces1795312800070,
  ConsentByPeople1795312800080,
  ClientRights1795312800090,
  Closing1795312800100,
  Retention1795312800101,
  PurgeFiles1795312800102,
  PurgeRounds1795312800103,
  Contacts1795312800110,
  WorkflowStates1795312800120,
  AllocationOwners1795312800122,
  OffersAndTenancies1795312800130,
  Workflow1795312800140,
  Notifications1795312800150,
  WarmHandovers1795312800160,
  CasePanels1795312800170,
  Timeline1795312800180,
  ManualMatch1795312800181,
  UnitContacts1795312800182,
  PanelWithdrawals1795312800183,
  Calls1795312800184,
];
