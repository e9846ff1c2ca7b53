import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PANEL_ENTRY_KINDS, type PanelEntryKind } from '../../core/review/case-panels';
import { Sealed } from '../sealing/sealed';
import { ActedAsColumns } from './acted-as.columns';
import { oneOf } from './one-of';

/** What one named person wrote about a case: an advice, the decision, or a note to minutes that are closed. Append-only. */
@Entity()
@Index(['caseId', 'at'])
@Check('panel_entry_kind', oneOf('kind', PANEL_ENTRY_KINDS))
@Check('panel_entry_sealed', `"text" LIKE 's1:%'`)
export class PanelEntryEntity extends ActedAsColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @ForeignKey('OrganisationEntity')
  @Column('uuid')
  ownerOrganisationId!: string;

  @ForeignKey('PanelMeetingEntity')
  @Column('uuid')
  meetingId!: string;

  @ForeignKey('PanelCaseEntity')
  @Column('uuid')
  caseId!: string;

  @Index()
  @ForeignKey('HouseholdEntity')
  @Column('uuid')
  householdId!: string;

  @Column('text')
  kind!: PanelEntryKind;

  @Column('text', { transformer: new Sealed('panel_entry.text') })
  text!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @ForeignKey('AccountEntity')
  @Column('uuid')
  actor!: string;
}
