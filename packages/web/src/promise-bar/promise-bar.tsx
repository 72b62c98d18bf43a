// The one picture by which people know the product: what was promised, and what came of it.
import { useId } from "react";
import { useIntl } from "react-intl";
import { type BarGeometry, geometryOf, type Promised, type Span } from "./geometry.ts";
import { barSentence } from "./sentence.ts";
import "./promise-bar.css";

export interface PromiseBarProps {
  readonly promised: Promised;
  /** What is counted, in the reader's language. */
  readonly unit: string;
  /** `row`: 12 px, in a table. `page`: 48 px. */
  readonly size?: "row" | "page";
  /** Opens the rows under the bar. Without it the bar is a picture. */
  readonly onOpen?: () => void;
  /** Of a place, whose promises end on different days: nothing is said of time. */
  readonly timeless?: boolean;
}

export function PromiseBar({ promised, unit, size = "row", onOpen, timeless = false }: PromiseBarProps) {
  const intl = useIntl();
  const sentence = barSentence(intl, promised, unit, { time: !timeless });
  const drawing = <Drawing geometry={geometryOf(promised)} size={size} />;
  if (onOpen === undefined) {
    return (
      <span className="promise-bar" role="img" aria-label={sentence} title={sentence}>
        {drawing}
      </span>
    );
  }
  return (
    <button
      type="button"
      className="promise-bar"
      onClick={onOpen}
      title={sentence}
      aria-label={intl.formatMessage({ id: "bar.open" }, { sentence })}
    >
      {drawing}
    </button>
  );
}

const shapes = {
  row: { height: 12, top: 1.5, bar: 6, lineTop: 0, lineEnd: 9, time: 10, timeHeight: 2, notch: 3 },
  page: { height: 48, top: 7, bar: 29, lineTop: 0, lineEnd: 40, time: 43, timeHeight: 3, notch: 7 },
};
type Shape = (typeof shapes)["row"];

function Drawing({ geometry, size }: { geometry: BarGeometry; size: "row" | "page" }) {
  const hatch = useId();
  const shape = shapes[size];
  return (
    <svg
      className={`promise-bar-drawing promise-bar-${size}`}
      height={shape.height}
      width="100%"
      aria-hidden="true"
    >
      {geometry.declared && <Hatch id={hatch} />}
      <rect className="bar-base" x="0" y={shape.top + shape.bar} width="100%" height="1" />
      {geometry.frame === null && <AnnouncedLength geometry={geometry} shape={shape} />}
      <Fill span={geometry.proven} shape={shape} className="bar-proven" />
      <Fill span={geometry.realised} shape={shape} className="bar-realised" />
      <Fill span={geometry.declared} shape={shape} className="bar-declared" fill={`url(#${hatch})`} />
      <Frame geometry={geometry} shape={shape} />
      {geometry.announced.map((at) => (
        <line
          key={at}
          className="bar-announced"
          x1={percent(at)}
          x2={percent(at)}
          y1={shape.lineTop}
          y2={shape.lineEnd}
        />
      ))}
      <TimeLine geometry={geometry} shape={shape} />
    </svg>
  );
}

/** Announced and not signed: a dotted length without a frame; without a number it does not end. */
function AnnouncedLength({ geometry, shape }: { geometry: BarGeometry; shape: Shape }) {
  const reach = geometry.announcedOpen ? 1 : (geometry.announced.at(-1) ?? 0);
  const bottom = shape.top + shape.bar;
  return <line className="bar-promise" x1="0" x2={percent(reach)} y1={bottom} y2={bottom} />;
}

interface FillProps {
  readonly span: Span | null;
  readonly shape: Shape;
  readonly className: string;
  readonly fill?: string;
}

function Fill({ span, shape, className, fill }: FillProps) {
  if (span === null) return null;
  const place = { x: percent(span.from), width: percent(span.to - span.from) };
  return <rect className={className} {...place} y={shape.top} height={shape.bar} {...(fill && { fill })} />;
}

function Frame({ geometry: { frame, notch }, shape }: { geometry: BarGeometry; shape: Shape }) {
  if (frame === null) return null;
  const bottom = shape.top + shape.bar;
  const end = percent(frame.to);
  return (
    <g className={frame.open ? "bar-frame bar-frame-open" : "bar-frame"}>
      <line x1="0" x2={end} y1={shape.top} y2={shape.top} />
      <line x1="0" x2={end} y1={bottom} y2={bottom} />
      <line x1="0.75" x2="0.75" y1={shape.top} y2={bottom} className="bar-frame-side" />
      {!frame.open && <line x1={end} x2={end} y1={shape.top} y2={bottom} className="bar-frame-side" />}
      {notch !== null && (
        <line className="bar-notch-reach" x1={end} x2={percent(notch)} y1={shape.top} y2={shape.top} />
      )}
      {notch !== null && (
        <svg x={percent(notch)} y={shape.top} overflow="visible" className="bar-notch" aria-hidden="true">
          <path d={`M ${-shape.notch} 0 L ${shape.notch} 0 L 0 ${shape.notch} Z`} />
        </svg>
      )}
    </g>
  );
}

function TimeLine({ geometry: { time }, shape }: { geometry: BarGeometry; shape: Shape }) {
  if (time === null) return null;
  return (
    <g>
      <rect
        className="bar-time-whole"
        x="0"
        width={percent(time.end)}
        y={shape.time}
        height={shape.timeHeight}
      />
      <rect
        className="bar-time"
        x="0"
        width={percent(time.elapsed)}
        y={shape.time}
        height={shape.timeHeight}
      />
    </g>
  );
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

const parts = {
  announced: () => <line className="bar-announced" x1="7" x2="7" y1="0" y2="12" />,
  signed: () => <rect className="swatch-frame" x="1" y="2" width="12" height="8" />,
  original: () => <path className="bar-notch" d="M 3 2 L 11 2 L 7 8 Z" />,
  declared: (hatch: string) => (
    <rect className="bar-declared" fill={`url(#${hatch})`} x="0" y="2" width="14" height="8" />
  ),
  realised: () => <rect className="bar-realised" x="0" y="2" width="14" height="8" />,
  proven: () => <rect className="bar-proven" x="0" y="2" width="14" height="8" />,
  time: () => <rect className="bar-time" x="0" y="5" width="14" height="3" />,
};

/** A small sample of one part of the bar, beside its word: the bar's key, wherever figures stand in columns. */
export function Swatch({ part }: { part: keyof typeof parts }) {
  const hatch = useId();
  return (
    <svg className="swatch" width="14" height="12" aria-hidden="true">
      <Hatch id={hatch} />
      {parts[part](hatch)}
    </svg>
  );
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2" height="5" className="bar-hatch" />
      </pattern>
    </defs>
  );
}
