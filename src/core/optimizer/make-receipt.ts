import { DomainError } from '../errors';
import { canonicalJson } from '../matching/canonical-json';
import type { Plan } from '../matching/plan';
import type { Problem } from '../matching/problem';
import { settle, type ExactProgramme } from '../proof/exact-programme';
import { keepLevel, proveLevel } from '../proof/prove-level';
import { receiptValues, valueOf, type ColumnValues } from '../proof/receipt-values';
import { learntOf, partsOf, rowOfLevel } from '../proof/read-receipt';
import type { PartProof, ReceiptFile, ReceiptLevel } from '../proof/receipt-file';
import type { Sha256 } from '../rules/rule';
import type { EngineChoice, EngineTeam } from './engine';
import { findProof } from './find-proof';
import { findWitness } from './find-witness';
import { learnRows } from './learn-rows';
import { receiptProgramme } from './receipt-programme';

export interface ReceiptPorts {
  readonly engine: EngineChoice;
  readonly sha256: Sha256;
  /** Seconds that are left for proofs; a level that is not proven by then has a receipt of a higher bound. */
  readonly secondsLeft: () => number;
}

/**
 * Makes the receipt of a plan: looks for multipliers that prove each level, however the plan was found. It goes down the
 * levels with the checker's own arithmetic, so what is proven here is proven there.
 */
export async function makeReceipt(problem: Problem, plan: Plan, ports: ReceiptPorts): Promise<ReceiptFile> {
  const { sha256, secondsLeft } = ports;
  const { programme, parts } = receiptProgramme(problem, sha256);
  const file = {
    format: 'woonplek-receipt/2',
    regionId: plan.regionId,
    problemHash: sha256(canonicalJson(problem)),
    policyHash: sha256(canonicalJson(problem.policy)),
    planHash: sha256(canonicalJson(plan)),
    policyVersion: plan.policyVersion,
    seed: plan.seed,
    engine: plan.engine,
    ...programme,
    matches: plan.matches.map(({ householdId, unitId }) => [householdId, unitId] as const),
  } as const;
  const values = valuesUnder(file);
  const teams = parts.map(ports.engine);
  let faces: readonly (ExactProgramme | null)[] = partsOf(file).map(settle);
  const levels: ReceiptLevel[] = [];
  let nextRow = rowOfLevel(file, programme.levels.length);
  for (const [place, level] of programme.levels.entries()) {
    const worth = new Map(level.worth.map(([column, each]) => [column, BigInt(each)]));
    const proofs: PartProof[] = [];
    const kept: (ExactProgramme | null)[] = [];
    for (const [part, face] of faces.entries()) {
      const step = face && (await provePart(face, worth, level.epsilon, teams[part]!));
      proofs.push(step?.proof ?? { nodes: [{ multipliers: [] }] });
      kept.push(step?.proven ? keepLevel(worth, step.proven, { kept: step.kept, row: rowOfLevel(file, place) }) : null);
      nextRow += step === null ? 0 : learntOf(step.proof);
    }
    faces = kept;
    levels.push({ ...plan.levels[place]!, constant: level.constant, worth: level.worth, proofs });
  }
  return { ...file, levels };

  async function provePart(
    face: ExactProgramme,
    worth: ReadonlyMap<number, bigint>,
    epsilon: number,
    team: EngineTeam,
  ) {
    const planned = valueOf(face.columns.keys(), worth, values);
    const better = epsilon > 0 ? await findWitness(face, worth, planned, team.whole, secondsLeft()) : null;
    const reached = better?.value ?? planned;
    const level = { reached, kept: reached - BigInt(epsilon), nextRow };
    const { rounds, rest, nodes } = team.openRelaxation
      ? learnRows(face, worth, level, { open: team.openRelaxation, secondsLeft })
      : { rounds: [], rest: face, nodes: null };
    const proof: PartProof = {
      ...(better === null ? {} : { witness: better.pairsOf(file.columns) }),
      ...(rounds.length === 0 ? {} : { rounds }),
      nodes: nodes ?? (await findProof(rest, worth, reached, { relaxation: team.relaxation, secondsLeft })),
    };
    return { proof, proven: proveLevel(face, worth, proof, level), kept: level.kept };
  }
}

function valuesUnder(file: Pick<ReceiptFile, 'columns' | 'rows' | 'matches'>): ColumnValues {
  const values = receiptValues(file);
  if ('faults' in values)
    throw new DomainError('engine-failed', 'A plan with a pair that may not be has no receipt', values);
  return values;
}
