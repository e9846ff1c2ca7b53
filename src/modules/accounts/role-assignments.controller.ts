import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Actor } from '../../platform/access/actor.decorator';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import {
  type HandedOverDto,
  handedOverSchema,
  type HandOverOfRoleDto,
  handOverOfRoleSchema,
  type WorkDto,
  workSchema,
} from '../contacts/hand-over.dto';
import {
  type RoleAssignmentDto,
  roleAssignmentQuery,
  type RoleAssignmentQuery,
  roleAssignmentSchema,
  type RoleEndDto,
  roleEndSchema,
  type RoleGrantDto,
  roleGrantSchema,
  type RoleReviewDto,
  roleReviewSchema,
} from './role-assignment.dto';
import { RoleAssignmentsService } from './role-assignments.service';
import { RoleEndingsService } from './role-endings.service';

@ApiTags('Beheer')
@Controller('v1/roltoewijzingen')
export class RoleAssignmentsController {
  constructor(
    private readonly assignments: RoleAssignmentsService,
    private readonly endings: RoleEndingsService,
  ) {}

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

  @Get(':id/werk')
  @Requires('role-assignment.end')
  @ApiOperation({ operationId: 'werkInRol', summary: 'Hoeveel werk iemand in een rol heeft, voor wie hem beëindigt' })
  @Answers(workSchema, { description: 'Aantallen, zonder cliënten te noemen.' })
  work(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<WorkDto> {
    return this.endings.work(actor, id);
  }

  @Post(':id/overdrachten')
  @HttpCode(201)
  @Requires('role-assignment.end')
  @ApiOperation({
    operationId: 'draagWerkVanRolOver',
    summary: 'Geef al het werk van iemand in een rol aan een collega',
  })
  @Answers(handedOverSchema, { status: 201, description: 'Overgedragen; de rol blijft.' })
  handOver(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: handOverOfRoleSchema }) body: HandOverOfRoleDto,
    @Actor() actor: ActingAccount,
  ): Promise<HandedOverDto> {
    return this.endings.handOver(actor, id, body);
  }

  @Post(':id/beeindigingen')
  @HttpCode(201)
  @Requires('role-assignment.end')
  @ApiOperation({
    operationId: 'beeindigRol',
    summary: 'Beëindig een rol, meteen of op een dag, en zeg wie het werk overneemt',
    description:
      'Is deze persoon contactpersoon van cliënten, dan gaat het niet zonder opvolger of terugkeer naar de organisatie.',
  })
  @Answers(roleAssignmentSchema, { status: 201, description: 'De beëindiging is vastgelegd.' })
  end(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: roleEndSchema }) body: RoleEndDto,
    @Actor() actor: ActingAccount,
  ): Promise<RoleAssignmentDto> {
    return this.assignments.end(actor, id, body);
  }
}
