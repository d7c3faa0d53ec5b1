import { Trans, useLingui } from '@lingui/react/macro'
import { CONTACT_EVERY, type ContactEvery, PAIRED } from '@linli/contract/people/pairingWords'
import { PLAN_STATES } from '@linli/contract/places/gridPlanWords'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { newKey } from '../../../../kit/api.ts'
import { SelectField } from '../../../../kit/desk/fields.tsx'
import {
  DataTable,
  DeskPage,
  EmptyState,
  ErrorSummary,
  Panel,
  ReadView,
  usePage,
  useRead,
} from '../../../../kit/desk/index.ts'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { pairingPlan, pairingsUrl } from '../addresses.ts'
import { useHolds } from '../useHolds.ts'

const EVERY = Object.keys(CONTACT_EVERY) as ContactEvery[] // the vocabulary's keys

type Rule = Answer<'pairingCoverage'>['rules'][number]
type Area = Rule['areas'][number]
type Plan = Answer<'listPairingPlans'>['items'][number]

const figure = (title: string, key: 'wanted' | 'takers' | 'most' | 'short' | 'paired') =>
  ({ title, key, dataIndex: key, align: 'right' }) as const

/** 结对: what each rule of the place can reach, by how much it cannot, and the plans that were made. */
export default function PairingsPage() {
  const { t } = useLingui()
  const [search] = useSearchParams()
  const path = search.get('in') ?? '/'
  const mayArrange = useHolds('dispatcher', 'regionAdmin')
  const read = useRead('pairingCoverage', { query: { path } })
  return (
    <DeskPage
      title={t`结对`}
      lead={<Trans>先看规定的户数够不够分，再安排谁联系谁。安排好的只是方案，有人看过、采用了才生效。</Trans>}
    >
      <ReadView read={read}>
        {({ rules }) =>
          rules.length === 0 ? (
            <EmptyState title={<Trans>本地没有写下结对的规定</Trans>} />
          ) : (
            rules.map((rule) => <RulePanel key={rule.key} rule={rule} path={path} />)
          )
        }
      </ReadView>
      {mayArrange && <Plans path={path} />}
    </DeskPage>
  )
}

function RulePanel({ rule, path }: { readonly rule: Rule; readonly path: string }) {
  const { t } = useLingui()
  const say = useSay()
  const [, go] = useLocation()
  const opening = useCommand('openPairingPlan')
  const mayArrange = useHolds('dispatcher', 'regionAdmin')
  const { each, total, what, areas } = rule
  const isOfUnits = what === 'units'
  const unit = say(PAIRED[what])
  const [every, setEvery] = useState<ContactEvery>()
  async function open() {
    const answer = await opening.send({
      body: { id: newKey(), rule: rule.key, path, ...(every ? { every } : {}) },
    })
    if (answer) go(pairingPlan.url({ id: answer.id }))
  }
  return (
    <Panel title={say(rule.name)}>
      <p>
        {isOfUnits ? (
          <Trans>
            要结对的 {total.wanted} {unit}；{total.takers} 处可以结对，每处 {each.least}–{each.most} {unit}
            ，一共 {total.least}–{total.most} {unit}。现在已结对 {total.paired} {unit}。
          </Trans>
        ) : (
          <Trans>
            要结对的 {total.wanted} {unit}；{total.takers} 个来结对，每个联系 {each.least}–{each.most} {unit}
            ，一共联系得了 {total.least}–{total.most} {unit}。现在已结对 {total.paired} {unit}。
          </Trans>
        )}
      </p>
      {total.short > 0 && (
        <Alert
          type="warning"
          showIcon
          title={
            isOfUnits ? (
              <Trans>
                按这个规定排不下：就算每处都结对满 {each.most} {unit}，还有 {total.short} {unit}没有排下。
              </Trans>
            ) : (
              <Trans>
                按这个规定不够分：就算每个都联系满 {each.most} {unit}，还有 {total.short} {unit}没有人联系。
              </Trans>
            )
          }
        />
      )}
      {total.idle > 0 && (
        <Alert
          type="info"
          showIcon
          title={
            isOfUnits ? (
              <Trans>
                按这个规定排不满：每处都结对 {each.least} {unit}，还少 {total.idle} {unit}。
              </Trans>
            ) : (
              <Trans>
                按这个规定分不满：每个都联系 {each.least} {unit}，还少 {total.idle} {unit}。
              </Trans>
            )
          }
        />
      )}
      <WideTable<Area>
        aria-label={t`各社区够不够分`}
        rowKey={({ path }) => path}
        dataSource={[...areas]}
        columns={[
          { title: t`社区`, key: 'name', dataIndex: 'name' },
          // Units lie nowhere: no community has some that are its own.
          ...(isOfUnits ? [] : [figure(t`要结对的`, 'wanted')]),
          figure(isOfUnits ? t`可以结对的处数` : t`来结对的`, 'takers'),
          figure(isOfUnits ? t`最多结对` : t`最多联系得了`, 'most'),
          ...(isOfUnits ? [] : [figure(t`不够的`, 'short')]),
          figure(t`已结对`, 'paired'),
        ]}
      />
      <ErrorSummary failure={opening.failure} />
      {mayArrange && isOfUnits && path !== '/' && (
        <p>
          <Trans>单位不属于哪一个社区，要全区域一起安排。</Trans>{' '}
          <Link href={pairingsUrl('/')}>
            <Trans>看全区域的结对</Trans>
          </Link>
        </p>
      )}
      {mayArrange && !(isOfUnits && path !== '/') && (
        <>
          {!isOfUnits && (
            <SelectField
              field={`every-${rule.key}`}
              label={<Trans>答应多久联系一次</Trans>}
              hint={<Trans>双方都看得到。做得到再写；不统计谁联系了几次。</Trans>}
              optional
              options={EVERY.map((value) => ({ value, label: say(CONTACT_EVERY[value]) }))}
              value={every}
              onChange={(value) => setEvery(EVERY.find((one) => one === value))}
            />
          )}
          <Button onClick={() => void open()} loading={opening.sending}>
            <Trans>安排一份方案</Trans>
          </Button>
        </>
      )}
    </Panel>
  )
}

function Plans({ path }: { readonly path: string }) {
  const { t, i18n } = useLingui()
  const say = useSay()
  const list = usePage('listPairingPlans', { query: { path } })
  return (
    <Panel title={<Trans>做过的方案</Trans>}>
      <DataTable<Plan>
        caption={t`做过的方案`}
        rowKey={({ id }) => id}
        pages={list}
        empty={<EmptyState title={<Trans>这里还没有做过方案</Trans>} />}
        columns={[
          {
            title: t`时间`,
            key: 'at',
            render: (_, { id, openedAt }) => (
              <Link href={pairingPlan.url({ id })}>{new Date(openedAt).toLocaleString(i18n.locale)}</Link>
            ),
          },
          { title: t`规定`, key: 'rule', render: (_, { ruleName }) => say(ruleName) },
          { title: t`状态`, key: 'state', render: (_, { state }) => say(PLAN_STATES[state]) },
        ]}
      />
    </Panel>
  )
}
