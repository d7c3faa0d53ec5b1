import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '../../../kit/api.ts'
import { DeskPage, Panel, ReadView, RevealButton, useRead } from '../../../kit/desk/index.ts'

import type { PageProps } from '../../../kit/route.ts'
import { desk } from '../../../kit/routes.ts'
import { HelperPanel } from './HelperPanel.tsx'
import { PersonActions } from './PersonActions.tsx'
import { PostsOfPerson } from './PostsOfPerson.tsx'
import type { Person } from './person.ts'
import { useHolds } from './useHolds.ts'

/** One person: where to find them, which posts they hold, and how they help. */
export default function PersonPage({ params }: PageProps<typeof desk.person>) {
  const { t } = useLingui()
  const read = useRead('getPerson', { params: { id: params.id } }, ['people.'])
  return (
    <DeskPage
      title={read.data?.name ?? t`人员`}
      back={{ href: desk.people.url(), label: <Trans>人员</Trans> }}
    >
      <ReadView read={read}>
        {(person) => (
          <>
            <Facts person={person} />
            <PersonActions person={person} />
            <PostsOfPerson person={person} />
            {person.helper && <HelperPanel person={person} helper={person.helper} />}
          </>
        )}
      </ReadView>
    </DeskPage>
  )
}

function Facts({ person }: { readonly person: Person }) {
  const { t } = useLingui()
  const mayReveal = useHolds('intake', 'dispatcher', 'caller', 'regionAdmin')
  async function reveal(reason: string) {
    const { phone } = await call('revealPhone', { params: { id: person.id }, body: { reason } })
    return phone ?? t`没有登记电话`
  }
  return (
    <Panel title={<Trans>资料</Trans>}>
      <dl className="desk-facts">
        <div>
          <dt>
            <Trans>电话</Trans>
          </dt>
          <dd>
            {person.phone === null ? (
              <Trans>没有登记电话</Trans>
            ) : mayReveal && !person.isMe ? (
              <RevealButton what={t`电话`} masked={person.phone} reveal={reveal} />
            ) : (
              person.phone
            )}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>住址</Trans>
          </dt>
          <dd>
            {person.areaName ?? person.path ?? <Trans>没有登记</Trans>} {person.room}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>不予受理须两人</Trans>
          </dt>
          <dd>{person.needsTwoEyes ? t`是` : t`否`}</dd>
        </div>
      </dl>
    </Panel>
  )
}
