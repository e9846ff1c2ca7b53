import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { LotteryDrawEntity } from '../../database/entities/lottery-draw.entity';
import { newLotteryDraw, type NewLotteryDraw } from '../../database/new-lottery-draw';
import type { RunStatus } from '../../database/entities/match-run.entity';
import { orderOf, pageOf, window, type Page } from '../../platform/http/page';
import type { LotteryDrawDto, LotteryDrawListQuery } from './lottery-draw.dto';

interface DrawRow extends NewLotteryDraw {
  readonly openedAt: Date;
  readonly runId: string | null;
  readonly runStatus: RunStatus | null;
  readonly slot: string | null;
  readonly requestedAt: Date | null;
}

/**
 * The seeds of the lotteries of a region. One draw is open at any time: that of the next round, of which only the hash is
 * shown. A round takes it and opens the next one in the same transaction, so nobody can draw again until a number pleases.
 */
@Injectable()
export class LotteryDrawsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Spends the open draw of a region for a round and opens that of the round after it. */
  async take(manager: EntityManager, regionId: string): Promise<NewLotteryDraw> {
    const [rows] = await manager.query<[NewLotteryDraw[], number]>(
      `UPDATE lottery_draw SET spent = true WHERE region_id = $1 AND NOT spent
       RETURNING id, seed, seed_commitment AS "seedCommitment"`,
      [regionId],
    );
    const taken = rows[0] ?? (await this.open(manager, regionId, { spent: true }));
    await this.open(manager, regionId);
    return taken;
  }

  /** Draws a seed for the next round of a region. A region that has an open draw already is refused by the database. */
  async open(manager: EntityManager, regionId: string, { spent = false } = {}): Promise<NewLotteryDraw> {
    const draw = newLotteryDraw();
    await manager.insert(LotteryDrawEntity, { ...draw, regionId, spent });
    return draw;
  }

  async list(regionId: string, query: LotteryDrawListQuery): Promise<Page<LotteryDrawDto>> {
    const { skip, take } = window(query);
    const { direction } = orderOf(query.sorteer);
    const total = await this.dataSource.getRepository(LotteryDrawEntity).countBy({ regionId });
    const rows = await this.dataSource.query<DrawRow[]>(
      `SELECT d.id, d.seed, d.seed_commitment AS "seedCommitment", d.opened_at AS "openedAt", r.id AS "runId",
              r.status AS "runStatus", r.slot, r.requested_at AS "requestedAt"
         FROM lottery_draw d LEFT JOIN match_run r ON r.lottery_draw_id = d.id
        WHERE d.region_id = $1 ORDER BY d.opened_at ${direction}, d.spent ${direction === 'DESC' ? 'ASC' : 'DESC'}, d.id
        LIMIT $2 OFFSET $3`,
      [regionId, take, skip],
    );
    return pageOf(rows.map(drawAnswer), total, query);
  }
}

function drawAnswer(row: DrawRow): LotteryDrawDto {
  const isOver = row.runStatus === 'completed' || row.runStatus === 'failed';
  return {
    id: row.id,
    vastlegging: row.seedCommitment,
    geopendOp: row.openedAt.toISOString(),
    status: row.runId === null ? 'open' : isOver ? 'onthuld' : 'gesloten',
    ronde:
      row.runId === null || row.slot === null || row.requestedAt === null
        ? null
        : { id: row.runId, tijdvak: row.slot, aangevraagdOp: row.requestedAt.toISOString() },
    seed: isOver ? row.seed : null,
  };
}
