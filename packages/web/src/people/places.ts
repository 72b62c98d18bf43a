/** The screens about persons and control, each with the right that opens it. */
export const areaPlaces = [
  { to: "/people", words: "people.tab.lookUp", right: "dossiers.look_up" },
  { to: "/people/requests", words: "people.tab.requests", right: "dossiers.read_requests" },
  { to: "/people/due", words: "people.tab.due", right: "dossiers.read_terms" },
  { to: "/people/register", words: "people.tab.register", right: "people.read_register" },
  { to: "/people/unmaskings", words: "people.tab.unmaskings", right: "people.read_unmaskings" },
  { to: "/journal", words: "people.tab.journal", right: "journal.read" },
  { to: "/complaints", words: "people.tab.complaints", right: "complaints.read" },
] as const;
