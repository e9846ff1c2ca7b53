/** Rows of the region for which somebody acts. */
export const IN_REGION = '((SELECT acts_everywhere()) OR region_id = (SELECT acting_region()))';
export const AS_SYSTEM = `(SELECT acts_as('systeem'))`;
/** Rows of the region, for the system alone. */
export const SYSTEM_IN_REGION = `${IN_REGION} AND ${AS_SYSTEM}`;
