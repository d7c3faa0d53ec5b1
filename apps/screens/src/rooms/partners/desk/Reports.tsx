import { Trans, useLingui } from '@lingui/react/macro'
import { REPORT_STATES } from '@linli/contract/partners/words'
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { DataTable, DownloadButton, EmptyState, Panel, usePage } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { yuanWords } from '../yuan.ts'

type Report = Answer<'listReports'>['items'][number]

/** What a unit did, in words: counts, and nobody. */
function Facts({ facts }: { readonly facts: Report['facts'] }) {
  const { members, cards, orders, duties, dutyMinutes, helps, kept, paidFen } = facts
  return (
    <>
      <div>
        <Trans>
          报到党员 {members} 名，送交反馈卡 {cards} 张
        </Trans>
      </div>
      <div>
        <Trans>
          单 {orders} 张，值班 {duties} 班 {dutyMinutes} 分钟，活动帮忙 {helps} 次
        </Trans>
      </div>
      <div>
        <Trans>
          兑现承诺 {kept} 项，到位资金 {yuanWords(paidFen)} 元
        </Trans>
      </div>
    </>
  )
}

/** Which report it is: its number, whose or where, and its days. */
function Which({ report, at }: { readonly report: Report; readonly at: string }) {
  return (
    <>
      <div>{report.number}</div>
      <div>{at}</div>
      <div>
        {report.fromOn} – {report.toOn}
      </div>
    </>
  )
}

function Downloads({ report: { id, number } }: { readonly report: Report }) {
  const { t } = useLingui()
  const forms = [
    ['docx', 'Word'],
    ['pdf', 'PDF'],
  ] as const
  return forms.map(([form, word]) => (
    <DownloadButton
      key={form}
      address={fileAddress('reportFile', { params: { id }, query: { form } })}
      name={`${number}.${form}`}
      otherwise={t`现在下载不了，请稍后再试`}
    >
      {word}
    </DownloadButton>
  ))
}

/** 单位服务报告 of the community's units: to be taken away once the unit has answered. */
export function OfficeReports() {
  const { t } = useLingui()
  const say = useSay()
  const pages = usePage('listReports', { query: {} }, ['partners.'])
  return (
    <Panel title={<Trans>单位服务报告</Trans>}>
      <DataTable<Report>
        caption={t`单位服务报告`}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>还没有单位服务报告。单位报到被接收后，可以在上面填。</Trans>} />}
        columns={[
          {
            title: t`报告`,
            key: 'which',
            render: (_, report) => <Which report={report} at={say(report.unitName)} />,
          },
          { title: t`事实`, key: 'facts', render: (_, { facts }) => <Facts facts={facts} /> },
          { title: t`单位的话`, key: 'answer', dataIndex: 'answer' },
          {
            title: t`办理`,
            key: 'file',
            render: (_, report) =>
              report.state === 'drawn' ? (
                say(REPORT_STATES.drawn)
              ) : (
                <div className="desk-actions">
                  <Downloads report={report} />
                </div>
              ),
          },
        ]}
      />
    </Panel>
  )
}

/** 本单位的服务报告: seen first, answered, and taken away. */
export function UnitReports() {
  const { t } = useLingui()
  const pages = usePage('unitReports', { query: {} }, ['partners.'])
  const [answering, setAnswering] = useState<Report>()
  return (
    <Panel title={<Trans>本单位的服务报告</Trans>}>
      <DataTable<Report>
        caption={t`本单位的服务报告`}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>社区还没有填本单位的服务报告。</Trans>} />}
        columns={[
          {
            title: t`报告`,
            key: 'which',
            render: (_, report) => <Which report={report} at={report.areaName} />,
          },
          { title: t`事实`, key: 'facts', render: (_, { facts }) => <Facts facts={facts} /> },
          { title: t`单位的话`, key: 'answer', dataIndex: 'answer' },
          {
            title: t`办理`,
            key: 'steps',
            render: (_, report) => (
              <div className="desk-actions">
                <Button
                  type={report.state === 'drawn' ? 'primary' : 'default'}
                  onClick={() => setAnswering(report)}
                >
                  {report.state === 'drawn' ? <Trans>看过，答复</Trans> : <Trans>改答复</Trans>}
                </Button>
                <Downloads report={report} />
              </div>
            ),
          },
        ]}
      />
      {answering && (
        <AnswerDialog
          report={answering}
          onDone={() => {
            setAnswering(undefined)
            pages.retry()
          }}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </Panel>
  )
}

type AnswerDialogProps = {
  readonly report: Report
  readonly onDone: () => void
  readonly onClose: () => void
}

function AnswerDialog({ report, onDone, onClose }: AnswerDialogProps) {
  const { t } = useLingui()
  const [words, setWords] = useState(report.answer ?? '')
  const { send, sending, failure } = useCommand('answerReport')
  async function answer() {
    const body = { version: report.version, ...(words.trim() ? { words: words.trim() } : {}) }
    if (await send({ params: { id: report.id }, body })) onDone()
  }
  return (
    <FormDialog
      title={t`答复服务报告`}
      ok={t`答复社区`}
      failure={failure}
      busy={sending}
      onSubmit={() => void answer()}
      onClose={onClose}
    >
      <p>
        {report.number} {report.fromOn} – {report.toOn}
      </p>
      <Facts facts={report.facts} />
      <Fills operation="answerReport" />
      <InputField
        field="words"
        label={<Trans>单位的话</Trans>}
        hint={<Trans>有不对的、想补充的写在这里，会印在报告上</Trans>}
        optional
        maxLength={1000}
        value={words}
        onChange={setWords}
      />
    </FormDialog>
  )
}
