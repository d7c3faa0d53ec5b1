import type { MapLinks, MeasuredPosition, Position } from '@linli/contract/stations/shapes'
import commonJs from 'gcoord'
import { type Degrees, linksTo } from './rules/navigation.ts'

const gcoord = commonJs as unknown as typeof commonJs.default // its types describe the ES module, Node takes the CommonJS one
const UNIT = 10_000_000 // positions are kept in 0.0000001 degrees

const SYSTEMS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** A position as it is kept, whatever map it was read off. */
export function toWgs84({ longitude, latitude, system }: MeasuredPosition): Position {
  if (system === 'wgs84') return { longitude, latitude }
  const read: [number, number] = [longitude / UNIT, latitude / UNIT]
  const [east, north] = gcoord.transform<[number, number]>(read, SYSTEMS[system], gcoord.WGS84)
  return { longitude: Math.round(east * UNIT), latitude: Math.round(north * UNIT) }
}

/** What opens each map at a position. */
export function mapLinks(name: string, address: string, { longitude, latitude }: Position): MapLinks {
  const wgs84: Degrees = [longitude / UNIT, latitude / UNIT]
  const [gcj02, bd09] = [gcoord.GCJ02, gcoord.BD09].map((system): Degrees => {
    const [east, north] = gcoord.transform<[number, number]>([wgs84[0], wgs84[1]], gcoord.WGS84, system)
    return [east, north]
  })
  return linksTo(name, address, { wgs84, gcj02: gcj02 ?? wgs84, bd09: bd09 ?? wgs84 })
}
