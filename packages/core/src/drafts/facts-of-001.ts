import * as ask from "./questions.ts";

const bundle = "CASABLANCA-1";
const seminar = "CASABLANCA-SEMINAIRE";

/** Text 001: the same seminar as a newspaper tells it. */
export const factsOf001: ask.FactsOfText = {
  text: "001",
  facts: [
    {
      says: "000 and 001 are two sources of one event and of one bundle",
      question: `select count(distinct e.id), count(distinct v.document_id) from events e
        join event_assertions link on link.event_id = e.id join assertions v on v.id = link.assertion_id
        where e.reference = '${seminar}'`,
      answer: [[1, 2]],
      passages: ["séminaire de l'agence"],
      screen: ask.page(bundle, "words"),
    },
    {
      says: "Eight conventions and nine counterparties besides the agency: shown as a doubt, in each source, resolved in none",
      question: ask.doubts(bundle, "stands_for"),
      answer: [
        ["number of conventions", "eight: as many as the counterparties named"],
        ["number of conventions", "several conventions, their number unknown"],
        ["number of conventions", "eight conventions, as announced"],
        ["number of conventions", "nine, one for each counterparty named"],
      ],
      passages: ["huit conventions", "Les signataires cités"],
      screen: ask.page(bundle, "conflicts"),
    },
    {
      says: "Akwa is in this source only",
      question: `select count(distinct v.document_id) filter (where o.reference = 'AKWA'),
          count(distinct v.document_id) filter (where o.reference = 'LYDEC')
        from agreement_parties p join organisations o on o.id = p.organisation_id
        join agreement_assertions link on link.row_id = p.id and link.field = 'party'
        join assertions v on v.id = link.assertion_id join agreements a on a.id = p.agreement_id
        where a.reference = '${bundle}'`,
      answer: [[1, 2]],
      passages: ["groupe Akwa"],
      screen: ask.page(bundle, "parties"),
    },
    {
      says: "Direct jobs, and at once: in the narrative, not with the minister",
      question: ask.commitmentSaying(`${bundle}/1`, "deadline", "text_value"),
      answer: [["immédiate"]],
      passages: ["création immédiate"],
      screen: ask.page(bundle, "commitments"),
    },
    {
      says: "No text gives a day by which: nothing is ever late",
      question: `select count(*) from commitments where deadline is not null or period_to is not null`,
      answer: [[0]],
      passages: ["création immédiate de 6.000 emplois directs"],
      screen: "/standings",
    },
    {
      says: "Auto-entrepreneurs are a legal status; the commitment keeps the population of its first source",
      question: ask.commitment(`${bundle}/2`, "indicator", "unit", "populations[1]"),
      answer: [["project_holders_supported", "persons", "project_holders"]],
      passages: ["1.200 auto-entrepreneurs", "accompagnement de 1.200 auto-entrepreneurs"],
      screen: ask.page(bundle, "commitments"),
    },
    {
      says: "Project holders of all the regions of the kingdom: the nation, says the minister",
      question: `select t.scheme, t.code, h.name from commitment_assertions link
        join commitments c on c.id = link.commitment_id join agreements a on a.id = c.agreement_id
        join assertions v on v.id = link.assertion_id join territories t on t.id = v.territory_id
        left join office_holders h on h.id = v.said_by
        where link.field = 'territory' and a.reference = '${bundle}' and c.number = 2`,
      answer: [["iso3166", "MA", "Younes Sekkouri"]],
      passages: ["toutes les régions du Royaume"],
      screen: ask.page(bundle, "commitments"),
    },
    {
      says: "Universality, parity and territorial inclusion are aims «of the two institutions»; spatial equity is the minister's; anticipation and synergy the director general's",
      question: ask.orientations(bundle),
      answer: [
        ["anticipation", "Mohamed Achiq", "directeur général de l'ANAPEC, Mohamed Achiq"],
        ["gender_parity", null, "deux institutions"],
        ["spatial_equity", "Younes Sekkouri", "ministre de l'Inclusion économique, Younes Sekkouri"],
        ["synergy", "Mohamed Achiq", "directeur général de l'ANAPEC, Mohamed Achiq"],
        ["territorial_inclusion", null, "deux institutions"],
        ["universality", null, "deux institutions"],
      ],
      passages: [
        "respecter la parité entre femmes et hommes",
        "renforcer l'inclusion des territoires",
        "insiste sur l'équité spatiale",
      ],
      screen: ask.page(bundle, "orientations"),
    },
    {
      says: "Which two institutions is a doubt",
      question: ask.doubts(bundle, "orientation"),
      answer: [
        ["whose orientations", "the agency and each partner"],
        ["whose orientations", "the agency and its supervising ministry"],
      ],
      passages: ["les orientations des deux institutions"],
      screen: ask.page(bundle, "orientations"),
    },
    {
      says: "Open to all: the young, those without a diploma, NEETs",
      question: ask.orientationWords(bundle, "universality"),
      answer: [["neet"], ["no_diploma"], ["youth"]],
      passages: ["ouvrir à tous la formation et l'accompagnement", "non-diplômés"],
      screen: ask.page(bundle, "orientations"),
    },
    {
      says: "Signed on a Wednesday, in Casablanca",
      question: ask.agreement(bundle, "signed_year", "signed_month", "signed_day", "signed_weekday"),
      answer: [[2021, 12, 15, 3]],
      passages: ["mercredi"],
      screen: ask.page(bundle, "history"),
    },
    {
      says: "The place of signature",
      question: ask.placeOf("agreements", "signed_territory_id", bundle),
      answer: [["hcp", "06.141"]],
      passages: ["Casablanca"],
      screen: ask.page(bundle, "history"),
    },
    {
      says: "Technology, industry, services",
      question: ask.fields(bundle, "sector"),
      answer: [["industry"], ["services"], ["technology"]],
      passages: ["la technologie", "l'industrie"],
      screen: ask.page(bundle, "fields"),
    },
    {
      says: "Two strands: salaried employment and entrepreneurship",
      question: ask.fields(bundle, "strand"),
      answer: [["entrepreneurship"], ["salaried"]],
      passages: ["l'entrepreneuriat"],
      screen: ask.page(bundle, "fields"),
    },
    {
      says: "The director general of the agency",
      question: ask.holder("Mohamed Achiq"),
      answer: [["Mohamed Achiq", "directeur général de l'ANAPEC", "ANAPEC"]],
      passages: ["Mohamed Achiq"],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "The new development model is a reference of the conventions",
      question: ask.links(bundle),
      answer: [["refers_to", "NMD"]],
      passages: ["nouveau modèle de développement (NMD)"],
      screen: ask.page(bundle, "tree"),
    },
    {
      says: "The model as a framework of its own kind",
      question: ask.agreement("NMD", "kind", "type", "reported"),
      answer: [["plan", "development_model", true]],
      passages: ["nouveau modèle de développement (NMD)"],
      screen: ask.page("NMD", "history"),
    },
    {
      says: "The ministry supervises the agency, and has new missions",
      question: `select f.reference, r.kind, t.reference from organisation_relations r
        join organisations f on f.id = r.from_id join organisations t on t.id = r.to_id where r.kind = 'supervised_by'`,
      answer: [["ANAPEC", "supervised_by", "MINISTERE-EMPLOI"]],
      passages: ["nouvelles missions du ministère de tutelle"],
      screen: ask.page(bundle, "parties"),
    },
    {
      says: "The new missions, as told at the seminar",
      question: ask.topics(seminar, "mission"),
      answer: [["new_missions_of_the_ministry"]],
      passages: ["nouvelles missions du ministère de tutelle"],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "Beyond classic partnerships: a criterion of the new ones",
      question: `select f.label from agreement_fields f join agreements a on a.id = f.agreement_id
        where a.reference = '${bundle}' and f.code = 'beyond_classic_partnerships'`,
      answer: [["au-delà des partenariats classiques"]],
      passages: ["au-delà des partenariats classiques"],
      screen: ask.page(bundle, "fields"),
    },
    {
      says: "The public works with civil society: a topic of the seminar in both sources",
      question: `select count(*) from event_topics t join events e on e.id = t.event_id
        where e.reference = '${seminar}' and t.code = 'public_civil_society_partnership'`,
      answer: [[2]],
      passages: ["apport de la société civile à l'employabilité"],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "Published in December 2021: not the day of the event nor of the signature",
      question: `select published_year, published_month, published_day from documents where title like 'Huit conventions%'`,
      answer: [[2021, 12, null]],
      passages: ["Décembre 2021"],
      screen: ask.page(bundle, "words"),
    },
  ],
};
