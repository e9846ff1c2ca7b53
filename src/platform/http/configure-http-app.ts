import type { NestExpressApplication } from '@nestjs/platform-express';
import { TRANSITION_TABLES } from '../../core/review/transition-tables';
import { checkTransitions } from '../access/check-transitions';
import { addressEncoding } from './address-encoding.middleware';
import { apiManners } from './api-manners.middleware';
import { checkRoutes } from './check-routes';
import { InputFaultsInterceptor } from './input-faults.interceptor';
import { inputValidationPipe } from './input-validation.pipe';
import { describeApi } from './openapi';
import { OpenApiDocument } from './openapi-document';
import { invalidJson } from './invalid-json.middleware';
import { answerOptions, shareDescription } from './options.middleware';
import { ownHost } from './own-host.middleware';
import { PageLinksInterceptor } from './page-links.interceptor';
import { ProblemFilter } from './problem.filter';
import { requestId } from './request-id.middleware';
import { limitAddress } from '../rate-limit/address-limit.middleware';
import { RateLimiter } from '../rate-limit/rate-limiter';
import { SIGN_IN_SETTINGS, type SignInSettings } from '../sign-in/sign-in-settings';
import { securityHeaders } from './security-headers.middleware';

/** The largest body the API takes. */
const BODY_LIMIT = '256kb';
const FORM_LIMIT = '16kb';

/**
 * Everything that holds for all routes alike. Call it on an application made with `bodyParser: false`, before `init`: the
 * parser has to come after the checks on the request's head.
 */
export function configureHttpApp(app: NestExpressApplication): void {
  // An address has one spelling. The router exists by now and no longer reads the setting of that name.
  routerOf(app).caseSensitive = true;
  const { publicUrl } = app.get<SignInSettings>(SIGN_IN_SETTINGS);
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(requestId, securityHeaders, shareDescription, ownHost(publicUrl), limitAddress(app.get(RateLimiter)));
  app.use(apiManners, addressEncoding, answerOptions);
  app.useBodyParser('json', { limit: BODY_LIMIT, strict: true });
  // Only the messages of the sign-in service come as a form; the API has refused any other than JSON by now.
  app.useBodyParser('urlencoded', { limit: FORM_LIMIT, extended: false });
  app.use(invalidJson);
  app.useGlobalPipes(inputValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new PageLinksInterceptor(), new InputFaultsInterceptor());
  checkTransitions(TRANSITION_TABLES);
  checkRoutes(app);
  app.get(OpenApiDocument).madeBy(() => describeApi(app));
}

function routerOf(app: NestExpressApplication): { caseSensitive: boolean } {
  return (app.getHttpAdapter().getInstance() as unknown as { router: { caseSensitive: boolean } }).router;
}
