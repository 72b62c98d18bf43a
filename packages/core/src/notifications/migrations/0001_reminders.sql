-- When somebody wants to be reminded; without a row as the defaults say.
create table notification_settings (
  user_id uuid primary key references users (id),
  wanted boolean not null default true,
  -- from which hour of the installation's day
  hour smallint not null default 8 check (hour between 6 and 19),
  weekends boolean not null default false,
  last_sent_on date
);
select guard_table('notification_settings');

create table reminders (
  id uuid primary key,
  user_id uuid not null references users (id),
  -- which alarm: its kind, agreement, subject and day
  alarm text not null,
  agreement text not null,
  space text not null check (space in ('real', 'simulated')),
  escalated boolean not null,
  planned_at timestamptz not null,
  outcome text check (outcome in ('sent', 'dropped')),
  settled_at timestamptz,
  check ((outcome is null) = (settled_at is null))
);
create index reminders_by_user on reminders (user_id, planned_at);
create unique index one_waiting_reminder on reminders (user_id, alarm) where outcome is null;
select guard_table('reminders');

select protect_table(own, 'user_id::text = current_setting(''iltizam.actor'', true)', '*')
from unnest('{notification_settings,reminders}'::regclass[]) own;
