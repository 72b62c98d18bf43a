import * as ask from "./questions.ts";

const contract = "FES-MEKNES-CP-2020-2022";
const bundle = "FES-MEKNES-CONVENTIONS";
const first = "FES-MEKNES-1";
const second = "FES-MEKNES-2";
const programme = "FES-MEKNES-PRPE";
const ceremony = "FES-MEKNES-SIGNATURE";

/** Text 004: two conventions of Fès-Meknès under a contract-programme. */
export const factsOf004: ask.FactsOfText = {
  text: "004",
  facts: [
    {
      says: "406.80 million dirhams in all, to the centime; the region is estimated at 160; nobody is named for the rest",
      question: ask.money(bundle),
      answer: [
        ["total", null, 40680000000, "MAD", "exact", "announced"],
        ["contribution", "CONSEIL-FES-MEKNES", 16000000000, "MAD", "estimated", "announced"],
      ],
      passages: ["406,80 millions de DH", "est estimée à 160 MDH"],
      screen: ask.page(bundle, "money"),
    },
    {
      says: "374.80 and 32.00 make 406.80: the control sum fits",
      question: `select sum(m.amount_minor) from contributions c join contribution_amounts m on m.contribution_id = c.id
        join agreement_parents p on p.agreement_id = c.agreement_id join agreements up on up.id = p.parent_id
        where up.reference = '${bundle}' and c.role = 'total'`,
      answer: [["40680000000"]],
      passages: ["374,80 MDH", "32 MDH"],
      screen: ask.page(bundle, "money"),
    },
    {
      says: "Amounts of a level are never copied down: each convention has its own total alone",
      question: `select a.reference, c.role, m.amount_minor from contributions c join agreements a on a.id = c.agreement_id
        join contribution_amounts m on m.contribution_id = c.id where a.reference in ('${first}', '${second}') order by 1`,
      answer: [
        [first, "total", 37480000000],
        [second, "total", 3200000000],
      ],
      passages: ["La première convention, de 374,80 MDH", "La seconde, de 32 MDH"],
      screen: ask.page(first, "money"),
    },
    {
      says: "The contract-programme of State and region, 2020–2022, its own period, is the parent",
      question: ask.agreement(contract, "kind", "state", "reported", "period_from", "period_to"),
      answer: [["contract_programme", "signed", true, "2020-01-01", "2022-12-31"]],
      passages: ["contrat-programme 2020-2022", "2020-2022"],
      screen: ask.page(contract, "tree"),
    },
    {
      says: "The bundle counts under it, the two conventions under the bundle; none takes its period",
      question: `select a.reference, up.reference, a.period_from from agreement_parents p
        join agreements a on a.id = p.agreement_id join agreements up on up.id = p.parent_id order by 1`,
      answer: [
        [first, bundle, null],
        [second, bundle, null],
        [bundle, contract, null],
      ],
      passages: ["mettent en œuvre le contrat-programme"],
      screen: ask.page(bundle, "tree"),
    },
    {
      says: "The contract-programme is between the State and the region",
      question: ask.parties(contract),
      answer: [
        ["CONSEIL-FES-MEKNES", "regional_council", "signatory", true],
        ["ETAT", "state", "signatory", true],
      ],
      passages: ["entre l'État et la région"],
      screen: ask.page(contract, "parties"),
    },
    {
      says: "Signed on a Friday in Fès; no other part of the date is written",
      question: ask.agreement(first, "signed_year", "signed_month", "signed_day", "signed_weekday"),
      answer: [[null, null, null, 5]],
      passages: ["Vendredi"],
      screen: ask.page(first, "history"),
    },
    {
      says: "Signed in Fès, as the press reports",
      question: `select a.reference, a.state, a.reported, t.code from agreements a
        left join territories t on t.id = a.signed_territory_id
        where a.reference in ('${bundle}', '${first}', '${second}') order by 1`,
      answer: [
        [first, "signed", true, "03.231"],
        [second, "signed", true, "03.231"],
        [bundle, "signed", true, "03.231"],
      ],
      passages: ["deux conventions de partenariat ont été signées à Fès"],
      screen: ask.page(bundle, "history"),
    },
    {
      says: "The bundle stands for two conventions",
      question: ask.agreement(bundle, "kind", "stands_for"),
      answer: [["bundle", 2]],
      passages: ["deux conventions de partenariat"],
      screen: ask.page(bundle, "tree"),
    },
    {
      says: "The minister presided",
      question: ask.attendance(ceremony, "chair"),
      answer: [
        [null, null, "Mohamed Amekraz", "ministre du Travail et de l'Insertion professionnelle", null, null],
      ],
      passages: ["Mohamed Amekraz", "présidait la cérémonie"],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "The wali, who is also governor, the council's president and the governors attended",
      question: ask.attendance(ceremony, "guest"),
      answer: [
        [null, null, "Said Zniber", "wali de la région et gouverneur de la préfecture de Fès", null, null],
        [null, null, "Mohand Laenser", "président du conseil régional", null, null],
        [null, null, null, null, "gouverneurs des préfectures et provinces", null],
      ],
      passages: ["Said Zniber", "Mohand Laenser", "gouverneurs des préfectures et provinces"],
      screen: ask.page(bundle, "events"),
    },
    {
      says: "To pool efforts and strengthen the demand for skills",
      question: ask.fields(bundle, "objective"),
      answer: [["pool_efforts"], ["skills_demand"]],
      passages: ["mettre en commun les efforts", "renforcer la demande de compétences dans la région"],
      screen: ask.page(bundle, "fields"),
    },
    {
      says: "With the agency and the social development agency as partners, the region as funder; who signed is not named",
      question: ask.parties(bundle),
      answer: [
        ["CONSEIL-FES-MEKNES", "regional_council", "funder", null],
        ["ADS", "public_agency", "partner", null],
        ["ANAPEC", "public_employment_service", "partner", null],
      ],
      passages: ["en partenariat avec l'ANAPEC", "Agence de développement social (ADS)"],
      screen: ask.page(bundle, "parties"),
    },
    {
      says: "Who signed is a doubt; nobody who attended is recorded as signing",
      question: ask.doubts(bundle, "party"),
      answer: [
        ["who signed", "the State, the region, ANAPEC and ADS, by others"],
        ["who signed", "the minister, the wali and the president who were at the ceremony"],
      ],
      passages: ["deux conventions de partenariat ont été signées à Fès"],
      screen: ask.page(bundle, "conflicts"),
    },
    {
      says: "The regional programme; employment as an own and shared competence of regions",
      question: ask.agreement(programme, "kind", "type", "competence"),
      answer: [["programme", "programme", "own_and_shared"]],
      passages: ["programme régional de promotion de l'emploi", "compétence propre et partagée des régions"],
      screen: ask.page(programme, "history"),
    },
    {
      says: "The conventions come under the regional programme, which makes no node",
      question: ask.links(bundle),
      answer: [["framework", programme]],
      passages: ["L'ensemble relève du programme régional"],
      screen: ask.page(bundle, "tree"),
    },
    {
      says: "The programme leans on the national plan and its active measures",
      question: ask.links(programme),
      answer: [["leans_on", "PLAN-NATIONAL-EMPLOI"]],
      passages: ["s'appuie sur le plan national de promotion de l'emploi et ses mesures actives"],
      screen: ask.page(programme, "tree"),
    },
    {
      says: "The national plan has active employment measures",
      question: ask.fields("PLAN-NATIONAL-EMPLOI", "tag"),
      answer: [["active_employment_measures"]],
      passages: ["mesures actives"],
      screen: ask.page("PLAN-NATIONAL-EMPLOI", "fields"),
    },
    {
      says: "Convention 1, its object",
      question: ask.agreement(first, "type", "purpose"),
      answer: [["convention", "projet d'appui à la création d'opportunités d'emploi"]],
      passages: ["projet d'appui à la création d'opportunités d'emploi"],
      screen: ask.page(first, "fields"),
    },
    {
      says: "20,815 job seekers inserted, and 5,460 young people's employability: two commitments, two publics",
      question: `select c.number, v.quantity::int, c.indicator, c.unit, array_to_string(c.populations, '+')
        from commitments c join agreements a on a.id = c.agreement_id
        join commitment_assertions link on link.commitment_id = c.id and link.field = 'target'
        join assertions v on v.id = link.assertion_id where a.reference = '${first}' order by 1`,
      answer: [
        [1, 20815, "placements", "persons", "job_seekers"],
        [2, 5460, "employability_improved", "persons", "youth"],
      ],
      passages: [
        "l'insertion de 20.815 chercheurs d'emploi",
        "l'amélioration de l'employabilité de 5.460 jeunes",
      ],
      screen: ask.page(first, "commitments"),
    },
    {
      says: "Convention 2: 1,500 young people, 17 employment spaces, mobile units without a number, all rural",
      question: `select c.number, v.quantity::int, c.indicator, c.unit, array_to_string(c.populations, '+'), c.milieu,
          v.qualifier
        from commitments c join agreements a on a.id = c.agreement_id
        join commitment_assertions link on link.commitment_id = c.id and link.field = 'target'
        join assertions v on v.id = link.assertion_id where a.reference = '${second}' order by 1`,
      answer: [
        [1, 1500, "employability_improved", "persons", "rural_youth", "rural", "exact"],
        [2, 17, "service_points_opened", "sites", "", "rural", "exact"],
        [3, null, "mobile_units_deployed", "units", "", "rural", "unquantified"],
      ],
      passages: [
        "améliorer l'employabilité de 1.500 jeunes",
        "installer 17 espaces emploi",
        "des unités mobiles dans le monde rural",
      ],
      screen: ask.page(second, "commitments"),
    },
    {
      says: "None of these is a signed target: the text is not recorded",
      question: "select count(*) from commitment_targets",
      answer: [[0]],
      passages: ["ont été signées"],
      screen: "/standings",
    },
    {
      says: "That job seekers belong to the region is an aim of the programme, not of the target",
      question: `select o.kind, o.author_text, (select count(*) from commitment_eligibility) from orientations o
        join agreements a on a.id = o.agreement_id where a.reference = '${programme}'`,
      answer: [["other", "programme régional", 0]],
      passages: [
        "les chercheurs d'emploi de la région, les jeunes d'abord, profitent des postes qui s'y ouvrent",
      ],
      screen: ask.page(programme, "orientations"),
    },
    {
      says: "Earlier programmes, told and without a number: rural youth, start-up grants, persons in difficulty, migrants in a regular situation, an ecosystem",
      question: `select f.kind, f.quantity, array_to_string(f.populations, '+'), t.code from stated_figures f
        join agreements a on a.id = f.agreement_id join territories t on t.id = f.territory_id
        where a.reference = '${programme}' order by f.id`,
      answer: [
        ["past_programme", null, "rural_youth", "03"],
        ["past_programme", null, "project_holders", "03"],
        ["past_programme", null, "hard_to_place", "03"],
        ["past_programme", null, "regular_migrants", "03"],
        ["past_programme", null, "rural_youth", "03"],
      ],
      passages: [
        "les porteurs de projets par des subventions au démarrage",
        "les personnes en difficulté d'insertion",
        "les migrants en situation régulière",
        "un écosystème régional pour l'emploi des jeunes ruraux",
      ],
      screen: ask.page(programme, "figures"),
    },
    {
      says: "Start-up grants were given to project holders: a past programme with its subject",
      question: `select f.subject from stated_figures f where 'project_holders' = any(f.populations)`,
      answer: [["les porteurs de projets par des subventions au démarrage"]],
      passages: ["les porteurs de projets par des subventions au démarrage"],
      screen: ask.page(programme, "figures"),
    },
    {
      says: "The wali and the minister, by name and function",
      question: ask.holder("Said Zniber"),
      answer: [
        ["Said Zniber", "wali de la région et gouverneur de la préfecture de Fès", "WILAYA-FES-MEKNES"],
      ],
      passages: ["wali de la région et gouverneur de la préfecture de Fès"],
      screen: ask.page(bundle, "events"),
    },
  ],
};
