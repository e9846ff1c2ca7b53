import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { PanelSharing } from '../../core/review/case-panels';
import type { LandingChecklist } from '../../core/review/landing-checklist';
import type { RefusalPolicy } from '../../core/review/refusal-policy';
import { oneOf } from './one-of';
import { RecordedColumns } from './recorded.columns';

const WORKFLOW_SETTING_KINDS = ['refusal-consequences', 'landing-checklist', 'panel-sharing'] as const;
export type WorkflowSettingKind = (typeof WORKFLOW_SETTING_KINDS)[number];

/** One version of what a region agreed about the way from offer to key. A case keeps what it began with. */
@Entity()
@Unique(['regionId', 'kind', 'version'])
@Check('workflow_setting_kind', oneOf('kind', WORKFLOW_SETTING_KINDS))
@Check('workflow_setting_validity', '"valid_to" >= "valid_from"')
export class WorkflowSettingEntity extends RecordedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @Column('text')
  kind!: WorkflowSettingKind;

  @Column('text')
  version!: string;

  @Column('date')
  validFrom!: string;

  /** The last day on which it holds. */
  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('jsonb')
  document!: RefusalPolicy | LandingChecklist | PanelSharing;

  /** Where it was decided. */
  @Column('text')
  source!: string;
}
