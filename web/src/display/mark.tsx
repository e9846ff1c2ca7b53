const SIGNS = {
  good: { path: 'M5 9.2 8 12l5-6', label: 'Klopt' },
  bad: { path: 'M6 6l6 6M12 6l-6 6', label: 'Klopt niet' },
  open: { path: 'M9 5v5M9 13v.1', label: 'Niet te beoordelen' },
} as const;

export type MarkKind = keyof typeof SIGNS;

/** A sign with a shape of its own per outcome, named for screen readers. */
export function Mark({ kind, label }: { readonly kind: MarkKind; readonly label?: string }) {
  const sign = SIGNS[kind];
  return (
    <svg className={`wp-mark wp-mark--${kind}`} viewBox="0 0 18 18" role="img" aria-label={label ?? sign.label}>
      {kind === 'open' ? <path d="M9 0.5 17.5 9 9 17.5 0.5 9z" /> : <circle cx="9" cy="9" r="9" />}
      <path className="wp-mark__sign" d={sign.path} />
    </svg>
  );
}
