import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProofFiles, ProofReport } from './check-proof';

export type ProofCheck =
  | { readonly state: 'idle' }
  | { readonly state: 'checking' }
  | { readonly state: 'broken' }
  | { readonly state: 'done'; readonly report: ProofReport; readonly seconds: number };

/** Runs the checker in a worker; a new check ends the one before. */
export function useProofCheck(): readonly [ProofCheck, (files: ProofFiles) => void] {
  const [check, setCheck] = useState<ProofCheck>({ state: 'idle' });
  const worker = useRef<Worker>(undefined);
  useEffect(() => () => worker.current?.terminate(), []);
  const start = useCallback((files: ProofFiles) => {
    worker.current?.terminate();
    const next = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
    const from = performance.now();
    worker.current = next;
    setCheck({ state: 'checking' });
    next.onmessage = ({ data }: MessageEvent<ProofReport>) => {
      next.terminate();
      setCheck({ state: 'done', report: data, seconds: (performance.now() - from) / 1000 });
    };
    next.onerror = () => {
      next.terminate();
      setCheck({ state: 'broken' });
    };
    next.postMessage(files);
  }, []);
  return [check, start];
}
