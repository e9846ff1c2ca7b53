import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedColumns } from './recorded.columns';

@Entity()
export class DoelgroepEntity extends RecordedColumns {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  /** VERA AANVULLENDEDOELGROEP or DOELGROEP, where one exists. */
  @Column('text', { nullable: true })
  veraCode!: string | null;

  @Column('text')
  source!: string;
}
