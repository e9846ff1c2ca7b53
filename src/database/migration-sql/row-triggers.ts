const CHANGES = {
  insert: 'NEW TABLE AS new_rows',
  update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
  delete: 'OLD TABLE AS old_rows',
};

/** Writes down who makes a row and who changes it. */
export const stampActor = (table: string): string =>
  `CREATE TRIGGER ${table}_stamp BEFORE INSERT OR UPDATE ON "${table}" FOR EACH ROW EXECUTE FUNCTION stamp_actor()`;

/** Writes down in which role and for whom somebody makes a row. */
export const stampActedAs = (table: string): string =>
  `CREATE TRIGGER ${table}_acted_as BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION stamp_acted_as()`;

/** Refuses every change of a row that is there. */
export const appendOnly = (table: string): string =>
  `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`;

/** What a trace tells of a table that says nothing of a household: that it was written. */
export const TRACE_HIDDEN = `'id', 'hidden', '', '', 'NULL::uuid'`;

/** What a trace tells of a table about households: these columns as they are, of the others that they changed. */
export const traceShown = (columns: readonly string[], household = `(r.j->>''household_id'')::uuid`): string =>
  `'id', 'shown', '${columns.join(',')}', '', '${household}'`;

/** Puts each write in the log. */
export const traceWrites = (table: string, told: string): string[] =>
  Object.entries(CHANGES).map(
    ([event, rows]) =>
      `CREATE TRIGGER ${table}_trace_${event} AFTER ${event} ON "${table}" REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION trace_change(${told})`,
  );
