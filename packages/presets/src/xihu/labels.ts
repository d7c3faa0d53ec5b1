import type { Words } from '@linli/contract'

/** The place's own words over the general ones. 兑单 is shown as a word; the steps 发 to 评 run up to points posted. */
export const labels: { readonly [key: string]: Words } = {
  'brand.name': { zh: '党群服务365', en: 'Service 365' },
  'brand.points': { zh: '先锋积分', en: 'Pioneer points' },
  'brand.teams': { zh: '六支服务队伍', en: 'The six service teams' },
  'button.help': { zh: '求助', en: 'Ask for help' },
  'step.placeOrder': { zh: '一键发单', en: 'One-key order' },
  'step.dispatchOrder': { zh: '系统派单', en: 'System dispatch' },
  'step.claimOrder': { zh: '手机抢单', en: 'Claim by phone' },
  'step.rateOrder': { zh: '回访评单', en: 'Rate at follow-up' },
  'step.redeemPoints': { zh: '积分兑单', en: 'Redeem points' },
  'hall.claimBoard': { zh: '抢单大厅', en: 'Claim board' },
  'device.oneKey': { zh: '一键通', en: 'One-key device' },
  'station.name': { zh: '党群服务中心', en: 'Service centre' },
  'notice.broadcast': { zh: '红喇叭', en: 'Red loudspeaker' },
  'screen.wall': { zh: '智慧屏', en: 'Smart screen' },
  'record.ledger': { zh: '台账', en: 'Ledger' },
}
