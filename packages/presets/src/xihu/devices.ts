import type { DeviceRule } from '@linli/contract'
import { devices as house } from '../house/devices.ts'
import { XIHU_DOCUMENT } from './sources.ts'

/** Grid workers are paired with old people here: a press is called back within a minute, and they are asked first. */
export const devices: DeviceRule = {
  ...house,
  callBackSeconds: 60,
  source: { document: XIHU_DOCUMENT, mechanism: '“一键通”设备与网格员结对帮扶（秒数和拨次为建区默认）' },
}
