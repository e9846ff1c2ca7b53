import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { Page } from './page';

/** Adds the `Link` header (first, prev, next, last) to every answer that is a page of a list. */
@Injectable()
export class PageLinksInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      tap((result: unknown) => {
        if (result instanceof Page) {
          http.getResponse<Response>().setHeader('Link', pageLinks(http.getRequest<Request>().originalUrl, result));
        }
      }),
    );
  }
}

/** Relative links, so that they hold behind any proxy. */
function pageLinks(url: string, page: Page<unknown>): string {
  const last = Math.max(1, Math.ceil(page.totaal / page.aantal));
  const targets: [string, number][] = [['first', 1]];
  if (page.pagina > 1) targets.push(['prev', Math.min(page.pagina - 1, last)]);
  if (page.pagina < last) targets.push(['next', page.pagina + 1]);
  targets.push(['last', last]);
  const [path = '', query = ''] = url.split('?', 2);
  return targets
    .map(([relation, number]) => {
      const parameters = new URLSearchParams(query);
      parameters.set('pagina', String(number));
      return `<${path}?${parameters.toString()}>; rel="${relation}"`;
    })
    .join(', ');
}
