import type { DeviceRule } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

/** One-key devices where a place says nothing of its own: asked within a minute each, rung up after three. */
export const devices: DeviceRule = {
  callBackSeconds: 120,
  talkSeconds: 300,
  waves: [
    { asks: ['pairedGridWorker'], seconds: 60 },
    { asks: ['station'], seconds: 60 },
    { asks: ['neighbours', 'family'], seconds: 60 },
  ],
  arriveMinutes: 30,
  nightFrom: '21:00',
  nightTo: '07:00',
  silentHours: 24,
  lowBattery: 20,
  togetherFrom: 20,
  emergencyItem: 'elderUnwell',
  source: {
    document: HOUSE_RULES,
    mechanism: '一键通：先回拨，没人应答逐拨请人上门，三分钟没人应答转人工打电话',
  },
}
