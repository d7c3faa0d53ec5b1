import { Trans, useLingui } from '@lingui/react/macro'
import { Input, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { ReadView, useRead } from '../../../../kit/desk/index.ts'
import type { Answer } from '../../../../kit/endpoints.ts'

type Candidates = Answer<'listCandidates'>
type Candidate = Candidates['people'][number]
export type Assignee = Candidate['assignee']

export type AssigneeFieldProps = {
  readonly orderId: string
  readonly value: unknown
  readonly onChange: (assignee: Assignee) => void
}

const keyOf = (assignee: unknown) => (assignee === undefined ? null : JSON.stringify(assignee))

/** People, teams and units that may have the order, each with load and reasons: the choice stays a person's. */
export function AssigneeField({ orderId, value, onChange }: AssigneeFieldProps) {
  const { t } = useLingui()
  const read = useRead('listCandidates', { params: { id: orderId } })
  const [words, setWords] = useState('')
  const named = (list: readonly Candidate[]) => list.filter(({ name }) => name.includes(words.trim()))
  return (
    <ReadView read={read}>
      {({ people, teams, units }) => (
        <div className="assignees">
          <Input
            type="search"
            aria-label={t`按名字找承办`}
            placeholder={t`按名字找承办`}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Radio.Group
            value={keyOf(value)}
            onChange={({ target }) => {
              const picked = [...people, ...teams, ...units].find(
                ({ assignee }) => keyOf(assignee) === target.value,
              )
              if (picked) onChange(picked.assignee)
            }}
          >
            <Group title={<Trans>志愿者和网格员</Trans>} candidates={named(people)} />
            <Group title={<Trans>服务队伍</Trans>} candidates={named(teams)} />
            <Group title={<Trans>部门和单位</Trans>} candidates={named(units)} />
          </Radio.Group>
        </div>
      )}
    </ReadView>
  )
}

type GroupProps = { readonly title: ReactNode; readonly candidates: readonly Candidate[] }

function Group({ title, candidates }: GroupProps) {
  return (
    <section>
      <h3>
        {title} <span className="queue-count">{candidates.length}</span>
      </h3>
      {candidates.length === 0 && (
        <p>
          <Trans>这里没有可派的</Trans>
        </p>
      )}
      {candidates.map((candidate) => (
        <Radio key={keyOf(candidate.assignee)} value={keyOf(candidate.assignee)}>
          <strong>{candidate.name}</strong> <Load {...candidate} />
          <small>{candidate.reasons.join(' · ')}</small>
        </Radio>
      ))}
    </section>
  )
}

/** A person's orders in hand; teams and units are not counted. */
function Load({ kind, openOrders, quota }: Candidate) {
  if (kind !== 'person') return null
  return (
    <small>
      {quota === null ? (
        <Trans>手上 {openOrders} 单</Trans>
      ) : (
        <Trans>
          手上 {openOrders} 单，最多 {quota} 单
        </Trans>
      )}
    </small>
  )
}
