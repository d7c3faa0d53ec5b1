import { Trans, useLingui } from '@lingui/react/macro'
import { CARE_ENDINGS, CONTACT_OUTCOMES, STAFF_ENDINGS } from '@linli/contract/care/words'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { DeskPage, Panel, ReadView, StatusMark, useRead } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { desk } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { type carePlan, carePlans } from './addresses.ts'
import { type CareDraft, CareFields, useCareFaults } from './CareForm.tsx'

type Plan = Answer<'getCare'>
type DialogProps = { readonly plan: Plan; readonly onDone: () => void; readonly onClose: () => void }

/** One plan for those who answer for the household. */
export default function CarePlanPage({ params }: PageProps<typeof carePlan>) {
  const { t } = useLingui()
  const read = useRead('getCare', { params: { id: params.id } }, ['care.'])
  const [open, setOpen] = useState<'change' | 'end'>()
  const close = () => setOpen(undefined)
  const done = () => {
    close()
    void read.refetch()
  }
  return (
    <DeskPage title={t`关爱计划`} back={{ href: carePlans.url(), label: <Trans>关爱计划</Trans> }}>
      <ReadView read={read}>
        {(plan) => (
          <>
            <About plan={plan} onOpen={setOpen} />
            <Contacts plan={plan} />
            {open === 'change' && plan.change && (
              <ChangeDialog plan={plan} change={plan.change} onDone={done} onClose={close} />
            )}
            {open === 'end' && <EndDialog plan={plan} onDone={done} onClose={close} />}
          </>
        )}
      </ReadView>
    </DeskPage>
  )
}

function About({ plan, onOpen }: { readonly plan: Plan; readonly onOpen: (what: 'change' | 'end') => void }) {
  const { t } = useLingui()
  const say = useSay()
  const { name, areaName, room, carer, deputies, lines, from, until, endedAt, ending, isAgreed } = plan
  return (
    <Panel title={`${name} ${areaName} ${room}`}>
      <p>
        {endedAt && ending ? (
          <StatusMark tone="still" word={say(CARE_ENDINGS[ending])} />
        ) : isAgreed ? (
          <StatusMark tone="moving" word={t`已同意`} />
        ) : (
          <StatusMark tone="waiting" word={t`等本人或监护人答复`} />
        )}{' '}
        <Trans>
          由 {carer} 来，{from} 到 {until}
        </Trans>
        {deputies.length > 0 && (
          <>
            {' · '}
            <Trans>替班 {deputies.join('、')}</Trans>
          </>
        )}
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line.rhythm}>
            <Trans>
              {say(line.name)}，{say(momentWords(line.dueAt))} 前
            </Trans>{' '}
            {line.isMissed && <StatusMark tone="late" word={t`还没有`} />}{' '}
            {line.orderId && (
              <Link href={desk.order.url({ id: line.orderId })}>
                <Trans>自动点的单</Trans>
              </Link>
            )}
          </li>
        ))}
      </ul>
      <div className="desk-actions">
        {plan.change && (
          <Button onClick={() => onOpen('change')}>
            <Trans>改人或次数</Trans>
          </Button>
        )}
        {plan.mayEnd && (
          <Button onClick={() => onOpen('end')}>
            <Trans>结束</Trans>
          </Button>
        )}
      </div>
    </Panel>
  )
}

function Contacts({ plan }: { readonly plan: Plan }) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <Panel title={<Trans>联系记录</Trans>}>
      <WideTable<Plan['contacts'][number]>
        aria-label={t`联系记录`}
        dataSource={[...plan.contacts]}
        rowKey="id"
        pagination={false}
        locale={{ emptyText: t`还没有记录` }}
        columns={[
          { title: t`时间`, key: 'at', render: (_, { at }) => say(momentWords(at)) },
          { title: t`谁`, key: 'by', dataIndex: 'by' },
          { title: t`结果`, key: 'outcome', render: (_, { outcome }) => say(CONTACT_OUTCOMES[outcome]) },
          { title: t`哪一项`, key: 'rhythm', render: (_, { rhythm }) => say(rhythm) },
          { title: t`点了几张单`, key: 'orders', align: 'right', render: (_, { orders }) => orders.length },
        ]}
      />
    </Panel>
  )
}

function EndDialog({ plan, onDone, onClose }: DialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [ending, setEnding] = useState<keyof typeof STAFF_ENDINGS>('over')
  const { send, sending, failure } = useCommand('endCare')
  async function end() {
    if (await send({ params: { id: plan.id }, body: { ending } })) onDone()
  }
  return (
    <FormDialog
      title={t`结束关爱计划`}
      ok={t`结束`}
      danger
      failure={failure}
      busy={sending}
      onSubmit={() => void end()}
      onClose={onClose}
    >
      <SelectField
        field="ending"
        label={<Trans>为什么结束</Trans>}
        options={optionsOf(STAFF_ENDINGS, say)}
        value={ending}
        onChange={(value) => {
          if (value === 'asked' || value === 'over' || value === 'moved') setEnding(value)
        }}
      />
    </FormDialog>
  )
}

type ChangeDialogProps = DialogProps & { readonly change: NonNullable<Plan['change']> }

function ChangeDialog({ plan, change: from, onDone, onClose }: ChangeDialogProps) {
  const { t } = useLingui()
  const choices = useRead('careChoices', { query: { householdId: from.householdId } })
  const [draft, setDraft] = useState<CareDraft>({
    carerId: from.carerId,
    deputies: from.deputies,
    rhythms: plan.lines.map(({ rhythm }) => rhythm),
  })
  const [tried, setTried] = useState(false)
  const faultsOf = useCareFaults()
  const errors = tried ? faultsOf(draft) : []
  const { send, sending, failure } = useCommand('changeCare')
  async function change() {
    setTried(true)
    const { carerId, deputies, rhythms } = draft
    if (!carerId || rhythms.length === 0) return
    const body = { version: plan.version, carerId, deputies: [...deputies], rhythms: [...rhythms] }
    if (await send({ params: { id: plan.id }, body })) onDone()
  }
  return (
    <FormDialog
      title={t`改关爱计划`}
      ok={t`改好了`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <ReadView read={choices}>
        {(found) => (
          <CareFields
            choices={found}
            draft={draft}
            errors={errors}
            onChange={(some) => setDraft({ ...draft, ...some })}
          />
        )}
      </ReadView>
    </FormDialog>
  )
}
