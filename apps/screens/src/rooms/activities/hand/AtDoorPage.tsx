import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { Button, ErrorSummary, Notice, Page, TextField } from '../../../kit/hand/index.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { activity, type atDoor } from './addresses.ts'

/** 签到: the code at the door leads here with its six digits, or they are typed. */
export default function AtDoorPage({ params }: PageProps<typeof atDoor>) {
  const { t } = useLingui()
  return (
    <Page
      title={t`签到`}
      back={{ href: activity.url({ slug: params.slug }), label: <Trans>看这场活动</Trans> }}
    >
      <SignedIn>{() => <Arrive slug={params.slug} />}</SignedIn>
    </Page>
  )
}

function Arrive({ slug }: { readonly slug: string }) {
  const { t } = useLingui()
  const given = new URLSearchParams(useSearch()).get('code') ?? ''
  const [code, setCode] = useState(given)
  const [arrived, setArrived] = useState<number>()
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('arriveAtActivity')
  const isWhole = /^\d{6}$/.test(code)
  const errors = tried && !isWhole ? [{ field: 'code', message: t`请填门口的六位数` }] : []

  async function arrive() {
    setTried(true)
    if (!isWhole) return
    const answer = await send({ params: { slug }, body: { code } })
    if (answer) setArrived(answer.arrived)
  }

  if (arrived !== undefined)
    return (
      <Notice tone="good" title={<Trans>签到好了</Trans>}>
        <p>
          <Trans>签到 {arrived} 人，请进。活动结束后，谁来过就不再留着。</Trans>
        </p>
      </Notice>
    )
  return (
    <>
      <ErrorSummary errors={errors} failure={failure} />
      <p>
        <Trans>您和您替家人报的名，一次签好。没报名也欢迎，直接进去就行。</Trans>
      </p>
      <TextField
        field="code"
        label={<Trans>门口的六位数</Trans>}
        kind="code"
        maxLength={6}
        value={code}
        error={errors[0]?.message}
        onChange={(next) => setCode(next.replace(/\D/g, ''))}
      />
      <Button wide busy={sending} busyWord={t`正在签到…`} onPress={() => void arrive()}>
        <Trans>签到</Trans>
      </Button>
    </>
  )
}
