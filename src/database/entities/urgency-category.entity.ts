import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedColumns } from './recorded.columns';

/** A kind of urgency, such as leaving a shelter. What it means in a region, and when, is in its periods. */
@Entity()
export class UrgencyCategoryEntity extends RecordedColumns {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;
}
