import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { Panel, ReadView, StatusMark, useRead } from '../../../kit/desk/index.ts'
import { agreements } from './addresses.ts'

/** 等本单位办理的: what a liaison has to do now, each with where it is done. */
export function UnitWaiting() {
  const { t } = useLingui()
  const read = useRead('unitWaiting', {}, ['partners.'])
  return (
    <Panel title={<Trans>等本单位办理的</Trans>}>
      <ReadView read={read}>
        {({ reports, letters, lists, agreements: unsigned, promises }) => {
          const rows: { readonly count: number; readonly line: ReactElement }[] = [
            {
              count: reports,
              line: (
                <a key="reports" href="#reports">
                  <Trans>服务报告 {reports} 份，请先看、答复</Trans>
                </a>
              ),
            },
            {
              count: letters,
              line: (
                <a key="letters" href="#members">
                  <Trans>报到党员 {letters} 名，等开介绍信</Trans>
                </a>
              ),
            },
            {
              count: lists,
              line: (
                <a key="lists" href="#lists">
                  <Trans>社区清单 {lists} 份，等答复</Trans>
                </a>
              ),
            },
            {
              count: unsigned,
              line: (
                <Link key="agreements" href={agreements.url()}>
                  <Trans>共建协议 {unsigned} 份，等签署</Trans>
                </Link>
              ),
            },
            {
              count: promises,
              line: (
                <Link key="promises" href={agreements.url()}>
                  <Trans>共建承诺 {promises} 项，快到期或已到期</Trans>
                </Link>
              ),
            },
          ]
          const waiting = rows.filter(({ count }) => count > 0)
          if (waiting.length === 0) return <StatusMark tone="done" word={t`现在没有等本单位办理的`} />
          return (
            <ul className="plain-list">
              {waiting.map(({ line }) => (
                <li key={line.key}>{line}</li>
              ))}
            </ul>
          )
        }}
      </ReadView>
    </Panel>
  )
}
