/**
 * The hatches of the map as SVG patterns, drawn in the page once and used by every sheet and
 * swatch.
 *
 * They hold lines only; the colour under them is the shape's own. Lines take `--map-ink`, so they
 * suit light and dark. Party: dots; signatory: level lines; suspended: upright bars; withdrawing:
 * rising lines; lapsed: a grid; uncertain: short dashes; disputed: falling lines, dense.
 */
const lines = {
  party: "M3 5h4M3 4h4M3 6h4",
  signatory: "M0 3h10M0 8h10",
  suspended: "M3 0v10M8 0v10",
  withdrawing: "M-2 12L12-2M-2 2L2-2M8 12L12 8",
  lapsed: "M0 5h10M5 0v10",
  uncertain: "M0 2h4M5 7h4",
} as const;

export const Hatches = () => (
  <defs>
    {Object.entries(lines).map(([status, path]) => (
      <pattern
        key={status}
        id={`map-${status}`}
        width="10"
        height="10"
        patternUnits="userSpaceOnUse"
      >
        <path class="map-ink" d={path} />
      </pattern>
    ))}
    <pattern id="map-disputed" width="5" height="5" patternUnits="userSpaceOnUse">
      <path class="map-dispute-ink" d="M-1-1L6 6M-1 4L1 6M4-1L6 1" />
    </pattern>
  </defs>
);
