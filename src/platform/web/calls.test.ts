import { describe, expect, it } from 'vitest'
import { type Call, call, href, partsOf } from './calls.ts'

const household: Call<object, unknown> = call('households.get', 'GET', '/api/households/:householdId')

describe('the address of a call', () => {
  it('takes the names of the path from the input and leaves the rest for the query', () => {
    expect(href(household, { householdId: 'h 1', day: '2026-11-05', status: ['poor', 'near_poor'] })).toBe(
      '/api/households/h%201?day=2026-11-05&status=poor&status=near_poor',
    )
  })

  it('leaves out what is not said', () => {
    expect(href(household, { householdId: 'h1', day: undefined, under: null })).toBe('/api/households/h1')
  })

  it('keeps a name of the path out of the body', () => {
    expect(partsOf({ path: '/api/grants/:grantId/end' }, { grantId: 'g1', note: 'nghỉ hưu' })).toEqual({
      path: '/api/grants/g1/end',
      rest: { note: 'nghỉ hưu' },
    })
  })

  it.each([[{}], [{ householdId: '' }], [{ householdId: null }]])('refuses a path with a hole: %j', (input) => {
    expect(() => href(household, input)).toThrow('needs householdId')
  })

  it('knows a reading from a change by its method, and others by their name', () => {
    expect(household.kind).toBe('read')
    expect(call('grants.end', 'POST', '/api/grants').kind).toBe('change')
    expect(call('papers.certificate', 'GET', '/api/papers', 'document').kind).toBe('document')
  })
})
