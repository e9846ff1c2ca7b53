import type { DoelgroepEntity } from '../database/entities/doelgroep.entity';
import type { GemeenteEntity } from '../database/entities/gemeente.entity';
import type { OrganisationEntity } from '../database/entities/organisation.entity';
import type { PolicyEntity } from '../database/entities/policy.entity';
import type { RegionEntity } from '../database/entities/region.entity';
import type { RentTableEntity } from '../database/entities/rent-table.entity';
import type { RetentionTermEntity } from '../database/entities/retention-term.entity';
import type { UrgencyCategoryPeriodEntity } from '../database/entities/urgency-category-period.entity';
import type { UrgencyCategoryEntity } from '../database/entities/urgency-category.entity';
import type { WijkDraagkrachtEntity } from '../database/entities/wijk-draagkracht.entity';
import type { WijkEntity } from '../database/entities/wijk.entity';
import type { WorkflowSettingEntity } from '../database/entities/workflow-setting.entity';
import type { WorkflowEntity } from '../database/entities/workflow.entity';
import type { PolicyRule } from '../core/matching/problem';
import { RETENTION_RULES } from '../core/retention/retention-categories';
import { retentionCategories } from '../core/vocabulary/code-lists';
import type { IsoDate } from '../core/time/calendar';
import type { RegionData } from './region-data.schema';
import type { Row } from './row';
import { seedId } from './seed-id';

export interface AreaRows {
  readonly region: Row<RegionEntity>;
  readonly organisations: readonly Row<OrganisationEntity>[];
  readonly gemeenten: readonly Row<GemeenteEntity>[];
  readonly doelgroepen: readonly Row<DoelgroepEntity>[];
  readonly wijken: readonly Row<WijkEntity>[];
  readonly wijkDraagkracht: readonly Row<WijkDraagkrachtEntity>[];
  readonly rentTables: readonly Row<RentTableEntity>[];
  readonly urgencyCategories: readonly Row<UrgencyCategoryEntity>[];
  readonly urgencyPeriods: readonly Row<UrgencyCategoryPeriodEntity>[];
  readonly retentionTerms: readonly Omit<RetentionTermEntity, 'at'>[];
  readonly workflowSettings: readonly Row<WorkflowSettingEntity>[];
  readonly workflows: readonly Omit<WorkflowEntity, 'at'>[];
  readonly policy: Row<PolicyEntity>;
}

/** The region itself: who is in it, where, and by which rules. */
export function buildAreaRows(data: RegionData, referenceDate: IsoDate): AreaRows {
  const { region, policy } = data;
  const regionId = region.id;
  const organisationId = (code: string): string => seedId(regionId, 'organisation', code);
  const organisationOfGemeente = new Map(
    data.gemeenten.map(({ id, organisation }) => [id, organisationId(organisation)]),
  );
  const ownerOf = (gemeenteId: string): string => organisationOfGemeente.get(gemeenteId) ?? organisationId(gemeenteId);

  return {
    region: {
      id: regionId,
      name: region.name,
      centrumGemeenteId: region.centrumGemeenteId,
      timeZone: region.timeZone,
      roundCron: region.roundCron,
      leadTimeDays: region.leadTimeDays,
      facts: {},
    },
    organisations: data.organisations.map(({ code, ...organisation }) => ({
      id: organisationId(code),
      regionId,
      facts: {},
      ...organisation,
    })),
    gemeenten: data.gemeenten.map(({ organisation, ...gemeente }) => ({
      ...gemeente,
      regionId,
      organisationId: organisationId(organisation),
    })),
    doelgroepen: data.doelgroepen,
    wijken: data.wijken.map(({ draagkracht: _, ...wijk }) => ({
      ...wijk,
      regionId,
      ownerOrganisationId: ownerOf(wijk.gemeenteId),
    })),
    wijkDraagkracht: data.wijken.flatMap(({ id, gemeenteId, draagkracht }) =>
      draagkracht === null
        ? []
        : [
            {
              id: seedId(regionId, 'wijk-draagkracht', id),
              wijkId: id,
              regionId,
              ownerOrganisationId: ownerOf(gemeenteId),
              validFrom: `${referenceDate.slice(0, 4)}-01-01`,
              validTo: null,
              ...draagkracht,
              demonstration: true,
            },
          ],
    ),
    rentTables: data.rentTables,
    urgencyCategories: [...new Map(data.urgencyCategories.map(({ id, name }) => [id, { id, name }])).values()],
    urgencyPeriods: data.urgencyCategories.map(({ id, name: _, band: __, ...period }) => ({
      ...period,
      id: seedId(regionId, 'urgency-category-period', id, period.validFrom),
      regionId,
      categoryId: id,
    })),
    retentionTerms: data.retentionTerms.map(({ category: code, ...term }) => {
      const category = retentionCategories.toInternal(code);
      const id = seedId(regionId, 'retention-term', category, term.validFrom);
      return { ...term, id, regionId, category, startsAt: RETENTION_RULES[category].start, reason: null, actor: null };
    }),
    workflowSettings: [
      ...data.refusalConsequences.map((each) => ({ kind: 'refusal-consequences' as const, ...each })),
      ...data.landingChecklists.map((each) => ({ kind: 'landing-checklist' as const, ...each })),
      ...data.panelSharing.map((each) => ({ kind: 'panel-sharing' as const, ...each })),
    ].map(({ kind, version, validFrom, source, ...document }) => ({
      ...{ id: seedId(regionId, 'workflow-setting', kind, version), regionId, kind, version, validFrom, source },
      ...{ validTo: null, document },
    })),
    workflows: data.workflows.map((workflow) => ({
      ...workflow,
      id: seedId(regionId, 'workflow', workflow.programme, workflow.version),
      regionId,
    })),
    policy: {
      id: policy.id,
      regionId,
      version: policy.version,
      validFrom: policy.validFrom,
      validTo: null,
      document: { ...policy, rules: policy.rules.map((rule) => withIds(regionId, rule)) },
      source: policy.source,
    },
  };
}

/** The document names complexes and homes by code, as the other files do. */
function withIds(regionId: string, { scope, ...rule }: PolicyRule): PolicyRule {
  if (scope === undefined) return rule;
  const { level, id } = scope;
  return { ...rule, scope: { level, id: level === 'programme' ? id : seedId(regionId, level, id) } };
}
