import * as ask from "./questions.ts";

const memorandum = "RABAT-MOU-1";
const plans = "RABAT-PLANS";
const assizes = "RABAT-ASSISES";

/** Text 003: the regional assizes, a memorandum, and needs that are no targets. */
export const factsOf003: ask.FactsOfText = {
  text: "003",
  facts: [
    {
      says: "Organised by the region's council, with the ministry and the agency",
      question: `select p.role, o.reference from event_participants p join events e on e.id = p.event_id
        join organisations o on o.id = p.organisation_id where e.reference = '${assizes}' order by p.role desc, o.reference`,
      answer: [
        ["organiser", "CONSEIL-RABAT"],
        ["co_organiser", "ANAPEC"],
        ["co_organiser", "MINISTERE-EMPLOI"],
      ],
      passages: [
        "conseil de la région de Rabat-Salé-Kénitra",
        "ministère de l'Emploi et des Affaires sociales",
      ],
      screen: ask.page(memorandum, "events"),
    },
    {
      says: "Regional assizes, in the region, on a day that the text does not give",
      question: ask.event(assizes, "kind", "name", "date_year", "date_month", "date_day"),
      answer: [["regional_assizes", "Assises régionales de l'emploi à Rabat-Salé-Kénitra", null, null, null]],
      passages: ["Assises régionales de l'emploi à Rabat-Salé-Kénitra"],
      screen: ask.page(memorandum, "events"),
    },
    {
      says: "Self-employment, micro-projects, support to associations and to cooperatives",
      question: ask.topics(assizes, "objective"),
      answer: [
        ["self_employment"],
        ["micro_projects"],
        ["support_to_associations"],
        ["support_to_cooperatives"],
      ],
      passages: ["encourager l'auto-emploi par des microprojets", "appuyer associations", "coopératives"],
      screen: ask.page(memorandum, "events"),
    },
    {
      says: "What awaits a region's council: development, investment, employment, vocational training",
      question: ask.topics(assizes, "mission"),
      answer: [["economic_development"], ["investment"], ["employment"], ["vocational_training"]],
      passages: ["développement économique", "promotion de l'investissement", "formation professionnelle"],
      screen: ask.page(memorandum, "events"),
    },
    {
      says: "All actors are needed; the region relates the sector policies; agencies are partners of regions; the two round tables' topics",
      question: ask.topics(assizes, "topic"),
      answer: [
        ["multi_actor_governance"],
        ["cross_sector_policies"],
        ["agencies_partners_of_regions"],
        ["territorial_diagnosis"],
        ["employment_incentives"],
      ],
      passages: [
        "entreprises, administrations, acteurs économiques et société civile doivent agir ensemble",
        "relier les politiques sectorielles",
        "les agences sont désormais partenaires des régions",
      ],
      screen: ask.page(memorandum, "events"),
    },
    {
      says: "Both aims are the president's",
      question: ask.orientations(memorandum),
      answer: [
        ["other", "Abdessamad Sekkal", "président de la région, Abdessamad Sekkal"],
        ["synergy", "Abdessamad Sekkal", "président de la région, Abdessamad Sekkal"],
      ],
      passages: ["agir ensemble", "le bon endroit pour relier les politiques sectorielles"],
      screen: ask.page(memorandum, "orientations"),
    },
    {
      says: "The director general of the agency",
      question: ask.holder("Anas Doukkali"),
      answer: [["Anas Doukkali", "directeur général de l'ANAPEC", "ANAPEC"]],
      passages: ["Anas Doukkali"],
      screen: ask.page(memorandum, "events"),
    },
    {
      says: "Complementary regional plans, still to be made",
      question: ask.agreement(plans, "kind", "type", "state"),
      answer: [["plan", "plan", "lead"]],
      passages: ["plans régionaux complémentaires", "seront établis"],
      screen: ask.page(plans, "history"),
    },
    {
      says: "They are to qualify young people without a diploma",
      question: ask.agreementSaying(plans, "purpose", "text_value"),
      answer: [["no_diploma"], ["youth"]],
      passages: ["jeunes non diplômés"],
      screen: ask.page(plans, "fields"),
    },
    {
      says: "They complete the national measures",
      question: ask.fields(plans, "tag"),
      answer: [["complementary_to_national_measures"]],
      passages: ["complémentaires"],
      screen: ask.page(plans, "fields"),
    },
    {
      says: "23,000 needs and a share of 68 % of them, told by the director general: no targets",
      question: ask.figuresOfEvent(assizes),
      answer: [
        ["need", 23000, "posts", "Anas Doukkali", "04"],
        ["share", 68, "percent", "Anas Doukkali", "04"],
      ],
      passages: ["des besoins exprimés par des sociétés de la région : 23.000", "68 %"],
      screen: ask.page(memorandum, "figures"),
    },
    {
      says: "The 68 % are a share of the 23,000, «notably» in three sectors",
      question: `select whole.quantity::int, array_to_string(f.sectors, '+'), f.sectors_exhaustive from stated_figures f
        join stated_figures whole on whole.id = f.of_figure_id where f.kind = 'share'`,
      answer: [[23000, "new_technologies+offshoring+services", false]],
      passages: ["les nouvelles technologies", "l'offshoring", "les services", "notamment"],
      screen: ask.page(memorandum, "figures"),
    },
    {
      says: "No commitment holds a need",
      question: `select count(*) from commitments c join agreements a on a.id = c.agreement_id where a.reference like 'RABAT%'`,
      answer: [[0]],
      passages: ["besoins exprimés"],
      screen: ask.page(memorandum, "commitments"),
    },
    {
      says: "A memorandum of understanding, signed as the press reports; its day is not given",
      question: ask.agreement(memorandum, "kind", "type", "state", "reported", "signed_year", "signed_day"),
      answer: [["instrument", "mou", "signed", true, null, null]],
      passages: ["mémorandum d'entente", "a été signé"],
      screen: ask.page(memorandum, "history"),
    },
    {
      says: "Between the region's council and the agency",
      question: ask.parties(memorandum),
      answer: [
        ["ANAPEC", "public_employment_service", "signatory", true],
        ["CONSEIL-RABAT", "regional_council", "signatory", true],
      ],
      passages: ["conseil de la région et l'ANAPEC"],
      screen: ask.page(memorandum, "parties"),
    },
    {
      says: "To promote employment in the region",
      question: ask.agreement(memorandum, "purpose"),
      answer: [["la promotion de l'emploi dans la région"]],
      passages: ["la promotion de l'emploi dans la région"],
      screen: ask.page(memorandum, "fields"),
    },
    {
      says: "Two round tables: participatory territorial diagnosis, incentives and governance",
      question: ask.parts(assizes),
      answer: [
        [1, "round_table", "Le diagnostic territorial participatif", false],
        [2, "round_table", "Les mesures d'incitation à l'emploi et à la gouvernance", false],
      ],
      passages: ["Le diagnostic territorial participatif", "Deux tables rondes"],
      screen: ask.page(memorandum, "events"),
    },
    {
      says: "Experts, researchers, economic and social actors took part",
      question: ask.attendance(assizes, "attendee"),
      answer: [
        [null, null, null, null, "experts", null],
        [null, null, null, null, "chercheurs", null],
        [null, null, null, null, "acteurs économiques et sociaux", null],
      ],
      passages: ["experts", "chercheurs", "acteurs économiques et sociaux"],
      screen: ask.page(memorandum, "events"),
    },
    {
      says: "The region of the assizes",
      question: ask.placeOf("events", "territory_id", assizes),
      answer: [["hcp", "04"]],
      passages: ["Rabat-Salé-Kénitra"],
      screen: ask.page(memorandum, "events"),
    },
  ],
};
