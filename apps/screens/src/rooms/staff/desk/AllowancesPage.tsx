import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { fileAddress, newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { DeskPage, DownloadButton, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type Month = Answer<'allowanceMonth'>
type Row = Month['items'][number]
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** 补助: who had which in a month, for payment. Nothing is taken off here. */
export default function AllowancesPage() {
  const { t } = useLingui()
  const say = useSay()
  const [month, setMonth] = useState(today().slice(0, 7))
  const isMonth = /^20\d\d-(0[1-9]|1[0-2])$/.test(month)
  const read = useRead('allowanceMonth', isMonth ? { query: { month } } : undefined, ['staff.'])
  const [open, setOpen] = useState<'new' | Row>()
  const done = () => {
    setOpen(undefined)
    void read.refetch()
  }
  return (
    <DeskPage
      title={t`补助`}
      lead={<Trans>谁是哪一档、本月几天，照实列出，供发放核对。这里没有扣减。</Trans>}
      actions={
        <Button type="primary" onClick={() => setOpen('new')}>
          <Trans>定补助</Trans>
        </Button>
      }
    >
      <InputField
        field="month"
        type="month"
        label={<Trans>哪个月</Trans>}
        value={month}
        onChange={setMonth}
      />
      <ReadView read={read}>
        {({ categories, items }) => (
          <Panel>
            <WideTable<Row>
              aria-label={t`本月补助`}
              dataSource={[...items]}
              rowKey="id"
              pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
              locale={{ emptyText: t`这个月没有人享受补助` }}
              columns={[
                { title: t`姓名`, key: 'name', dataIndex: 'name' },
                { title: t`地点`, key: 'area', dataIndex: 'areaName' },
                { title: t`档次`, key: 'category', render: (_, { category }) => say(category) },
                { title: t`每月（元）`, key: 'fen', align: 'right', render: (_, { fen }) => fen / 100 },
                { title: t`本月天数`, key: 'days', align: 'right', dataIndex: 'days' },
                { title: t`从`, key: 'from', dataIndex: 'from' },
                {
                  title: t`到`,
                  key: 'to',
                  render: (_, row) =>
                    row.to ?? (
                      <Button onClick={() => setOpen(row)}>
                        <Trans>停</Trans>
                      </Button>
                    ),
                },
              ]}
            />
            <DownloadButton
              address={fileAddress('allowanceFile', { query: { month } })}
              name={`allowances-${month}.csv`}
              otherwise={t`没有导出成功，请再试一次`}
            >
              <Trans>导出本月补助表</Trans>
            </DownloadButton>
            {open === 'new' && (
              <SetDialog categories={categories} onDone={done} onClose={() => setOpen(undefined)} />
            )}
            {open !== undefined && open !== 'new' && (
              <EndDialog row={open} onDone={done} onClose={() => setOpen(undefined)} />
            )}
          </Panel>
        )}
      </ReadView>
    </DeskPage>
  )
}

type SetDialogProps = {
  readonly categories: Month['categories']
  readonly onDone: () => void
  readonly onClose: () => void
}

function SetDialog({ categories, onDone, onClose }: SetDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const list = useRead('listWork', {})
  const [id] = useState(newKey)
  const [personId, setPerson] = useState<string>()
  const [category, setCategory] = useState<string>()
  const [from, setFrom] = useState(today())
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('setAllowance')
  const errors = tried
    ? [
        ...(personId ? [] : [{ field: 'personId', message: t`请选谁` }]),
        ...(category ? [] : [{ field: 'category', message: t`请选哪一档` }]),
      ]
    : []
  async function set() {
    setTried(true)
    if (personId && category && (await send({ body: { id, personId, category, from } }))) onDone()
  }
  return (
    <FormDialog
      title={t`定补助`}
      ok={t`定下`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void set()}
      onClose={onClose}
    >
      <SelectField
        field="personId"
        label={<Trans>谁</Trans>}
        options={(list.data?.workers ?? []).map((one) => ({
          value: one.personId,
          label: `${one.name} ${say(one.post)} ${one.areaName}`,
        }))}
        error={errorOf(errors, 'personId')}
        value={personId}
        onChange={setPerson}
      />
      <SelectField
        field="category"
        label={<Trans>哪一档</Trans>}
        options={categories.map(({ key, name, fen }) => ({
          value: key,
          label: t`${say(name)}，每月 ${fen / 100} 元`,
        }))}
        error={errorOf(errors, 'category')}
        value={category}
        onChange={setCategory}
      />
      <InputField field="from" type="date" label={<Trans>从哪天</Trans>} value={from} onChange={setFrom} />
    </FormDialog>
  )
}

type EndDialogProps = { readonly row: Row; readonly onDone: () => void; readonly onClose: () => void }

function EndDialog({ row, onDone, onClose }: EndDialogProps) {
  const { t } = useLingui()
  const [to, setTo] = useState(today())
  const { send, sending, failure } = useCommand('endAllowance')
  async function end() {
    if (await send({ params: { id: row.id }, body: { to } })) onDone()
  }
  return (
    <FormDialog
      title={t`停补助：${row.name}`}
      ok={t`停`}
      danger
      failure={failure}
      busy={sending}
      onSubmit={() => void end()}
      onClose={onClose}
    >
      <InputField
        field="to"
        type="date"
        label={<Trans>到哪天为止</Trans>}
        hint={<Trans>离任或换档时用，日期写进表里</Trans>}
        value={to}
        onChange={setTo}
      />
    </FormDialog>
  )
}
