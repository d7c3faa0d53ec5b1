import { Trans, useLingui } from '@lingui/react/macro'
import { ChoiceList, Page, TypeSizeChoice, toast } from '../../../kit/hand/index.ts'
import { changeLanguage, useLanguage } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { usePlaceName } from '../../places/hand/usePlaceWords.ts'

/** How this device shows things. */
export default function SettingsPage() {
  const { t } = useLingui()
  const language = useLanguage()
  usePlaceName()
  return (
    <Page
      title={t`字的大小和语言`}
      back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}
      lead={<Trans>选了马上生效，这部手机会记住。</Trans>}
    >
      <TypeSizeChoice />
      <ChoiceList
        field="language"
        label={<Trans>语言</Trans>}
        compact
        value={language}
        onChange={(chosen) =>
          void changeLanguage(chosen).catch(() => toast(t`现在没有网络，换不了语言。请稍后再试。`))
        }
        choices={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
    </Page>
  )
}
