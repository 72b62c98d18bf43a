// What several answers make up is seen at once: parts that came one after the other would push each other about.
import { type Query, useIsFetching, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Waiting } from "./waiting.tsx";
import "./gathered.css";

/** Longer than this nobody waits for the slowest part: what is there is shown. */
const longest = 1500;
const isAwaited = ({ state }: Query) => state.data === undefined;

/** Its children are seen once all that they read for the first time is there; until then the place is kept. */
export function Gathered({ lines = 14, children }: { lines?: number; children: ReactNode }) {
  const client = useQueryClient();
  const isWaiting = useIsFetching({ predicate: isAwaited }) > 0;
  const [isHere, setHere] = useState(false);
  const began = useRef<number>(null);
  useEffect(() => {
    if (isHere) return;
    began.current ??= performance.now();
    const left = longest - (performance.now() - began.current);
    const late = setTimeout(() => setHere(true), Math.max(0, left));
    // an answer may ask the next question: every part has asked its own once this runs
    const done = setTimeout(() => {
      if (!isWaiting && client.isFetching({ predicate: isAwaited }) === 0) setHere(true);
    });
    return () => {
      clearTimeout(late);
      clearTimeout(done);
    };
  }, [client, isHere, isWaiting]);
  return (
    <div className="gathered" data-arriving={!isHere || undefined}>
      {!isHere && <Waiting lines={lines} />}
      <div className="gathered-parts">{children}</div>
    </div>
  );
}
