import { Trans, useLingui } from '@lingui/react/macro'
import { CARD_STATES, CHECK_IN_KINDS, CHECK_IN_STATES, LETTER_STATES } from '@linli/contract/partners/words'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable, DeskPage, EmptyState, Panel, usePage } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { ErrorSummary } from '../../../kit/shared/ErrorSummary.tsx'
import { useCommand } from '../../../kit/useCommand.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { DrawCardDialog, DrawReportDialog } from './DrawCardDialog.tsx'
import { OfficeReports } from './Reports.tsx'

type CheckIn = Answer<'listCheckIns'>['items'][number]
type Card = Answer<'listCards'>['items'][number]

/** 双报到: who reports to one's communities, and the feedback cards on their way. */
export default function CheckInsPage() {
  const { t } = useLingui()
  const list = usePage('listCheckIns', { query: {} }, ['partners.'])
  const cards = usePage('listCards', { query: {} }, ['partners.'])
  const [deciding, setDeciding] = useState<CheckIn>()
  const [drawing, setDrawing] = useState<CheckIn>()
  const [done, setDone] = useState<string>()
  const settled = (words: string) => {
    setDeciding(undefined)
    setDrawing(undefined)
    setDone(words)
    list.retry()
    cards.retry()
  }
  return (
    <DeskPage
      title={t`双报到`}
      lead={<Trans>单位和党员来社区报到，在这里接收。反馈卡只记事实，本人先看，同意了才送所在单位。</Trans>}
    >
      <Saved>{done}</Saved>
      <CheckIns pages={list} onDecide={setDeciding} onDraw={setDrawing} />
      <Panel title={<Trans>反馈卡</Trans>}>
        <Cards pages={cards} onSent={() => settled(t`已送交所在单位`)} />
      </Panel>
      <OfficeReports />
      {deciding && (
        <DecideDialog
          checkIn={deciding}
          onDone={() => settled(t`已办好，会告诉报到的人`)}
          onClose={() => setDeciding(undefined)}
        />
      )}
      {drawing?.kind === 'unit' && (
        <DrawReportDialog
          checkIn={drawing}
          onDone={() => settled(t`已请单位先看`)}
          onClose={() => setDrawing(undefined)}
        />
      )}
      {drawing?.kind === 'member' && (
        <DrawCardDialog
          checkIn={drawing}
          onDone={() => settled(t`已请本人先看`)}
          onClose={() => setDrawing(undefined)}
        />
      )}
    </DeskPage>
  )
}

type CheckInsProps = {
  readonly pages: ReturnType<typeof usePage<'listCheckIns'>>
  readonly onDecide: (checkIn: CheckIn) => void
  readonly onDraw: (checkIn: CheckIn) => void
}

function CheckIns({ pages, onDecide, onDraw }: CheckInsProps) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <DataTable<CheckIn>
      caption={t`来报到的单位和党员`}
      rowKey={({ id }) => id}
      pages={pages}
      empty={
        <EmptyState title={<Trans>还没有人来报到。党员在手机“我的报到”里报到，单位由联络员报到。</Trans>} />
      }
      columns={[
        { title: t`谁`, key: 'kind', render: (_, { kind }) => say(CHECK_IN_KINDS[kind]) },
        { title: t`单位`, key: 'unit', render: (_, { unitName }) => say(unitName) },
        { title: t`姓名`, key: 'name', dataIndex: 'name' },
        { title: t`社区`, key: 'area', dataIndex: 'areaName' },
        {
          title: t`技能和资源`,
          key: 'brings',
          render: (_, { skills, choices, brings }) =>
            [...skills, ...choices]
              .map(say)
              .concat(brings ?? [])
              .join(t`、`),
        },
        {
          title: t`介绍信`,
          key: 'letter',
          render: (_, { kind, letter }) =>
            letter
              ? `${letter.number} ${say(LETTER_STATES[letter.state])}`
              : kind === 'member'
                ? t`还没有`
                : '',
        },
        { title: t`状态`, key: 'state', render: (_, { state }) => say(CHECK_IN_STATES[state]) },
        {
          title: t`办理`,
          key: 'steps',
          render: (_, checkIn) => (
            <>
              {checkIn.state === 'asked' && (
                <Button onClick={() => onDecide(checkIn)}>
                  <Trans>接收或不接收</Trans>
                </Button>
              )}
              {checkIn.state === 'accepted' && (
                <Button onClick={() => onDraw(checkIn)}>
                  {checkIn.kind === 'member' ? <Trans>填反馈卡</Trans> : <Trans>填服务报告</Trans>}
                </Button>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

type CardsProps = {
  readonly pages: ReturnType<typeof usePage<'listCards'>>
  readonly onSent: () => void
}

function Cards({ pages, onSent }: CardsProps) {
  const { t } = useLingui()
  const say = useSay()
  const { send, sending, failure } = useCommand('sendCard')
  async function sendOff({ id, version }: Card) {
    if (await send({ params: { id }, body: { version } })) onSent()
  }
  return (
    <>
      <ErrorSummary failure={failure} />
      <DataTable<Card>
        caption={t`反馈卡`}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>还没有反馈卡。</Trans>} />}
        columns={[
          {
            title: t`编号`,
            key: 'number',
            render: (_, { number, fromOn, toOn }) => (
              <>
                <div>{number}</div>
                <div>
                  {fromOn} – {toOn}
                </div>
              </>
            ),
          },
          {
            title: t`姓名`,
            key: 'name',
            render: (_, { name, unitName }) => (
              <>
                <div>{name}</div>
                <div>{say(unitName)}</div>
              </>
            ),
          },
          {
            title: t`事实`,
            key: 'facts',
            render: (_, { facts: { orders, duties, dutyMinutes, helps } }) => (
              <Trans>
                单 {orders} 张，值班 {duties} 班 {dutyMinutes} 分钟，活动帮忙 {helps} 次
              </Trans>
            ),
          },
          { title: t`本人的话`, key: 'answer', dataIndex: 'answer' },
          { title: t`状态`, key: 'state', render: (_, { state }) => say(CARD_STATES[state]) },
          {
            title: t`办理`,
            key: 'steps',
            render: (_, card) =>
              card.state === 'agreed' && (
                <Button type="primary" loading={sending} onClick={() => void sendOff(card)}>
                  <Trans>送交所在单位</Trans>
                </Button>
              ),
          },
        ]}
      />
    </>
  )
}
