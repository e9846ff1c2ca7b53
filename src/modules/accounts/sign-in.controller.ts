import { Controller, Get, HttpCode, Logger, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { PUBLIC, Requires } from '../../platform/access/requires.decorator';
import { ProblemException } from '../../platform/http/problem';
import { IdentityProvider } from '../../platform/sign-in/identity-provider';
import { SessionCookie } from './session-cookie.service';
import { SessionsService } from './sessions.service';
import { SignInService } from './sign-in.service';

const CALLBACK = '/aanmelden/terug';

/**
 * The addresses that browsers and the sign-in service visit. They are no part of the API: they answer with a redirect, and
 * take the parameters that OpenID Connect prescribes, of which unknown ones have to be passed over.
 */
@ApiExcludeController()
@Controller('aanmelden')
export class SignInController {
  private readonly logger = new Logger('sign-in');

  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly provider: IdentityProvider,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @Requires(PUBLIC)
  async start(@Req() request: Request, @Res() response: Response): Promise<void> {
    const origin = this.cookie.origin(request);
    const wish = { returnTo: localPage(request.query['naar'], origin), again: request.query['opnieuw'] === 'ja' };
    try {
      const { url, token } = await this.signIn.start(new URL(CALLBACK, origin), wish);
      this.cookie.keepAttempt(response, token);
      redirect(response, url.href);
    } catch (error) {
      if (!(error instanceof ProblemException) || error.getStatus() !== 503) throw error;
      redirect(response, refusedPage('dienst-weg'));
    }
  }

  @Get('terug')
  @Requires(PUBLIC)
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    const returned = new URL(request.originalUrl, this.cookie.origin(request));
    const outcome = await this.signIn.finish(returned, this.cookie.attempt(request));
    this.cookie.forgetAttempt(response);
    if ('refusal' in outcome) {
      redirect(response, refusedPage(outcome.refusal));
      return;
    }
    const before = this.cookie.session(request);
    if (before !== undefined) await this.sessions.end(before, 'replaced');
    this.cookie.keepSession(response, outcome.token);
    redirect(response, outcome.returnTo);
  }

  /** The service tells that somebody signed out there (OpenID Connect Back-Channel Logout 1.0). */
  @Post('afmeldbericht')
  @HttpCode(200)
  @Requires(PUBLIC)
  async backchannel(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    const body: unknown = request.body;
    const token: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'logout_token') : undefined;
    try {
      if (typeof token !== 'string') throw new Error('there is no logout_token');
      await this.sessions.endAtProvider(await this.provider.readLogout(token));
    } catch (error) {
      if (error instanceof ProblemException) throw error;
      this.logger.warn(`A sign-out message was refused: ${error instanceof Error ? error.message : 'unknown'}`);
      throw new ProblemException(
        400,
        'ongeldig-afmeldbericht',
        'Ongeldig afmeldbericht',
        'Dit bericht is niet te lezen.',
      );
    }
  }
}

/** A page of this same console; anything else becomes the first page, so that nobody is sent elsewhere by a link. */
function localPage(wish: unknown, origin: string): string {
  if (typeof wish !== 'string' || !wish.startsWith('/') || !URL.canParse(wish, origin)) return '/';
  const url = new URL(wish, origin);
  const isOwn = url.origin === new URL(origin).origin && !url.pathname.startsWith('//');
  return isOwn && !url.pathname.startsWith('/aanmelden') ? `${url.pathname}${url.search}` : '/';
}

function refusedPage(reason: string): string {
  return `/niet-aangemeld?reden=${reason}`;
}

/** Never kept: the answer of a sign-in is for one browser, once. */
function redirect(response: Response, address: string): void {
  response.setHeader('Cache-Control', 'no-store');
  response.redirect(303, address);
}
