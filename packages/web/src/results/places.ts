/** The screens about results, each with the right that opens it. */
export const resultPlaces = [
  { to: "/results/waiting", words: "results.tab.waiting", right: "results.verify" },
  { to: "/results/record", words: "results.tab.record", right: "results.record" },
  { to: "/results/returned", words: "results.tab.returned", right: "results.record" },
  { to: "/results/not-counted", words: "results.tab.notCounted", right: "results.read" },
  { to: "/results/declarations", words: "results.tab.declarations", right: "declarations.make" },
  { to: "/results/import", words: "results.tab.import", right: "uploads.send" },
  { to: "/results/same-persons", words: "results.tab.samePersons", right: "subjects.merge" },
] as const;
