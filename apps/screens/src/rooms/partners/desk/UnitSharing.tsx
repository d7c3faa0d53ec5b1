import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { DataTable, EmptyState, Panel, usePage, useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { ErrorSummary } from '../../../kit/shared/ErrorSummary.tsx'
import { useCommand } from '../../../kit/useCommand.ts'
import { ListLines } from './ListLines.tsx'

type List = Answer<'unitLists'>['items'][number]

/** 社区送来的清单, each answered once. */
export function UnitLists() {
  const { t } = useLingui()
  const pages = usePage('unitLists', { query: {} }, ['partners.'])
  const [answering, setAnswering] = useState<List>()
  return (
    <Panel title={<Trans>社区送来的清单</Trans>}>
      <DataTable<List>
        caption={t`社区送来的清单`}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>社区还没有送来清单。</Trans>} />}
        columns={[
          // Whose it is and the answer stand with its lines, so that a narrow screen shows all of it.
          {
            title: t`清单`,
            key: 'lines',
            render: (_, list) => (
              <>
                <p className="row-words">
                  <strong>{list.areaName}</strong>
                </p>
                <ListLines list={list} />
                {list.answeredAt === null && (
                  <Button type="primary" onClick={() => setAnswering(list)}>
                    <Trans>答复</Trans>
                  </Button>
                )}
              </>
            ),
          },
          {
            title: t`单位的话`,
            key: 'answer',
            render: (_, { answeredAt, answer }) => (answeredAt === null ? null : (answer ?? t`已答复`)),
          },
        ]}
      />
      {answering && <AnswerListDialog list={answering} onClose={() => setAnswering(undefined)} />}
    </Panel>
  )
}

function AnswerListDialog({ list, onClose }: { readonly list: List; readonly onClose: () => void }) {
  const { t } = useLingui()
  const [takes, setTakes] = useState<readonly string[]>([])
  const [words, setWords] = useState('')
  const { send, sending, failure } = useCommand('answerList')
  async function answer() {
    const body = { takes: [...takes], ...(words.trim() ? { words: words.trim() } : {}) }
    if (await send({ params: { id: list.id }, body })) onClose()
  }
  return (
    <FormDialog
      title={t`答复清单`}
      ok={t`答复社区`}
      failure={failure}
      busy={sending}
      onSubmit={() => void answer()}
      onClose={onClose}
    >
      <fieldset>
        <legend>
          <Trans>单位能做的，打上勾；做不了的不用选</Trans>
        </legend>
        {list.lines
          .filter(({ kind }) => kind !== 'conduct')
          .map(({ id, words: line }) => (
            <p key={id}>
              <Checkbox
                checked={takes.includes(id)}
                onChange={({ target }) =>
                  setTakes((now) => (target.checked ? [...now, id] : now.filter((one) => one !== id)))
                }
              >
                {line}
              </Checkbox>
            </p>
          ))}
      </fieldset>
      <InputField
        field="words"
        label={<Trans>单位的话</Trans>}
        hint={<Trans>例如什么时候来、谁联系</Trans>}
        optional
        maxLength={500}
        value={words}
        onChange={setWords}
      />
    </FormDialog>
  )
}

/** 社区菜单 where the unit is accepted: taken up and given back by its liaison. */
export function UnitMenu() {
  const say = useSay()
  const { data, error } = useRead('unitMenu', {}, ['partners.'])
  const taking = useCommand('takeMenuItem')
  const leaving = useCommand('leaveMenuItem')
  const items = data?.items ?? []
  return (
    <Panel title={<Trans>社区请单位认领的</Trans>}>
      <ErrorSummary failure={taking.failure ?? leaving.failure ?? error ?? undefined} />
      {items.length === 0 ? (
        <EmptyState title={<Trans>现在没有可以认领的项目。单位被社区接收后，社区菜单会出现在这里。</Trans>} />
      ) : (
        <ul>
          {items.map(({ id, areaName, name, about, unit, takeId }) => (
            <li key={`${id}${unit?.id ?? ''}`}>
              <p>
                <strong>{name}</strong> {about} · {areaName}
                {unit && ` · ${say(unit.name)}`}
              </p>
              {takeId === null ? (
                <Button
                  type="primary"
                  loading={taking.sending}
                  onClick={() =>
                    void taking.send({
                      params: { id },
                      body: { id: newKey(), ...(unit ? { unitId: unit.id } : {}) },
                    })
                  }
                >
                  <Trans>认领</Trans>
                </Button>
              ) : (
                <Button
                  loading={leaving.sending}
                  onClick={() => void leaving.send({ params: { id: takeId } })}
                >
                  <Trans>已认领，退回</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
