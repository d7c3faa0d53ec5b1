import { plantArea } from '../../kit/houseRows.ts'
import { type Aim, type Builders, placed, plain } from './builder.ts'

const entrance = async ({ world, ground }: Aim) => ({ params: { id: (await plantArea(world, ground)).id } })
const SQUARE = [
  [115.9, 28.65],
  [115.901, 28.65],
  [115.901, 28.651],
  [115.9, 28.651],
  [115.9, 28.65],
]

export const boundaryBuilders: Builders = {
  listOutlines: plain(({ ground }) => ({ query: { parent: ground.community } })),
  getOutline: {
    cells: ['inScope', 'outOfScope', 'otherRegion'],
    build: entrance,
    answers: [404], // of another region
  },
  setOutline: placed(async (aim) => ({
    ...(await entrance(aim)),
    body: { outline: { type: 'MultiPolygon', coordinates: [[SQUARE]] }, replaces: null },
  })),
  setPosition: placed(async (aim) => ({
    ...(await entrance(aim)),
    body: { longitude: 115.9, latitude: 28.65, replaces: null },
  })),
  importOutlines: plain(({ ground }) => ({
    query: { coordinates: 'wgs84', check: 'true' },
    file: {
      name: '网格.geojson',
      bytes: Buffer.from(
        JSON.stringify({
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              properties: { path: `${ground.community}g1/` },
              geometry: { type: 'Polygon', coordinates: [SQUARE] },
            },
          ],
        }),
      ),
    },
  })),
  areaAtPoint: plain(() => ({ query: { longitude: '115.9', latitude: '28.65' } })),
  getMapSettings: plain(),
}
