import { createContext } from 'react';

/** Whether somebody tried to send the form around a field: before that, its faults are not shown. */
export const WasSent = createContext(true);
