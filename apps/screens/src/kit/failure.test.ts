import { expect, it } from 'vitest'
import { problemFrom } from './failure.ts'

it('reads problem details with the errors of fields', () => {
  const problem = problemFrom(
    422,
    {
      code: 'orders.badInput',
      detail: '请改好两处',
      errors: [{ field: 'text', message: '请写一句' }, 'broken'],
    },
    'otherwise',
  )
  expect(problem).toMatchObject({
    status: 422,
    code: 'orders.badInput',
    message: '请改好两处',
    errors: [{ field: 'text', message: '请写一句' }],
  })
})

it.each([undefined, '<html>', null, [], { code: 5 }])(
  'speaks a friendly sentence when the body is %j',
  (body) => {
    expect(problemFrom(502, body, '请稍后再试')).toMatchObject({
      code: 'http.502',
      message: '请稍后再试',
      errors: [],
    })
  },
)
