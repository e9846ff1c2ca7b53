import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SwapStatement } from '../../core/proof/improving-swaps';
import { OwnedColumns } from './owned.columns';

/** What goes with the plan of a round so that others can check it. */
@Entity()
export class RunProofEntity extends OwnedColumns {
  @ForeignKey('MatchRunEntity')
  @PrimaryColumn('uuid')
  runId!: string;

  /** The receipt, as JSON under gzip; only read to be downloaded. */
  @Column('bytea', { select: false })
  receipt!: Buffer;

  /** Which small changes of the plan were tried. */
  @Column('jsonb')
  swaps!: SwapStatement;
}
