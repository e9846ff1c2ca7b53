import type { NestExpressApplication } from '@nestjs/platform-express';

export interface Route {
  readonly method: string;
  /** With its parameters filled in by an id that exists nowhere. */
  readonly path: string;
  readonly pattern: string;
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** Every route that the router knows, straight from the router. */
export function routesOf(app: NestExpressApplication): Route[] {
  const { stack } = (app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } }).router;
  return stack.flatMap(({ route }) =>
    route
      ? Object.keys(route.methods).map((method) => ({
          method: method.toUpperCase(),
          pattern: route.path,
          path: route.path.replaceAll(/:[A-Za-z]+/g, NOBODY),
        }))
      : [],
  );
}
