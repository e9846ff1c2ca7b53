import { IsNull, LessThanOrEqual, MoreThanOrEqual, Or, type EntityManager } from 'typeorm';
import type { PanelSharing } from '../core/review/case-panels';
import type { LandingChecklist } from '../core/review/landing-checklist';
import type { RefusalPolicy } from '../core/review/refusal-policy';
import type { IsoDate } from '../core/time/calendar';
import { WorkflowSettingEntity, type WorkflowSettingKind } from './entities/workflow-setting.entity';

interface Documents {
  readonly 'refusal-consequences': RefusalPolicy;
  readonly 'landing-checklist': LandingChecklist;
  readonly 'panel-sharing': PanelSharing;
}

/** What the region agreed that holds on a day, the newest where two do. Null: it agreed nothing. */
export async function readWorkflowSetting<K extends WorkflowSettingKind>(
  manager: EntityManager,
  regionId: string,
  kind: K,
  day: IsoDate,
): Promise<{ readonly version: string; readonly document: Documents[K] } | null> {
  const row = await manager.findOne(WorkflowSettingEntity, {
    where: { regionId, kind, validFrom: LessThanOrEqual(day), validTo: Or(IsNull(), MoreThanOrEqual(day)) },
    order: { validFrom: 'DESC', version: 'DESC' },
  });
  return row === null ? null : { version: row.version, document: row.document as Documents[K] };
}
