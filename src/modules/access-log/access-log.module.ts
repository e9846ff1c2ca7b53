import { Module } from '@nestjs/common';
import { AccessLogWriter } from '../../platform/access/access-log-writer';
import { AccessLogService } from './access-log.service';
import { TraceSealService } from './trace-seal.service';
import { TracesController } from './traces.controller';
import { TracesService } from './traces.service';

@Module({
  controllers: [TracesController],
  providers: [{ provide: AccessLogWriter, useClass: AccessLogService }, TracesService, TraceSealService],
  exports: [AccessLogWriter],
})
export class AccessLogModule {}
