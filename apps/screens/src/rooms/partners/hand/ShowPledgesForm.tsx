import { Trans, useLingui } from '@lingui/react/macro'
import { PLEDGE_AUDIENCES, type PledgeAudience } from '@linli/contract/partners/words'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { Button, Card, ChoiceList, ErrorSummary, TextArea, TextField } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type Mine = Answer<'myPledges'>
type ShowPledgesFormProps = {
  readonly name: string
  readonly places: Mine['places']
  readonly page: Mine['page']
  readonly onChanged: () => void
}
const AUDIENCES = ['residents', 'everybody'] as const satisfies readonly PledgeAudience[]

/** What is shown, to whom, and the press that agrees to it; who one is is what the house knows. */
export function ShowPledgesForm({ name, places, page, onChanged }: ShowPledgesFormProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const [path, setPath] = useState(page?.path ?? (places.length === 1 ? places[0]?.path : undefined))
  const [called, setCalled] = useState(page?.called ?? name)
  const [duties, setDuties] = useState(page?.duties ?? '')
  const [audience, setAudience] = useState<PledgeAudience | undefined>(page?.audience)
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('showPledges')
  const place = places.find((one) => one.path === path)
  const checks: [string, boolean, string][] = [
    ['path', place !== undefined, t`请选在哪个社区公开`],
    ['called', called.trim() !== '', t`请写怎么称呼您`],
    ['duties', duties.trim() !== '', t`请写您负责什么`],
    ['audience', audience !== undefined, t`请选给谁看`],
  ]
  const errors = checks.flatMap(([field, holds, message]) => (holds ? [] : [{ field, message }]))
  const shown = tried ? errors : []

  async function show() {
    setTried(true)
    if (!place || !audience || errors.length > 0) return
    const body = { id, path: place.path, called: called.trim(), duties: duties.trim(), audience }
    if (await send({ body })) onChanged()
  }
  return (
    <Card title={page ? <Trans>改一改再公开</Trans> : <Trans>亮身份、亮职责</Trans>}>
      <ErrorSummary errors={shown} failure={failure} />
      {places.length > 1 && (
        <ChoiceList
          field="path"
          label={<Trans>在哪个社区公开</Trans>}
          error={errorOf(shown, 'path')}
          choices={places.map((one) => ({ value: one.path, label: one.name }))}
          value={path}
          onChange={setPath}
        />
      )}
      {place && (
        <p>
          <Trans>
            身份：{place.standings.map(say).join(t`、`)}（{place.name}）
          </Trans>
        </p>
      )}
      <TextField
        field="called"
        label={<Trans>怎么称呼您</Trans>}
        hint={<Trans>可以只写姓，例如王师傅</Trans>}
        maxLength={20}
        value={called}
        error={errorOf(shown, 'called')}
        onChange={setCalled}
      />
      <TextArea
        field="duties"
        label={<Trans>您负责什么</Trans>}
        hint={<Trans>例如三栋的楼道和路灯</Trans>}
        rows={3}
        maxLength={300}
        value={duties}
        error={errorOf(shown, 'duties')}
        onChange={setDuties}
      />
      <ChoiceList
        field="audience"
        label={<Trans>给谁看</Trans>}
        error={errorOf(shown, 'audience')}
        choices={AUDIENCES.map((value) => ({ value, label: say(PLEDGE_AUDIENCES[value]) }))}
        value={audience}
        onChange={setAudience}
      />
      <p>
        <Trans>按下就是同意公开上面这些。不公开没有任何影响，公开了随时可以收回。</Trans>
      </p>
      <Button wide busy={sending} busyWord={t`正在发送…`} onPress={() => void show()}>
        <Trans>同意公开</Trans>
      </Button>
    </Card>
  )
}
