import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OwnedColumns } from './owned.columns';

/** What a corporatie (the owner of the row) agreed with a gemeente for a year. */
@Entity()
@Index(['regionId', 'year'])
@Index(['ownerOrganisationId', 'gemeenteId', 'doelgroepId', 'year'], { unique: true })
@Index('prestatieafspraak_once_for_all', ['ownerOrganisationId', 'gemeenteId', 'year'], {
  unique: true,
  where: '"doelgroep_id" IS NULL',
})
@Check('prestatieafspraak_year', '"year" BETWEEN 2000 AND 2100')
@Check('prestatieafspraak_agreed', '"agreed" >= 0')
export class PrestatieafspraakEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('GemeenteEntity')
  @Column('text')
  gemeenteId!: string;

  /** Null: every doelgroep counts. */
  @ForeignKey('DoelgroepEntity')
  @Column('text', { nullable: true })
  doelgroepId!: string | null;

  @Column('integer')
  year!: number;

  @Column('integer')
  agreed!: number;

  @Column('text')
  source!: string;

  @Column('boolean')
  demonstration!: boolean;
}
