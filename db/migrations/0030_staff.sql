-- People who work for the place: courses, mentors, agreed work results with their appeal, allowances (docs/decisions/0041).
-- Nowhere is a score, a rank or a figure of a person.

create table courses (
  region_id integer not null references regions,
  id uuid not null,
  path text collate "C" not null,               -- whom it is for: those who work below
  title text not null,
  posts text[] not null,                        -- preset keys of the posts it trains
  material text not null,                       -- what is read before and after
  by_person uuid not null,
  at timestamptz not null,
  closed_at timestamptz,
  primary key (region_id, id)
);
create index courses_path on courses (region_id, path) where closed_at is null;
select net_region('courses');
grant select, insert, update on courses to linli_app;

create table course_sessions (
  region_id integer not null references regions,
  id uuid not null,
  course_id uuid not null,
  path text collate "C" not null,               -- of the course
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null,
  trainer text not null,                        -- as it is announced
  seats integer not null check (seats between 1 and 2000),
  taken integer not null check (taken >= 0),
  by_person uuid not null,
  at timestamptz not null,
  primary key (region_id, id),
  constraint course_sessions_seats check (taken <= seats),
  check (ends_at > starts_at)
);
create index course_sessions_course on course_sessions (region_id, course_id, starts_at);
create index course_sessions_starts on course_sessions (region_id, starts_at);
select net_region('course_sessions');
grant select, insert, update on course_sessions to linli_app;

create table course_seats (
  region_id integer not null references regions,
  id uuid not null,
  session_id uuid not null,
  course_id uuid not null,
  path text collate "C" not null,               -- of the course
  person_id uuid not null,
  at timestamptz not null,
  left_at timestamptz,
  attended_at timestamptz,                      -- confirmed by whoever held it
  confirmed_by uuid,
  primary key (region_id, id),
  check ((attended_at is null) = (confirmed_by is null)),
  check (left_at is null or attended_at is null)
);
create unique index course_seats_now on course_seats (region_id, session_id, person_id) where left_at is null;
create index course_seats_person on course_seats (region_id, person_id, course_id);
create index course_seats_path on course_seats (region_id, path);
select net_apply('course_seats', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system());
grant select, insert, update on course_seats to linli_app;

-- A mentor and a learner; it begins when both have said yes.
create table mentor_pairs (
  region_id integer not null references regions,
  id uuid not null,
  path text collate "C" not null,
  mentor_id uuid not null,
  learner_id uuid not null,
  subject text not null,                        -- what is learnt
  from_on date not null,
  until_on date not null,
  mentor_agreed_at timestamptz,
  learner_agreed_at timestamptz,
  by_person uuid not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (region_id, id),
  check (mentor_id <> learner_id),
  check (until_on > from_on)
);
create unique index mentor_pairs_now on mentor_pairs (region_id, mentor_id, learner_id) where ended_at is null;
create index mentor_pairs_mentor on mentor_pairs (region_id, mentor_id);
create index mentor_pairs_learner on mentor_pairs (region_id, learner_id);
create index mentor_pairs_path on mentor_pairs (region_id, path);
select net_apply('mentor_pairs', net_condition_area('path') || ' or ' || net_me('mentor_id') || ' or ' || net_me('learner_id') || ' or ' || net_system());
grant select, insert, update on mentor_pairs to linli_app;

-- What a worker and the lead agreed on beforehand. Read by the room's own hand only: for the worker, the lead, and who answers an appeal.
create table work_agreements (
  region_id integer not null references regions,
  id uuid not null,
  path text collate "C" not null,               -- where the worker works
  worker_id uuid not null,
  lead_id uuid not null,
  from_on date not null,
  to_on date not null,
  state text not null check (state in ('proposed', 'agreed', 'shown', 'concluded', 'appealed', 'final')),
  version integer not null check (version >= 1),
  at timestamptz not null,
  agreed_at timestamptz,
  shown_at timestamptz,                         -- when the worker saw every fact
  concluded_at timestamptz,
  appeal text,                                  -- the worker's words
  appealed_at timestamptz,
  answer_by date,                               -- the day by which the appeal is answered
  answer text,                                  -- in writing, by somebody else
  answered_by uuid,
  answered_at timestamptz,
  primary key (region_id, id),
  constraint work_agreements_two check (worker_id <> lead_id),
  constraint work_agreements_third check (answered_by is null or (answered_by <> lead_id and answered_by <> worker_id)),
  check (to_on >= from_on),
  check ((appeal is null) = (appealed_at is null)),
  check ((answered_at is null) = (answered_by is null))
);
create index work_agreements_path on work_agreements (region_id, path, id desc);
create index work_agreements_worker on work_agreements (region_id, worker_id, id desc);
create index work_agreements_lead on work_agreements (region_id, lead_id, id desc);
create index work_agreements_appealed on work_agreements (region_id, path) where state in ('appealed', 'final');
select net_apply('work_agreements', net_system());
grant select, insert, update, delete on work_agreements to linli_app;

-- One agreed result: what it is, and what counts as done. The outcome is a word.
create table work_items (
  region_id integer not null references regions,
  id uuid not null,
  agreement_id uuid not null,
  at_place integer not null check (at_place between 1 and 30), -- order on the page
  name text not null,
  done_when text not null,
  fact text,                                    -- a kind of fact that the house knows; null: only what is written
  outcome text check (outcome in ('met', 'notYet')),
  at timestamptz not null,
  primary key (region_id, id)
);
create unique index work_items_place on work_items (region_id, agreement_id, at_place);
select net_apply('work_items', net_system());
grant select, insert, update, delete on work_items to linli_app;

-- A fact that somebody wrote; the worker sees it first and may answer.
create table work_facts (
  region_id integer not null references regions,
  id uuid not null,
  agreement_id uuid not null,
  item_id uuid not null,
  by_person uuid not null,
  words text not null,
  at timestamptz not null,
  answer text,
  answered_at timestamptz,
  primary key (region_id, id),
  check ((answer is null) = (answered_at is null))
);
create index work_facts_agreement on work_facts (region_id, agreement_id);
select net_apply('work_facts', net_system());
grant select, insert, update on work_facts to linli_app;

-- Who gets which allowance, from and until when; the amount stands in the preset.
create table allowances (
  region_id integer not null references regions,
  id uuid not null,
  path text collate "C" not null,
  person_id uuid not null,
  category text not null,                       -- preset key
  from_on date not null,
  to_on date,
  by_person uuid not null,
  at timestamptz not null,
  primary key (region_id, id),
  check (to_on is null or to_on >= from_on)
);
create unique index allowances_now on allowances (region_id, person_id) where to_on is null;
create index allowances_person on allowances (region_id, person_id);
create index allowances_path on allowances (region_id, path);
select net_apply('allowances', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system());
grant select, insert, update on allowances to linli_app;
