/** The screens about persons and control, each with the right that opens it. */
export const areaPlaces = [
  { to: "/people", words: "people.tab.lookUp", right: "dossiers.look_up" },
  { to: "/people/requests", words: "people.tab.requests", right: "person_requests.read" },
  { to: "/people/due", words: "people.tab.due", right: "dossiers.read_terms" },
  { to: "/people/register", words: "people.tab.register", right: "processings.read" },
  { to: "/people/unmaskings", words: "people.tab.unmaskings", right: "unmaskings.read" },
  { to: "/journal", words: "people.tab.journal", right: "journal.read" },
  { to: "/complaints", words: "people.tab.complaints", right: "complaints.read" },
] as const;
