import { orderEndpoints } from '@linli/contract/orders/endpoints'
import { room } from '../../kernel/http/room.ts'
import { acceptOrder } from './actions/acceptOrder.ts'
import * as asking from './actions/asking.ts'
import { byRequest } from './actions/byRequest.ts'
import { claimOrder } from './actions/claimOrder.ts'
import { assignOrder, dispatchOrder } from './actions/dispatchOrder.ts'
import * as ending from './actions/ending.ts'
import { escalateOrder, instructOrder, takeOverOrder } from './actions/escalateOrder.ts'
import { closeOrder, rateOrder, recordCall, reworkOrder } from './actions/followUp.ts'
import { giveBack } from './actions/giveBack.ts'
import { contactRequester, handleOrder, reportProgress, signOrder } from './actions/handleOrder.ts'
import { addNote, answerOrder, cancelOrder, proposeRefusal, refuseOrder } from './actions/intake.ts'
import * as joint from './actions/joint.ts'
import { mergeOrder, unmergeOrder } from './actions/mergeOrder.ts'
import { offerOrder, widenOffer } from './actions/offerOrder.ts'
import { placeOrder } from './actions/placeOrder.ts'
import { revealContact } from './actions/revealContact.ts'
import { approveHandling, returnHandling } from './actions/reviewHandling.ts'
import { selfHandle } from './actions/selfHandle.ts'
import { consentToShow, hideOrder, showOrder } from './actions/showOrder.ts'
import { askSupplement, lapseSupplement, supplementOrder } from './actions/supplement.ts'
import { transferOrder } from './actions/transferOrder.ts'
import { answerSupervision, superviseOrder, urgeOrder } from './actions/urge.ts'
import { followingListeners } from './followAreas.ts'
import { automatically } from './listeners.ts'
import type { OrderNeeds } from './needs.ts'
import { orderPolicy } from './policy.ts'
import { listViews, removeView, saveView } from './store/savedViews.ts'
import { findCaller } from './views/caller.ts'
import { listCandidates } from './views/candidates.ts'
import { claimBoard } from './views/claimBoard.ts'
import { countOrders, listMyOrders, listMyTasks, listOrders } from './views/lists.ts'
import { orderPage } from './views/orderPage.ts'
import { listOrderUnits } from './views/orderUnits.ts'
import { getShown, listShown } from './views/shown.ts'

/** The orders room: each operation is its verb's or its view's own file. */
export const ordersRoom = (needs: OrderNeeds) =>
  room({
    name: 'orders',
    endpoints: orderEndpoints,
    policy: orderPolicy,
    listeners: { ...automatically(needs), ...followingListeners(needs) },
    handlers: {
      placeOrder: (q) => placeOrder(needs, { actor: q.me, remember: q.remember }, q.body),
      addNote: (q) => addNote(needs, q.params.id, byRequest(q), q.body),
      proposeRefusal: (q) => proposeRefusal(needs, q.params.id, byRequest(q), q.body),
      refuseOrder: (q) => refuseOrder(needs, q.params.id, byRequest(q), q.body),
      acceptOrder: (q) => acceptOrder(needs, q.region, q.params.id, byRequest(q), q.body),
      answerOrder: (q) => answerOrder(needs, q.params.id, byRequest(q), q.body),
      offerOrder: (q) => offerOrder(needs, q.params.id, byRequest(q)),
      claimOrder: (q) => claimOrder(needs, q.me, q.params.id, byRequest(q)),
      widenOffer: (q) => widenOffer(needs, q.params.id, byRequest(q)),
      assignOrder: (q) => assignOrder(needs, q.region, q.params.id, byRequest(q), q.body),
      dispatchOrder: (q) => dispatchOrder(needs, q.region, q.params.id, byRequest(q), q.body),
      giveBack: (q) => giveBack(needs, q.params.id, byRequest(q), q.body),
      signOrder: (q) => signOrder(needs, q.params.id, byRequest(q)),
      contactRequester: (q) => contactRequester(needs, q.params.id, byRequest(q), q.body),
      reportProgress: (q) => reportProgress(needs, q.params.id, byRequest(q), q.body),
      handleOrder: (q) => handleOrder(needs, q.params.id, byRequest(q), q.body),
      selfHandle: (q) => selfHandle(needs, q.params.id, byRequest(q), q.body),
      approveHandling: (q) => approveHandling(needs, q.params.id, byRequest(q), q.body),
      returnHandling: (q) => returnHandling(needs, q.params.id, byRequest(q), q.body),
      recordCall: (q) => recordCall(needs, q.params.id, byRequest(q), q.body),
      rateOrder: (q) => rateOrder(needs, q.region, q.params.id, byRequest(q), q.body),
      closeOrder: (q) => closeOrder(needs, q.region, q.params.id, byRequest(q), q.body),
      reworkOrder: (q) => reworkOrder(needs, q.params.id, byRequest(q), q.body),
      consentToShow: (q) => consentToShow(needs, q.params.id, byRequest(q)),
      showOrder: (q) => showOrder(needs, q.region, q.params.id, byRequest(q), q.body),
      hideOrder: (q) => hideOrder(needs, q.region, q.params.id, byRequest(q)),
      cancelOrder: (q) => cancelOrder(needs, q.params.id, byRequest(q), q.body),
      askSupplement: (q) => askSupplement(needs, q.params.id, byRequest(q), q.body),
      supplementOrder: (q) => supplementOrder(needs, q.params.id, byRequest(q), q.body),
      lapseSupplement: (q) => lapseSupplement(needs, q.params.id, byRequest(q)),
      mergeOrder: (q) => mergeOrder(needs, q.region, q.params.id, byRequest(q), q.body),
      unmergeOrder: (q) => unmergeOrder(needs, q.params.id, byRequest(q), q.body),
      transferOrder: (q) => transferOrder(needs, q.region, q.params.id, byRequest(q), q.body),
      urgeOrder: (q) => urgeOrder(needs, q.params.id, byRequest(q), q.body),
      superviseOrder: (q) => superviseOrder(needs, q.params.id, byRequest(q), q.body),
      answerSupervision: (q) => answerSupervision(needs, q.params.id, byRequest(q), q.body),
      askReturn: (q) => asking.askReturn(needs, q.region, q.params.id, byRequest(q), q.body),
      grantReturn: (q) => asking.grantReturn(needs, q.params.id, byRequest(q), q.body),
      refuseReturn: (q) => asking.refuseReturn(needs, q.params.id, byRequest(q), q.body),
      askPause: (q) => asking.askPause(needs, q.params.id, byRequest(q), q.body),
      grantPause: (q) => asking.grantPause(needs, q.params.id, byRequest(q), q.body),
      refusePause: (q) => asking.refuseAsk(needs, 'refusePause', q.params.id, byRequest(q), q.body),
      reviewPause: (q) => asking.reviewPause(needs, q.params.id, byRequest(q), q.body),
      resumeOrder: (q) => asking.resumeOrder(needs, q.params.id, byRequest(q), q.body),
      askExtension: (q) => asking.askExtension(needs, q.params.id, byRequest(q), q.body),
      grantExtension: (q) => asking.grantExtension(needs, q.params.id, byRequest(q), q.body),
      refuseExtension: (q) => asking.refuseAsk(needs, 'refuseExtension', q.params.id, byRequest(q), q.body),
      withdrawAsk: (q) => asking.withdrawAsk(needs, q.params.id, byRequest(q)),
      askExplained: (q) => ending.askExplained(needs, q.params.id, byRequest(q), q.body),
      grantExplained: (q) => ending.grantExplained(needs, q.params.id, byRequest(q), q.body),
      refuseExplained: (q) => ending.refuseExplained(needs, q.params.id, byRequest(q), q.body),
      requestReview: (q) => ending.requestReview(needs, q.params.id, byRequest(q), q.body),
      grantReview: (q) => ending.grantReview(needs, q.params.id, byRequest(q), q.body),
      readmitOrder: (q) => ending.readmitOrder(needs, q.params.id, byRequest(q), q.body),
      refuseReview: (q) => ending.refuseReview(needs, q.params.id, byRequest(q), q.body),
      raiseObjection: (q) => ending.raiseObjection(needs, q.params.id, byRequest(q), q.body),
      overruleReturn: (q) => ending.overruleReturn(needs, q.params.id, byRequest(q), q.body),
      liftSupervision: (q) => ending.liftSupervision(needs, q.params.id, byRequest(q), q.body),
      discountRating: (q) => ending.discountRating(needs, q.params.id, byRequest(q), q.body),
      dismissObjection: (q) => ending.dismissObjection(needs, q.params.id, byRequest(q), q.body),
      callCoHosts: (q) => joint.callUnits(needs, q.region, 'callCoHosts', q.params.id, byRequest(q), q.body),
      whistleUnits: (q) =>
        joint.callUnits(needs, q.region, 'whistleUnits', q.params.id, byRequest(q), q.body),
      conveneOrder: (q) =>
        joint.callUnits(needs, q.region, 'conveneOrder', q.params.id, byRequest(q), q.body),
      answerCall: (q) => joint.answerCall(needs, q.region, q.params.id, byRequest(q), q.body),
      judgeAnswer: (q) => joint.judgeAnswer(needs, q.region, q.params.id, byRequest(q), q.body),
      releaseCoHost: (q) => joint.releaseCoHost(needs, q.region, q.params.id, byRequest(q), q.body),
      recordMeeting: (q) => joint.recordMeeting(needs, q.params.id, byRequest(q), q.body),
      escalateOrder: (q) => escalateOrder(needs, q.params.id, byRequest(q), q.body),
      instructOrder: (q) => instructOrder(needs, q.params.id, byRequest(q), q.body),
      takeOverOrder: (q) => takeOverOrder(needs, q.region, q.params.id, byRequest(q), q.body),
      getOrder: (q) =>
        orderPage(needs, q.me, q.params.id, q.language, `${q.publicUrl}/claims/${q.params.id}`),
      listOrders: (q) => listOrders(needs, q.me, q.language, q.query),
      countOrders: (q) => countOrders(needs, q.me),
      listMyOrders: (q) => listMyOrders(needs, q.me, q.language, q.query),
      listMyTasks: (q) => listMyTasks(needs, q.me, q.language, q.query),
      listClaims: (q) => claimBoard(needs, q.me, q.language),
      listCandidates: (q) => listCandidates(needs, q.me, q.params.id, q.language),
      listOrderUnits: (q) => listOrderUnits(needs, q.me, q.params.id),
      revealContact: (q) => revealContact(needs, q.me, q.params.id, q.body.reason),
      findCaller: (q) => findCaller(needs, q.me, q.language, q.body.phone),
      listShown: (q) => listShown(needs, q.region, q.query),
      getShown: (q) => getShown(needs.db, q.region, q.params.slug),
      listViews: (q) => listViews(needs.db, q.me),
      saveView: (q) => saveView(needs.db, q.me, q.body, q.remember),
      removeView: (q) => removeView(needs.db, q.me, q.params.id, q.remember),
    },
  })
