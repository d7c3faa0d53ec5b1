import type { Preset } from '@linli/contract'
import { anyi } from './anyi/index.ts'
import { donghu } from './donghu/index.ts'
import { duchang } from './duchang/index.ts'
import { linchuan } from './linchuan/index.ts'
import { suichuan } from './suichuan/index.ts'
import { wanan } from './wanan/index.ts'
import { xihu } from './xihu/index.ts'
import { yihuang } from './yihuang/index.ts'
import { yongfeng } from './yongfeng/index.ts'

/** Every place that can be founded, by the key that `PRESET` names. */
export const PRESETS = {
  xihu,
  duchang,
  suichuan,
  linchuan,
  wanan,
  donghu,
  anyi,
  yongfeng,
  yihuang,
} as const satisfies { readonly [key: string]: Preset }
export type PresetKey = keyof typeof PRESETS

export const isPresetKey = (key: string): key is PresetKey => Object.hasOwn(PRESETS, key)

/** The preset of a key. Throws a sentence naming the keys there are. */
export function presetOf(key: string): Preset {
  if (isPresetKey(key)) return PRESETS[key]
  throw new Error(`没有名为“${key}”的预设，可用的有：${Object.keys(PRESETS).join('、')}`)
}
