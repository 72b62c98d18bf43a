import * as ask from "./questions.ts";

const bundle = "CASABLANCA-1";
const seminar = "CASABLANCA-SEMINAIRE";
const title = "Revue de presse : des partenariats d'un nouveau type pour l'emploi";
const other = "Huit conventions, 6.000 emplois et 1.200 auto-entrepreneurs accompagnés";

/** Text 000: the seminar of 15 December as the ministry tells it. */
export const factsOf000: ask.FactsOfText = {
  text: "000",
  facts: [
    {
      says: "A minister, by name and function, in a ministry that has borne other names",
      question: ask.holder("Younes Sekkouri"),
      answer: [
        [
          "Younes Sekkouri",
          "ministre de l'Inclusion économique, de la Petite entreprise, de l'Emploi et des Compétences",
          "MINISTERE-EMPLOI",
        ],
      ],
      passages: [
        "Younes Sekkouri",
        "ministre de l'Inclusion économique, de la Petite entreprise, de l'Emploi et des Compétences",
      ],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "The ministry's successive names",
      question: ask.names("MINISTERE-EMPLOI"),
      answer: [
        ["Ministère de l'Emploi et des Affaires sociales", "former"],
        ["Ministère du Travail et de l'Insertion professionnelle", "former"],
        [
          "Ministère de l'Inclusion économique, de la Petite entreprise, de l'Emploi et des Compétences",
          "official",
        ],
      ],
      passages: [
        "ministre de l'Inclusion économique, de la Petite entreprise, de l'Emploi et des Compétences",
      ],
      screen: ask.page(bundle, "parties"),
    },
    {
      says: "A new generation of public-private partnerships, as a label of policy",
      question: ask.fields(bundle, "tag"),
      answer: [["beyond_classic_partnerships"], ["new_generation_partnerships"]],
      passages: ["nouvelle génération de partenariats entre l'État et les entreprises"],
      screen: ask.page(bundle, "fields"),
    },
    {
      says: "6,000 persons in durable jobs here; direct jobs in the other source: both wordings, in the order of the texts",
      question: ask.readings(`${bundle}/1`),
      answer: [
        [6000, "durable_jobs", "persons", "", null, title],
        [6000, "jobs_created", "jobs", "", null, other],
        [6000, "jobs_created", "jobs", "", null, other],
        [6000, "jobs_created", "jobs", "", "Younes Sekkouri", other],
      ],
      passages: ["6000 personnes doivent être insérées dans des emplois durables"],
      screen: ask.page(bundle, "conflicts"),
    },
    {
      says: "The readings of the 6,000 differ in indicator: the commitment has none, nor a unit, until one is adopted",
      question: ask.commitment(`${bundle}/1`, "kind", "indicator", "unit", "state", "deadline"),
      answer: [["result", null, null, "draft", null]],
      passages: ["6000 personnes doivent être insérées dans des emplois durables"],
      screen: ask.page(bundle, "conflicts"),
    },
    {
      says: "Nobody has adopted a reading of any figure yet",
      question: "select count(*) from adopted_readings",
      answer: [[0]],
      passages: ["6000 personnes", "1200 porteurs de projets"],
      screen: ask.page(bundle, "conflicts"),
    },
    {
      says: "Several regions, not said which",
      question: ask.commitmentSaying(`${bundle}/1`, "territory", "text_value", "territory_id"),
      answer: [
        [null, null],
        ["plusieurs régions", null],
      ],
      passages: ["plusieurs régions"],
      screen: ask.page(bundle, "commitments"),
    },
    {
      says: "The figures stand at the bundle and on no single agreement",
      question: `select a.reference, a.kind, count(c.id) from agreements a join commitments c on c.agreement_id = a.id
        where a.reference like 'CASABLANCA%' group by 1, 2`,
      answer: [[bundle, "bundle", 3]],
      passages: ["par des conventions conclues avec le secteur privé"],
      screen: ask.page(bundle, "commitments"),
    },
    {
      says: "1,200 project holders here, auto-entrepreneurs in the other source, project holders again with the minister",
      question: ask.readings(`${bundle}/2`),
      answer: [
        [1200, "project_holders_supported", "persons", "project_holders", null, title],
        [1200, "project_holders_supported", "persons", "auto_entrepreneurs", null, other],
        [1200, "project_holders_supported", "persons", "auto_entrepreneurs", null, other],
        [1200, "project_holders_supported", "persons", "project_holders", "Younes Sekkouri", other],
      ],
      passages: ["1200 porteurs de projets seront encadrés par des entreprises"],
      screen: ask.page(bundle, "conflicts"),
    },
    {
      says: "It is the companies that accompany, not the agency",
      question: ask.commitmentSaying(`${bundle}/2`, "owed_by", "text_value"),
      answer: [["entreprises"]],
      passages: ["encadrés par des entreprises"],
      screen: ask.page(bundle, "commitments"),
    },
    {
      says: "The projects are created, then developed",
      question: ask.fields(bundle, "objective"),
      answer: [["project_creation"], ["project_development"]],
      passages: ["créer puis à développer leur affaire", "développer leur affaire"],
      screen: ask.page(bundle, "fields"),
    },
    {
      says: "Orders whenever possible: a commitment of best efforts, without a number",
      question: ask.commitment(`${bundle}/3`, "kind", "indicator", "unit"),
      answer: [["best_efforts", "orders_placed", "orders"]],
      passages: ["leur passeront des commandes chaque fois que ce sera possible"],
      screen: ask.page(bundle, "commitments"),
    },
    {
      says: "The orders are announced as best efforts, with no quantity",
      question: ask.commitmentSaying(`${bundle}/3`, "target", "quantity", "qualifier"),
      answer: [[null, "best_efforts"]],
      passages: ["chaque fois que ce sera possible"],
      screen: ask.page(bundle, "commitments"),
    },
    {
      says: "A seminar, on Wednesday 15 December; the year is filled in",
      question: ask.event(seminar, "kind", "date_year", "date_month", "date_day", "date_weekday"),
      answer: [["seminar", 2021, 12, 15, 3]],
      passages: ["Mercredi 15 décembre", "séminaire de l'ANAPEC"],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "The year is inferred, and says why; the day and month are written",
      question: `select v.how, v.date_year, v.date_month, v.why is not null from event_assertions link
        join events e on e.id = link.event_id join assertions v on v.id = link.assertion_id
        where e.reference = '${seminar}' and link.field = 'date' order by v.how, v.date_month nulls first, v.date_year nulls first`,
      answer: [
        ["inferred", 2021, null, true],
        ["inferred", 2021, 12, true],
        ["normalised", null, null, false],
        ["normalised", null, 12, false],
      ],
      passages: ["Mercredi 15 décembre"],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "The theme of the seminar is its title",
      question: ask.event(seminar, "name"),
      answer: [["Partenariat public-privé : au service de l'emploi"]],
      passages: ["Partenariat public-privé : au service de l'emploi"],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "Three round tables; that each had one of the topics is inferred",
      question: ask.parts(seminar),
      answer: [
        [1, "round_table", "anticiper les besoins du marché du travail", true],
        [2, "round_table", "mesures et dispositifs qui favorisent l'emploi", true],
        [
          3,
          "round_table",
          "rôle de la société civile, aux côtés du public, dans l'inclusion économique et l'employabilité",
          true,
        ],
      ],
      passages: ["trois tables rondes"],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "Three topics were debated (the second source tells two of them again)",
      question: ask.topics(seminar, "topic"),
      answer: [
        ["labour_market_anticipation"],
        ["employment_measures"],
        ["public_civil_society_partnership"],
        ["employment_measures"],
        ["public_civil_society_partnership"],
      ],
      passages: [
        "anticiper les besoins du marché du travail",
        "mesures et dispositifs qui favorisent l'emploi",
      ],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "Announced and signed at the seminar: two things; the development model was on its programme",
      question: ask.concerned(seminar),
      answer: [
        ["announced_at", bundle],
        ["discussed_at", "NMD"],
        ["signed_at", bundle],
      ],
      passages: ["Plusieurs conventions"],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "Several conventions, their number unknown here; eight in the other source: the bundle stands for no number",
      question: ask.agreementSaying(bundle, "stands_for", "quantity"),
      answer: [[null], ["8"]],
      passages: ["Plusieurs conventions"],
      screen: ask.page(bundle, "conflicts"),
    },
    {
      says: "Several fields of cooperation, none named",
      question: `select v.how, p.content from agreement_assertions link
        join agreements a on a.id = link.agreement_id join assertions v on v.id = link.assertion_id
        join passages p on p.id = v.passage_id
        where a.reference = '${bundle}' and link.field = 'field' and v.text_value is null`,
      answer: [["normalised", "différents champs de coopération"]],
      passages: ["différents champs de coopération"],
      screen: ask.page(bundle, "fields"),
    },
    {
      says: "The counterparties: federations, companies, a foundation, and the agency itself; Akwa comes from the other source",
      question: ask.parties(bundle),
      answer: [
        ["AKWA", "company", "counterparty", true],
        ["ANAPEC", "public_employment_service", "counterparty", true],
        ["ECART", "company", "counterparty", true],
        ["EFE-MAROC", "foundation", "counterparty", true],
        ["FENAGRI", "professional_federation", "counterparty", true],
        ["FMES", "professional_federation", "counterparty", true],
        ["LYDEC", "company", "counterparty", true],
        ["MANAGEM", "company", "counterparty", true],
        ["PCAM", "company", "counterparty", true],
        ["SUMITOMO", "company", "counterparty", true],
      ],
      passages: ["Fédération marocaine de l'externalisation des services", "LYDEC", "groupe Managem"],
      screen: ask.page(bundle, "parties"),
    },
    {
      says: "Aliases of one company in two sources",
      question: ask.names("ECART"),
      answer: [
        ["Jumia.ma", "alias"],
        ["jumia.ma", "alias"],
        ["Ecart Services Morocco", "official"],
      ],
      passages: ["Ecart Services Morocco (jumia.ma)"],
      screen: ask.page(bundle, "parties"),
    },
    {
      says: "Signed as the press reports: the text itself is not recorded",
      question: ask.agreement(bundle, "state", "reported", "signed_document_id", "stands_for"),
      answer: [["signed", true, null, null]],
      passages: ["ont été signées"],
      screen: ask.page(bundle, "history"),
    },
    {
      says: "The companies' recruitment plans are an intention, not a result nor a promise",
      question: ask.figuresOfEvent(seminar),
      answer: [["intention", null, null, null, null]],
      passages: ["plans de recrutement pour faire repartir leur activité"],
      screen: ask.page(bundle, "figures"),
    },
    {
      says: "The recovery after the pandemic is the context",
      question: ask.topics(seminar, "context"),
      answer: [["pandemic_recovery"]],
      passages: ["faire repartir leur activité, éprouvée par la pandémie"],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "A file is kept once and a passage quoted once, however often a text repeats itself",
      question: `select (select count(*) from documents), (select count(distinct file_hash) from documents),
        (select count(*) = count(distinct (document_id, start_offset, end_offset)) from passages)`,
      answer: [[5, 5, true]],
      passages: ["6000 personnes"],
      screen: ask.page(bundle, "words"),
    },
  ],
};
