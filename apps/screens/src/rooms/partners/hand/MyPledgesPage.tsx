import { Trans, useLingui } from '@lingui/react/macro'
import { PLEDGE_AUDIENCES } from '@linli/contract/partners/words'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import {
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  Facts,
  Notice,
  Page,
  QueryView,
  TextField,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { pledges, reporting } from './addresses.ts'
import { PledgeItem } from './PledgeItem.tsx'
import { ShowPledgesForm } from './ShowPledgesForm.tsx'

type Mine = Answer<'myPledges'>
type OwnPage = NonNullable<Mine['page']>
type Changed = { readonly onChanged: () => void }

/** 亮身份、亮职责、亮承诺: one's own page, shown by one's own press and gone by another. */
export default function MyPledgesPage() {
  const { t } = useLingui()
  return (
    <Page title={t`我的亮身份页`} back={{ href: pledges.url(), label: <Trans>承诺墙</Trans> }}>
      <SignedIn>{() => <Content />}</SignedIn>
    </Page>
  )
}

function Content() {
  const query = useQuery('myPledges', {}, ['partners.'])
  const changed = () => void query.retry()
  return (
    <QueryView query={query}>
      {({ name, places, page }) => (
        <>
          {page?.hidden && (
            <Notice tone="warn" title={<Trans>社区撤下了您的页面</Trans>}>
              <p>
                <Trans>原因：{page.hidden}。改好后可以重新公开。</Trans>
              </p>
            </Notice>
          )}
          {page && <Shown page={page} onChanged={changed} />}
          {page && <Promises page={page} onChanged={changed} />}
          {places.length > 0 ? (
            <ShowPledgesForm
              key={page?.id ?? 'new'}
              name={name}
              places={places}
              page={page}
              onChanged={changed}
            />
          ) : (
            !page && <NoStanding />
          )}
        </>
      )}
    </QueryView>
  )
}

function NoStanding() {
  return (
    <Notice tone="calm" title={<Trans>还没有可以亮的身份</Trans>}>
      <p>
        <Trans>身份由系统按任职、报到和志愿服务的记录写。先到社区报到，或请社区登记任职。</Trans>
      </p>
      <ButtonLink href={reporting.url()} wide>
        <Trans>去报到</Trans>
      </ButtonLink>
    </Notice>
  )
}

function Shown({ page, onChanged }: Changed & { readonly page: OwnPage }) {
  const { t } = useLingui()
  const say = useSay()
  const { send, sending, failure } = useCommand('withdrawPledges')
  async function withdraw() {
    if (await send({})) onChanged()
  }
  return (
    <Card title={page.called}>
      <Facts
        facts={[
          [<Trans key="standings">身份</Trans>, page.standings.map(say).join(t`、`) || t`现在没有，不显示`],
          [<Trans key="duties">职责</Trans>, page.duties],
          [<Trans key="area">社区</Trans>, page.areaName],
          [<Trans key="audience">给谁看</Trans>, say(PLEDGE_AUDIENCES[page.audience])],
        ]}
      />
      <ErrorSummary failure={failure} />
      <p>
        <Trans>收回后，这一页和上面的承诺都会删除，不留底。</Trans>
      </p>
      <Button wide look="second" busy={sending} onPress={() => void withdraw()}>
        <Trans>收回，不再公开</Trans>
      </Button>
    </Card>
  )
}

function Promises({ page, onChanged }: Changed & { readonly page: OwnPage }) {
  const { t } = useLingui()
  const [id, setId] = useState(newKey)
  const [words, setWords] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('addPledge')
  const removing = useCommand('removePledge')
  const errors = tried && words.trim() === '' ? [{ field: 'words', message: t`请写答应做的事` }] : []

  async function add() {
    setTried(true)
    if (words.trim() === '') return
    const body = { id, words: words.trim(), ...(dueOn ? { dueOn } : {}) }
    if (!(await send({ body }))) return
    setId(newKey())
    setWords('')
    setDueOn('')
    setTried(false)
    onChanged()
  }
  async function remove(pledgeId: string) {
    if (await removing.send({ params: { id: pledgeId } })) onChanged()
  }
  return (
    <Card title={<Trans>我的承诺</Trans>}>
      <ErrorSummary errors={errors} failure={failure ?? removing.failure} />
      {page.pledges.length > 0 && (
        <ul>
          {page.pledges.map((pledge) => (
            <PledgeItem key={pledge.id} pledge={pledge}>
              <Button look="second" busy={removing.sending} onPress={() => void remove(pledge.id)}>
                <Trans>收回这一条</Trans>
              </Button>
            </PledgeItem>
          ))}
        </ul>
      )}
      <TextField
        field="words"
        label={<Trans>答应做什么</Trans>}
        hint={<Trans>写做得到、看得见的一件事。办到没办到由社区或邻居说。</Trans>}
        maxLength={200}
        value={words}
        error={errorOf(errors, 'words')}
        onChange={setWords}
      />
      <TextField
        field="dueOn"
        kind="date"
        label={<Trans>哪天前</Trans>}
        optional
        value={dueOn}
        onChange={setDueOn}
      />
      <Button wide busy={sending} busyWord={t`正在发送…`} onPress={() => void add()}>
        <Trans>亮出这条承诺</Trans>
      </Button>
    </Card>
  )
}
