// What the next agreement takes over: each party and each promise by itself, fields and frameworks as a whole.
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import type { Agreement } from "../api/read.ts";
import { Name } from "../language/figures.tsx";
import "./taken-over.css";

export interface Choice {
  readonly key: string;
  readonly words: string;
}
export interface TakenOverChoice {
  readonly parties: ReadonlySet<string>;
  readonly promises: ReadonlySet<string>;
  readonly fields: boolean;
  readonly frameworks: boolean;
}

interface TakenOverProps {
  readonly agreement: Agreement;
  readonly promises: readonly Choice[];
  readonly taken: TakenOverChoice;
  readonly onTaken: (taken: TakenOverChoice) => void;
}

const toggled = (set: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  set.has(key) ? new Set([...set].filter((one) => one !== key)) : new Set([...set, key]);

export function TakenOver({ agreement, promises, taken, onTaken }: TakenOverProps) {
  const { partiesInFull, fields, links } = agreement;
  const frameworks = links.filter(({ kind, direction }) => kind === "framework" && direction === "to");
  return (
    <>
      <Ticks legend={<FormattedMessage id="closure.take.parties" />}>
        {partiesInFull.map(({ id, nameAtSignature, role }) => (
          <Tick
            key={id}
            isOn={taken.parties.has(id)}
            onTick={() => onTaken({ ...taken, parties: toggled(taken.parties, id) })}
          >
            <Name>{nameAtSignature}</Name> · <FormattedMessage id={`agreement.role.${role}`} />
          </Tick>
        ))}
      </Ticks>
      <Ticks legend={<FormattedMessage id="closure.take.promises" />}>
        {promises.map(({ key, words }) => (
          <Tick
            key={key}
            isOn={taken.promises.has(key)}
            onTick={() => onTaken({ ...taken, promises: toggled(taken.promises, key) })}
          >
            <Name>{words}</Name> <span className="small muted">{key}</span>
          </Tick>
        ))}
      </Ticks>
      <Ticks legend={<FormattedMessage id="closure.take.more" />}>
        <Tick isOn={taken.fields} onTick={() => onTaken({ ...taken, fields: !taken.fields })}>
          <FormattedMessage id="closure.take.fields" values={{ count: fields.length }} />
        </Tick>
        <Tick isOn={taken.frameworks} onTick={() => onTaken({ ...taken, frameworks: !taken.frameworks })}>
          <FormattedMessage id="closure.take.frameworks" values={{ count: frameworks.length }} />
        </Tick>
      </Ticks>
      <p className="small muted">
        <FormattedMessage id="closure.take.never" />
      </p>
    </>
  );
}

function Ticks({ legend, children }: { legend: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="taken-over">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

interface TickProps {
  readonly isOn: boolean;
  readonly onTick: () => void;
  readonly children: ReactNode;
}

function Tick({ isOn, onTick, children }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={isOn} onChange={onTick} />
      <span>{children}</span>
    </label>
  );
}
