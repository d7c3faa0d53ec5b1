import type { Preset, Source, WorkResult } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const agreed: Source = { document: HOUSE_RULES, mechanism: '事先商定的工作结果，不打分、不排名' }

/** What a lead may propose to agree on; both sides change the words as they like. */
export const workResults: readonly WorkResult[] = [
  {
    key: 'visiting',
    name: { zh: '走访住户', en: 'Visiting households' },
    doneWhen: {
      zh: '商定的住户都走到，见到的记清楚',
      en: 'The agreed households were visited and written down',
    },
    fact: 'visits',
    source: agreed,
  },
  {
    key: 'reporting',
    name: { zh: '发现和上报', en: 'Finding and reporting' },
    doneWhen: { zh: '看到的隐患和难事都报上来', en: 'Hazards and troubles that were seen were reported' },
    fact: 'reports',
    source: agreed,
  },
  {
    key: 'handling',
    name: { zh: '办理派来的单', en: 'Seeing to orders' },
    doneWhen: { zh: '派给本人的单都有回音', en: 'Every order given to the worker was answered' },
    fact: 'orders',
    source: agreed,
  },
  {
    key: 'learning',
    name: { zh: '参加培训', en: 'Training' },
    doneWhen: { zh: '商定的课程都参加了', en: 'The agreed courses were attended' },
    fact: 'training',
    source: agreed,
  },
]

export const workAppeal: Preset['workAppeal'] = {
  openDays: 15,
  answerDays: 10,
  source: { document: HOUSE_RULES, mechanism: '结果出来后可以申诉，由另一人限期书面答复' },
}
