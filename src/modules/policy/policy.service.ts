import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { ParameterValues } from '../../core/matching/problem';
import type { IsoDate } from '../../core/time/calendar';
import { CATALOGUE, OBJECTIVE_RULES, ruleById } from '../../core/rules/catalogue';
import type { Rule, ParameterSpec } from '../../core/rules/rule';
import { parameterTypes, ruleKinds, scopeLevels, scopings } from '../../core/vocabulary/code-lists';
import { PolicyEntity } from '../../database/entities/policy.entity';
import { RegionEntity } from '../../database/entities/region.entity';
import { Clock } from '../../platform/clock';
import { notFound } from '../../platform/http/problem';
import type { PolicyDto, RuleDto } from './policy.dto';

/** The catalogue of rules and the policy of a region: which rules hold, with which settings, in which order. */
@Injectable()
export class PolicyService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Every rule there is, whether or not a policy uses it. */
  rules(): RuleDto[] {
    return CATALOGUE.map(ruleDto);
  }

  /** The policy that holds in a region on a day, or null. */
  async policyOn(manager: EntityManager, regionId: string, day: IsoDate): Promise<PolicyEntity | null> {
    const from = { regionId, validFrom: LessThanOrEqual(day) };
    return manager.getRepository(PolicyEntity).findOne({
      where: [
        { ...from, validTo: IsNull() },
        { ...from, validTo: MoreThanOrEqual(day) },
      ],
      order: { validFrom: 'DESC', createdAt: 'DESC', version: 'DESC' },
    });
  }

  /** The policy of today with its texts. Throws 404 when the region has none. */
  async current(regionId: string): Promise<PolicyDto> {
    const { manager } = this.database;
    const region = await manager.getRepository(RegionEntity).findOneBy({ id: regionId });
    const policy = await this.policyOn(manager, regionId, this.clock.today());
    if (region === null || policy === null) throw notFound('geldig beleid voor regio', regionId);
    const versions = await manager.getRepository(PolicyEntity).find({
      where: { regionId },
      order: { validFrom: 'DESC', createdAt: 'DESC', version: 'DESC' },
    });
    const { document } = policy;
    return {
      id: policy.id,
      regio: { id: region.id, naam: region.name },
      versie: policy.version,
      geldigVanaf: policy.validFrom,
      geldigTot: policy.validTo,
      bron: policy.source,
      doorlooptijdDagen: document.leadTimeDays,
      regels: document.rules.map(({ ruleId, parameters, scope }) => {
        const rule = ruleById(ruleId);
        return {
          id: rule.id,
          soort: ruleKinds.named(rule.kind),
          titel: rule.title.nl,
          zin: rule.sentence.nl,
          parameters: settings(rule, parameters),
          bereik: scope === undefined ? null : { soort: scopeLevels.toPublic(scope.level), id: scope.id },
        };
      }),
      niveaus: document.levels.map(({ objectiveId, parameters, epsilon }, at) => {
        const rule = ruleById(objectiveId);
        return {
          niveau: at + 1,
          doel: { id: rule.id, titel: rule.title.nl, zin: rule.sentence.nl, eenheid: unitOf(rule) ?? '' },
          tolerantie: epsilon,
          parameters: settings(rule, parameters),
        };
      }),
      versies: versions.map(({ version, validFrom, validTo, source }) => ({
        versie: version,
        geldigVanaf: validFrom,
        geldigTot: validTo,
        bron: source,
      })),
    };
  }
}

function ruleDto(rule: Rule): RuleDto {
  return {
    id: rule.id,
    soort: ruleKinds.named(rule.kind),
    titel: rule.title.nl,
    zin: rule.sentence.nl,
    bron: rule.source,
    wettelijkeGrondslag: rule.legalBasis ?? null,
    geenUitzondering: rule.noException?.nl ?? null,
    samenloop: scopings.toPublic(rule.scoping),
    eenheid: unitOf(rule),
    parameters: rule.parameters.map((parameter) => ({
      naam: parameter.name,
      titel: parameter.title.nl,
      type: parameterTypes.toPublic(parameter.type),
      eenheid: parameter.unit?.nl ?? null,
      standaard: parameter.default,
      minimum: parameter.min ?? null,
      maximum: parameter.max ?? null,
      keuzes: (parameter.choices ?? []).map((code) => ({ code, naam: parameter.choiceTitles?.[code]?.nl ?? code })),
    })),
  };
}

/** The unit in which an objective counts; null for the other kinds. */
function unitOf(rule: Rule): string | null {
  return OBJECTIVE_RULES.find(({ id }) => id === rule.id)?.unit.nl ?? null;
}

/** The settings of a rule as the policy has them, with the default where it is silent. */
function settings(rule: Rule, values: ParameterValues): PolicyDto['regels'][number]['parameters'] {
  return rule.parameters.map((parameter) => {
    const value = values[parameter.name] ?? parameter.default;
    return {
      naam: parameter.name,
      titel: parameter.title.nl,
      waarde: value,
      eenheid: parameter.unit?.nl ?? null,
      tekst: settingText(parameter, value),
    };
  });
}

function settingText({ unit, choiceTitles }: ParameterSpec, value: number | boolean | string): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (typeof value === 'string') return choiceTitles?.[value]?.nl ?? value;
  return unit === null ? String(value) : `${value} ${unit.nl}`;
}
