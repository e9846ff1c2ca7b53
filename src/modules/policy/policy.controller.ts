import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { regionOf } from '../../platform/access/region-of';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import {
  type PolicyDto,
  type PolicyQuery,
  policyQuery,
  policySchema,
  type RuleListDto,
  ruleListSchema,
} from './policy.dto';
import { PolicyService } from './policy.service';

@ApiTags('Beleid')
@Controller('v1')
export class PolicyController {
  constructor(private readonly policy: PolicyService) {}

  @Get('regels')
  @Requires('policy.read')
  @ApiOperation({ operationId: 'regels', summary: 'Alle regels die Woonplek kent' })
  @Answers(ruleListSchema, { description: 'De regels, in de volgorde van de catalogus.' })
  rules(): RuleListDto {
    return { items: this.policy.rules() };
  }

  @Get('beleid')
  @Requires('policy.read')
  @ApiOperation({ operationId: 'beleid', summary: 'Het beleid dat vandaag in een regio geldt' })
  @Answers(policySchema, { description: 'Het beleid met zijn regels en doelen.' })
  current(@Query({ schema: policyQuery }) query: PolicyQuery, @Actor() actor: ActingAccount): Promise<PolicyDto> {
    return this.policy.current(regionOf(actor, query.regio));
  }
}
