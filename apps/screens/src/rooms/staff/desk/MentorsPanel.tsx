import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

type Workers = Answer<'listWork'>['workers']
type Pair = Answer<'listMentorPairs'>['items'][number]

/** 师带徒: the pairs of one's area; a new one begins when both have said yes. */
export function MentorsPanel({ workers }: { readonly workers: Workers }) {
  const { t } = useLingui()
  const read = useRead('listMentorPairs', {}, ['staff.'])
  const [pairing, setPairing] = useState(false)
  const ending = useCommand('endMentorPair')
  async function end(id: string) {
    if (await ending.send({ params: { id }, body: {} })) void read.refetch()
  }
  return (
    <Panel title={<Trans>师带徒</Trans>}>
      <ReadView read={read}>
        {({ items }) => (
          <WideTable<Pair>
            aria-label={t`师带徒`}
            dataSource={[...items]}
            rowKey="id"
            pagination={false}
            locale={{ emptyText: t`还没有师徒` }}
            columns={[
              { title: t`师傅`, key: 'mentor', dataIndex: 'mentor' },
              { title: t`徒弟`, key: 'learner', dataIndex: 'learner' },
              { title: t`学什么`, key: 'subject', dataIndex: 'subject' },
              { title: t`到哪天`, key: 'until', dataIndex: 'until' },
              {
                title: t`答复`,
                key: 'agreed',
                render: (_, { isAgreed }) => (isAgreed ? <Trans>都答应了</Trans> : <Trans>等答复</Trans>),
              },
              {
                title: t`办理`,
                key: 'end',
                render: (_, { id }) => (
                  <Button loading={ending.sending} onClick={() => void end(id)}>
                    <Trans>结束</Trans>
                  </Button>
                ),
              },
            ]}
          />
        )}
      </ReadView>
      <Button onClick={() => setPairing(true)}>
        <Trans>结成师徒</Trans>
      </Button>
      {pairing && (
        <PairDialog
          workers={workers}
          onDone={() => {
            setPairing(false)
            void read.refetch()
          }}
          onClose={() => setPairing(false)}
        />
      )}
    </Panel>
  )
}

const dayOf = (ahead: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)
type PairDialogProps = {
  readonly workers: Workers
  readonly onDone: () => void
  readonly onClose: () => void
}

function PairDialog({ workers, onDone, onClose }: PairDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const [mentorId, setMentor] = useState<string>()
  const [learnerId, setLearner] = useState<string>()
  const [subject, setSubject] = useState('')
  const [until, setUntil] = useState(dayOf(180))
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('pairMentor')
  const errors = tried
    ? [
        ...(mentorId ? [] : [{ field: 'mentorId', message: t`请选师傅` }]),
        ...(learnerId ? [] : [{ field: 'learnerId', message: t`请选徒弟` }]),
        ...(subject.trim() ? [] : [{ field: 'subject', message: t`请写学什么` }]),
      ]
    : []
  const options = workers.map((one) => ({
    value: one.personId,
    label: `${one.name} ${say(one.post)} ${one.areaName}`,
  }))
  async function pair() {
    setTried(true)
    if (!mentorId || !learnerId || !subject.trim()) return
    const body = { id, mentorId, learnerId, subject: subject.trim(), from: dayOf(0), until }
    if (await send({ body })) onDone()
  }
  return (
    <FormDialog
      title={t`结成师徒`}
      ok={t`请两人答复`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void pair()}
      onClose={onClose}
    >
      <SelectField
        field="mentorId"
        label={<Trans>师傅</Trans>}
        options={options}
        error={errorOf(errors, 'mentorId')}
        value={mentorId}
        onChange={setMentor}
      />
      <SelectField
        field="learnerId"
        label={<Trans>徒弟</Trans>}
        options={options.filter(({ value }) => value !== mentorId)}
        error={errorOf(errors, 'learnerId')}
        value={learnerId}
        onChange={setLearner}
      />
      <InputField
        field="subject"
        label={<Trans>学什么</Trans>}
        maxLength={200}
        error={errorOf(errors, 'subject')}
        value={subject}
        onChange={setSubject}
      />
      <InputField field="until" type="date" label={<Trans>到哪天</Trans>} value={until} onChange={setUntil} />
      <Fills operation="pairMentor" />
    </FormDialog>
  )
}
