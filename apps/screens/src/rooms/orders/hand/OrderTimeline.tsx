import { useLingui } from '@lingui/react/macro'
import { ROLES } from '@linli/contract'
import type { OrderView, TimelineEntry } from '@linli/contract/orders/shapes'
import type { Static } from '@linli/contract/schema'
import { Timeline, type TimelineStep } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useNow } from '../../../kit/useNow.ts'
import { factWords } from './factWords.ts'
import { Photos } from './Photos.tsx'
import { dueWords, NEXT } from './words.ts'

type Entry = Static<typeof TimelineEntry>

/** What happened, as one says it to a neighbour. */
function useVerbWords(): (verb: string) => string {
  const { t } = useLingui()
  const words = new Map([
    ['placeOrder', t`点了单`],
    ['addNote', t`补充了说明`],
    ['followArea', t`网格调整了，单跟着到了新网格`],
    ['moveDeadlines', t`工作时间或时限规则改了，几点前重新算过`],
    ['escalateDeadline', t`超过了时限，已经报给上一级`],
    ['proposeRefusal', t`提请不予受理，等另一个人看`],
    ['refuseOrder', t`没有受理`],
    ['acceptOrder', t`已经受理`],
    ['answerOrder', t`直接答复了`],
    ['offerOrder', t`已经告诉附近的志愿者`],
    ['claimOrder', t`有人接单了`],
    ['widenOffer', t`又告诉了更远一些的志愿者`],
    ['assignOrder', t`派给了承办人`],
    ['dispatchOrder', t`派给了承办方`],
    ['giveBack', t`放回抢单大厅，重新找人来办`],
    ['signOrder', t`承办方签收了`],
    ['contactRequester', t`联系过诉求人`],
    ['reportProgress', t`有新进展`],
    ['handleOrder', t`办完了，交上了结果`],
    ['selfHandle', t`网格员当场办好了`],
    ['approveHandling', t`审核通过`],
    ['returnHandling', t`审核退回，接着办`],
    ['recordCall', t`打过回访电话，没有接通`],
    ['rateOrder', t`评了单`],
    ['closeOrder', t`回访结案`],
    ['reworkOrder', t`没办好，重新办`],
    ['consentToShow', t`同意晒单`],
    ['showOrder', t`公开在晒单墙`],
    ['hideOrder', t`从晒单墙撤下`],
    ['cancelOrder', t`撤单了`],
    ['askSupplement', t`请诉求人补充`],
    ['supplementOrder', t`补充了情况`],
    ['lapseSupplement', t`没有等到补充，先结了`],
    ['mergeOrder', t`和另一单并在一起办`],
    ['unmergeOrder', t`改为单独办理`],
    ['transferOrder', t`转给了下级单位`],
    ['urgeOrder', t`催办了`],
    ['superviseOrder', t`上级督办`],
    ['answerSupervision', t`回复了督办`],
    ['askReturn', t`承办方说不归他们办，等裁定`],
    ['grantReturn', t`同意退回，重新派人`],
    ['refuseReturn', t`没有同意退回，由他们接着办`],
    ['askPause', t`承办方申请先挂起`],
    ['grantPause', t`先挂起，时限暂停`],
    ['refusePause', t`没有同意挂起，接着办`],
    ['reviewPause', t`复核了挂起`],
    ['resumeOrder', t`恢复办理`],
    ['askExtension', t`承办方申请延期`],
    ['grantExtension', t`同意延期`],
    ['refuseExtension', t`没有同意延期`],
    ['withdrawAsk', t`承办方撤回了申请`],
    ['callCoHosts', t`请别的单位一起办`],
    ['whistleUnits', t`吹哨，请别的单位到场`],
    ['conveneOrder', t`上一级召集几家一起办`],
    ['answerCall', t`协办单位答复了`],
    ['judgeAnswer', t`评了协办单位`],
    ['releaseCoHost', t`有一家不用协办了`],
    ['recordMeeting', t`开过会办会议，定了办法`],
    ['escalateOrder', t`报上一级定办法`],
    ['instructOrder', t`上一级定了办法，接着办`],
    ['takeOverOrder', t`上一级改派了承办单位`],
    ['askExplained', t`提出目前解决不了，等第二个人签字`],
    ['grantExplained', t`两个人签了字：目前解决不了，先结案`],
    ['refuseExplained', t`没有同意就这样结案`],
    ['requestReview', t`不服结果，申请上一级复核`],
    ['grantReview', t`复核成立，重新办理`],
    ['readmitOrder', t`复核成立，重新受理`],
    ['refuseReview', t`复核后维持原结果`],
    ['raiseObjection', t`承办方提出异议`],
    ['overruleReturn', t`异议成立，重新派人`],
    ['liftSupervision', t`异议成立，撤销督办`],
    ['discountRating', t`异议成立，这份评价不计入满意率`],
    ['dismissObjection', t`异议不成立`],
    ['reopenOrder', t`有了新情况，重新办理`],
    ['archiveOrder', t`归档了`],
  ])
  return (verb) => words.get(verb) ?? t`有新情况`
}

/** The whole way of an order, and what comes next. */
export function OrderTimeline({ order }: { readonly order: OrderView }) {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const verbWords = useVerbWords()
  const last = order.timeline.at(-1)
  const stepOf = (entry: Entry): TimelineStep => ({
    id: `${entry.version} ${entry.verb}`,
    title: verbWords(entry.verb),
    at: entry.at,
    ...whoDid(entry, say),
    text: (
      <>
        {[factWords(entry).map(say).join(' · '), ...entry.remarks].filter(Boolean).join('\n')}
        <Photos ids={entry.photos} />
      </>
    ),
    step: entry === last ? 'now' : 'done',
  })
  const next = NEXT[order.state]
  const coming: TimelineStep[] = next
    ? [
        {
          id: 'next',
          title: say(next),
          step: 'next',
          ...(order.due ? { text: say(dueWords(order.due, now)) } : {}),
        },
      ]
    : []
  return <Timeline label={t`办到哪一步了`} steps={[...order.timeline.map(stepOf), ...coming]} />
}

function whoDid({ actorName, actorRole }: Entry, say: (words: (typeof ROLES)['resident']) => string) {
  if (actorName) return { who: actorName }
  return actorRole === 'system' ? {} : { who: say(ROLES[actorRole]) }
}
