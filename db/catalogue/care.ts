import type {
  CareAlarmsRow,
  CareContactsRow,
  CareDeputiesRow,
  CareLinesRow,
  CarePlansRow,
  CareStandInsRow,
} from '../tables.ts'
import { ID, REGION, type Retention, table, YEAR } from './words.ts'

const personal = { class: 'personal' } as const
/** A year after it ended: long enough to settle a question about it. */
const afterwards: Retention = { event: 'ended', days: YEAR }
const aYear: Retention = { event: 'written', days: YEAR }
/** Taken away when the plan ends. */
const whileItLasts: Retention = { event: 'personErased', days: 0 }
const agreed = { class: 'internal', basis: 'consent' } as const

export const careTables = {
  care_plans: table<CarePlansRow>(
    '关爱计划：谁联系谁，到哪天；不写为什么，经本人或监护人同意才有',
    'Plans of care: who keeps in touch with whom and until when; never why, and only by consent',
    { ...agreed, retention: afterwards },
    {
      region_id: REGION,
      id: ID,
      person_id: ['关爱谁', 'Who is cared for', personal],
      household_id: ['住在哪一户', 'Household', personal],
      path: ['住处所在', 'Where the home is'],
      carer_id: ['谁来关爱', 'Who cares', personal],
      from_on: ['从哪天', 'First day'],
      until_on: ['到哪天', 'Last day'],
      way: ['怎么同意', 'How consent came'],
      words_version: ['同意时看到的文字版本', 'Version of the words agreed to'],
      agreed_by: ['谁同意的', 'Who agreed', personal],
      agreed_at: ['同意时间', 'Agreed'],
      last_seen_at: ['上次见到本人', 'Last met in person', personal],
      unseen_told_at: ['一周没见到的提醒时间', 'When a week without meeting was told'],
      version: ['版本', 'Version'],
      by_person: ['谁安排', 'Who arranged it', personal],
      at: ['安排时间', 'When it was arranged'],
      ended_at: ['结束时间', 'Ended'],
      ended_by: ['谁结束', 'Who ended it', personal],
      ending: ['为什么结束', 'Why it ended'],
    },
  ),
  care_lines: table<CareLinesRow>(
    '关爱计划里一项联系的下一次和提醒到哪一步',
    'What of a plan is due next, and how far its alarm has gone',
    { ...agreed, retention: whileItLasts },
    {
      region_id: REGION,
      plan_id: ['关爱计划', 'Plan'],
      person_id: ['关爱谁', 'Who is cared for', personal],
      rhythm: ['哪一项', 'Which rhythm'],
      due_at: ['应在何时前联系', 'Due'],
      next_at: ['下一步提醒时间', 'Next step of the alarm'],
      step: ['提醒到第几步', 'How many were told'],
      order_id: ['自动点的单', 'Order the alarm placed'],
    },
  ),
  care_deputies: table<CareDeputiesRow>(
    '谁可以替班',
    'Who stands in',
    { ...agreed, retention: whileItLasts },
    {
      region_id: REGION,
      plan_id: ['关爱计划', 'Plan'],
      person_id: ['替班人', 'Deputy', personal],
      cared_id: ['关爱谁', 'Who is cared for', personal],
    },
  ),
  care_stand_ins: table<CareStandInsRow>(
    '请人替班的日子和谁接了',
    'Days handed over, and who took them',
    { ...agreed, retention: aYear },
    {
      region_id: REGION,
      id: ID,
      plan_id: ['关爱计划', 'Plan'],
      cared_id: ['关爱谁', 'Who is cared for', personal],
      from_on: ['从哪天', 'First day'],
      to_on: ['到哪天', 'Last day'],
      by_person: ['谁请的', 'Who asked', personal],
      at: ['提出时间', 'Asked'],
      taken_by: ['谁接了', 'Who took them', personal],
      taken_at: ['接下时间', 'Taken'],
    },
  ),
  care_contacts: table<CareContactsRow>(
    '联系过、见到过，只有代号没有话',
    'That somebody kept in touch, in codes and without words',
    { ...agreed, retention: aYear },
    {
      region_id: REGION,
      id: ID,
      plan_id: ['关爱计划', 'Plan'],
      person_id: ['关爱谁', 'Who is cared for', personal],
      rhythm: ['哪一项', 'Which rhythm'],
      outcome: ['见到、通过话还是没联系上', 'Seen, spoken to or not reached', personal],
      order_ids: ['由此点的单', 'Orders that came of it'],
      by_person: ['谁联系的', 'Who made it', personal],
      device_at: ['手机上的时间', 'By the clock of the phone', personal],
      at: ['收到时间', 'When it arrived'],
    },
  ),
  care_alarms: table<CareAlarmsRow>(
    '没联系上时提醒到了哪一步',
    'Which steps a missed contact went through',
    { ...agreed, retention: aYear },
    {
      region_id: REGION,
      plan_id: ['关爱计划', 'Plan'],
      rhythm: ['哪一项', 'Which rhythm'],
      due_at: ['应在何时前联系', 'Was due'],
      step: ['第几步', 'Step'],
      at: ['时间', 'Time'],
    },
  ),
}
