import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { PUBLIC } from '../access/requires.decorator';
import { permissionSentence } from '../access/permissions';
import { REQUEST_PROOF } from '../access/request-proof';
import { API_VERSION } from './api-version';
import { routeFacts } from './check-routes';
import { schemaConverter } from './openapi-schemas';
import { problemSchema } from './problem';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const SESSION_TEXT = 'De cookie die de aanmelding op /aanmelden geeft. Achter https heet hij __Host-woonplek-sessie.';

const PROOF_TEXT = 'Altijd 1; toont dat een wijziging van Woonplek zelf komt en niet van een andere website.';

const PROBLEMS: Readonly<Record<string, string>> = {
  '400': 'De invoer klopt niet; `fouten` noemt elke fout.',
  '401': 'Niet aangemeld.',
  '403': 'Dit account mag dit niet.',
  '404': 'Niet gevonden.',
  '406': 'Deze API antwoordt alleen in application/json.',
  '409': 'De gegevens zijn intussen gewijzigd, of de stap past niet bij de status.',
  '410': 'Vernietigd: de bewaartermijn is voorbij.',
  '413': 'De inhoud is te groot.',
  '415': 'De inhoud is geen application/json.',
  '429': 'Te veel verzoeken in een minuut; Retry-After zegt na hoeveel seconden het weer kan.',
  '500': 'Er ging iets mis op de server.',
  '503': 'De server is er nu niet toe in staat, bijvoorbeeld omdat de database weg is. Probeer het later opnieuw.',
};

/** The description of the whole API, the same text for the same code: keys sorted, nothing of this machine or moment. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const convert = schemaConverter();
  const document = SwaggerModule.createDocument(app, information(), {
    standardSchemaConverter: convert,
    operationIdFactory: (controller, method) => `${controller}.${method}`,
  });
  const problem = convert(problemSchema, { schemaType: 'output' });
  const permissions = new Map(
    routeFacts(app).map(({ method, path, required }) => [
      `${method.toLowerCase()} /${path.replaceAll(/:(\w+)/g, '{$1}')}`,
      required,
    ]),
  );
  for (const [address, path] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) complete(operation, method, permissions.get(`${method} ${address}`));
    }
  }
  document.components = {
    ...document.components,
    schemas: {
      ...document.components?.schemas,
      ...(problem?.components as NonNullable<OpenAPIObject['components']>['schemas']),
    },
    headers: {
      ApiVersion: {
        description: 'Volledige versie van de API.',
        schema: { type: 'string', examples: [API_VERSION] } as never,
      },
    },
    responses: Object.fromEntries(
      Object.entries(PROBLEMS).map(([status, text]) => [`Probleem${status}`, problemResponse(text)]),
    ),
  };
  return sorted(document) as OpenAPIObject;
}

function information(): Omit<OpenAPIObject, 'paths'> {
  return new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Woonplek')
    .setDescription(
      'Voorstellen voor de toewijzing van woonruimte bij uitstroom uit de maatschappelijke opvang, aantoonbaar optimaal; mensen beslissen.',
    )
    .setVersion(API_VERSION)
    .setContact('Woonplek', 'https://woonplek.example/contact', 'api@woonplek.example')
    .setLicense('EUPL-1.2', 'https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addServer('http://localhost:3000', 'Op deze computer')
    .addCookieAuth('woonplek-sessie', { type: 'apiKey', description: SESSION_TEXT }, 'sessie')
    .addApiKey({ type: 'apiKey', in: 'header', name: REQUEST_PROOF, description: PROOF_TEXT }, 'verzoek')
    .build();
}

function complete(operation: Operation, method: (typeof METHODS)[number], required: string | undefined): void {
  const writes = method !== 'get';
  const takesInput = writes || (operation.parameters ?? []).length > 0;
  const isOpen = required === PUBLIC;
  const statuses = Object.keys(PROBLEMS).filter((status) => {
    if (status === '400') return true;
    if (status === '401' || status === '403') return !isOpen;
    if (status === '404') return takesInput;
    // Only where the handler says so.
    if (status === '410') return operation.responses[status] !== undefined;
    if (status === '409' || status === '413' || status === '415') return writes;
    return true;
  });
  for (const response of Object.values(operation.responses)) {
    if (response && !('$ref' in response)) {
      response.headers = { ...response.headers, 'API-Version': { $ref: '#/components/headers/ApiVersion' } };
    }
  }
  for (const status of statuses) {
    const own = status === '410' ? undefined : operation.responses[status];
    operation.responses[status] = own ?? { $ref: `#/components/responses/Probleem${status}` };
  }
  if (required !== undefined && !isOpen) {
    Object.assign(operation, {
      'x-bevoegdheid': required,
      security: [writes ? { sessie: [], verzoek: [] } : { sessie: [] }],
    });
    const sentence = `Nodig: ${permissionSentence(required as Parameters<typeof permissionSentence>[0])} (\`${required}\`).`;
    operation.description = [operation.description, sentence].filter(Boolean).join('\n\n');
  }
}

function problemResponse(description: string) {
  return {
    description,
    headers: { 'API-Version': { $ref: '#/components/headers/ApiVersion' } },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } },
  };
}

/** Keys in alphabetical order, arrays as they are: the order of modules in the code must not show. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, each]) => [key, sorted(each)]),
  );
}
