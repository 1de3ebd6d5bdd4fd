/**
 * Progress of long work on standard error: nothing in the first second, nothing but on a terminal.
 *
 * In:   whether there is a terminal, a clock, where to write.
 * Out:  a function that is told how much of how much is done; the line is wiped at the end.
 */

export type Progress = (done: number, of: number) => void;

export type ProgressIo = {
  readonly isTerminal: boolean;
  readonly milliseconds: () => number;
  readonly write: (text: string) => void;
};

const patience = 1_000;
const interval = 100;
const barWidth = 24;

const line = (done: number, of: number): string => {
  const filled = Math.floor((barWidth * done) / of);
  const bar = "#".repeat(filled).padEnd(barWidth, ".");
  return `\r[${bar}] ${done} / ${of}`;
};

/** Wipes what was shown. */
const wiped = "\r\u001b[K";

/** The progress of one piece of work. */
export const progressOn = ({ isTerminal, milliseconds, write }: ProgressIo): Progress => {
  const start = milliseconds();
  let last = start + patience - interval;
  let isShown = false;
  return (done, of) => {
    if (!isTerminal || of === 0) return;
    const now = milliseconds();
    if (done >= of) {
      if (isShown) write(wiped);
      isShown = false;
    } else if (now - last >= interval) {
      write(line(done, of));
      last = now;
      isShown = true;
    }
  };
};
