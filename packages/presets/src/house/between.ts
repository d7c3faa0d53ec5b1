import type { ClockRule, Preset, Source } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const ours = (mechanism: string): Source => ({ document: HOUSE_RULES, mechanism })
const supplement = ours('退回补正：五个工作日内补充，逾期告知后结案，情况紧急的半小时')
const ruling = ours('退单、挂起、延期申请的答复时限，与退单期限同表')
const review = ours('挂起每三十天复核一次，台账公开')
const supervision = ours('督办限期回复')
const coHost = ours('协办答复时限，与首次联系、办结同尺度')
const whistle = ours('吹哨应答时限：急单十五分钟，一般两小时')
const meeting = ours('会办会议期限；宜黄专题会办三个工作日内开会')
const escalation = ours('请办答复期限；宜黄上报请办五个工作日内答复')
const returning: Source = {
  document: '山东省政务服务热线规定、衡阳市热线办退单期限',
  mechanism: '收到后在期限内提出退单：一般一个工作日，疑难两个工作日；及时类两小时为邻里通用规则',
}
const extension: Source = {
  document: '山东省政务服务热线规定、信访工作条例',
  mechanism: '延期一次：一般至多十个工作日，疑难至多三十天；及时类二十四小时为邻里通用规则',
}

const appeal: Source = {
  document: '信访工作条例',
  mechanism: '诉求人对结果不服，一般十五天、疑难三十天内申请复核，由上一级没有参与原决定的人同样期限内答复',
}
const objection = ours('承办单位对退单裁定、督办和不满意评价，五个工作日内可提异议，上一级五个工作日内答复')

const row = (
  clock: ClockRule['clock'],
  urgency: ClockRule['urgency'],
  amount: number,
  unit: ClockRule['unit'],
  source: Source,
): ClockRule => ({ key: `${clock}.${urgency}`, clock, urgency, item: null, amount, unit, source })

/** Limits of the steps between and after, and the terms that no clock runs for. An emergency is neither returned nor extended. */
export const between: readonly ClockRule[] = [
  row('supplement', 'emergency', 30, 'minute', supplement),
  row('supplement', 'prompt', 5, 'workDay', supplement),
  row('supplement', 'ordinary', 5, 'workDay', supplement),
  row('supplement', 'complex', 5, 'workDay', supplement),

  row('ruling', 'emergency', 5, 'minute', ruling),
  row('ruling', 'prompt', 2, 'workHour', ruling),
  row('ruling', 'ordinary', 1, 'workDay', ruling),
  row('ruling', 'complex', 2, 'workDay', ruling),

  row('pauseReview', 'emergency', 1, 'day', review),
  row('pauseReview', 'prompt', 30, 'day', review),
  row('pauseReview', 'ordinary', 30, 'day', review),
  row('pauseReview', 'complex', 30, 'day', review),

  row('supervision', 'emergency', 30, 'minute', supervision),
  row('supervision', 'prompt', 4, 'workHour', supervision),
  row('supervision', 'ordinary', 1, 'workDay', supervision),
  row('supervision', 'complex', 2, 'workDay', supervision),

  row('appeal', 'emergency', 5, 'workDay', appeal),
  row('appeal', 'prompt', 5, 'workDay', appeal),
  row('appeal', 'ordinary', 15, 'day', appeal),
  row('appeal', 'complex', 30, 'day', appeal),

  row('objection', 'emergency', 5, 'workDay', objection),
  row('objection', 'prompt', 5, 'workDay', objection),
  row('objection', 'ordinary', 5, 'workDay', objection),
  row('objection', 'complex', 5, 'workDay', objection),

  row('appealing', 'emergency', 15, 'day', appeal),
  row('appealing', 'prompt', 15, 'day', appeal),
  row('appealing', 'ordinary', 15, 'day', appeal),
  row('appealing', 'complex', 30, 'day', appeal),

  row('objecting', 'emergency', 5, 'workDay', objection),
  row('objecting', 'prompt', 5, 'workDay', objection),
  row('objecting', 'ordinary', 5, 'workDay', objection),
  row('objecting', 'complex', 5, 'workDay', objection),
  row('coHost', 'emergency', 30, 'minute', coHost),
  row('coHost', 'prompt', 4, 'workHour', coHost),
  row('coHost', 'ordinary', 3, 'workDay', coHost),
  row('coHost', 'complex', 5, 'workDay', coHost),

  row('whistle', 'emergency', 15, 'minute', whistle),
  row('whistle', 'prompt', 60, 'minute', whistle),
  row('whistle', 'ordinary', 2, 'workHour', whistle),
  row('whistle', 'complex', 4, 'workHour', whistle),

  row('meeting', 'emergency', 60, 'minute', meeting),
  row('meeting', 'prompt', 1, 'workDay', meeting),
  row('meeting', 'ordinary', 3, 'workDay', meeting),
  row('meeting', 'complex', 3, 'workDay', meeting),

  row('escalation', 'emergency', 30, 'minute', escalation),
  row('escalation', 'prompt', 1, 'workDay', escalation),
  row('escalation', 'ordinary', 5, 'workDay', escalation),
  row('escalation', 'complex', 5, 'workDay', escalation),

  row('returning', 'prompt', 2, 'workHour', returning),
  row('returning', 'ordinary', 1, 'workDay', returning),
  row('returning', 'complex', 2, 'workDay', returning),

  row('extension', 'prompt', 1440, 'minute', extension),
  row('extension', 'ordinary', 10, 'workDay', extension),
  row('extension', 'complex', 30, 'day', extension),
]

/** How often a requester is asked for more, and how a merging is made and undone. */
export const lifecycle: Preset['lifecycle'] = {
  supplements: 2,
  unmergeHours: 24,
  mergeDays: 30,
  source: ours('退回补正至多两次；并入三十天内结案的或在办的单，二十四小时内可撤销'),
}
