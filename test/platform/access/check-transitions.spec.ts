import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { TRANSITION_TABLES } from '../../../src/core/review/transition-tables';
import { checkTransitions } from '../../../src/platform/access/check-transitions';

const [name, table] = Object.entries(TRANSITION_TABLES)[0]!;

describe('the life cycles at start-up', () => {
  it('are sound, and all that there are', () => {
    expect(() => checkTransitions(TRANSITION_TABLES)).not.toThrow();
    const folder = path.join(__dirname, '../../../src/core/review');
    const files = readdirSync(folder).filter((file) => /^(?!validate).*-transitions\.ts$/.test(file));
    // That of a meeting stands with the rest about meetings.
    expect(Object.keys(TRANSITION_TABLES)).toHaveLength(files.length + 1);
  });

  it('stop the start when one is not sound, or asks for a permission that does not exist', () => {
    const initial = { [name]: { ...table, initial: 'nowhere' } };
    expect(() => checkTransitions(initial)).toThrow(`${name}: initial state "nowhere" is not listed`);
    const [first, ...rest] = table.transitions;
    const unknown = { [name]: { ...table, transitions: [{ ...first!, permission: 'x.go' }, ...rest] } };
    expect(() => checkTransitions(unknown)).toThrow(`asks for unknown permission "x.go"`);
  });
});
