import { Trans, useLingui } from '@lingui/react/macro'
import {
  CARD_PURPOSES,
  FAMILY_TIES,
  OPENING_REASONS,
  type OpeningReason,
  TENURES,
} from '@linli/contract/cards/words'
import { CONTACT_EVERY } from '@linli/contract/people/pairingWords'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { SelectField } from '../../../../kit/desk/fields.tsx'
import { DeskPage, EmptyState, ErrorSummary, Panel } from '../../../../kit/desk/index.ts'
import { optionsOf } from '../../../../kit/desk/optionsOf.ts'
import { Saved } from '../../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../../kit/language.ts'
import type { PageProps } from '../../../../kit/route.ts'
import { desk } from '../../../../kit/routes.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { newCare } from '../../../care/desk/addresses.ts'
import { bindDevice } from '../../../devices/desk/addresses.ts'
import type { householdCard } from '../addresses.ts'
import { ChangeCardDialog } from './ChangeCardDialog.tsx'
import { MembersDialog } from './MembersDialog.tsx'
import type { OpenedCard } from './openedCard.ts'
import { TagsPanel } from './TagsPanel.tsx'

const isReason = (value: string | undefined): value is OpeningReason =>
  value !== undefined && Object.hasOwn(OPENING_REASONS, value)

/** 住户卡: opened with a reason the household reads; what needs separate consent stands behind a press of its own. */
export default function HouseholdCardPage({ params }: PageProps<typeof householdCard>) {
  const { t } = useLingui()
  const say = useSay()
  const [reason, setReason] = useState<OpeningReason>()
  const [checked, setChecked] = useState(false)
  const [card, setCard] = useState<OpenedCard>()
  const opening = useCommand('openCard')
  async function open() {
    setChecked(true)
    if (!reason) return
    const opened = await opening.send({ params: { id: params.id }, body: { reason } })
    if (opened) setCard(opened)
  }
  const missing = checked && !reason ? t`请选择为什么打开` : undefined
  return (
    <DeskPage
      title={card ? `${card.areaName} ${card.room}` : t`住户卡`}
      back={{ href: desk.places.url(), label: <Trans>辖区</Trans> }}
      lead={<Trans>每次打开都留记录，住户在手机上看得到是哪个岗位、为什么打开。</Trans>}
    >
      <ErrorSummary
        errors={missing ? [{ field: 'reason', message: missing }] : []}
        failure={opening.failure}
      />
      {card && reason ? (
        <Card card={card} reason={reason} onChanged={open} />
      ) : (
        <Panel title={<Trans>打开住户卡</Trans>}>
          <SelectField
            field="reason"
            label={<Trans>为什么打开</Trans>}
            options={optionsOf(OPENING_REASONS, say)}
            error={missing}
            value={reason}
            onChange={(value) => setReason(isReason(value) ? value : undefined)}
          />
          <Button type="primary" loading={opening.sending} onClick={() => void open()}>
            <Trans>打开</Trans>
          </Button>
        </Panel>
      )}
    </DeskPage>
  )
}

type CardProps = {
  readonly card: OpenedCard
  readonly reason: OpeningReason
  readonly onChanged: () => Promise<void>
}

function Card({ card, reason, onChanged }: CardProps) {
  const [editing, setEditing] = useState<'card' | 'members'>()
  const [saved, setSaved] = useState(false)
  async function done() {
    setEditing(undefined)
    setSaved(true)
    await onChanged()
  }
  return (
    <>
      <Saved>{saved && <Trans>已保存</Trans>}</Saved>
      <Facts card={card} onEdit={() => setEditing('card')} />
      <Members card={card} onEdit={() => setEditing('members')} />
      <p>
        <Link href={newCare.url({ household: card.householdId })}>
          <Trans>为这一户的人安排关爱</Trans>
        </Link>{' '}
        <Link href={bindDevice.url({ household: card.householdId })}>
          <Trans>装一键通</Trans>
        </Link>
      </p>
      {card.mayOpenTags && <TagsPanel card={card} reason={reason} onChanged={onChanged} />}
      {editing === 'card' && (
        <ChangeCardDialog
          card={card}
          onClose={() => setEditing(undefined)}
          onDone={() => void done()}
          onConflict={() => void onChanged()}
        />
      )}
      {editing === 'members' && (
        <MembersDialog
          card={card}
          onClose={() => setEditing(undefined)}
          onDone={() => void done()}
          onConflict={() => void onChanged()}
        />
      )}
    </>
  )
}

type PartProps = { readonly card: OpenedCard; readonly onEdit: () => void }

function Facts({ card, onEdit }: PartProps) {
  const { t } = useLingui()
  const say = useSay()
  const until = card.visiting?.until
  return (
    <Panel title={<Trans>基本情况</Trans>}>
      <dl className="desk-facts">
        <div>
          <dt>
            <Trans>为什么留这张卡</Trans>
          </dt>
          <dd>{card.purpose ? say(CARD_PURPOSES[card.purpose]) : t`还没有写`}</dd>
        </div>
        <div>
          <dt>
            <Trans>住房</Trans>
          </dt>
          <dd>{card.tenure ? say(TENURES[card.tenure]) : t`还没有写`}</dd>
        </div>
        <div>
          <dt>
            <Trans>上门须知</Trans>
          </dt>
          <dd>
            {card.visiting ? t`${card.visiting.text}（本人同意到 ${until}）` : t`没有，写之前先征求同意`}
          </dd>
        </div>
        {card.contacts.map(({ ruleName, name, fromOn, every }) => (
          <div key={`${name} ${fromOn}`}>
            <dt>{say(ruleName)}</dt>
            <dd>
              {name}
              {every && <>，{say(CONTACT_EVERY[every])}</>}，<Trans>从 {fromOn} 起</Trans>
            </dd>
          </div>
        ))}
        {card.keptUntil && (
          <div>
            <dt>
              <Trans>没人更新就删掉</Trans>
            </dt>
            <dd>{say(momentWords(card.keptUntil))}</dd>
          </div>
        )}
      </dl>
      {card.mayChange && (
        <Button onClick={onEdit}>
          <Trans>修改</Trans>
        </Button>
      )}
    </Panel>
  )
}

function Members({ card, onEdit }: PartProps) {
  const { t } = useLingui()
  const say = useSay()
  const nameOf = (id: string | null) => card.members.find(({ personId }) => personId === id)?.name ?? ''
  if (card.members.length === 0)
    return (
      <Panel title={<Trans>家庭成员</Trans>}>
        <EmptyState title={<Trans>这一户还没有登记人</Trans>} />
      </Panel>
    )
  return (
    <Panel title={<Trans>家庭成员</Trans>}>
      <WideTable
        aria-label={t`家庭成员`}
        rowKey={({ personId }) => personId}
        dataSource={[...card.members]}
        columns={[
          { title: t`姓名`, key: 'name', dataIndex: 'name' },
          { title: t`关系`, key: 'tie', render: (_, { tie }) => (tie ? say(FAMILY_TIES[tie]) : t`还没有写`) },
          { title: t`电话`, key: 'phone', render: (_, { phone }) => phone ?? '' },
          {
            title: t`监护人`,
            key: 'guardian',
            render: (_, { guardianId, minorUntil }) =>
              minorUntil ? t`${nameOf(guardianId)}，到 ${minorUntil}` : '',
          },
        ]}
      />
      {card.mayChange && (
        <Button onClick={onEdit}>
          <Trans>写明关系和监护人</Trans>
        </Button>
      )}
    </Panel>
  )
}
