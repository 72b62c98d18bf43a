-- Stated figures that are not promises: a need, a past result, a capacity, a statistic, a share of another figure.
create table stated_figures (
  id uuid primary key,
  space text not null check (space in ('real', 'simulated')),
  kind text not null check (kind in ('need', 'past_result', 'capacity', 'statistic', 'population', 'unit_amount',
                                     'share', 'intention', 'past_programme')),
  quantity numeric,
  unit text,
  currency text,
  per text check (per in ('person', 'person_month')),
  -- the figure that a share is a share of
  of_figure_id uuid references stated_figures (id),
  sectors text[] not null default '{}',
  -- «notably»: the sectors named do not exhaust the share
  sectors_exhaustive boolean not null default false,
  populations text[] not null default '{}',
  subject text,
  territory_id uuid,
  organisation_id uuid,
  office_holder_id uuid,
  event_id uuid,
  agreement_id uuid,
  assertion_id uuid,
  recorded_at timestamptz not null,
  check ((kind = 'share') = (of_figure_id is not null)),
  foreign key (territory_id, space) references territories (id, space),
  foreign key (organisation_id, space) references organisations (id, space),
  foreign key (office_holder_id, space) references office_holders (id, space),
  foreign key (agreement_id, space) references agreements (id, space),
  foreign key (assertion_id, space) references assertions (id, space)
);
create index stated_figures_by_agreement on stated_figures (agreement_id);
select guard_table('stated_figures');
