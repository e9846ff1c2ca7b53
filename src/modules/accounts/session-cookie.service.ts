import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { cookieOf, safeCookie } from '../../platform/sign-in/cookies';
import { SIGN_IN_SETTINGS, type SignInSettings } from '../../platform/sign-in/sign-in-settings';

const SESSION = 'woonplek-sessie';
const ATTEMPT = 'woonplek-aanmelding';

/** The secrets that a browser keeps: of its session, and of a sign-in that is under way. */
@Injectable()
export class SessionCookie {
  constructor(@Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings) {}

  /** Where this browser finds Woonplek. The Host header has been checked by then. */
  origin(request: Request): string {
    return this.settings.publicUrl ?? `http://${request.headers.host}`;
  }

  session(request: Request): string | undefined {
    return cookieOf(request, this.cookie(SESSION, request).name);
  }

  attempt(request: Request): string | undefined {
    return cookieOf(request, this.cookie(ATTEMPT, request).name);
  }

  keepSession(response: Response, token: string): void {
    this.keep(response, SESSION, token);
  }

  keepAttempt(response: Response, token: string): void {
    this.keep(response, ATTEMPT, token);
  }

  forgetSession(response: Response): void {
    this.forget(response, SESSION);
  }

  forgetAttempt(response: Response): void {
    this.forget(response, ATTEMPT);
  }

  // Without an end: the browser forgets it when it closes, and the server decides how long it counts.
  private keep(response: Response, kind: string, token: string): void {
    const { name, options } = this.cookie(kind, response.req);
    response.cookie(name, token, options);
  }

  private forget(response: Response, kind: string): void {
    const { name, options } = this.cookie(kind, response.req);
    response.clearCookie(name, options);
  }

  private cookie(kind: string, request: Request) {
    return safeCookie(kind, this.origin(request).startsWith('https:'));
  }
}
