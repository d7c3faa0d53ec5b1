import { describe, expect, it } from 'vitest'
import { leastPeople, postsOf, SHIFT_PLANS } from './rosterDraft.ts'

describe('posts as they are typed or pasted', () => {
  it('reads name, place and people, by tabs or commas of either kind', () => {
    const { posts, wrong } = postsOf('南门\t南门岗亭\t2\n北门，北门口，３\n\n东门, , \n', '登记')
    expect(wrong).toEqual([])
    expect(posts).toEqual([
      { name: '南门', place: '南门岗亭', tasks: '登记', needed: 2 },
      { name: '北门', place: '北门口', tasks: '登记', needed: 3 },
      { name: '东门', place: '东门', tasks: '登记', needed: 1 },
    ])
  })

  it('names the lines it cannot read', () => {
    expect(postsOf('南门,岗亭,两人\n,岗亭,1\n西门,岗亭,0\n北门', '登记')).toMatchObject({
      wrong: [1, 2, 3],
      posts: [{ name: '北门' }],
    })
  })
})

it('says how many people a roster wants at least', () => {
  // 15 gates with 22 in three shifts, 40 hours a week each: 22 x 24 x 7 / 40.
  expect(leastPeople(22, SHIFT_PLANS.three, 40, 11)).toBe(93)
  expect(leastPeople(22, SHIFT_PLANS.three, 168, 11)).toBe(66)
  expect(leastPeople(2, SHIFT_PLANS.day, 60, 4)).toBe(3)
  expect(leastPeople(2, SHIFT_PLANS.day, 0, 4)).toBe(0)
})
