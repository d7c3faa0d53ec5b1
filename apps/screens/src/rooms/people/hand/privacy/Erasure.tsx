import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button, Card, Dialog, ErrorSummary, Notice } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import type { SectionProps } from './section.ts'

/** 注销: asked once more, seven days to think it over, and what stays is said with its reason. */
export function Erasure({ privacy, onChanged }: SectionProps) {
  const { t } = useLingui()
  const say = useSay()
  const [open, setOpen] = useState(false)
  const asking = useCommand('askErasure')
  const cancelling = useCommand('cancelErasure')
  async function ask() {
    const answer = await asking.send({ body: {} })
    setOpen(false)
    if (answer) await onChanged()
  }
  async function cancel() {
    if (await cancelling.send({ body: {} })) await onChanged()
  }
  if (privacy.erasure) {
    const due = say(momentWords(privacy.erasure.dueAt))
    return (
      <Notice tone="warn" title={<Trans>账号和资料将在 {due} 删除</Trans>}>
        <p>
          <Trans>在这以前随时可以反悔，一切照旧。</Trans>
        </p>
        <ErrorSummary failure={cancelling.failure} />
        <Button wide busy={cancelling.sending} busyWord={t`正在撤回…`} onPress={() => void cancel()}>
          <Trans>不删了，留着</Trans>
        </Button>
      </Notice>
    )
  }
  return (
    <Card title={<Trans>注销账号、删除资料</Trans>}>
      <p>
        <Trans>
          姓名、电话、地址、写过的话、照片和录音都会删掉。给您七天时间想一想，七天里随时可以反悔。
        </Trans>
      </p>
      <Kept privacy={privacy} />
      <ErrorSummary failure={asking.failure} />
      {privacy.holdsPost ? (
        <p>
          <Trans>您还担任着岗位，请先找管理员卸任，再来注销。</Trans>
        </p>
      ) : (
        <Button look="danger" wide onPress={() => setOpen(true)}>
          <Trans>我要注销</Trans>
        </Button>
      )}
      <Dialog open={open} title={<Trans>真的要注销吗？</Trans>} onClose={() => setOpen(false)}>
        <p>
          <Trans>七天后删掉，删了就找不回来。没用完的积分也不能再用。</Trans>
        </p>
        <OpenOrders count={privacy.openOrders} />
        <div className="stack">
          <Button look="danger" wide busy={asking.sending} busyWord={t`正在办…`} onPress={() => void ask()}>
            <Trans>七天后删除</Trans>
          </Button>
          <Button look="second" wide onPress={() => setOpen(false)}>
            <Trans>先不注销</Trans>
          </Button>
        </div>
      </Dialog>
    </Card>
  )
}

function OpenOrders({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <p>
      <Trans>您还有 {count} 张单在办。办单要用的地址和电话，等单办完再删。</Trans>
    </p>
  )
}

/** What the law or the books keep, each with its reason. */
function Kept({ privacy }: Pick<SectionProps, 'privacy'>) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button look="quiet" onPress={() => setOpen(true)}>
        <Trans>有哪些不删，为什么</Trans>
      </Button>
    )
  return (
    <ul>
      {privacy.kept.map(({ what, why }) => (
        <li key={why.en}>
          <strong>{say(why)}</strong>
          <br />
          {say(what)}
        </li>
      ))}
    </ul>
  )
}
