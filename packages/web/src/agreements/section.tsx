import { type ReactNode, useId } from "react";

interface SectionProps {
  readonly title: ReactNode;
  /** Beside the title, in small: counts, what is missing. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page, with its heading. */
export function Section({ title, note, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <header className="section-header">
        <h2 id={id}>{title}</h2>
        {note && <div className="small muted">{note}</div>}
      </header>
      {children}
    </section>
  );
}
