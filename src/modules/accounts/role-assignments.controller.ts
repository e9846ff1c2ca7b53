import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Actor } from '../../platform/access/actor.decorator';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import {
  type RoleAssignmentDto,
  roleAssignmentQuery,
  type RoleAssignmentQuery,
  roleAssignmentSchema,
  type RoleGrantDto,
  roleGrantSchema,
  type RoleReviewDto,
  roleReviewSchema,
} from './role-assignment.dto';
import { RoleAssignmentsService } from './role-assignments.service';

@ApiTags('Beheer')
@Controller('v1/roltoewijzingen')
export class RoleAssignmentsController {
  constructor(private readonly assignments: RoleAssignmentsService) {}

  @Get()
  @Requires('role-assignment.read')
  @ApiOperation({
    operationId: 'roltoewijzingen',
    summary: 'Wie welke rol heeft, en voor welke dag daar opnieuw voor getekend moet worden',
  })
  @Answers(pageSchema(roleAssignmentSchema), { description: 'Een pagina roltoewijzingen.' })
  list(
    @Query({ schema: roleAssignmentQuery }) query: RoleAssignmentQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<RoleAssignmentDto>> {
    return this.assignments.list(actor.regionId, query);
  }

  @Post()
  @HttpCode(201)
  @Requires('role-assignment.grant')
  @ApiOperation({ operationId: 'geefRol', summary: 'Geef een persoon een rol voor een organisatie' })
  @Answers(roleAssignmentSchema, { status: 201, description: 'De rol is gegeven.' })
  grant(
    @Body({ schema: roleGrantSchema }) body: RoleGrantDto,
    @Actor() actor: ActingAccount,
  ): Promise<RoleAssignmentDto> {
    return this.assignments.grant(actor, body);
  }

  @Post(':id/beoordelingen')
  @HttpCode(201)
  @Requires('role-assignment.review')
  @ApiOperation({
    operationId: 'beoordeelRol',
    summary: 'Teken ervoor dat iemand een rol houdt, of beëindig hem; wie hem gebruikt is meteen afgemeld',
  })
  @Answers(roleAssignmentSchema, { status: 201, description: 'De beoordeling is vastgelegd.' })
  review(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: roleReviewSchema }) body: RoleReviewDto,
    @Actor() actor: ActingAccount,
  ): Promise<RoleAssignmentDto> {
    return this.assignments.review(actor, id, body);
  }
}
