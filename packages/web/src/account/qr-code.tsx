import { generate } from "lean-qr";
import { useMemo } from "react";
import { useIntl } from "react-intl";

const quiet = 4;

/** The text as a picture for a camera, drawn here: nobody else is asked for it. */
export function QrCode({ text }: { text: string }) {
  const intl = useIntl();
  const { path, size } = useMemo(() => {
    const code = generate(text);
    const squares: string[] = [];
    for (let y = 0; y < code.size; y += 1) {
      for (let x = 0; x < code.size; x += 1)
        if (code.get(x, y)) squares.push(`M${x + quiet} ${y + quiet}h1v1h-1z`);
    }
    return { path: squares.join(""), size: code.size + 2 * quiet };
  }, [text]);
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={intl.formatMessage({ id: "account.qr" })}
      shapeRendering="crispEdges"
    >
      <path className="qr-ground" d={`M0 0h${size}v${size}h-${size}z`} />
      <path className="qr-ink" d={path} />
    </svg>
  );
}
