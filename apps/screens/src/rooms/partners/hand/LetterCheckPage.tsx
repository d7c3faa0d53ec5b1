import { Trans, useLingui } from '@lingui/react/macro'
import { LETTER_STATES } from '@linli/contract/partners/words'
import { Facts, Notice, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import type { letterCheck } from './addresses.ts'

/** Whether a letter is genuine, for whoever reads its code; it names nobody. */
export default function LetterCheckPage({ params }: PageProps<typeof letterCheck>) {
  const { t } = useLingui()
  const say = useSay()
  const query = useQuery('checkLetter', { params })
  return (
    <Page title={t`核验介绍信`}>
      <QueryView query={query}>
        {({ number, unitName, issuedOn, validUntil, state }) => (
          <>
            {state === 'valid' ? (
              <Notice tone="good" title={<Trans>这封介绍信是真的，在有效期内</Trans>} />
            ) : (
              <Notice
                tone="warn"
                title={<Trans>这封介绍信{say(LETTER_STATES[state])}，请联系开具单位</Trans>}
              />
            )}
            <Facts
              facts={[
                [<Trans key="number">编号</Trans>, number],
                [<Trans key="unit">开具单位</Trans>, say(unitName)],
                [<Trans key="issued">开具日期</Trans>, issuedOn],
                [<Trans key="until">有效期至</Trans>, validUntil],
              ]}
            />
            <p>
              <Trans>请把编号、单位和日期与纸上的对一对。这一页不显示持信人的任何信息。</Trans>
            </p>
          </>
        )}
      </QueryView>
    </Page>
  )
}
