import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ownerDataSource } from '../../src/database/data-source';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { HouseholdMemberEntity } from '../../src/database/entities/household-member.entity';
import { parseFieldKeys, type FieldKeys } from '../../src/core/vocabulary/field-keys';
import { newFieldKey } from '../../src/database/sealing/new-field-key';
import { fieldKeys, useFieldKeys } from '../../src/database/sealing/key-ring';
import { openFieldKeys } from '../../src/database/sealing/open-field-keys';
import { reseal, sealedColumns } from '../../src/database/sealing/reseal';
import { isSealed, open, seal, SealError } from '../../src/database/sealing/sealed-text';
import fc from '../support/fast-check';
import { insertSampleRows, SAMPLE } from '../support/sample-rows';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const keysOf = (...ids: string[]): FieldKeys => parseFieldKeys(ids.map((id) => newFieldKey(id)).join(','))!;

describe('a sealed text', () => {
  const keys = keysOf('a');

  it('opens to the same value, and tells nothing of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const sealed = seal(value, 'table.column', keys);
        expect(isSealed(sealed)).toBe(true);
        expect(JSON.stringify(open(sealed, 'table.column', keys))).toBe(JSON.stringify(value));
        expect(sealed).toMatch(/^s1:a:[\w-]+$/);
      }),
    );
    const [one, other] = ['GM0106', 'GM0106'].map((text) => seal(text, 'table.column', keys));
    expect(one).not.toBe(other);
    expect(seal([], 'table.column', keys)).toHaveLength(seal(['GM0106', 'GM1680'], 'table.column', keys).length);
  });

  it('does not open in another column, when a letter of it was changed, or without its key', () => {
    const sealed = seal(['GM0106'], 'table.column', keys);
    expect(() => open(sealed, 'table.other', keys)).toThrow(SealError);
    expect(() => open(sealed, 'table.column', keysOf('a'))).toThrow(SealError);
    expect(() => open(sealed, 'table.column', keysOf('b'))).toThrow('De sleutel a');
    expect(() => open('["GM0106"]', 'table.column', keys)).toThrow('niet verzegeld');
    const at = sealed.lastIndexOf(':') + 1;
    for (let place = at; place < sealed.length; place++) {
      const changed = `${sealed.slice(0, place)}${sealed[place] === 'A' ? 'B' : 'A'}${sealed.slice(place + 1)}`;
      // The last letter of base64 holds fewer bits than six, so a change of it can be none.
      if (Buffer.from(changed.slice(at), 'base64url').equals(Buffer.from(sealed.slice(at), 'base64url'))) continue;
      expect(() => open(changed, 'table.column', keys)).toThrow(SealError);
    }
  });

  it('never shows a value in what goes wrong', () => {
    expect(() => open('geheim', 'table.column', keys)).toThrow(expect.not.objectContaining({ message: /geheim/ }));
  });
});

describe('the keys of fields', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'veldsleutels-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['', 'a', 'a:', `a:${randomBytes(31).toString('base64')}`, `a b:${randomBytes(32).toString('base64')}`])(
    'are not %j',
    (text) => expect(parseFieldKeys(text)).toBeUndefined(),
  );

  it('are not two with one name', () => {
    expect(parseFieldKeys(`${newFieldKey('a')},${newFieldKey('a')}`)).toBeUndefined();
  });

  it('come from the settings, else from a file that only its owner reads and that is made once', () => {
    const given = keysOf('a');
    expect(openFieldKeys(given, folder)).toBe(given);
    expect(existsSync(path.join(folder, 'veldsleutels'))).toBe(false);
    const made = openFieldKeys(undefined, folder);
    expect(openFieldKeys(undefined, folder)).toEqual(made);
    const file = path.join(folder, 'veldsleutels');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(parseFieldKeys(readFileSync(file, 'utf8'))).toEqual(made);
    writeFileSync(file, 'stuk');
    expect(() => openFieldKeys(undefined, folder)).toThrow(file);
  });
});

describe('sealed fields in the database', () => {
  const usual = fieldKeys();
  let database: TestDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await ownerDataSource(database.url).initialize();
    await insertSampleRows(database.dataSource);
  });
  afterEach(() => useFieldKeys(usual));
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  const stored = async () => {
    const values: string[] = [];
    for (const { table, column } of sealedColumns(owner.entityMetadatas)) {
      const rows = await owner.query<{ value: string }[]>(`SELECT "${column}" AS value FROM "${table}"`);
      values.push(...rows.map(({ value }) => value));
    }
    return values;
  };

  it('are what could hurt people most, and each is stored sealed', async () => {
    const columns = sealedColumns(owner.entityMetadatas).map(({ table, column }) => `${table}.${column}`);
    expect(columns.sort()).toEqual([
      'case_pause.note',
      'case_pause.reason',
      'case_progress.note',
      'client_request.answer',
      'client_request.asked',
      'client_request.extension_reason',
      'client_request.resumption_note',
      'household.facts',
      'household.herkomst_waived',
      'household_contact.note',
      'household_correction.reason',
      'household_exclusion_area.gemeente_ids',
      'household_exclusion_area.wijk_ids',
      'household_member.family_name',
      'household_member.given_name',
      'household_member_bsn.bsn',
      'household_restriction.ended_note',
      'match_run.snapshot',
      'panel_case.question',
      'panel_case.shared',
      'panel_case.withdrawn_note',
      'panel_entry.text',
      'warm_handover.agreed',
      'warm_handover.answer_note',
      'warm_handover.consent_how',
      'warm_handover.ended_note',
      'warm_handover.reason',
    ]);
    const values = await stored();
    expect(values.length).toBeGreaterThanOrEqual(columns.length);
    expect(values.filter((value) => !isSealed(value))).toEqual([]);
  });

  it('are read as what they are, and sealed anew with a newer key while nothing else changes', async () => {
    const read = async () => [
      await database.dataSource.getRepository(HouseholdEntity).findOneByOrFail({ id: SAMPLE.household }),
      await database.dataSource.getRepository(HouseholdMemberEntity).find(),
    ];
    const before = await read();
    const [newer] = keysOf('nieuw');
    useFieldKeys([newer, ...usual]);
    expect(await reseal(owner)).toBe((await stored()).length);
    expect((await stored()).filter((value) => !value.startsWith('s1:nieuw:'))).toEqual([]);
    expect(await reseal(owner)).toBe(0);
    useFieldKeys([newer]);
    expect(await read()).toEqual(before);
    useFieldKeys([...usual, newer]);
    await reseal(owner);
  });
});
