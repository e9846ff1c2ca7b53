// The thread that answers questions about rounds that are done. It keeps some rounds open, so that each next question is fast.
import { parentPort } from 'node:worker_threads';
import { DomainError } from './core/errors';
import type { ExplainPorts, OpenedRun } from './core/explain/opened-run';
import {
  answerQuestion,
  createExplainPorts,
  openRun,
  type Answers,
  type Question,
  type QuestionKind,
  type RunFiles,
} from './engines/answer-question';

export type ExplainRequest =
  | { readonly kind: 'open'; readonly key: string; readonly files: RunFiles }
  | { readonly kind: 'close'; readonly key: string }
  | {
      readonly kind: 'ask';
      readonly id: number;
      /** A round that was opened before. */
      readonly key: string;
      readonly question: Question;
      readonly timeLimitSeconds: number;
      /** One number; anything but 0: nobody waits for the answer any more. */
      readonly cancelled: Int32Array;
    };

export type ExplainReply =
  | { readonly kind: 'answered'; readonly id: number; readonly answer: Answers[QuestionKind]; readonly seconds: number }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: string | null;
      readonly message: string;
      readonly details: unknown;
    };

const opened = new Map<string, OpenedRun>();
let ports: Promise<ExplainPorts> | undefined;
/** Requests are done one after another: a question may wait within, and a round must not be closed under it. */
let last: Promise<void> = Promise.resolve();

async function handle(request: ExplainRequest): Promise<void> {
  switch (request.kind) {
    case 'open':
      opened.set(request.key, openRun(request.files, await (ports ??= createExplainPorts())));
      return;
    case 'close':
      opened.get(request.key)?.close();
      opened.delete(request.key);
      return;
    case 'ask':
      return answer(request);
  }
}

async function answer(request: Extract<ExplainRequest, { kind: 'ask' }>): Promise<void> {
  const { id, key, question, timeLimitSeconds, cancelled } = request;
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const secondsLeft = () => (Atomics.load(cancelled, 0) === 0 ? timeLimitSeconds - elapsed() : 0);
  try {
    const run = opened.get(key);
    if (run === undefined) throw new Error(`Round ${key} is not open`);
    reply({ kind: 'answered', id, answer: await answerQuestion(run, question, secondsLeft), seconds: elapsed() });
  } catch (error) {
    const known = error instanceof DomainError;
    const message = error instanceof Error ? error.message : String(error);
    reply({ kind: 'failed', id, code: known ? error.code : null, message, details: known ? error.details : {} });
  }
}

function reply(message: ExplainReply): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (request: ExplainRequest) => {
  last = last.then(() => handle(request)).catch(() => undefined);
});
