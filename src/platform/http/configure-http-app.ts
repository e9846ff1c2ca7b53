import type { NestExpressApplication } from '@nestjs/platform-express';
import { addressEncoding } from './address-encoding.middleware';
import { apiManners } from './api-manners.middleware';
import { checkRoutes } from './check-routes';
import { InputFaultsInterceptor } from './input-faults.interceptor';
import { inputValidationPipe } from './input-validation.pipe';
import { describeApi } from './openapi';
import { OpenApiDocument } from './openapi-document';
import { invalidJson } from './invalid-json.middleware';
import { localOnly } from './local-only.middleware';
import { answerOptions, shareDescription } from './options.middleware';
import { PageLinksInterceptor } from './page-links.interceptor';
import { ProblemFilter } from './problem.filter';
import { requestId } from './request-id.middleware';
import { securityHeaders } from './security-headers.middleware';

/** The largest body the API takes. */
const BODY_LIMIT = '256kb';

/**
 * Everything that holds for all routes alike. Call it on an application made with `bodyParser: false`, before `init`: the
 * parser has to come after the checks on the request's head.
 */
export function configureHttpApp(app: NestExpressApplication): void {
  // An address has one spelling. The router exists by now and no longer reads the setting of that name.
  routerOf(app).caseSensitive = true;
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(requestId, securityHeaders, shareDescription, localOnly, apiManners, addressEncoding, answerOptions);
  app.useBodyParser('json', { limit: BODY_LIMIT, strict: true });
  app.use(invalidJson);
  app.useGlobalPipes(inputValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new PageLinksInterceptor(), new InputFaultsInterceptor());
  checkRoutes(app);
  app.get(OpenApiDocument).set(describeApi(app));
}

function routerOf(app: NestExpressApplication): { caseSensitive: boolean } {
  return (app.getHttpAdapter().getInstance() as unknown as { router: { caseSensitive: boolean } }).router;
}
