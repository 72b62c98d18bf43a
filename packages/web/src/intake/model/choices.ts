// The codes that a value may have, and under which message each has its word.

const organisationKinds = [
  "public_employment_service",
  "foreign_public_employment_service",
  "ministry",
  "state",
  "foreign_government",
  "regional_council",
  "provincial_council",
  "prefectural_council",
  "territorial_authority",
  "regional_government",
  "public_agency",
  "public_committee",
  "social_security",
  "company",
  "professional_federation",
  "employer_organisation",
  "foundation",
  "association",
  "ngo",
  "cooperative",
  "university",
  "training_body",
  "chamber",
  "employment_agency",
  "other",
] as const;

const instrumentTypes = [
  "letter_of_intent",
  "mou",
  "framework_agreement",
  "convention",
  "tripartite_convention",
  "contract_programme",
  "protocol",
  "partnership_agreement",
  "intergovernmental_agreement",
] as const;
const frameworkTypes = ["law", "plan", "strategy", "programme", "development_model", "other"] as const;

const list = (word: (code: string) => string, codes: readonly string[]) => ({ word, codes });

export const choices = {
  eventKind: list(
    (code) => `event.kind.${code}`,
    [
      ...["seminar", "regional_assizes", "study_visit", "signing_ceremony", "conference", "launch_ceremony"],
      ...["progress_meeting", "job_fair", "official_visit", "press_release", "forum", "council_session"],
      ...["board_meeting", "committee", "other"],
    ],
  ),
  partKind: list(
    (code) => `event.part.${code}`,
    ["round_table", "workshop", "visit", "meeting", "signing", "other"],
  ),
  instrumentType: list((code) => `agreement.type.${code}`, [...instrumentTypes, "amendment"]),
  frameworkKind: list((code) => `agreement.type.${code}`, frameworkTypes),
  agreementKind: list(
    (code) => `agreement.kind.${code}`,
    ["programme", "plan", "contract_programme", "bundle", "instrument"],
  ),
  agreementType: list((code) => `agreement.type.${code}`, [...instrumentTypes, ...frameworkTypes]),
  agreementState: list((code) => `intake.code.state.${code}`, ["lead", "reported", "existing", "framework"]),
  status: list((code) => `intake.code.status.${code}`, ["planned", "signed", "existing"]),
  organisationKind: list((code) => `intake.code.organisation.${code}`, organisationKinds),
  partyRole: list(
    (code) => `agreement.role.${code}`,
    ["signatory", "funder", "operator", "partner", "trainer", "host", "patron", "counterparty"],
  ),
  amountRole: list((code) => `intake.code.amount.${code}`, ["total", "contribution", "line"]),
  qualifier: list(
    (code) => (code === "exact" ? "intake.code.exact" : `figure.qualifier.${code}`),
    ["exact", "approximate", "estimated", "at_least", "at_most", "share_of", "unquantified", "best_efforts"],
  ),
  figureKind: list(
    (code) => `stated.kind.${code}`,
    [
      ...["need", "past_result", "capacity", "statistic", "population", "unit_amount", "share", "intention"],
      "past_programme",
    ],
  ),
  clauseKind: list(
    (code) => `intake.code.clause.${code}`,
    [
      "eligibility",
      "governance",
      "reporting",
      "duration",
      "renewal",
      "confidentiality",
      "exclusivity",
      "other",
    ],
  ),
  orientationKind: list(
    (code) => `agreement.orientation.${code}`,
    [
      ...["gender_parity", "spatial_equity", "territorial_inclusion", "universality", "anticipation"],
      ...["synergy", "other"],
    ],
  ),
  attendanceRole: list(
    (code) => `event.role.${code}`,
    [
      ...["chair", "host", "organiser", "co_organiser", "speaker", "signatory_representative", "guest"],
      ...["delegation", "beneficiary", "attendee"],
    ],
  ),
  per: list((code) => `intake.code.per.${code}`, ["person", "person_month"]),
  topicKind: list((code) => `intake.code.topic.${code}`, ["objective", "topic", "mission", "context"]),
  fieldKind: list(
    (code) => `agreement.fieldKind.${code}`,
    ["field", "strand", "sector", "objective", "mission", "tag", "clause"],
  ),
  linkKind: list(
    (code) => `agreement.link.${code}.to`,
    ["framework", "leads_to", "renews", "specifies", "refers_to", "leans_on"],
  ),
  relationKind: list(
    (code) => `intake.code.relation.${code}`,
    ["client_of", "supervised_by", "member_of", "peer_of", "operates_for"],
  ),
  servicePointKind: list(
    (code) => `intake.code.point.${code}`,
    ["agency", "employment_space", "mobile_unit", "incubator"],
  ),
  competence: list(
    (code) => `intake.code.competence.${code}`,
    ["own", "shared", "own_and_shared", "transferred"],
  ),
  language: list((code) => `intake.code.language.${code}`, ["fr", "ar", "en"]),
  nameKind: list((code) => `intake.code.name.${code}`, ["alias", "acronym", "former"]),
  milieu: list((code) => `intake.code.milieu.${code}`, ["urban", "rural"]),
  documentKind: list(
    (code) => `source.kind.${code}`,
    [
      "press",
      "press_release",
      "minutes",
      "signed_text",
      "speech",
      "report",
      "deliberation",
      "statement",
      "other",
    ],
  ),
  currency: list((code) => `intake.code.currency.${code}`, ["MAD", "EUR", "USD", "TND", "DZD"]),
} as const;

export type ChoiceList = keyof typeof choices;

/** The message that names a code of a list; codes are the register's own. */
export const wordOf = (of: ChoiceList, code: string): string => choices[of].word(code);
