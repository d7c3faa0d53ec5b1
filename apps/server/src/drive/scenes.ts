import type { Chance } from './chance.ts'

/** One kind of picture: what it shows before (`done` false) and after. Coordinates on 480 x 360, floor or ground from y 250. */
export type Scene = {
  readonly outdoors: boolean
  readonly night: boolean
  draw(done: boolean, chance: Chance): string
}

const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`
const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`
const path = (d: string, more: string): string => `<path d="${d}" ${more}/>`
const line = (d: string, colour: string, width = 6): string =>
  path(d, `fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"`)
const tick = `${circle(410, 70, 34, '#1d6434')}${line('M394 70 l12 13 l22 -26', '#fff', 8)}`

const lamp: Scene = {
  outdoors: false,
  night: true,
  draw: (done) =>
    `${done ? path('M240 120 L120 300 H360 Z', 'fill="#ffe9a8" opacity=".75"') : ''}${line('M240 -40 V70', '#5b5348', 5)}
    ${path('M190 110 Q240 40 290 110 Z', 'fill="#b3543b"')}${circle(240, 118, 20, done ? '#fff4c4' : '#8d877c')}
    ${rect(120, 250, 240, 14, '#7b5a3c')}${rect(140, 264, 12, 70, '#6b4d33')}${rect(328, 264, 12, 70, '#6b4d33')}`,
}

const tap: Scene = {
  outdoors: false,
  night: false,
  draw: (done, chance) => {
    const drops = [0, 1, 2, 3]
      .map((n) => circle(262 + chance.whole(`d${n}`, -5, 5), 170 + n * 26, 6, '#4f8fc0'))
      .join('')
    return `${rect(90, 240, 300, 80, '#f7f7f4', 'rx="20"')}${rect(120, 255, 240, 50, done ? '#e6eef2' : '#a9c8da', 'rx="16"')}
    ${line('M180 240 V120 H262 V150', '#8f9aa3', 18)}${rect(165, 100, 34, 20, '#b5bec6', 'rx="6"')}${done ? tick : drops}`
  },
}

const socket: Scene = {
  outdoors: false,
  night: false,
  draw: (done) =>
    `${rect(170, 90, 140, 140, done ? '#ffffff' : '#efe9dc', 'rx="14" stroke="#b9b2a4" stroke-width="4"')}
    ${line('M215 140 l-10 26', '#555', 8)}${line('M265 140 l10 26', '#555', 8)}${line('M240 185 v22', '#555', 8)}
    ${done ? tick : `${path('M175 225 Q200 180 235 232 L175 232 Z', 'fill="#3b332b" opacity=".7"')}${line('M300 90 l26 -34', '#3b332b', 5)}`}`,
}

const door: Scene = {
  outdoors: false,
  night: false,
  draw: (done) =>
    `${rect(140, 40, 200, 290, '#6f7d74')}${rect(160, 60, 160, 250, done ? '#5f7f6a' : '#8b8a77', done ? '' : 'transform="skewX(-4) translate(18 0)"')}
    ${circle(300, 195, 12, done ? '#e7cf7c' : '#6d6455')}${rect(178, 80, 124, 70, '#d8dfd9')}${done ? tick : line('M296 205 l14 40', '#3b332b', 5)}`,
}

const bags: Scene = {
  outdoors: true,
  night: false,
  draw: (done, chance) => {
    const pile = [0, 1, 2, 3, 4, 5, 6]
      .map((n) =>
        circle(
          120 + n * 38,
          290 - chance.whole(`p${n}`, 0, 46),
          26 + chance.whole(`r${n}`, 0, 12),
          chance.pick(`c${n}`, ['#4d5a48', '#6b5a4a', '#3f4a5a', '#7d7a66']),
        ),
      )
      .join('')
    return `${rect(40, 60, 400, 180, '#b9a894')}${rect(70, 90, 70, 60, '#dbe6ea')}${rect(200, 90, 70, 60, '#dbe6ea')}${rect(330, 90, 70, 60, '#dbe6ea')}
    ${rect(350, 215, 66, 90, '#2f6b46', 'rx="8"')}${rect(344, 205, 78, 14, '#24563a', 'rx="5"')}${done ? tick : pile}`
  },
}

const road: Scene = {
  outdoors: true,
  night: false,
  draw: (done, chance) =>
    `${path('M150 360 L210 200 H270 L330 360 Z', 'fill="#6e7073"')}${line('M240 350 V320 M240 295 V270 M240 250 V232', '#efefe4', 6)}
    ${rect(20, 120, 110, 90, '#c0ad97')}${rect(350, 110, 110, 100, '#b8b2a4')}
    ${
      done
        ? `${path('M190 318 L215 270 H272 L292 318 Z', 'fill="#55585c"')}${tick}`
        : path(
            `M190 ${300 + chance.whole('h', 0, 10)} q20 -24 48 -8 q40 -6 46 14 q-14 22 -46 16 q-34 8 -48 -22 Z`,
            `fill="${chance.happens('wet', 0.5) ? '#8fb3c8' : '#3d3b38'}"`,
          )
    }`,
}

const streetLamp: Scene = {
  outdoors: true,
  night: true,
  draw: (done) =>
    `${done ? path('M300 96 L190 320 H430 Z', 'fill="#ffeeb5" opacity=".6"') : ''}${rect(150, 60, 12, 240, '#55606b')}${line('M156 66 Q230 50 300 84', '#55606b', 9)}
    ${path('M278 80 L322 92 L312 108 L272 94 Z', `fill="${done ? '#fff6d0' : '#3a4048'}"`)}${rect(20, 150, 90, 120, done ? '#a99c8a' : '#3c4350')}${rect(370, 130, 100, 140, done ? '#b1a595' : '#39404c')}`,
}

const corridor: Scene = {
  outdoors: false,
  night: false,
  draw: (done, chance) =>
    `${path('M60 330 L170 120 H310 L420 330 Z', 'fill="#cfc7b8"')}${rect(170, 60, 140, 130, '#e9e4d9')}${rect(205, 90, 70, 100, '#7d8f86')}
    ${
      done
        ? tick
        : `${rect(90, 230, 80, 60, '#a77f54')}${rect(110, 190, 60, 42, '#8d6a46')}${circle(340, 285, 34, 'none', 'stroke="#333" stroke-width="8"')}${circle(chance.whole('w', 400, 420), 285, 30, 'none', 'stroke="#333" stroke-width="8"')}${line('M340 285 L370 235 H405', '#b3221b', 7)}`
    }`,
}

const parcel: Scene = {
  outdoors: false,
  night: false,
  draw: (done, chance) => {
    const colour = chance.pick('box', ['#c79a5f', '#b98b55', '#d2ab74'])
    const box = `${rect(0, 0, 120, 90, colour, 'rx="4"')}${rect(50, 0, 20, 90, '#e9d9b5')}`
    return `${rect(60, 230, 360, 16, '#8a6d50')}<g transform="translate(${done ? 180 : 90} 140)">${box}</g>${done ? tick : `<g transform="translate(250 160) scale(.75)">${box}</g>`}`
  },
}

const table: Scene = {
  outdoors: false,
  night: false,
  draw: (done, chance) =>
    `${rect(70, 220, 340, 18, '#8a6d50')}${rect(95, 238, 16, 90, '#775c42')}${rect(370, 238, 16, 90, '#775c42')}${rect(150, 60, 180, 90, '#cfe0ea', 'stroke="#fff" stroke-width="8"')}
    ${circle(190, 205, 24, chance.pick('cup', ['#c56b52', '#6d8fa6', '#7f9b6c']))}${rect(250, 186, 90, 34, done ? '#fdfdf8' : '#e6ddca', 'rx="4"')}${line('M262 198 h60 M262 208 h40', '#9a9285', 3)}${done ? tick : ''}`,
}

const tree: Scene = {
  outdoors: true,
  night: false,
  draw: (done) =>
    `${rect(250, 70, 200, 190, '#bfae9b')}${rect(280, 100, 50, 50, '#dbe8ee')}${rect(370, 100, 50, 50, '#dbe8ee')}${rect(150, 170, 22, 120, '#6b4e34')}
    ${circle(160, 150, done ? 60 : 82, '#557a4c')}${done ? '' : `${circle(240, 125, 62, '#5f8553')}${circle(300, 140, 44, '#557a4c')}`}${done ? tick : ''}`,
}

const SCENES: readonly (readonly [RegExp, Scene])[] = [
  [/changeBulb|smokeAlarm/, lamp],
  [/streetLamp|volunteerPatrol/, streetLamp],
  [/water|unclog|blockedSewer|Toilet|bathing|roadFlooding/, tap],
  [/power|socket|appliance|gas|Charging/, socket],
  [/lock|entranceDoor|lift|Lift|door|grabRail|unreachable/i, door],
  [/garbage|Waste|waste|rubbish|Environment|pest/, bags],
  [/road|manhole|parking|Trading|barrierFree|crisis/i, road],
  [/fireLane|corridor|Posters|propert|illegal|unsafe|falling/, corridor],
  [/parcel|shopping|medicine|carry|Carry|meal|donation|prescription/, parcel],
  [/green|stray|fitness|quilt/, tree],
]

/** The picture of an item by its catalogue key; anything else is a table with cup and paper. */
export function sceneOf(item: string | null): Scene {
  return SCENES.find(([keys]) => item !== null && keys.test(item))?.[1] ?? table
}
