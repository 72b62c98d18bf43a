// What an agreement still misses before a step: one line each, and under a partner that is not verified its points. The
// API says it all in one sentence, which is long where several points are open.
import { FormattedMessage, useIntl } from "react-intl";
import type { Refused } from "../api/refused.ts";
import { WithReferences } from "../language/references.tsx";
import { useSayReference } from "../language/say-reference.ts";
import "./missing-list.css";

interface Missing {
  readonly words: string;
  readonly points: readonly string[];
}

const verification = 'message:["agreements","guard.partner_verified",';

/** The short words of something missing, and its points one by one. */
export function useSayMissing(): (missing: string) => Missing {
  const intl = useIntl();
  const say = useSayReference();
  return (missing) => {
    if (!missing.startsWith(verification)) return { words: say(missing), points: [] };
    const { name, gaps } = JSON.parse(missing.slice(verification.length, -1)) as {
      name: string;
      gaps: readonly string[];
    };
    return {
      words: intl.formatMessage({ id: "form.verificationOf" }, { name: say(name) }),
      points: gaps.map(say),
    };
  };
}

/** Under a step that cannot be taken yet: one thing in a sentence, several as a list. */
export function MissingBefore({ missing }: { missing: readonly string[] }) {
  const say = useSayMissing();
  const [only, ...others] = missing.map(say);
  if (only && others.length === 0 && only.points.length === 0)
    return <FormattedMessage id="board.missing" values={{ missing: <WithReferences text={only.words} /> }} />;
  return (
    <>
      <FormattedMessage id="form.missing" />
      <MissingList missing={missing} />
    </>
  );
}

function MissingList({ missing }: { missing: readonly string[] }) {
  const say = useSayMissing();
  return (
    <ul className="missing-list">
      {missing.map(say).map(({ words, points }) => (
        <li key={words}>
          <WithReferences text={words} />
          {points.length > 0 && (
            <ul>
              {points.map((point) => (
                <li key={point}>
                  <WithReferences text={point} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A step that is refused because something is missing: a short sentence, the list, and what may be done instead. */
export function StepRefused({ refusal: { params } }: { refusal: Refused }) {
  const intl = useIntl();
  const say = useSayReference();
  const { reference, act, missing, allowed } = params;
  return (
    <>
      <p>
        <FormattedMessage
          id="form.notYet"
          values={{ reference: <WithReferences text={String(reference)} />, act: say(String(act)) }}
        />
      </p>
      <MissingList missing={textsIn(missing)} />
      <p>
        <FormattedMessage
          id="form.instead"
          values={{ allowed: intl.formatList(textsIn(allowed).map(say), { type: "disjunction" }) }}
        />
      </p>
    </>
  );
}

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
