import { Trans, useLingui } from '@lingui/react/macro'
import { CHECK_IN_STATES, LETTER_STATES } from '@linli/contract/partners/words'
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress } from '../../../kit/api.ts'
import { DataTable, DeskPage, DownloadButton, EmptyState, Panel, usePage } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { ErrorSummary } from '../../../kit/shared/ErrorSummary.tsx'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { UnitReports } from './Reports.tsx'
import { UnitReportDialog } from './UnitReportDialog.tsx'
import { UnitLists, UnitMenu } from './UnitSharing.tsx'
import { UnitWaiting } from './UnitWaiting.tsx'

type CheckIn = Answer<'unitCheckIns'>['items'][number]
type Card = Answer<'unitCards'>['items'][number]

/** 本单位报到, for its liaison: where the unit reports, letters for its members, and the cards it received. */
export default function MyUnitPage() {
  const { t } = useLingui()
  const say = useSay()
  const units = usePage('unitCheckIns', { query: { kind: 'unit' } }, ['partners.'])
  const [reporting, setReporting] = useState(false)
  const [done, setDone] = useState<string>()
  return (
    <DeskPage
      title={t`本单位报到`}
      lead={<Trans>给到社区报到的党员开介绍信；反馈卡是本人看过、同意送来的，只记事实。</Trans>}
      actions={
        <Button type="primary" onClick={() => setReporting(true)}>
          <Trans>单位报到</Trans>
        </Button>
      }
    >
      <Saved>{done}</Saved>
      <UnitWaiting />
      <Panel title={<Trans>单位在哪些社区报到</Trans>}>
        <DataTable<CheckIn>
          caption={t`单位报到`}
          rowKey={({ id }) => id}
          pages={units}
          empty={<EmptyState title={<Trans>单位还没有到社区报到。</Trans>} />}
          columns={[
            { title: t`单位`, key: 'unit', render: (_, { unitName }) => say(unitName) },
            { title: t`社区`, key: 'area', dataIndex: 'areaName' },
            { title: t`带来的资源`, key: 'brings', dataIndex: 'brings' },
            { title: t`状态`, key: 'state', render: (_, { state }) => say(CHECK_IN_STATES[state]) },
            { title: t`社区的话`, key: 'words', dataIndex: 'words' },
          ]}
        />
      </Panel>
      <div id="reports">
        <UnitReports />
      </div>
      <div id="lists">
        <UnitLists />
      </div>
      <UnitMenu />
      <div id="members">
        <Members />
      </div>
      <Received />
      {reporting && (
        <UnitReportDialog
          onDone={() => {
            setReporting(false)
            setDone(t`已报到，等社区接收`)
            units.retry()
          }}
          onClose={() => setReporting(false)}
        />
      )}
    </DeskPage>
  )
}

function Members() {
  const { t } = useLingui()
  const say = useSay()
  const pages = usePage('unitCheckIns', { query: { kind: 'member' } }, ['partners.'])
  const issuing = useCommand('issueLetter')
  const revoking = useCommand('revokeLetter')
  async function issue(id: string) {
    if (await issuing.send({ params: { id } })) pages.retry()
  }
  async function revoke(id: string) {
    if (await revoking.send({ params: { id } })) pages.retry()
  }
  return (
    <Panel title={<Trans>本单位报到的党员</Trans>}>
      <ErrorSummary failure={issuing.failure ?? revoking.failure} />
      <Fills operation="issueLetter" />
      <DataTable<CheckIn>
        caption={t`本单位报到的党员`}
        rowKey={({ id }) => id}
        pages={pages}
        empty={
          <EmptyState title={<Trans>还没有党员报到。党员在手机“我的报到”里选本单位后会出现在这里。</Trans>} />
        }
        columns={[
          { title: t`姓名`, key: 'name', dataIndex: 'name' },
          { title: t`社区`, key: 'area', dataIndex: 'areaName' },
          { title: t`状态`, key: 'state', render: (_, { state }) => say(CHECK_IN_STATES[state]) },
          {
            title: t`介绍信`,
            key: 'letter',
            render: (_, { letter }) => letter && `${letter.number} ${say(LETTER_STATES[letter.state])}`,
          },
          {
            title: t`办理`,
            key: 'steps',
            render: (_, { id, state, letter }) => {
              const stands = state === 'asked' || state === 'accepted'
              if (letter?.state === 'valid')
                return (
                  <div className="desk-actions">
                    <DownloadButton
                      address={fileAddress('letterFile', {
                        params: { id: letter.id },
                        query: { form: 'docx' },
                      })}
                      name={`${letter.number}.docx`}
                      otherwise={t`现在下载不了，请稍后再试`}
                    >
                      Word
                    </DownloadButton>
                    <DownloadButton
                      address={fileAddress('letterFile', {
                        params: { id: letter.id },
                        query: { form: 'pdf' },
                      })}
                      name={`${letter.number}.pdf`}
                      otherwise={t`现在下载不了，请稍后再试`}
                    >
                      PDF
                    </DownloadButton>
                    <Button danger loading={revoking.sending} onClick={() => void revoke(letter.id)}>
                      <Trans>作废</Trans>
                    </Button>
                  </div>
                )
              // An expired letter stands until it is revoked; then another may be issued.
              if (stands && letter?.state === 'expired')
                return (
                  <Button loading={revoking.sending} onClick={() => void revoke(letter.id)}>
                    <Trans>作废过期的</Trans>
                  </Button>
                )
              return (
                stands && (
                  <Button type="primary" loading={issuing.sending} onClick={() => void issue(id)}>
                    <Trans>开具介绍信</Trans>
                  </Button>
                )
              )
            },
          },
        ]}
      />
    </Panel>
  )
}

function Received() {
  const { t } = useLingui()
  const pages = usePage('unitCards', { query: {} }, ['partners.'])
  return (
    <Panel title={<Trans>收到的反馈卡</Trans>}>
      <DataTable<Card>
        caption={t`收到的反馈卡`}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>还没有收到反馈卡。</Trans>} />}
        columns={[
          { title: t`编号`, key: 'number', dataIndex: 'number' },
          { title: t`姓名`, key: 'name', dataIndex: 'name' },
          { title: t`社区`, key: 'area', dataIndex: 'areaName' },
          { title: t`日期`, key: 'days', render: (_, { fromOn, toOn }) => `${fromOn} – ${toOn}` },
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
          {
            title: t`下载`,
            key: 'file',
            render: (_, { id, number }) => (
              <DownloadButton
                address={fileAddress('cardFile', { params: { id }, query: { form: 'docx' } })}
                name={`${number}.docx`}
                otherwise={t`现在下载不了，请稍后再试`}
              >
                Word
              </DownloadButton>
            ),
          },
        ]}
      />
    </Panel>
  )
}
