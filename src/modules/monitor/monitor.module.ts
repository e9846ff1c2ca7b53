import { Module } from '@nestjs/common';
import { PolicyModule } from '../policy/policy.module';
import { MonitorController } from './monitor.controller';
import { PlacementLoadModule } from './placement-load.module';
import { StandingService } from './standing.service';

@Module({
  imports: [PlacementLoadModule, PolicyModule],
  controllers: [MonitorController],
  providers: [StandingService],
})
export class MonitorModule {}
