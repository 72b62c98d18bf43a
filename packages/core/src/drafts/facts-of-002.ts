import * as ask from "./questions.ts";

const letter = "ACTIRIS-LI-1";
const convention = "ACTIRIS-CONV-1";
const visit = "ACTIRIS-VISITE";

/** Text 002: the visit of Actiris, the pipeline before a signature, across a border. */
export const factsOf002: ask.FactsOfText = {
  text: "002",
  facts: [
    {
      says: "A foreign peer: Actiris, the employment body of Brussels",
      question: "select reference, kind, country from organisations where reference = 'ACTIRIS'",
      answer: [["ACTIRIS", "foreign_public_employment_service", "BE"]],
      passages: ["l'organisme bruxellois de l'emploi"],
      screen: ask.page(letter, "parties"),
    },
    {
      says: "Peers of one another",
      question: `select f.reference, r.kind, t.reference from organisation_relations r
        join organisations f on f.id = r.from_id join organisations t on t.id = r.to_id where r.kind = 'peer_of'`,
      answer: [["ACTIRIS", "peer_of", "ANAPEC"]],
      passages: ["organisme bruxellois de l'emploi"],
      screen: ask.page(letter, "parties"),
    },
    {
      says: "The delegation: a deputy director general and two central directors",
      question: ask.attendance(visit, "delegation"),
      answer: [
        [null, null, "Caroline Mancel", "directrice générale adjointe", null, null],
        [null, null, "Mohamed Ghali", "directeur central (partenariat)", null, null],
        [null, null, "Karim Chetioui", "directeur central (relations internationales)", null, null],
        [null, "ACTIRIS", null, null, null, null],
      ],
      passages: ["Caroline Mancel", "Mohamed Ghali", "Karim Chetioui", "directrice générale adjointe"],
      screen: ask.page(letter, "events"),
    },
    {
      says: "A visit at the end of January, by invitation; year and day unknown",
      question: ask.event(visit, "kind", "date_year", "date_month", "date_day", "date_text"),
      answer: [["study_visit", null, 1, null, "Fin janvier"]],
      passages: ["Fin janvier", "s'est rendue au Maroc à l'invitation"],
      screen: ask.page(letter, "events"),
    },
    {
      says: "The agency invites",
      question: ask.attendance(visit, "organiser"),
      answer: [[null, "ANAPEC", null, null, null, null]],
      passages: ["ANAPEC"],
      screen: ask.page(letter, "events"),
    },
    {
      says: "The meetings and visits in their order, the closing meeting last",
      question: ask.parts(visit),
      answer: [
        [1, "meeting", "la direction de l'agence", false],
        [2, "meeting", "la stratégie nationale de l'emploi et le rôle qu'elle donne à la région", false],
        [3, "meeting", "la stratégie nationale de l'emploi et le rôle qu'elle donne à la région", false],
        [4, "visit", "juger sur pièces les services offerts aux employeurs", false],
        [5, "meeting", "volet Min Ajliki", false],
        [6, "visit", "l'incubateur installé par l'APEFE Wallonie-Bruxelles", false],
        [7, "meeting", "réunion de clôture", false],
      ],
      passages: ["réunion de clôture", "visité l'incubateur"],
      screen: ask.page(letter, "events"),
    },
    {
      says: "Min Ajliki, a programme for women's entrepreneurship, is the frame of the visit",
      question: ask.concerned(visit),
      answer: [
        ["decided_at", letter],
        ["discussed_at", convention],
        ["discussed_at", "STRATEGIE-EMPLOI"],
        ["framework_of", "MIN-AJLIKI"],
      ],
      passages: ["programme belgo-marocain"],
      screen: ask.page("MIN-AJLIKI", "events"),
    },
    {
      says: "The programme's kind and its public",
      question: ask.agreement("MIN-AJLIKI", "kind", "type"),
      answer: [["programme", "programme"]],
      passages: ["Min Ajliki"],
      screen: ask.page("MIN-AJLIKI", "history"),
    },
    {
      says: "It supports women's entrepreneurship",
      question: ask.agreementSaying("MIN-AJLIKI", "purpose", "text_value"),
      answer: [["women"]],
      passages: ["soutient l'entrepreneuriat des femmes"],
      screen: ask.page("MIN-AJLIKI", "fields"),
    },
    {
      says: "APEFE operates it: inferred from the incubator that it set up",
      question: `select o.reference, p.role, v.how from agreement_parties p join agreements a on a.id = p.agreement_id
        join organisations o on o.id = p.organisation_id
        join agreement_assertions link on link.agreement_id = a.id and link.field = 'party'
        join assertions v on v.id = link.assertion_id where a.reference = 'MIN-AJLIKI'`,
      answer: [["APEFE", "operator", "inferred"]],
      passages: ["installé par l'APEFE Wallonie-Bruxelles"],
      screen: ask.page("MIN-AJLIKI", "parties"),
    },
    {
      says: "What the visitors came to see: salaried work, enterprise creation, the territories, services to employers",
      question: ask.topics(visit, "objective"),
      answer: [
        ["salaried_employment"],
        ["enterprise_creation"],
        ["territorial_dynamics"],
        ["service_to_employers"],
      ],
      passages: ["la création d'entreprise", "place dans la dynamique des territoires"],
      screen: ask.page(letter, "events"),
    },
    {
      says: "The hosts of each part: the management, the minister, the region's president, client companies, a school, an association, APEFE",
      question: ask.attendance(visit, "host"),
      answer: [
        [null, null, "Abdeslam Seddiki", "ministre de l'Emploi et des Affaires sociales", null, null],
        [null, null, "Abdessamad Sekkal", "président du conseil de la région", null, null],
        [null, null, null, "présidente régionale", null, null],
        [1, "ANAPEC", null, null, "direction de l'agence", null],
        [2, null, "Abdeslam Seddiki", "ministre de l'Emploi et des Affaires sociales", null, null],
        [3, null, "Abdessamad Sekkal", "président du conseil de la région", null, null],
        [4, null, null, null, "entreprises clientes de l'ANAPEC", 3],
        [5, "ENCG-TANGER", null, null, "responsables", null],
        [5, null, null, "présidente régionale", null, null],
        [6, "APEFE", null, null, null, null],
      ],
      passages: ["trois entreprises clientes de l'ANAPEC", "Abdeslam Seddiki", "Abdessamad Sekkal"],
      screen: ask.page(letter, "events"),
    },
    {
      says: "The national employment strategy, a document that the visit speaks of",
      question: ask.agreement("STRATEGIE-EMPLOI", "kind", "type", "reported"),
      answer: [["plan", "strategy", true]],
      passages: ["stratégie nationale de l'emploi"],
      screen: ask.page("STRATEGIE-EMPLOI", "history"),
    },
    {
      says: "A school that hosts and an association of women entrepreneurs",
      question:
        "select reference, kind from organisations where reference in ('ENCG-TANGER', 'AFEM-NORD') order by 1",
      answer: [
        ["AFEM-NORD", "association"],
        ["ENCG-TANGER", "university"],
      ],
      passages: ["des responsables de l'ENCG de Tanger", "la présidente régionale de l'AFEM Nord"],
      screen: ask.page(letter, "events"),
    },
    {
      says: "An incubator, who set it up, for which programme; its place is not stated",
      question: `select s.kind, f.reference, s.programme, s.territory_id from service_points s
        left join organisations f on f.id = s.founder_id`,
      answer: [["incubator", "APEFE", "Min Ajliki", null]],
      passages: ["l'incubateur installé par l'APEFE Wallonie-Bruxelles"],
      screen: ask.page("MIN-AJLIKI", "parties"),
    },
    {
      says: "Young women with projects are lodged and followed there",
      question: ask.attendance(visit, "beneficiary"),
      answer: [[6, null, null, null, "jeunes porteuses de projets hébergées et suivies", null]],
      passages: ["de jeunes porteuses de projets sont hébergées et suivies"],
      screen: ask.page(letter, "events"),
    },
    {
      says: "Avenues of work in common were identified, not named",
      question: ask.topics(visit, "topic"),
      answer: [["role_of_the_region"], ["avenues_of_collaboration"]],
      passages: ["des pistes de travail commun"],
      screen: ask.page(letter, "events"),
    },
    {
      says: "Decided: to sign a letter of intent; no day is given",
      question: ask.decisions(visit),
      answer: [
        ["Signer une lettre d'entente, qui ouvrira la voie à une convention de partenariat", letter, null],
      ],
      passages: ["décidé de signer au plus tôt une lettre d'entente"],
      screen: ask.page(letter, "events"),
    },
    {
      says: "The letter is planned: a lead with a next action and no day",
      question: ask.agreement(letter, "type", "state", "reported", "next_action", "next_action_on"),
      answer: [["letter_of_intent", "lead", false, "signer la lettre d'entente", null]],
      passages: ["signer au plus tôt"],
      screen: ask.page(letter, "history"),
    },
    {
      says: "It leads to a convention",
      question: ask.links(letter),
      answer: [["leads_to", convention]],
      passages: ["ouvrira la voie à une convention"],
      screen: ask.page(letter, "tree"),
    },
    {
      says: "The convention is planned too, with both as signatories, unsigned",
      question: `${ask.parties(convention)}`,
      answer: [
        ["ACTIRIS", "foreign_public_employment_service", "signatory", null],
        ["ANAPEC", "public_employment_service", "signatory", null],
      ],
      passages: ["les deux organismes", "une convention de partenariat"],
      screen: ask.page(convention, "parties"),
    },
    {
      says: "Whose the two central directors are is a doubt",
      question: `select b.about, reading from doubts b join events e on e.id = b.object_id, unnest(b.readings) as reading
        where e.reference = '${visit}' order by reading`,
      answer: [
        ["whose two central directors", "directors of ANAPEC who went along"],
        ["whose two central directors", "directors of Actiris, members of its delegation"],
      ],
      passages: [
        "deux directeurs centraux, Mohamed Ghali (partenariat) et Karim Chetioui (relations internationales)",
      ],
      screen: ask.page(letter, "events"),
    },
    {
      says: "Of the page's own dates and menus nothing is recorded: no year at all",
      question: `select count(*) from assertions v join documents d on d.id = v.document_id
        where d.title like 'L''ANAPEC et Actiris%' and v.date_year is not null`,
      answer: [[0]],
      passages: ["Fin janvier"],
      screen: ask.page(letter, "words"),
    },
  ],
};
