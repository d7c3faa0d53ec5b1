import { Trans, useLingui } from '@lingui/react/macro'
import {
  CONSENT_KINDS,
  CONSENT_STATES,
  CONSENT_WAYS,
  type OpeningReason,
  REFERRAL_GROUNDS,
  REFERRAL_KINDS,
  REFERRAL_PLACES,
} from '@linli/contract/cards/words'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState, ErrorSummary, Panel, StatusMark } from '../../../../kit/desk/index.ts'
import { Saved } from '../../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { AskConsentDialog } from './AskConsentDialog.tsx'
import type { OpenedCard, OpenedTags } from './openedCard.ts'
import { ReferralDialog } from './ReferralDialog.tsx'
import { EndTagDialog, NotesDialog, SetTagDialog } from './TagDialogs.tsx'

type Consent = OpenedTags['consents'][number]
type Doing =
  | { readonly what: 'ask' }
  | { readonly what: 'refer' }
  | { readonly what: 'set' | 'notes'; readonly consent: Consent }
  | { readonly what: 'end'; readonly tag: OpenedTags['tags'][number] }
type PanelProps = {
  readonly card: OpenedCard
  readonly reason: OpeningReason
  readonly onChanged: () => Promise<void>
}

/** What needs separate consent: nothing of it is there before the press, and the press is on record. */
export function TagsPanel({ card, reason, onChanged }: PanelProps) {
  const { t } = useLingui()
  const opening = useCommand('openTags')
  const [shown, setShown] = useState<OpenedTags>()
  const [doing, setDoing] = useState<Doing>()
  const [saved, setSaved] = useState(false)
  async function open() {
    const tags = await opening.send({ params: { id: card.householdId }, body: { reason } })
    if (tags) setShown(tags)
  }
  async function done() {
    setDoing(undefined)
    setSaved(true)
    await open()
    await onChanged()
  }
  if (!shown)
    return (
      <Panel title={<Trans>单独同意的内容</Trans>}>
        <p>
          <Trans>独居、残疾、留守儿童等，只有本人单独同意才记。需要时再看，看一次记一次。</Trans>
        </p>
        <ErrorSummary failure={opening.failure} />
        <Button loading={opening.sending} onClick={() => void open()}>
          <Trans>查看，并留下记录</Trans>
        </Button>
      </Panel>
    )
  const close = () => setDoing(undefined)
  const finish = () => void done()
  return (
    <>
      <Saved>{saved && <Trans>已保存</Trans>}</Saved>
      <ErrorSummary failure={opening.failure} />
      <TagList tags={shown.tags} onEnd={(tag) => setDoing({ what: 'end', tag })} />
      <Panel title={<Trans>征求过的同意</Trans>}>
        <ConsentList
          consents={shown.consents}
          onUse={(consent) => setDoing({ what: consent.kind === 'visiting' ? 'notes' : 'set', consent })}
        />
        {card.members.length > 0 && (
          <Button onClick={() => setDoing({ what: 'ask' })}>
            <Trans>征求同意</Trans>
          </Button>
        )}
      </Panel>
      <Panel title={<Trans>转介和交接</Trans>}>
        <ReferralList referrals={shown.referrals} onClosed={finish} />
        {card.members.length > 0 && (
          <Button onClick={() => setDoing({ what: 'refer' })}>
            <Trans>记一次转介或交接</Trans>
          </Button>
        )}
      </Panel>
      {doing?.what === 'ask' && <AskConsentDialog card={card} onClose={close} onDone={finish} />}
      {doing?.what === 'refer' && <ReferralDialog card={card} onClose={close} onDone={finish} />}
      {doing?.what === 'set' && (
        <SetTagDialog
          household={card.householdId}
          consent={doing.consent}
          title={t`按同意记上`}
          onClose={close}
          onDone={finish}
        />
      )}
      {doing?.what === 'notes' && (
        <NotesDialog card={card} consent={doing.consent} onClose={close} onDone={finish} />
      )}
      {doing?.what === 'end' && <EndTagDialog tag={doing.tag} onClose={close} onDone={finish} />}
    </>
  )
}

type TagListProps = {
  readonly tags: OpenedTags['tags']
  readonly onEnd: (tag: OpenedTags['tags'][number]) => void
}

function TagList({ tags, onEnd }: TagListProps) {
  const { t } = useLingui()
  const say = useSay()
  return (
    <Panel title={<Trans>单独同意记下的情况</Trans>}>
      {tags.length === 0 ? (
        <EmptyState title={<Trans>这一户没有</Trans>} />
      ) : (
        <WideTable
          aria-label={t`单独同意记下的情况`}
          rowKey={({ id }) => id}
          dataSource={[...tags]}
          columns={[
            { title: t`谁`, key: 'who', dataIndex: 'personName' },
            { title: t`情况`, key: 'kind', render: (_, { kind }) => say(CONSENT_KINDS[kind]) },
            { title: t`上门时怎么帮`, key: 'help', render: (_, { help }) => help ?? '' },
            { title: t`为什么记`, key: 'why', dataIndex: 'why' },
            { title: t`谁问的`, key: 'askedBy', render: (_, { askedBy }) => say(askedBy) },
            { title: t`记到`, key: 'until', dataIndex: 'until' },
            {
              title: t`办理`,
              key: 'end',
              render: (_, tag) => (
                <Button onClick={() => onEnd(tag)}>
                  <Trans>不再记</Trans>
                </Button>
              ),
            },
          ]}
        />
      )}
    </Panel>
  )
}

const TONES = {
  waiting: 'waiting',
  given: 'done',
  refused: 'still',
  withdrawn: 'still',
  expired: 'still',
} as const

type ConsentListProps = { readonly consents: readonly Consent[]; readonly onUse: (consent: Consent) => void }

function ConsentList({ consents, onUse }: ConsentListProps) {
  const { t } = useLingui()
  const say = useSay()
  if (consents.length === 0) return <EmptyState title={<Trans>还没有征求过</Trans>} />
  return (
    <WideTable
      aria-label={t`征求过的同意`}
      rowKey={({ id }) => id}
      dataSource={[...consents]}
      columns={[
        { title: t`谁的`, key: 'who', dataIndex: 'personName' },
        {
          title: t`记什么`,
          key: 'kind',
          render: (_, { kind }) => (kind ? say(CONSENT_KINDS[kind]) : t`内容已删掉`),
        },
        { title: t`为什么`, key: 'why', render: (_, { why }) => why ?? '' },
        { title: t`怎么同意`, key: 'way', render: (_, { way }) => say(CONSENT_WAYS[way]) },
        { title: t`征求时间`, key: 'asked', render: (_, { askedAt }) => say(momentWords(askedAt)) },
        { title: t`到哪天`, key: 'until', dataIndex: 'until' },
        {
          title: t`现在`,
          key: 'state',
          render: (_, { state }) => <StatusMark tone={TONES[state]} word={say(CONSENT_STATES[state])} />,
        },
        {
          title: t`办理`,
          key: 'use',
          render: (_, consent) =>
            consent.state === 'given' &&
            !consent.used && (
              <Button onClick={() => onUse(consent)}>
                <Trans>按同意记上</Trans>
              </Button>
            ),
        },
      ]}
    />
  )
}

type ReferralListProps = { readonly referrals: OpenedTags['referrals']; readonly onClosed: () => void }

function ReferralList({ referrals, onClosed }: ReferralListProps) {
  const { t } = useLingui()
  const say = useSay()
  const closing = useCommand('closeReferral')
  async function close(id: string) {
    if (await closing.send({ params: { id }, body: {} })) onClosed()
  }
  if (referrals.length === 0) return <EmptyState title={<Trans>还没有</Trans>} />
  return (
    <>
      <ErrorSummary failure={closing.failure} />
      <WideTable
        aria-label={t`转介和交接`}
        rowKey={({ id }) => id}
        dataSource={[...referrals]}
        columns={[
          { title: t`谁`, key: 'who', dataIndex: 'personName' },
          { title: t`种类`, key: 'kind', render: (_, { kind }) => say(REFERRAL_KINDS[kind]) },
          { title: t`转给谁`, key: 'to', render: (_, { to }) => say(REFERRAL_PLACES[to]) },
          { title: t`依据`, key: 'ground', render: (_, { ground }) => say(REFERRAL_GROUNDS[ground]) },
          { title: t`时间`, key: 'at', render: (_, { at }) => say(momentWords(at)) },
          {
            title: t`办理`,
            key: 'done',
            render: (_, { id, doneAt }) =>
              doneAt ? (
                <StatusMark tone="done" word={t`办完了`} />
              ) : (
                <Button loading={closing.sending} onClick={() => void close(id)}>
                  <Trans>办完了</Trans>
                </Button>
              ),
          },
        ]}
      />
    </>
  )
}
