import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/**
 * Orders on one expression, what is not known last, and on `then` among equals, so that pages never overlap. TypeORM keeps
 * one direction for each expression: one that comes twice would lose the direction that was asked for.
 */
export function orderRows<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  expression: string,
  direction: 'ASC' | 'DESC',
  then: readonly string[],
): SelectQueryBuilder<Row> {
  query.orderBy(expression, direction, 'NULLS LAST');
  for (const each of then) if (each !== expression) query.addOrderBy(each);
  return query;
}
