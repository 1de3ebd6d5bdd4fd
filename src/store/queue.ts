/** The queue of submissions before a writer, whichever driver's: who goes into one transaction. */

import type { Sent } from "./enter.ts";

/** So many entries at most go into one transaction, so that nobody waits long for another's. */
const mostTogether = 2_000;

/** The next submissions in the queue, up to so many entries. */
export const nextGroup = <Waiting extends { readonly sent: Sent }>(
  queue: Waiting[],
): readonly Waiting[] => {
  let entries = 0;
  const until = queue.findIndex(({ sent }) => {
    entries += sent.entries.length;
    return entries > mostTogether;
  });
  return queue.splice(0, until < 0 ? queue.length : Math.max(1, until));
};
