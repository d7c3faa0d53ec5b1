import { Trans, useLingui } from '@lingui/react/macro'
import type { PointsProof } from '@linli/contract/points/shapes'
import { Button } from 'antd'
import { Link, useSearchParams } from 'wouter'
import { InputField } from '../../../kit/desk/fields.tsx'
import { DeskPage, Panel, ReadView, StatusMark, useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { thisMonth } from './days.ts'
import { daysOf, MONTH } from './ledgerFilters.ts'

/** Whether the ledger is whole at a month's end, with every figure of the sum, ready to be printed and signed. */
export default function ProofPage() {
  const { t } = useLingui()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('month') ?? ''
  const month = MONTH.test(asked) ? asked : thisMonth()
  const proof = useRead('getProof', { params: { month } })
  const days = daysOf(month)
  return (
    <DeskPage
      title={t`月末核对`}
      lead={<Trans>发放 −（兑出 − 退回）− 到期 − 冲正 = 余额，从开账算到这个月末。</Trans>}
      actions={
        <Button onClick={() => window.print()}>
          <Trans>打印</Trans>
        </Button>
      }
    >
      <div className="desk-row">
        <InputField
          field="month"
          type="month"
          label={<Trans>月份</Trans>}
          value={month}
          onChange={(next) => MONTH.test(next) && setSearch({ month: next }, { replace: true })}
        />
        <Link href={`${desk.ledger.url()}?from=${days.from}&to=${days.to}`}>
          <Trans>看这个月的分录</Trans>
        </Link>
      </div>
      <ReadView read={proof}>{(data) => <Sum proof={data} />}</ReadView>
    </DeskPage>
  )
}

function Sum({ proof }: { readonly proof: PointsProof }) {
  const { t } = useLingui()
  const say = useSay()
  const { month } = proof
  const recorded = proof.recordedAt === null ? '' : say(momentWords(proof.recordedAt))
  const figures = [
    { word: t`发放`, value: proof.issued },
    { word: t`兑出`, value: proof.spent },
    { word: t`兑换退回`, value: proof.refunded },
    { word: t`到期`, value: proof.expired },
    { word: t`冲正`, value: proof.reversed },
    { word: t`余额`, value: proof.balances },
    { word: t`全部账户合计（应为 0）`, value: proof.total },
    { word: t`与分录不符的账户（应为 0）`, value: proof.unequalAccounts },
  ]
  return (
    <Panel title={<Trans>{month} 核对结果</Trans>}>
      <p>
        {proof.holds ? (
          <StatusMark tone="done" word={t`账平`} />
        ) : (
          <StatusMark tone="late" word={t`账不平，请停止发放并联系管理员`} />
        )}
      </p>
      <p>
        {proof.holds ? (
          <Trans>
            发放的分数减去兑出、到期和冲正，加上兑换退回的，正好等于大家手里的余额；每个账户都与自己的分录相符。
          </Trans>
        ) : (
          <Trans>左右两边对不上，或者有账户与自己的分录不符。请把下面的数字交给管理员逐笔查对。</Trans>
        )}
      </p>
      <dl className="figures">
        {figures.map(({ word, value }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value.toLocaleString('zh-CN')}</dd>
          </div>
        ))}
      </dl>
      <p>
        {proof.recordedAt === null ? (
          <Trans>月末任务还没有记录过这个月的核对。</Trans>
        ) : proof.recordedHolds ? (
          <Trans>月末任务于 {recorded} 记录：账平。</Trans>
        ) : (
          <Trans>月末任务于 {recorded} 记录：账不平。</Trans>
        )}
      </p>
    </Panel>
  )
}
