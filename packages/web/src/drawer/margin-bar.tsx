/** One line of a split: realised on a common base, the proven part of it darker. The numbers stand beside it. */
export function MarginBar({
  realised,
  proven,
  greatest,
}: {
  readonly realised: number;
  readonly proven: number;
  readonly greatest: number;
}) {
  const percent = (value: number) => `${((value / Math.max(1, greatest)) * 100).toFixed(1)}%`;
  return (
    <svg className="margin-bar" width="100%" height="10" aria-hidden="true">
      <rect className="bar-realised" x="0" y="1" width={percent(realised)} height="8" />
      <rect className="bar-proven" x="0" y="1" width={percent(proven)} height="8" />
    </svg>
  );
}
