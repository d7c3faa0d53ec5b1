import { Trans, useLingui } from '@lingui/react/macro'
import type { NoticeView } from '@linli/contract/merchants/shapes'
import { TRUST_KINDS, TRUST_STATES } from '@linli/contract/merchants/words'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import {
  Button,
  ButtonLink,
  Card,
  Dialog,
  Empty,
  ErrorSummary,
  Page,
  QueryView,
  StatusMark,
  TextArea,
  toast,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useFace } from '../../people/hand/session.ts'
import { signInUrl } from '../../people/hand/signInUrl.ts'
import { useTrustNotices } from '../queries.ts'
import { merchants, trustNotices } from './addresses.ts'

/** 公示: which merchants are to be called 信得过 or no longer, by which figures, and how to object. */
export default function TrustNoticesPage() {
  const { t } = useLingui()
  const query = useTrustNotices()
  return (
    <Page
      title={t`信得过商户公示`}
      back={{ href: merchants.url(), label: <Trans>身边商户</Trans> }}
      lead={<Trans>有不同意见，到期前都可以提。谁提的不公开，由另一位同事答复。</Trans>}
    >
      <QueryView query={query}>
        {({ items, rule: { services, points, months, noticeDays } }) => (
          <>
            <p>
              <Trans>
                规则：最近 {months} 个月，居民自己确认办好的服务不少于 {services} 次、商户积分不少于 {points}{' '}
                分；公示 {noticeDays} 天。
              </Trans>
            </p>
            {items.length === 0 ? (
              <Empty title={<Trans>现在没有公示</Trans>} />
            ) : (
              <ul className="cards">
                {items.map((notice) => (
                  <li key={notice.id}>
                    <NoticeCard notice={notice} onChanged={query.retry} />
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </QueryView>
    </Page>
  )
}

type NoticeCardProps = { readonly notice: NoticeView; readonly onChanged: () => Promise<void> }

function NoticeCard({ notice, onChanged }: NoticeCardProps) {
  const say = useSay()
  const face = useFace()
  const [objecting, setObjecting] = useState(false)
  const { kind, state, services, points, reason, objections, mine, merchant } = notice
  const until = say(momentWords(notice.untilAt))
  const isOpen = state === 'open' && Date.parse(notice.untilAt) > Date.now()
  return (
    <Card title={merchant}>
      <p>
        <StatusMark
          tone={isOpen ? 'moving' : state === 'carried' ? 'done' : 'still'}
          word={say(TRUST_STATES[state])}
        />
      </p>
      <p>
        <strong>{say(TRUST_KINDS[kind])}</strong>
        <br />
        <Trans>
          居民确认的服务 {services} 次，商户积分 {points} 分
        </Trans>
        <br />
        <Trans>公示到 {until}</Trans>
      </p>
      {reason && <p className="words">{reason}</p>}
      {objections > 0 && (
        <p>
          <Trans>收到异议 {objections} 条。</Trans>
        </p>
      )}
      {mine && <Mine mine={mine} />}
      {isOpen && !mine && face.data && (
        <Button look="second" wide onPress={() => setObjecting(true)}>
          <Trans>我有不同意见</Trans>
        </Button>
      )}
      {isOpen && !face.data && (
        <ButtonLink href={signInUrl(hand.signIn.url(), trustNotices.url())} look="second" wide>
          <Trans>登录后提意见</Trans>
        </ButtonLink>
      )}
      {objecting && <ObjectDialog id={notice.id} onClose={() => setObjecting(false)} onDone={onChanged} />}
    </Card>
  )
}

function Mine({ mine }: { readonly mine: NonNullable<NoticeView['mine']> }) {
  const { words, answer, upheld } = mine
  return (
    <div>
      <p>
        <strong>
          <Trans>您提的意见</Trans>
        </strong>
      </p>
      <p className="words">{words}</p>
      {answer === null ? (
        <p>
          <Trans>还在核实，答复会告诉您。</Trans>
        </p>
      ) : (
        <>
          <p>
            <strong>{upheld ? <Trans>成立</Trans> : <Trans>不成立</Trans>}</strong>
          </p>
          <p className="words">{answer}</p>
        </>
      )}
    </div>
  )
}

type ObjectDialogProps = {
  readonly id: string
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

function ObjectDialog({ id: noticeId, onClose, onDone }: ObjectDialogProps) {
  const { t } = useLingui()
  const [id] = useState(newKey)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('objectToNotice')
  const errors = tried && words.trim() === '' ? [{ field: 'words', message: t`请写一写是什么事` }] : []
  async function object() {
    setTried(true)
    if (words.trim() === '') return
    if (!(await send({ params: { id: noticeId }, body: { id, words: words.trim() } }))) return
    onClose()
    toast(t`收到了，核实后会答复您。`)
    await onDone()
  }
  return (
    <Dialog open title={<Trans>提意见</Trans>} onClose={onClose}>
      <ErrorSummary errors={errors} failure={failure} />
      <TextArea
        field="words"
        label={<Trans>什么时候、什么事</Trans>}
        hint={<Trans>答复的人只看到内容，看不到是谁提的；请不要写别人的电话和住址。</Trans>}
        maxLength={2000}
        value={words}
        error={errors[0]?.message}
        onChange={setWords}
      />
      <div className="stack">
        <Button wide busy={sending} busyWord={t`正在交…`} onPress={() => void object()}>
          <Trans>交上去</Trans>
        </Button>
        <Button look="second" wide onPress={onClose}>
          <Trans>先不提</Trans>
        </Button>
      </div>
    </Dialog>
  )
}
