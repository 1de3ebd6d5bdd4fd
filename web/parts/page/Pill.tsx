/** A status in words and colour, with its doubt; the link to its why stands around it (S-38). */

type PillProps = {
  readonly status: string;
  readonly certainty: string;
  /** The status in the page's language. */
  readonly word: string;
  /** The word for the doubt, where there is one besides the status itself. */
  readonly doubt?: string | undefined;
};

export const Pill = ({ status, certainty, word, doubt }: PillProps) => (
  <span class="pill" data-status={status} data-certainty={certainty}>
    {word}
    {doubt !== undefined && <span class="pill-doubt"> ({doubt})</span>}
  </span>
);
