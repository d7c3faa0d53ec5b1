import { Trans, useLingui } from '@lingui/react/macro'
import { KEY_SCOPES, KEY_STATES, type KeyState } from '@linli/contract/open311/words'
import { Button } from 'antd'
import { useState } from 'react'
import {
  DeskPage,
  EmptyState,
  Panel,
  ReadView,
  StatusMark,
  type Tone,
  useRead,
} from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useHolds } from '../../people/desk/useHolds.ts'
import { IssueKeyDialog } from './IssueKeyDialog.tsx'
import { NewKeyDialog } from './NewKeyDialog.tsx'
import { RevokeKeyDialog } from './RevokeKeyDialog.tsx'
import './apiKeys.css'

type Key = Answer<'listApiKeys'>['items'][number]
const TONES: { readonly [state in KeyState]: Tone } = { open: 'done', expired: 'waiting', revoked: 'still' }

/** 接口钥匙: the door for other systems, and the keys to it. */
export default function ApiKeysPage() {
  const { t } = useLingui()
  const read = useRead('listApiKeys', {})
  const mayIssue = useHolds('regionAdmin')
  const [issuing, setIssuing] = useState(false)
  const [issued, setIssued] = useState<Answer<'issueApiKey'>>()
  const [revoking, setRevoking] = useState<Key>()
  const [isRevoked, setRevoked] = useState(false)
  return (
    <DeskPage
      title={t`接口钥匙`}
      lead={
        <Trans>别的系统（热线平台、市民应用）按 Open311 标准送单、查进展。钥匙只在发的时候显示一次。</Trans>
      }
      actions={
        mayIssue && (
          <Button type="primary" onClick={() => setIssuing(true)}>
            <Trans>发一把钥匙</Trans>
          </Button>
        )
      }
    >
      <Saved>{isRevoked && <Trans>已停用，马上生效。</Trans>}</Saved>
      <ReadView read={read}>
        {(door) => (
          <>
            {door.items.length === 0 ? (
              <EmptyState title={<Trans>还没有发过钥匙</Trans>} />
            ) : (
              door.items.map((key) => (
                <KeyCard key={key.id} apiKey={key} onRevoke={mayIssue ? setRevoking : undefined} />
              ))
            )}
            <Door door={door} />
          </>
        )}
      </ReadView>
      {issuing && (
        <IssueKeyDialog
          onClose={() => setIssuing(false)}
          onIssued={(answer) => {
            setIssuing(false)
            setRevoked(false)
            setIssued(answer)
          }}
        />
      )}
      {issued && <NewKeyDialog issued={issued} onClose={() => setIssued(undefined)} />}
      {revoking && (
        <RevokeKeyDialog
          apiKey={revoking}
          onClose={() => setRevoking(undefined)}
          onRevoked={() => {
            setRevoking(undefined)
            setRevoked(true)
          }}
        />
      )}
    </DeskPage>
  )
}

/** What the other side's technicians ask for first. */
function Door({ door }: { readonly door: Answer<'listApiKeys'> }) {
  return (
    <Panel title={<Trans>告诉对方</Trans>}>
      <dl className="api-door">
        <dt>
          <Trans>接口地址</Trans>
        </dt>
        <dd>
          <code>{door.endpoint}</code>
        </dd>
        <dt>
          <Trans>说明（discovery）</Trans>
        </dt>
        <dd>
          <code>{door.discovery}</code>
        </dd>
        <dt>
          <Trans>本区编号（jurisdiction_id）</Trans>
        </dt>
        <dd>
          <code>{door.jurisdiction}</code>
        </dd>
      </dl>
      <p>
        <Trans>
          没有钥匙也能看公开的：已经晒单的内容，以及由接口送来的事项、社区和进展；从不显示姓名、电话和原话。
        </Trans>
      </p>
    </Panel>
  )
}

type KeyCardProps = { readonly apiKey: Key; readonly onRevoke: ((key: Key) => void) | undefined }

/** One key: whose and what for, what it opens, how much it is used, and until when. */
function KeyCard({ apiKey, onRevoke }: KeyCardProps) {
  const { t } = useLingui()
  const say = useSay()
  const { name, purpose, tail, scopes, perMinute, uses, usedAt, state, expiresAt, revokedAt } = apiKey
  const opens = scopes.map((scope) => say(KEY_SCOPES[scope])).join(t`、`)
  const last = usedAt ? say(momentWords(usedAt)) : t`还没用过`
  const until = say(momentWords(revokedAt ?? expiresAt))
  return (
    <Panel title={name}>
      <p>
        <StatusMark tone={TONES[state]} word={say(KEY_STATES[state])} />{' '}
        {state === 'open' ? <Trans>有效到 {until}</Trans> : until}
      </p>
      <p>{purpose}</p>
      <p>
        <Trans>
          可以：{opens}；每分钟最多 {perMinute} 次；末四位 {tail}
        </Trans>
        <br />
        <Trans>
          用过 {uses} 次，最近一次：{last}
        </Trans>
      </p>
      {onRevoke && state !== 'revoked' && (
        <Button danger onClick={() => onRevoke(apiKey)} aria-label={t`停用 ${name}`}>
          <Trans>停用</Trans>
        </Button>
      )}
    </Panel>
  )
}
