import sharp from 'sharp'
import { chanceOf } from './chance.ts'
import { type Scene, sceneOf } from './scenes.ts'

export type Moment = 'asked' | 'before' | 'after' | 'progress'

const WIDTH = 480
const HEIGHT = 360
const WALLS = ['#efe6d6', '#e7ebe4', '#ece3dc', '#e3e8ee', '#f1ead9'] as const
const FLOORS = ['#c9b79a', '#b7b9ac', '#b9a18c', '#a9b0b8'] as const
const kept = new Map<string, Promise<Buffer>>()
const MOST_KEPT = 400

/**
 * A small drawn picture of a matter before or after it was seen to, 480 x 360 JPEG. Every shade is drawn by chance from
 * the seed, so that two orders rarely show the same picture. Nobody is ever in it.
 * @param item a catalogue key; unknown ones get a notice board
 */
export function picture(item: string | null, moment: Moment, seed: string): Promise<Buffer> {
  const variant = chanceOf('picture', seed).whole('variant', 0, 5)
  const key = `${item ?? ''}|${moment}|${variant}`
  const known = kept.get(key)
  if (known) return known
  const drawn = sharp(Buffer.from(svg(sceneOf(item), moment === 'after', variant, moment)))
    .jpeg({ quality: 72 })
    .toBuffer()
  if (kept.size < MOST_KEPT) kept.set(key, drawn)
  return drawn
}

function svg(scene: Scene, done: boolean, variant: number, moment: Moment): string {
  const chance = chanceOf('shade', variant, moment)
  const wall = chance.pick('wall', WALLS)
  const floor = chance.pick('floor', FLOORS)
  const tilt = (chance.roll('tilt') - 0.5) * 4
  const zoom = 1 + chance.roll('zoom') * 0.12
  const ground = scene.outdoors
    ? `<rect width="480" height="250" fill="${scene.night && !done ? '#2b3442' : '#cfdde6'}"/><rect y="250" width="480" height="110" fill="#9aa08f"/>`
    : `<rect width="480" height="270" fill="${scene.night && !done ? '#3a3630' : wall}"/><rect y="270" width="480" height="90" fill="${floor}"/>`
  const light = done ? '' : '<rect width="480" height="360" fill="#1a1a1a" opacity=".12"/>'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 480 360">
    <g transform="rotate(${tilt.toFixed(2)} 240 180) translate(240 180) scale(${(zoom + 0.06).toFixed(3)}) translate(-240 -180)">
    <rect x="-60" y="-60" width="600" height="480" fill="${scene.outdoors ? '#9aa08f' : wall}"/>${ground}${scene.draw(done, chance)}</g>${light}</svg>`
}
