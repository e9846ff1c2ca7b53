import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordedColumns } from './recorded.columns';

/**
 * The seed of the lottery of one round. It is drawn when the intake of that round opens, and only its hash is shown until the
 * round has ended. Each region has at most one that is not spent: the one of its next round.
 */
@Entity()
@Index(['regionId', 'openedAt'])
@Index('lottery_draw_open', ['regionId'], { unique: true, where: 'NOT "spent"' })
@Check('lottery_draw_commitment', `"seed_commitment" = encode(sha256(convert_to("seed", 'UTF8')), 'hex')`)
export class LotteryDrawEntity extends RecordedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('RegionEntity')
  @Column('text')
  regionId!: string;

  @Column('text')
  seed!: string;

  /** SHA-256 of the seed as lower-case hex. */
  @Column('text')
  seedCommitment!: string;

  @Column('timestamptz', { default: () => 'now()' })
  openedAt!: Date;

  /** Its round was asked for; from that moment the draw of the next round is open. */
  @Column('boolean', { default: false })
  spent!: boolean;
}
