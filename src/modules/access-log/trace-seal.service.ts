import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actingAs, SYSTEM } from '../../database/acting';
import { sealTraces } from '../../database/trace-chain';
import { ReconcilesDueWork, type Reconciles } from '../../platform/queue/reconciles.decorator';

/** Gives the rows of both logs their link in the chain, at the start and every minute; see docs/adr/0008. */
@Injectable()
@ReconcilesDueWork()
export class TraceSealService implements Reconciles {
  constructor(private readonly database: DataSource) {}

  async handOverDueWork(): Promise<void> {
    await actingAs(SYSTEM, () => sealTraces(this.database));
  }
}
