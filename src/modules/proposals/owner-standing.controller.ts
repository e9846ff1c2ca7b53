import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { AllocationsService } from './allocations.service';
import { type OwnerStandingDto, ownerStandingSchema } from './ledger.dto';

@ApiTags('Toewijzingen')
@Controller('v1/toewijzingsstand')
export class OwnerStandingController {
  constructor(private readonly allocations: AllocationsService) {}

  @Get()
  @Requires('allocation.read')
  @ApiOperation({
    operationId: 'toewijzingsstand',
    summary: 'Uw prestatieafspraken en passend toewijzen in getallen, van dit jaar en het volgende',
  })
  @Answers(ownerStandingSchema, { description: 'Afgesproken, gerealiseerd, onderweg en resterend; en de 95 %-norm.' })
  get(@Actor() actor: ActingAccount): Promise<OwnerStandingDto> {
    return this.allocations.standing(actor);
  }
}
