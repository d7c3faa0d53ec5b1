import { Trans, useLingui } from '@lingui/react/macro'
import type { RuleRow } from '@linli/contract/places/ruleEndpoints'
import { ruleSchema } from '@linli/contract/places/ruleRows'
import type { RuleKind } from '@linli/contract/places/ruleWords'
import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { InputField } from '../../../../kit/desk/fields.tsx'
import { EmptyState, ErrorSummary, Panel, useRead } from '../../../../kit/desk/index.ts'
import { Saved } from '../../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { Problem } from '../../../../kit/failure.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { keyOfNew } from './keyOfNew.ts'
import { RuleChanges } from './RuleChanges.tsx'
import { RuleEffect } from './RuleEffect.tsx'
import { RuleFields } from './RuleFields.tsx'
import { RuleVersions } from './RuleVersions.tsx'
import { type Draft, draftOf, formSchema, type Row, rowOf } from './ruleDraft.ts'
import { IDENTITY, NEEDED } from './ruleFields.ts'
import type { RuleWords } from './useRuleWords.ts'

type RuleEditorProps = {
  readonly kind: RuleKind
  /** The row's key, or `new`. */
  readonly name: string
  readonly rows: readonly RuleRow[]
  readonly words: RuleWords
  /** Reads the rules again, when somebody else was quicker. */
  readonly onStale: () => void
}
/** What was looked at: `row` null takes the rule out. */
type Looked = { readonly row: Row | null; readonly key: string; readonly preview: Answer<'previewRule'> }

/** Typed, looked at, given a reason, saved; or an earlier version taken back into the form. */
export function RuleEditor({ kind, name, rows, words, onStale }: RuleEditorProps) {
  const { t } = useLingui()
  const found = rows.find((row) => row.kind === kind && row.key === name)
  const schema = ruleSchema(kind, name)
  const form = schema && formSchema(schema)
  const [seen, setSeen] = useState(found)
  const [draft, setDraft] = useState<Draft>(() => (form ? draftOf(form, found?.row ?? null) : {}))
  const [looked, setLooked] = useState<Looked>()
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState(false)
  const previewing = useCommand('previewRule')
  const saving = useCommand('setRule')
  const history = useRead('ruleHistory', found ? { params: { kind, key: name } } : undefined, ['places.'])
  const shownAt = useRef<HTMLDivElement>(null)
  // What a change would do may stand above the button that asked for it, as on the way back to a version.
  useEffect(() => {
    if (looked) shownAt.current?.focus()
  }, [looked])
  if (!form) return <EmptyState title={<Trans>没有这样的规则</Trans>} />

  const failure = saving.failure ?? previewing.failure
  const changed = failure instanceof Problem && failure.code === 'places.ruleChanged'
  const whyErrors = tried && why.trim() === '' ? [{ field: 'why', message: t`请写为什么改` }] : []
  const errors = failure instanceof Problem ? failure.errors : []
  const under = kind === 'setting' ? name : kind
  // The preset's limits may be changed only; what the place added itself it may also take out.
  const mayEnd = seen?.row != null && !NEEDED.includes(kind) && !(kind === 'clock' && history.data?.preset)
  const isSame =
    looked &&
    JSON.stringify(looked.row) ===
      JSON.stringify(form && seen?.row ? rowOf(form, draftOf(form, seen.row)) : null)

  function type(next: Draft) {
    setDraft(next)
    setLooked(undefined)
    setSaved(false)
    saving.forget()
    previewing.forget()
  }
  async function look(row: Row | null) {
    const key = name === 'new' ? keyOfNew(kind, row ?? {}) : name
    saving.forget()
    setSaved(false)
    setTried(false)
    const body = { row, seen: seen?.versionId ?? null }
    const preview = await previewing.send({ params: { kind, key }, body })
    if (!preview) onStale()
    setLooked(preview && { row, key, preview })
  }
  async function save() {
    setTried(true)
    if (!looked || why.trim() === '') return
    const { row, key } = looked
    const body = { row, seen: seen?.versionId ?? null, why: why.trim() }
    const answer = await saving.send({ params: { kind, key }, body })
    if (!answer) return onStale()
    setSeen({
      ...(found ?? { kind, key, version: 0, origin: 'place', presetVersion: null, from: '', differs: false }),
      versionId: answer.versionId,
      row,
    })
    setLooked(undefined)
    setWhy('')
    setTried(false)
    setSaved(true)
  }
  return (
    <>
      <Saved>{saved && <Trans>改好了，马上照新的办。要改回去，在下面的各个版本里选。</Trans>}</Saved>
      <ErrorSummary errors={whyErrors} failure={failure} />
      {changed && found && found.versionId !== seen?.versionId && (
        <Alert
          type="warning"
          showIcon
          title={<Trans>别人改成了这样；您填的还在下面。</Trans>}
          description={
            <>
              <RuleChanges
                under={under}
                schema={form}
                before={seen?.row ?? null}
                after={found.row}
                words={words}
              />
              <Button
                onClick={() => {
                  setSeen(found)
                  setLooked(undefined)
                  saving.forget()
                  previewing.forget()
                }}
              >
                <Trans>看过了，接着改</Trans>
              </Button>
            </>
          }
        />
      )}
      {seen && seen.row === null && (
        <p role="status">
          <Trans>本地不用这一条。填好保存，就又用上了。</Trans>
        </p>
      )}
      <form
        className="desk-form panel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void look(rowOf(form, draft))
        }}
      >
        <RuleFields
          under={under}
          path="row"
          schema={form}
          draft={draft}
          errors={errors}
          words={words}
          without={name === 'new' ? [] : (IDENTITY[kind] ?? [])}
          onChange={type}
        />
        <div className="rule-buttons">
          <Button type={looked ? 'default' : 'primary'} htmlType="submit" loading={previewing.sending}>
            <Trans>先看看会怎样</Trans>
          </Button>
          {mayEnd && (
            <Button onClick={() => void look(null)} disabled={previewing.sending}>
              <Trans>不要这一条了</Trans>
            </Button>
          )}
        </div>
      </form>
      {looked && (
        <div ref={shownAt} tabIndex={-1} className="rule-looked">
          <Panel title={<Trans>改了会怎样</Trans>}>
            <RuleChanges
              under={under}
              schema={form}
              before={seen?.row ?? null}
              after={looked.row}
              words={words}
            />
            {!isSame && (
              <>
                <RuleEffect preview={looked.preview} />
                <InputField
                  field="why"
                  label={<Trans>为什么改</Trans>}
                  hint={<Trans>写明依据，比如哪份文件、哪次会。各个版本里都看得到。</Trans>}
                  value={why}
                  maxLength={400}
                  error={errorOf(whyErrors, 'why')}
                  onChange={setWhy}
                />
                <Button type="primary" loading={saving.sending} onClick={() => void save()}>
                  <Trans>就这样改</Trans>
                </Button>
              </>
            )}
          </Panel>
        </div>
      )}
      {found && (
        <RuleVersions
          read={history}
          under={under}
          schema={form}
          words={words}
          onTake={(row) => {
            if (row) type(draftOf(form, row))
            void look(row)
          }}
        />
      )}
    </>
  )
}
