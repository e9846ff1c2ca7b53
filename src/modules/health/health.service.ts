import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { JobQueue } from '../../platform/queue/job-queue';

const PATIENCE_MILLISECONDS = 2000;

/** Asks the parts that the server cannot do without whether they answer. */
@Injectable()
export class HealthService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
  ) {}

  databaseAnswers(): Promise<boolean> {
    return answers(this.dataSource.query('SELECT 1'));
  }

  queueAnswers(): Promise<boolean> {
    return answers(this.queue.ping());
  }
}

/** A part that takes too long counts as failing: whoever watches needs an answer in time. */
async function answers(question: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MILLISECONDS);
  });
  const answered = question.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
}
