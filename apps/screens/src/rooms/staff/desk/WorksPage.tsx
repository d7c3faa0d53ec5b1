import { Trans, useLingui } from '@lingui/react/macro'
import { AGREEMENT_STATES } from '@linli/contract/staff/words'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { DeskField, DeskPage, ReadView, useRead } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { work } from './addresses.ts'
import { MentorsPanel } from './MentorsPanel.tsx'

type List = Answer<'listWork'>

/** 商定工作: what one agreed on as lead, appeals to be answered, mentors. */
export default function WorksPage() {
  const { t } = useLingui()
  const say = useSay()
  const read = useRead('listWork', {}, ['staff.'])
  const [proposing, setProposing] = useState(false)
  return (
    <DeskPage
      title={t`商定工作`}
      lead={
        <Trans>
          先和本人商定要做到什么，再看事实。结果是话，不打分、不排名；本人可以申诉，由另一位答复。
        </Trans>
      }
      actions={
        <Button type="primary" onClick={() => setProposing(true)}>
          <Trans>提出工作结果</Trans>
        </Button>
      }
    >
      <ReadView read={read}>
        {(list) => (
          <>
            <WideTable<List['items'][number]>
              aria-label={t`商定的工作`}
              dataSource={[...list.items]}
              rowKey="id"
              pagination={false}
              locale={{ emptyText: t`还没有商定的工作` }}
              columns={[
                {
                  title: t`和谁`,
                  key: 'worker',
                  render: (_, { id, worker }) => <Link href={work.url({ id })}>{worker}</Link>,
                },
                { title: t`地点`, key: 'area', dataIndex: 'areaName' },
                { title: t`日期`, key: 'days', render: (_, { from, to }) => `${from} – ${to}` },
                { title: t`状态`, key: 'state', render: (_, { state }) => say(AGREEMENT_STATES[state]) },
                { title: t`申诉答复期限`, key: 'by', dataIndex: 'answerBy' },
              ]}
            />
            <MentorsPanel workers={list.workers} />
            {proposing && (
              <ProposeDialog
                list={list}
                onDone={() => {
                  setProposing(false)
                  void read.refetch()
                }}
                onClose={() => setProposing(false)}
              />
            )}
          </>
        )}
      </ReadView>
    </DeskPage>
  )
}

const dayOf = (ahead: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)
type Item = { name: string; doneWhen: string; fact: List['results'][number]['fact'] }
type ProposeDialogProps = { readonly list: List; readonly onDone: () => void; readonly onClose: () => void }

function ProposeDialog({ list, onDone, onClose }: ProposeDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const [workerId, setWorkerId] = useState<string>()
  const [from, setFrom] = useState(dayOf(0))
  const [to, setTo] = useState(dayOf(90))
  const [items, setItems] = useState<readonly Item[]>(() =>
    list.results.map(({ name, doneWhen, fact }) => ({ name: say(name), doneWhen: say(doneWhen), fact })),
  )
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('proposeWork')
  const whole = items.filter(({ name, doneWhen }) => name.trim() && doneWhen.trim())
  const errors = tried
    ? [
        ...(workerId ? [] : [{ field: 'workerId', message: t`请选和谁商定` }]),
        ...(whole.length > 0 ? [] : [{ field: 'name0', message: t`请至少写一项结果和怎样算做到` }]),
      ]
    : []
  const change = (at: number, some: Partial<Item>) =>
    setItems(items.map((item, one) => (one === at ? { ...item, ...some } : item)))
  async function propose() {
    setTried(true)
    if (!workerId || whole.length === 0) return
    const body = {
      id,
      workerId,
      from,
      to,
      items: whole.map(({ name, doneWhen, fact }) => ({
        name: name.trim(),
        doneWhen: doneWhen.trim(),
        ...(fact ? { fact } : {}),
      })),
    }
    if (await send({ body })) onDone()
  }
  return (
    <FormDialog
      title={t`提出工作结果`}
      ok={t`请本人商定`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void propose()}
      onClose={onClose}
    >
      <SelectField
        field="workerId"
        label={<Trans>和谁商定</Trans>}
        options={list.workers.map((one) => ({
          value: one.personId,
          label: `${one.name} ${say(one.post)} ${one.areaName}`,
        }))}
        error={errorOf(errors, 'workerId')}
        value={workerId}
        onChange={setWorkerId}
      />
      <InputField field="from" type="date" label={<Trans>从哪天</Trans>} value={from} onChange={setFrom} />
      <InputField field="to" type="date" label={<Trans>到哪天</Trans>} value={to} onChange={setTo} />
      {items.map((item, at) => (
        <div key={at} className="desk-form">
          <InputField
            field={`name${at}`}
            label={<Trans>第 {at + 1} 项结果</Trans>}
            optional
            maxLength={80}
            error={errorOf(errors, `name${at}`)}
            value={item.name}
            onChange={(name) => change(at, { name })}
          />
          <DeskField
            field={`done${at}`}
            label={<Trans>怎样算做到</Trans>}
            hint={undefined}
            error={undefined}
            optional
          >
            {(control) => (
              <Input.TextArea
                {...control}
                rows={2}
                maxLength={400}
                value={item.doneWhen}
                onChange={(event) => change(at, { doneWhen: event.target.value })}
              />
            )}
          </DeskField>
        </div>
      ))}
      {items.length < 12 && (
        <Button onClick={() => setItems([...items, { name: '', doneWhen: '', fact: null }])}>
          <Trans>再加一项</Trans>
        </Button>
      )}
    </FormDialog>
  )
}
