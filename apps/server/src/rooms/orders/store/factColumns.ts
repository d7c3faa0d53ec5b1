import sql, { type Sql } from 'sql-template-tag'
import { DECISIONS } from '../rules/decisions.ts'

/** What the rules know of an order, from its own row; `o` is the order. */
export const FACT_COLUMNS: Sql = sql`
  o.id, o.number, o.version, o.state, o.kind, o.channel, o.urgency, o.item, o.item_version as "itemVersion", o.path, o.community, o.placed_at as "placedAt", o.placed_by as "placedBy",
  o.requester_id as "requesterId", o.beneficiary_id as "beneficiaryId", o.anonymous, o.confidential, o.vulnerable, o.restriction,
  o.about_person_id as "aboutPersonId", o.about_unit_id as "aboutUnitId",
  o.assignee_person_id as "assigneePersonId", o.assignee_team_id as "assigneeTeamId", o.assignee_unit_id as "assigneeUnitId",
  o.round, o.offer_wave as "offerWave", o.offer_path as "offerPath", o.refusal_proposed_by as "refusalProposedBy", o.contacted_at as "contactedAt",
  o.handled_by as "handledBy", o.result, o.score, o.rated_round as "ratedRound", o.calls_tried as "callsTried",
  coalesce(floor(extract(epoch from app_now() - o.first_call_at) / 86400), 0)::int as "daysSinceFirstCall",
  o.show_consent_at as "showConsentAt", o.shown_at as "shownAt", o.due_at as "dueAt", o.sender_due_at as "senderDueAt",
  o.supplements, o.assigned_at as "assignedAt", o.host_ruled as "hostRuled", o.supervision, o.merged_into as "mergedInto",
  coalesce((o.urged_at at time zone 'Asia/Shanghai')::date = (app_now() at time zone 'Asia/Shanghai')::date, false) as "urgedToday",
  o.closed_at as "closedAt",
  (select coalesce(json_agg(json_build_object('unitId', k.unit_id, 'how', k.how, 'answer', k.answer, 'judged', k.judged) order by k.called_at), '[]')
     from order_calls k where k.region_id = o.region_id and k.order_id = o.id and k.ended_at is null) as calls,
  extract(epoch from app_now() - o.closed_at)::float8 / 3600 as "hoursSinceClosed"`

/** What waits for a decision, whether this round was extended, and the database's time. */
export const ASK_COLUMNS: Sql = sql`
  (select json_build_object('id', a.id, 'kind', a.kind, 'by', a.asked_by, 'askedAt', a.asked_at, 'amount', a.amount, 'unit', a.unit, 'until', a.until, 'unitId', a.unit_id,
       'against', (select e.facts ->> 'against' from order_events e where e.region_id = a.region_id and e.order_id = a.order_id and e.version = a.version))
     from order_asks a where a.region_id = o.region_id and a.order_id = o.id and a.settled_at is null) as ask,
  exists (select from order_asks a where a.region_id = o.region_id and a.order_id = o.id and a.kind = 'extension' and a.outcome = 'granted' and a.round = o.round) as extended,
  exists (select from order_asks a where a.region_id = o.region_id and a.order_id = o.id and a.kind = 'appeal' and a.outcome = 'refused' and a.round = o.round) as "appealRefused",
  (select coalesce(json_agg(json_build_object('verb', e.verb, 'by', e.actor_person_id, 'at', e.at, 'score', (e.facts ->> 'score')::int, 'against', e.facts ->> 'against') order by e.version), '[]')
     from order_events e where e.region_id = o.region_id and e.order_id = o.id and e.verb = any(${[...DECISIONS]}::text[])) as decisions,
  app_now() as now`
