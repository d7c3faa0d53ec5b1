import type { Cast, Play } from '../drive/cast.ts'
import type { Call } from '../drive/client.ts'
import type { Setting } from './setting.ts'
import type { TownMap } from './town.ts'

/** The demo town with its people, ready to be played with through the public API. */
export type Town = {
  readonly call: Call
  readonly tokens: (phone: string) => Promise<string>
  readonly map: TownMap
  readonly cast: Cast
  readonly setting: Setting
  playWith(seed: string, habits?: Partial<Play['habits']>): Play
}
