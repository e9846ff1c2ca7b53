import type { Repository } from 'typeorm';
import type { Response } from 'supertest';
import type { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import type { ClientRequestsDto } from '../../../src/modules/client-rights/client-request.dto';
import type { TestApp } from '../../support/test-app';

/** What the cases about the rights of a client share: one application with one round. */
export interface ClientRightsCase {
  readonly app: () => TestApp;
  readonly repo: <T extends object>(entity: new () => T) => Repository<T>;
  /** A proposal, and so a household, that no other case has touched; of this aanbieder where one is named. */
  readonly next: (aanbieder?: string) => ProposalEntity;
  readonly ask: (householdId: string, body: object) => Promise<ClientRequestsDto>;
  readonly decide: (householdId: string, request: string, body: object) => Promise<Response>;
  readonly post: (path: string, body: object) => PromiseLike<Response>;
  readonly get: (path: string) => PromiseLike<Response>;
  readonly codeOf: (answer: Response) => string;
  readonly fieldsOf: (answer: Response) => string[];
  /** That the client heard today that a restriction ends. */
  readonly told: { readonly clientGeinformeerdOp: string };
}
