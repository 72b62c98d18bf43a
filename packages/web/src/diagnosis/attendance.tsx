// Who came, by sex and age band: two bars on one base, told apart by dark and hatched, with the number beside each; the same
// as a table.
import { useId, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { AttendanceCell, Diagnosis } from "../api/diagnoses.ts";
import { Count } from "../language/figures.tsx";
import { type BandLine, bandWords, linesOf, sexes, totalOf } from "./count-attendance.ts";

export function AttendanceSection({ diagnosis }: { diagnosis: Diagnosis }) {
  const held = diagnosis.workshops.filter(({ heldOn }) => heldOn !== null).length;
  return (
    <Section
      anchor="attendance"
      title={<FormattedMessage id="diagnosis.attendance" />}
      note={<FormattedMessage id="diagnosis.attendanceOver" values={{ held }} />}
    >
      <Attendance cells={diagnosis.attendance} />
    </Section>
  );
}

export function Attendance({ cells }: { cells: readonly AttendanceCell[] }) {
  const [asTable, setTable] = useState(false);
  const lines = linesOf(cells);
  if (lines.length === 0)
    return (
      <p className="muted">
        <FormattedMessage id="diagnosis.nobodyCounted" />
      </p>
    );
  return (
    <>
      <Sentence lines={lines} />
      {asTable ? <CountTable lines={lines} /> : <Chart lines={lines} />}
      <p className="not-printed">
        <button type="button" className="plain-button small" onClick={() => setTable(!asTable)}>
          <FormattedMessage id={asTable ? "diagnosis.asChart" : "diagnosis.asTable"} />
        </button>
      </p>
    </>
  );
}

function Sentence({ lines }: { lines: readonly BandLine[] }) {
  const intl = useIntl();
  const [women, men] = [totalOf(lines, "F"), totalOf(lines, "M")];
  const known = women + men;
  const share =
    known === 0 ? "–" : intl.formatNumber(women / known, { style: "percent", maximumFractionDigits: 1 });
  return (
    <p>
      <FormattedMessage
        id="diagnosis.cameInAll"
        values={{ all: totalOf(lines), women, share, unknown: totalOf(lines, "U") }}
      />
    </p>
  );
}

function Chart({ lines }: { lines: readonly BandLine[] }) {
  const greatest = Math.max(1, ...lines.flatMap(({ of }) => Object.values(of)));
  return (
    <ul className="attendance-chart">
      {lines.map((line) => (
        <li key={line.band}>
          <span className="attendance-band">
            <FormattedMessage id={bandWords(line.band)} />
          </span>
          <ul>
            {shownOf(line).map((sex) => (
              <li key={sex} className="attendance-line">
                <span className="small">
                  <FormattedMessage id={`diagnosis.sex.${sex}`} />
                </span>
                <SideBar share={line.of[sex] / greatest} sex={sex} />
                <Count value={line.of[sex]} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** A side of which nobody came is said of women and men, and left out where nothing was noted. */
const shownOf = ({ band, of }: BandLine) =>
  sexes.filter((sex) => of[sex] > 0 || (sex !== "U" && band !== "U"));

function SideBar({ share, sex }: { share: number; sex: string }) {
  const pattern = useId();
  return (
    <svg className="bar attendance-bar" width="100%" height="12" aria-hidden="true">
      <defs>
        <pattern
          id={pattern}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="attendance-hatch" width="2" height="5" />
        </pattern>
      </defs>
      <rect
        className={`attendance-${sex}`}
        x="0.5"
        y="1"
        width={`${(share * 98).toFixed(2)}%`}
        height="10"
        {...(sex === "M" && { fill: `url(#${pattern})` })}
      />
      <rect className="bar-foot" x="0" y="0" width="1" height="12" />
    </svg>
  );
}

function CountTable({ lines }: { lines: readonly BandLine[] }) {
  const intl = useIntl();
  const caption = intl.formatMessage({ id: "diagnosis.attendance" });
  return (
    <div className="table-frame">
      <table className="table attendance-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="diagnosis.ageBand" />
            </th>
            {sexes.map((sex) => (
              <th key={sex} scope="col" className="number">
                <FormattedMessage id={`diagnosis.sex.${sex}`} />
              </th>
            ))}
            <th scope="col" className="number">
              <FormattedMessage id="diagnosis.together" />
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ band, of, all }) => (
            <tr key={band}>
              <th scope="row">
                <FormattedMessage id={bandWords(band)} />
              </th>
              {sexes.map((sex) => (
                <td key={sex} className="number">
                  <Count value={of[sex]} />
                </td>
              ))}
              <td className="number">
                <Count value={all} />
              </td>
            </tr>
          ))}
          <tr className="attendance-sum">
            <th scope="row">
              <FormattedMessage id="diagnosis.together" />
            </th>
            {sexes.map((sex) => (
              <td key={sex} className="number">
                <Count value={totalOf(lines, sex)} />
              </td>
            ))}
            <td className="number">
              <Count value={totalOf(lines)} />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
