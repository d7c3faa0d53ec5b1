import { describe, expect, it } from 'vitest'
import { postsOf } from './rosterDraft.ts'

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
