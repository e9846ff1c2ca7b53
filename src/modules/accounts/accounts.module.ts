import { Module } from '@nestjs/common';
import { ActorSource } from '../../platform/access/actor-source';
import { LocalCoordinatorService } from './local-coordinator.service';

@Module({
  providers: [{ provide: ActorSource, useClass: LocalCoordinatorService }],
  exports: [ActorSource],
})
export class AccountsModule {}
