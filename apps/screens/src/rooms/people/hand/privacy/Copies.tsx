import { Trans, useLingui } from '@lingui/react/macro'
import { fileAddress } from '../../../../kit/api.ts'
import { Button, Card, ErrorSummary, Notice } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { useDownload } from '../../../../kit/useDownload.ts'
import type { Privacy, SectionProps } from './section.ts'

type Copy = Privacy['copies'][number]

/** 要一份我的资料: asked for, told when it is ready, fetched within seven days. */
export function Copies({ privacy, onChanged }: SectionProps) {
  const { t } = useLingui()
  const asking = useCommand('askCopy')
  const waiting = privacy.copies.some(({ readyAt }) => readyAt === null)
  async function ask() {
    if (await asking.send({ body: {} })) await onChanged()
  }
  return (
    <Card title={<Trans>要一份我的资料</Trans>}>
      <p>
        <Trans>一个压缩包，里面有能直接看的网页、表格、照片和录音。可以自己留着，也可以给别的平台用。</Trans>
      </p>
      <ErrorSummary failure={asking.failure} />
      {privacy.copies.map((copy) => (
        <OneCopy key={copy.id} copy={copy} />
      ))}
      {!waiting && (
        <Button look="second" wide busy={asking.sending} busyWord={t`正在提交…`} onPress={() => void ask()}>
          <Trans>给我准备一份</Trans>
        </Button>
      )}
    </Card>
  )
}

function OneCopy({ copy }: { readonly copy: Copy }) {
  const { t } = useLingui()
  const say = useSay()
  const { save, saving, failure } = useDownload(
    fileAddress('fetchCopy', { params: { id: copy.id } }),
    t`我的资料.zip`,
    t`没有取成，请稍后再试。`,
  )
  if (copy.readyAt === null)
    return (
      <Notice tone="calm" title={<Trans>正在准备，一般几分钟</Trans>}>
        <p>
          <Trans>好了会通知您，可以先去做别的。</Trans>
        </p>
      </Notice>
    )
  const until = copy.expiresAt ? say(momentWords(copy.expiresAt)) : ''
  return (
    <Notice tone="good" title={<Trans>您的资料备好了</Trans>}>
      <p>
        <Trans>请在 {until} 以前取走，过后会删掉。别人的手机上请不要取。</Trans>
      </p>
      <ErrorSummary failure={failure} />
      <Button wide busy={saving} busyWord={t`正在取…`} onPress={() => void save()}>
        <Trans>取走我的资料</Trans>
      </Button>
    </Notice>
  )
}
