import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { OwnSessionService } from './own-session.service';
import { SessionCookie } from './session-cookie.service';
import {
  type RoleSwitchDto,
  roleSwitchSchema,
  type SessionDto,
  sessionSchema,
  type SignOutDto,
  signOutSchema,
} from './session.dto';

@ApiTags('Aanmelding')
@Controller('v1/sessie')
export class SessionController {
  constructor(
    private readonly own: OwnSessionService,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @Requires('session.own')
  @ApiOperation({ operationId: 'sessie', summary: 'Wie er is aangemeld, in welke rol, en wat die mag' })
  @Answers(sessionSchema, { description: 'De sessie.' })
  read(@Req() request: Request): Promise<SessionDto> {
    return this.own.read(this.cookie.session(request) ?? '');
  }

  @Post('rolwisselingen')
  @HttpCode(200)
  @Requires('session.own')
  @ApiOperation({ operationId: 'wisselRol', summary: 'Ga verder in een andere eigen rol' })
  @Answers(sessionSchema, { description: 'De sessie in de nieuwe rol.' })
  switchRole(@Req() request: Request, @Body({ schema: roleSwitchSchema }) body: RoleSwitchDto): Promise<SessionDto> {
    return this.own.switchRole(this.cookie.session(request) ?? '', body.toewijzing);
  }

  @Post('afmeldingen')
  @HttpCode(200)
  @Requires('session.own')
  @ApiOperation({ operationId: 'meldAf', summary: 'Meld af; de sessie telt meteen niet meer' })
  @Answers(signOutSchema, { description: 'Afgemeld.' })
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SignOutDto> {
    const adres = await this.own.signOut(this.cookie.session(request) ?? '', this.cookie.origin(request));
    this.cookie.forgetSession(response);
    return { adres };
  }
}
