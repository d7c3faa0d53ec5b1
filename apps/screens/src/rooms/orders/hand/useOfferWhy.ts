import { useLingui } from '@lingui/react/macro'
import type { MyOffer } from '@linli/contract/orders/offerShapes'

/** Why an offer is not mine, as a rule with the fact that it looked at. */
export function useOfferWhy(): (offer: MyOffer) => string {
  const { t } = useLingui()
  return ({ reason, wave, level, skill, held, quota, paired, end }) => {
    switch (reason) {
      case null:
        if (end === 'open') return t`第 ${wave} 拨问到了您，还没有人接。`
        return paired
          ? t`您和这一家结了对，第 ${wave} 拨就问到了您；别人先点了“我去”，或者由值班员派了。`
          : t`第 ${wave} 拨问到了您；别人先点了“我去”，或者由值班员派了。`
      case 'area':
        return t`第 ${wave} 拨只问这一${level}里的人，您登记的出发地或服务范围不在里面。`
      case 'skill':
        return t`这类单要核实过的技能“${skill ?? ''}”，当时没有您核实过的记录。`
      case 'homeEntry':
        return t`这类单要进家门，当时没有您的入户资质。`
      case 'leave':
        return t`您那时请了假。`
      case 'night':
        return t`21:00 到 7:00 只问自己选了夜间的人。`
      case 'hours':
        return t`那时不在您设定的服务时段里。`
      case 'quota':
        return t`您那时手上有 ${held} 单，您定的上限是 ${quota} 单。`
    }
  }
}
