const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** The values that the format allows, field by field (docs/formats/draft.md, “Values”). */
export const LISTS = {
  eventKind: list(
    "seminar regional_assizes study_visit signing_ceremony conference launch_ceremony progress_meeting job_fair official_visit press_release forum council_session board_meeting other",
  ),
  partKind: list("round_table workshop visit meeting signing other"),
  type: list(
    "letter_of_intent mou framework_agreement convention tripartite_convention contract_programme protocol partnership_agreement intergovernmental_agreement amendment",
  ),
  status: list("planned signed existing"),
  partyKind: list(
    "public_employment_service foreign_public_employment_service ministry state foreign_government regional_council provincial_council prefectural_council territorial_authority regional_government public_agency public_committee social_security company professional_federation employer_organisation foundation association ngo cooperative university training_body chamber employment_agency other",
  ),
  partyRole: list("signatory funder operator partner trainer host patron"),
  frameworkKind: list("law plan strategy programme development_model other"),
  amountRole: list("total contribution line"),
  qualifier: list("exact approximate estimated at_least at_most share_of unquantified best_efforts"),
  indicator: list(
    "placements recruitments durable_jobs jobs_created salaried_employment_supported temporary_jobs return_to_work employability_improved persons_trained persons_trained_and_supported training_places project_holders_supported enterprises_created projects_financed orders_placed service_points_created mobile_units_deployed work_sites mobility_assistance work_permits_quota other",
  ),
  unit: list(
    "persons jobs posts places enterprises projects sites units orders organisations percent months",
  ),
  otherKind: list("need past_result capacity statistic population unit_amount share"),
  per: list("person person_month"),
  clauseKind: list("eligibility governance reporting duration renewal confidentiality exclusivity other"),
  orientationKind: list(
    "gender_parity spatial_equity territorial_inclusion universality anticipation synergy other",
  ),
  attendeeRole: list("chair host organiser speaker signatory_representative guest delegation beneficiary"),
  population: list(
    "job_seekers youth neet no_diploma graduates women rural rural_youth project_holders auto_entrepreneurs regular_migrants hard_to_place disability other",
  ),
} as const;
