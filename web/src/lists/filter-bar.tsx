import { Button, Select, SelectOption, Textbox } from '@utrecht/component-library-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ListState } from './list-state';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

export interface FilterField {
  readonly name: string;
  readonly label: string;
  /** Without options it is a search box. */
  readonly options?: readonly FilterOption[];
  /** A day instead of a text. */
  readonly isDay?: boolean;
}

interface FilterBarProps {
  readonly fields: readonly FilterField[];
  readonly state: ListState;
}

export function FilterBar({ fields, state }: FilterBarProps) {
  const isFiltered = fields.some((field) => state.search[field.name] !== undefined);
  return (
    <form className="wp-filters" role="search" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      {fields.map((field) =>
        field.options ? (
          <ChoiceFilter key={field.name} field={field} options={field.options} state={state} />
        ) : field.isDay ? (
          <DayFilter key={field.name} field={field} state={state} />
        ) : (
          <SearchFilter key={field.name} field={field} state={state} />
        ),
      )}
      {isFiltered ? (
        <Button type="button" appearance="subtle-button" onClick={() => state.clear(fields.map((field) => field.name))}>
          Wis filters
        </Button>
      ) : null}
    </form>
  );
}

function ChoiceFilter({
  field,
  options,
  state,
}: {
  readonly field: FilterField;
  readonly options: readonly FilterOption[];
  readonly state: ListState;
}) {
  const id = useId();
  return (
    <div className="wp-field">
      <label htmlFor={id}>{field.label}</label>
      <Select
        id={id}
        value={state.search[field.name] ?? ''}
        onChange={(event) => state.setFilter(field.name, event.target.value)}
      >
        <SelectOption value="">Alle</SelectOption>
        {options.map((option) => (
          <SelectOption key={option.value} value={option.value}>
            {option.label}
          </SelectOption>
        ))}
      </Select>
    </div>
  );
}

/** A day counts when it is whole; while it is typed the box holds what the address does not know yet. */
function DayFilter({ field, state }: { readonly field: FilterField; readonly state: ListState }) {
  const id = useId();
  return (
    <div className="wp-field">
      <label htmlFor={id}>{field.label}</label>
      <Textbox
        id={id}
        type="date"
        value={state.search[field.name] ?? ''}
        onChange={(event) => state.setFilter(field.name, event.target.value)}
      />
    </div>
  );
}

const TYPING_PAUSE_MS = 300;

/** Searches when the typing stops, so that not every letter asks the server. */
function SearchFilter({ field, state }: { readonly field: FilterField; readonly state: ListState }) {
  const id = useId();
  const applied = state.search[field.name] ?? '';
  const [draft, setDraft] = useState(applied);
  const lastSent = useRef(applied);
  const { setFilter } = state;

  useEffect(() => {
    // The address changed from elsewhere (filters wiped, a step back): the box follows it.
    if (applied !== lastSent.current) {
      lastSent.current = applied;
      setDraft(applied);
    }
  }, [applied]);

  useEffect(() => {
    const wanted = draft.trim();
    if (wanted === lastSent.current) return undefined;
    const timer = setTimeout(() => {
      lastSent.current = wanted;
      setFilter(field.name, wanted);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, field.name, setFilter]);

  return (
    <div className="wp-field">
      <label htmlFor={id}>{field.label}</label>
      <Textbox
        id={id}
        type="search"
        autoComplete="off"
        maxLength={60}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
    </div>
  );
}
