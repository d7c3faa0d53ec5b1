import { Trans, useLingui } from '@lingui/react/macro'
import { AGREEMENT_STATES } from '@linli/contract/staff/words'
import { fileAddress } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import {
  Button,
  Card,
  CardLink,
  Empty,
  ErrorSummary,
  Facts,
  Page,
  QueryView,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { sizeWords } from '../../../kit/sizeWords.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { Fills } from '../../ledgers/hand/Fills.tsx'
import { DocumentButton } from '../../partners/hand/DocumentButton.tsx'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { workAgreement } from './addresses.ts'

type Mine = Answer<'myWork'>

/** 我的培训和工作: courses to come, agreed results, mentors, allowance. */
export default function MyWorkPage() {
  const { t } = useLingui()
  return (
    <Page title={t`我的培训和工作`} back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}>
      <SignedIn>{() => <All />}</SignedIn>
    </Page>
  )
}

function All() {
  const say = useSay()
  const query = useQuery('myWork', {}, ['staff.'])
  const changed = () => void query.retry()
  return (
    <QueryView query={query}>
      {({ sessions, agreements, pairs, allowance }) => (
        <>
          {agreements.map(({ id, state, from, to }) => (
            <CardLink key={id} href={workAgreement.url({ id })} title={<Trans>商定的工作结果</Trans>}>
              {from} – {to} · {say(AGREEMENT_STATES[state])}
            </CardLink>
          ))}
          {sessions.map((session) => (
            <Session key={session.id} session={session} onChanged={changed} />
          ))}
          {pairs.map((pair) => (
            <Pair key={pair.id} pair={pair} onChanged={changed} />
          ))}
          {allowance && (
            <Card title={<Trans>补助</Trans>}>
              <p>
                <Trans>
                  {say(allowance.name)}，每月 {allowance.fen / 100} 元，从 {allowance.from} 起
                </Trans>
              </p>
            </Card>
          )}
          {sessions.length + agreements.length + pairs.length === 0 && !allowance && (
            <Empty title={<Trans>现在没有培训和商定的工作</Trans>}>
              <p>
                <Trans>在网格、楼栋、单元任职的人，有培训时会列在这里。</Trans>
              </p>
            </Empty>
          )}
        </>
      )}
    </QueryView>
  )
}

type SessionProps = { readonly session: Mine['sessions'][number]; readonly onChanged: () => void }

function Session({ session, onChanged }: SessionProps) {
  const { t } = useLingui()
  const say = useSay()
  const taking = useCommand('takeCourseSeat')
  const leaving = useCommand('leaveCourseSeat')
  const { id, title, startsAt, endsAt, place, trainer, seats, taken, material, files, isMine, hasAttended } =
    session
  const input = { params: { id }, body: {} }
  async function take() {
    await taking.send(input)
    onChanged()
  }
  async function leave() {
    if (await leaving.send(input)) onChanged()
  }
  const isAhead = Date.parse(startsAt) > Date.now()
  return (
    <Card title={<Trans>培训：{title}</Trans>}>
      <Facts
        facts={[
          [<Trans key="from">开始</Trans>, say(momentWords(startsAt))],
          [<Trans key="to">结束</Trans>, say(momentWords(endsAt))],
          [<Trans key="place">地点</Trans>, place],
          [<Trans key="trainer">讲师</Trans>, trainer],
          [<Trans key="seats">名额</Trans>, `${taken} / ${seats}`],
        ]}
      />
      <details className="fold">
        <summary>
          <Trans>学习材料</Trans>
        </summary>
        <div className="stack">
          <p>{material}</p>
          {files.map(({ id, name, bytes }) => (
            <DocumentButton key={id} address={fileAddress('openCourseFile', { params: { id } })} name={name}>
              <Trans>打开 {name}</Trans> ({sizeWords(bytes)})
            </DocumentButton>
          ))}
        </div>
      </details>
      <ErrorSummary failure={taking.failure ?? leaving.failure} />
      {hasAttended && (
        <p>
          <Trans>已确认参加。</Trans>
        </p>
      )}
      {isAhead && !isMine && (
        <Button wide busy={taking.sending} busyWord={t`正在发送…`} onPress={() => void take()}>
          <Trans>报名</Trans>
        </Button>
      )}
      {isAhead && isMine && !hasAttended && (
        <Button
          wide
          look="second"
          busy={leaving.sending}
          busyWord={t`正在发送…`}
          onPress={() => void leave()}
        >
          <Trans>去不了，退报</Trans>
        </Button>
      )}
    </Card>
  )
}

type PairProps = { readonly pair: Mine['pairs'][number]; readonly onChanged: () => void }

function Pair({ pair, onChanged }: PairProps) {
  const { t } = useLingui()
  const answering = useCommand('answerMentorPair')
  const ending = useCommand('endMentorPair')
  const { id, mentor, learner, subject, from, until, isMentor, isAgreed, mayAnswer } = pair
  async function answer(agrees: boolean) {
    if (await answering.send({ params: { id }, body: { agrees } })) onChanged()
  }
  async function end() {
    if (await ending.send({ params: { id }, body: {} })) onChanged()
  }
  return (
    <Card title={isMentor ? <Trans>徒弟：{learner}</Trans> : <Trans>师傅：{mentor}</Trans>}>
      <p>
        {subject} · {from} – {until}
      </p>
      <ErrorSummary failure={answering.failure ?? ending.failure} />
      {mayAnswer && <Fills operation="answerMentorPair" />}
      {mayAnswer ? (
        <>
          <Button wide busy={answering.sending} busyWord={t`正在发送…`} onPress={() => void answer(true)}>
            <Trans>愿意</Trans>
          </Button>
          <Button wide look="second" busy={answering.sending} onPress={() => void answer(false)}>
            <Trans>不方便</Trans>
          </Button>
        </>
      ) : (
        <>
          {!isAgreed && (
            <p>
              <Trans>等对方答复。</Trans>
            </p>
          )}
          <Button look="quiet" busy={ending.sending} onPress={() => void end()}>
            <Trans>结束师带徒</Trans>
          </Button>
        </>
      )}
    </Card>
  )
}
