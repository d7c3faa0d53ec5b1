import type { MapLinks } from '@linli/contract/stations/shapes'

/** Degrees, longitude first. */
export type Degrees = readonly [longitude: number, latitude: number]
/** One place in the three coordinate systems that maps of the country speak. */
export type Spots = { readonly wgs84: Degrees; readonly gcj02: Degrees; readonly bd09: Degrees }

const SOURCE = 'linli'
const six = (degrees: number): string => degrees.toFixed(6)

/**
 * The addresses that open a map at a place, each in its own map's coordinates: AMap and Tencent in GCJ-02, Baidu in BD-09,
 * `geo:` (RFC 5870) in WGS-84.
 */
export function linksTo(name: string, address: string, { wgs84, gcj02, bd09 }: Spots): MapLinks {
  const query = (values: { readonly [key: string]: string }): string =>
    Object.entries(values)
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .join('&')
  const [longitude, latitude] = wgs84
  return {
    amap: `https://uri.amap.com/marker?${query({
      position: `${six(gcj02[0])},${six(gcj02[1])}`,
      name,
      coordinate: 'gaode',
      callnative: '1',
      src: SOURCE,
    })}`,
    // Its parts are separated by colons and semicolons, which a name must not bring.
    tencent: `https://apis.map.qq.com/uri/v1/marker?${query({
      marker: `coord:${six(gcj02[1])},${six(gcj02[0])};title:${plain(name)};addr:${plain(address)}`,
      referer: SOURCE,
    })}`,
    baidu: `https://api.map.baidu.com/marker?${query({
      location: `${six(bd09[1])},${six(bd09[0])}`,
      title: name,
      content: address,
      output: 'html',
      coord_type: 'bd09ll',
      src: SOURCE,
    })}`,
    geo: `geo:${six(latitude)},${six(longitude)}?q=${six(latitude)},${six(longitude)}(${encodeURIComponent(name)})`,
  }
}

const plain = (text: string): string => text.replace(/[:;]/g, ' ')
