import { Trans, useLingui } from '@lingui/react/macro'
import type { ActivityView, Seats, SignUpBody } from '@linli/contract/activities/shapes'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { newKey } from '../../../kit/api.ts'
import { Button, ChoiceList, Dialog, ErrorSummary, ManyChoiceList, toast } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { useMySignups } from '../queries.ts'
import { myActivities } from './addresses.ts'

type SignUpDialogProps = {
  readonly activity: ActivityView
  readonly seat: Seats
  readonly onClose: () => void
  /** The seats are no longer what this page says. */
  readonly onStale: () => Promise<void>
}

const MYSELF = 'myself'

/** Who comes, and a second look before the seat is taken; a child's guardian agrees here. */
export function SignUpDialog({ activity, seat, onClose, onStale }: SignUpDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [, go] = useLocation()
  const [id, setId] = useState(newKey)
  const [who, setWho] = useState(MYSELF)
  const [agreed, setAgreed] = useState<readonly 'agree'[]>([])
  const [all, setAll] = useState<readonly 'all'[]>([])
  const [tried, setTried] = useState(false)
  const mine = useMySignups()
  const one = useCommand('signUp')
  const series = useCommand('signUpSeries')
  const { sending, failure } = all.length > 0 ? series : one
  const companions = useQuery('listCompanions', {})
  // Somebody else is a child's guardian: the child is not offered here.
  const family = (companions.data?.items ?? []).filter(({ isChild, isMyWard }) => !isChild || isMyWard)
  const child = family.find(({ personId, isChild }) => personId === who && isChild)
  const { seriesDates } = activity
  const isHelp = seat.part === 'help'
  const wait = seat.seats !== null && seat.taken >= seat.seats
  const missing = child !== undefined && agreed.length === 0
  const errors = tried && missing ? [{ field: 'agree', message: t`请先看看，同意就勾上` }] : []

  function choose(next: string) {
    setWho(next)
    setAgreed([])
    setId(newKey()) // another person's sign-up is another one
  }

  async function signUp() {
    setTried(true)
    if (missing) return
    const asked = { id, activityId: activity.id, part: seat.part, wait }
    const other = who === MYSELF ? {} : { personId: who, guardian: child !== undefined }
    const said =
      all.length > 0 ? await allDates({ ...asked, ...other }) : await oneDate({ ...asked, ...other })
    if (said === undefined) return onStale()
    await mine.retry()
    toast(said)
    go(myActivities.url())
  }

  async function oneDate(body: SignUpBody): Promise<string | undefined> {
    const answer = await one.send({ body })
    if (!answer) return undefined
    return answer.state === 'signedUp' ? t`报上了，到时候来就行。` : t`排上候补了，有空位会告诉您。`
  }
  async function allDates(body: SignUpBody): Promise<string | undefined> {
    const answer = await series.send({ body: { ...body, wait: true } })
    if (!answer) return undefined
    const { dates, waiting } = answer
    return waiting === 0 ? t`${dates} 场都报上了。` : t`报了 ${dates} 场，其中 ${waiting} 场排候补。`
  }

  return (
    <Dialog open title={isHelp ? <Trans>来帮忙</Trans> : <Trans>报名</Trans>} onClose={onClose}>
      <ErrorSummary errors={errors} failure={failure} />
      <p>
        <strong>{activity.title}</strong>
        <br />
        {say(momentWords(activity.startsAt))}
        <br />
        {activity.place}
      </p>
      {family.length > 0 && (
        <ChoiceList
          field="who"
          label={<Trans>谁来</Trans>}
          choices={[
            { value: MYSELF, label: <Trans>我自己</Trans> },
            ...family.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
          value={who}
          onChange={choose}
        />
      )}
      {child && (
        <ManyChoiceList<'agree'>
          field="agree"
          label={<Trans>监护人同意</Trans>}
          error={errors[0]?.message}
          choices={[{ value: 'agree', label: <Trans>我是孩子的监护人，同意孩子参加这场活动</Trans> }]}
          value={agreed}
          onChange={setAgreed}
        />
      )}
      {seriesDates > 1 && (
        <ManyChoiceList<'all'>
          field="all"
          label={<Trans>来几场</Trans>}
          hint={<Trans>报满的场次自动排候补；哪一场来不了，单独取消那一场就行。</Trans>}
          choices={[{ value: 'all', label: <Trans>后面 {seriesDates} 场都来，一次报好</Trans> }]}
          value={all}
          onChange={(next) => {
            setAll(next)
            setId(newKey())
          }}
        />
      )}
      <p>
        {wait ? (
          <Trans>名额报满了。排候补的话，有人取消就按先后补上，马上告诉您。</Trans>
        ) : (
          <Trans>来不了的话，取消一下就好，不用说理由，也不会记下什么。</Trans>
        )}
      </p>
      <div className="stack">
        <Button wide busy={sending} busyWord={t`正在报…`} onPress={() => void signUp()}>
          {wait ? <Trans>排候补</Trans> : <Trans>就这么报</Trans>}
        </Button>
        <Button look="second" wide onPress={onClose}>
          <Trans>再想想</Trans>
        </Button>
      </div>
    </Dialog>
  )
}
