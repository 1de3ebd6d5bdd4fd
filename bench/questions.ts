/**
 * Seeded questions about the world, in the two forms that are needed: as a user writes them, and as
 * numbers for the peers that know nothing of names.
 */
import { isoOf } from "#base";
import { dayZero, instrumentOf, type Shape, stateOf } from "./data.ts";
import { randomFrom } from "./random.ts";

/** "Was this state a party to that instrument, on a day, as known at a size of the ledger?" */
export type Question = {
  readonly instrument: number;
  readonly state: number;
  readonly day: number;
  readonly size: number;
  readonly name: string; // Of the fluent.
  readonly iso: string;
};

const longestSpan = 101_000; // Days: all of a deep key.
const spanOf = ({ versions }: Shape): number => Math.min(longestSpan, versions * 2_000 + 1_000);

/**
 * The same questions, made anew: their texts whole and never hashed, as they come in with a request.
 * With the old ones a second look-up of a name would cost less than the first.
 */
export const renewed = (questions: readonly Question[]): readonly Question[] =>
  JSON.parse(JSON.stringify(questions));

/** Questions at random keys, days and sizes. */
export const questionsOf = (shape: Shape, count: number, seed: number): readonly Question[] => {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const whole = shape.instruments * (1 + shape.states * shape.versions);
  return Array.from({ length: count }, () => {
    const instrument = below(shape.instruments);
    const state = below(shape.states);
    const day = dayZero + below(spanOf(shape));
    const size = shape.instruments + below(whole - shape.instruments + 1);
    const name = `status/${instrumentOf(instrument)}/${stateOf(state)}`;
    return { instrument, state, day, size, name, iso: isoOf(day) };
  });
};
