import { useLingui } from '@lingui/react/macro'
import type { Role } from '@linli/contract'
import type { NavGroup } from './kit/desk/Navigation.tsx'
import { desk } from './kit/routes.ts'
import { activities } from './rooms/activities/desk/addresses.ts'
import { carePlans } from './rooms/care/desk/addresses.ts'
import { devices, presses } from './rooms/devices/desk/addresses.ts'
import { rosters } from './rooms/duties/desk/addresses.ts'
import { ledgers, retired } from './rooms/ledgers/desk/addresses.ts'
import { gaps, merchants } from './rooms/merchants/desk/addresses.ts'
import { apiKeys } from './rooms/open311/desk/addresses.ts'
import { proposal } from './rooms/orders/desk/offers/addresses.ts'
import {
  agreements,
  checkIns,
  myUnit,
  pledgeWall,
  sharing,
  templates,
} from './rooms/partners/desk/addresses.ts'
import { dataRequests, helpers, pairings, teams } from './rooms/people/desk/addresses.ts'
import { useFace } from './rooms/people/desk/signInSession.ts'
import { days, orderProcess, outlineMap, rules } from './rooms/places/desk/addresses.ts'
import { accounts, monthProof, redemptions, rewards, settlement } from './rooms/points/desk/addresses.ts'
import { counter } from './rooms/points/pickUpCode.ts'
import { allowances, courses, works } from './rooms/staff/desk/addresses.ts'
import { stations } from './rooms/stations/desk/addresses.ts'
import { suggestions } from './rooms/suggestions/desk/addresses.ts'
import { senders } from './rooms/upstream/desk/addresses.ts'
import { campaigns } from './rooms/visits/desk/addresses.ts'

const STAFF: readonly Role[] = ['intake', 'dispatcher', 'reviewer', 'caller', 'publisher', 'regionAdmin']
const REGISTER: readonly Role[] = ['gridWorker', 'intake', 'dispatcher', 'regionAdmin']
const BOOKS: readonly Role[] = ['regionAdmin', 'auditor']
const MERCHANTS: readonly Role[] = ['unitHandler']

type Way = {
  readonly href: string
  readonly label: string
  readonly for: readonly Role[]
  readonly also?: readonly string[]
}

/**
 * The ways to the pages that this person's roles are made for; nobody is led to a page that would refuse them.
 * The server decides by its own policy whatever is shown here.
 */
export function useNavigation(): NavGroup[] {
  const { t } = useLingui()
  const { data: face } = useFace()
  const groups: { id: string; label: string; ways: Way[] }[] = [
    {
      id: 'orders',
      label: t`工单`,
      ways: [
        { href: desk.queue.url(), label: t`工单队列`, for: [...STAFF, 'gridWorker', 'auditor'] },
        { href: desk.tasks.url(), label: t`我的任务`, for: ['unitHandler', 'helper', 'gridWorker'] },
        { href: presses.url(), label: t`一键通`, for: ['intake', 'dispatcher', 'gridWorker'] },
        { href: desk.intake.url(), label: t`电话受理`, for: ['intake'] },
        { href: senders.url(), label: t`热线和企业微信来单`, for: ['intake', 'dispatcher', 'regionAdmin'] },
        { href: desk.dispatch.url(), label: t`派单`, for: ['dispatcher', 'regionAdmin'] },
        { href: proposal.url(), label: t`缺人时的搭配`, for: ['dispatcher'] },
        { href: desk.asks.url(), label: t`答复申请`, for: ['dispatcher', 'reviewer', 'regionAdmin'] },
        { href: desk.review.url(), label: t`审核`, for: ['reviewer', 'regionAdmin'] },
        { href: desk.followUp.url(), label: t`回访`, for: ['caller', 'regionAdmin'] },
        { href: desk.publication.url(), label: t`晒单公开`, for: ['publisher', 'regionAdmin'] },
        { href: suggestions.url(), label: t`多人反映的事`, for: ['intake', 'dispatcher', 'regionAdmin'] },
        { href: desk.serviceLists.url(), label: t`三张清单`, for: [...STAFF, 'leader', 'auditor'] },
        {
          href: orderProcess.url(),
          label: t`办单流程`,
          for: [...STAFF, 'gridWorker', 'unitHandler', 'leader', 'auditor'],
        },
        { href: rules.url(), label: t`本地规则`, for: BOOKS },
      ],
    },
    {
      id: 'figures',
      label: t`数字和台账`,
      ways: [
        { href: desk.figures.url(), label: t`数字`, for: [...STAFF, 'leader', 'auditor'] },
        {
          href: ledgers.url(),
          label: t`台账`,
          for: [...STAFF, 'gridWorker', 'auditor'],
          also: [retired.url(), '/ledger-prints'],
        },
      ],
    },
    {
      id: 'ground',
      label: t`网格和走访`,
      ways: [
        {
          href: desk.places.url(),
          label: t`区域和住户`,
          for: [...STAFF, 'gridWorker', 'leader', 'auditor'],
          also: ['/households', pairings.url()],
        },
        { href: outlineMap.url(), label: t`网格地图`, for: [...REGISTER, 'leader', 'auditor'] },
        {
          href: campaigns.url(),
          label: t`走访`,
          for: ['gridWorker', 'dispatcher', 'regionAdmin', 'leader'],
        },
        { href: carePlans.url(), label: t`关爱计划`, for: ['gridWorker', 'dispatcher'] },
        {
          href: devices.url(),
          label: t`一键通设备`,
          for: ['gridWorker', 'intake', 'dispatcher', 'regionAdmin'],
        },
        { href: desk.register.url(), label: t`名册导入`, for: ['regionAdmin'] },
      ],
    },
    {
      id: 'people',
      label: t`人员和队伍`,
      ways: [
        { href: desk.people.url(), label: t`人员`, for: REGISTER },
        {
          href: desk.posts.url(),
          label: t`岗位`,
          for: ['intake', 'dispatcher', 'regionAdmin', 'auditor'],
        },
        { href: desk.staffAccounts.url(), label: t`工作账号`, for: ['securityAdmin'] },
        { href: helpers.url(), label: t`志愿者`, for: ['dispatcher', 'regionAdmin'] },
        { href: teams.url(), label: t`服务队伍`, for: ['intake', 'dispatcher', 'regionAdmin'] },
        { href: rosters.url(), label: t`排班`, for: ['dispatcher', 'regionAdmin'] },
        { href: courses.url(), label: t`培训`, for: ['dispatcher', 'regionAdmin'] },
        { href: works.url(), label: t`商定工作`, for: ['dispatcher', 'regionAdmin'] },
        { href: allowances.url(), label: t`补助`, for: ['regionAdmin'] },
        { href: dataRequests.url(), label: t`个人信息请求`, for: ['regionAdmin'] },
      ],
    },
    {
      id: 'partners',
      label: t`单位和党员`,
      ways: [
        { href: myUnit.url(), label: t`本单位报到`, for: ['unitHandler'] },
        { href: checkIns.url(), label: t`双报到`, for: ['intake', 'dispatcher', 'regionAdmin'] },
        {
          href: agreements.url(),
          label: t`结对共建`,
          for: ['intake', 'dispatcher', 'regionAdmin', 'unitHandler'],
        },
        { href: sharing.url(), label: t`服务菜单和清单`, for: ['intake', 'dispatcher', 'regionAdmin'] },
        { href: pledgeWall.url(), label: t`承诺墙`, for: ['intake', 'dispatcher', 'regionAdmin'] },
        { href: templates.url(), label: t`文书模板`, for: ['regionAdmin'] },
      ],
    },
    {
      id: 'stations',
      label: t`驿站和活动`,
      ways: [
        { href: stations.url(), label: t`驿站`, for: [...STAFF, 'gridWorker'] },
        { href: activities.url(), label: t`活动`, for: ['intake', 'publisher', 'regionAdmin'] },
        {
          href: merchants.url(),
          label: t`一刻钟生活圈`,
          for: [...STAFF, 'gridWorker', 'leader', 'unitHandler'],
          also: [gaps.url()],
        },
        {
          href: days.url(),
          label: t`工作时间和放假`,
          for: ['intake', 'dispatcher', 'publisher', 'regionAdmin'],
        },
      ],
    },
    {
      id: 'points',
      label: t`积分`,
      ways: [
        { href: counter.url(), label: t`领取核销`, for: MERCHANTS },
        { href: rewards.url(), label: t`兑换品`, for: [...BOOKS, ...MERCHANTS] },
        { href: redemptions.url(), label: t`兑换单`, for: [...BOOKS, ...MERCHANTS] },
        { href: settlement.url(), label: t`结算单`, for: [...BOOKS, ...MERCHANTS] },
        { href: desk.pointRules.url(), label: t`积分规则`, for: [...STAFF, 'leader', 'auditor'] },
        {
          href: desk.ledger.url(),
          label: t`积分总账`,
          for: BOOKS,
          also: [accounts.url()],
        },
        { href: monthProof.url(), label: t`月末核对`, for: BOOKS },
      ],
    },
    {
      id: 'audit',
      label: t`审计和接口`,
      ways: [
        { href: desk.audit.url(), label: t`查看记录`, for: ['auditor'] },
        { href: apiKeys.url(), label: t`接口钥匙`, for: BOOKS },
      ],
    },
  ]
  const mine = ({ for: roles }: Way) => face?.roles.some(({ role }) => roles.includes(role)) ?? false
  return groups
    .map(({ id, label, ways }) => ({ id, label, items: ways.filter(mine) }))
    .filter(({ items }) => items.length > 0)
}
