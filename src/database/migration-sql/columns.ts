/** Who made a row and who changed it last. */
export const RECORDED = `"created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid`;
/** The same columns by their names. */
export const STAMPS = ['created_at', 'created_by', 'updated_at', 'updated_by'];
