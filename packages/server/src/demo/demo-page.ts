// The page docs/demo.md: what is simulated, and where each situation can be seen.
import type { Situation } from "./finding.ts";
import { lifeSituations, promiseSituations, treeSituations } from "./situations.ts";
import { callSituations } from "./situations-of-calls.ts";
import { countingSituations, otherSituations } from "./situations-of-results.ts";

/** How much there is; a test counts it in the loaded demo. */
export const demoSize = {
  agreements: 49,
  commitments: 119,
  facts: 22_924,
} as const;

export const chapters: Readonly<Record<string, readonly Situation[]>> = {
  "The life of an agreement": lifeSituations,
  "Trees and amendments": treeSituations,
  Promises: promiseSituations,
  "Results and how they count": countingSituations,
  "Money, meetings, needs": otherSituations,
  "Calls for projects": callSituations,
};

const head = `# The demo: what is announced, what is simulated

\`npm start\` fills an empty database once with two spaces, switched in the header, that never meet.

**Real announcements** holds what the five notes say and nothing else (\`docs/five-texts.md\`). No result, declaration or
movement of money is attached to a real organisation: the setting \`real_results_refused\` makes the database refuse one.

**Fictional region** (region 90, Tilmira-Ouzaren) is invented from end to end: places, organisations, persons, texts and
every figure (\`packages/reference/data/fictional\`). Its life is told by small scenarios
(\`packages/server/src/demo/scenarios\`), drawn from a seed, and lived in the order of time by acts of invented actors on
a clock that runs from 2 January 2023 to **30 June 2026**, so that \`--known-on\` has a past to show. The simulation ends
there; lateness is reckoned on the day of reading, and many deadlines lie in 2030. The same seed gives the same life:
standings and counts are equal, while the random ids of persons and facts are the database's own.

It holds ${demoSize.agreements} agreements, ${demoSize.commitments} commitments and ${demoSize.facts.toLocaleString("en")} results. The
tables say where each situation stands; a test asks for the rows of every line
(\`packages/server/src/demo/tests/situations.test.ts\`), and this page is written from the same list by
\`node packages/server/src/demo/write-demo-page.ts\`.
`;

/** The whole page. */
export function demoPage(): string {
  const parts = Object.entries(chapters).map(([title, situations]) => {
    const lines = situations.map(
      ({ says, see }) => `| ${says} | ${see.map((one) => `\`${one}\``).join(", ")} |`,
    );
    return [`## ${title}`, "", "| situation | where |", "| --- | --- |", ...lines, ""].join("\n");
  });
  return [head, ...parts].join("\n");
}
