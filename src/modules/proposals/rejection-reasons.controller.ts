import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { ProposalsService } from './proposals.service';
import { type RejectionReasonDto, rejectionReasonSchema } from './review.dto';

@ApiTags('Voorstellen')
@Controller('v1/afwijsredenen')
export class RejectionReasonsController {
  constructor(private readonly proposals: ProposalsService) {}

  @Get()
  @Requires('policy.read')
  @ApiOperation({ operationId: 'afwijsredenen', summary: 'Redenen om een voorstel af te wijzen (VERA waar die er is)' })
  @Answers(z.object({ items: z.array(rejectionReasonSchema) }), { description: 'Alle redenen.' })
  list(): { items: readonly RejectionReasonDto[] } {
    return { items: this.proposals.rejectionReasons() };
  }
}
