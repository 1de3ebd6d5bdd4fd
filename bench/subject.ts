/**
 * A subject: whatever answers the as-of questions, ours or a peer, in a process of its own.
 */
import type { Shape } from "./data.ts";
import { type Question, renewed } from "./questions.ts";

/** Nanoseconds a question, the median over batches; and what was answered, in order. */
export type Answered = { readonly ns: number; readonly answers: readonly string[] };

export type Subject = {
  /** The word that holds: none, party, suspended. */
  readonly points: (asked: readonly Question[]) => Promise<Answered>;
  /** The parties to an instrument, as their codes in order, joined by spaces. */
  readonly who: (asked: readonly Question[]) => Promise<Answered>;
  readonly close: () => Promise<void>;
};

export type Prepare = (shape: Shape) => Promise<Subject>;

export const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >>> 1] ?? Number.NaN;
  const lower = sorted[(sorted.length - 1) >>> 1] ?? Number.NaN;
  return (lower + upper) / 2;
};

/**
 * Times `run` in batches, each of questions made anew; `run` puts its answer away and does nothing
 * else. A batch is small, so that the questions themselves are at hand as those of a request are.
 */
export const timed = (
  asked: readonly Question[],
  batch: number,
  run: (question: Question, place: number) => void,
): number => {
  const means: number[] = [];
  for (let from = 0; from < asked.length; from += batch) {
    const questions = renewed(asked.slice(from, from + batch));
    let place = from;
    const began = performance.now();
    for (const question of questions) {
      run(question, place);
      place += 1;
    }
    means.push(((performance.now() - began) * 1e6) / questions.length);
  }
  return medianOf(means);
};

/** The same, where an answer comes from another process: each question is a batch. */
export const timedEach = async (
  count: number,
  run: (place: number) => Promise<void>,
): Promise<number> => {
  const times: number[] = [];
  for (let place = 0; place < count; place += 1) {
    const began = performance.now();
    await run(place);
    times.push((performance.now() - began) * 1e6);
  }
  return medianOf(times);
};
