// Every spec file has keys for sealed fields; where it starts a process of its own, that one has keys in its data folder.
import { parseFieldKeys } from '../../src/core/vocabulary/field-keys';
import { useFieldKeys } from '../../src/database/sealing/key-ring';

export const TEST_FIELD_KEYS = `proef:${Buffer.alloc(32, 7).toString('base64')}`;

useFieldKeys(parseFieldKeys(TEST_FIELD_KEYS)!);
