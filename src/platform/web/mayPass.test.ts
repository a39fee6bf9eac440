import { describe, expect, it } from 'vitest'
import { WebProblem } from './problem.ts'
import { mayPass } from './sender.ts'

const refused = (status: number, code = 'surveys.step_not_allowed') => new WebProblem(code, status, { vi: '', en: '' })

describe('a command that was not taken', () => {
  it.each([
    [0, 'web.unreached'],
    [500, 'server.fault'],
    [503, 'server.busy'],
    [503, 'command.running'],
    [401, 'access.sign_in_needed'],
    [408, 'server.slow'],
    [429, 'server.too_many'],
    [403, 'access.csrf'],
    [403, 'access.password_change_first'],
  ])('waits for another time where it is not its fault: %i %s', (status, code) => {
    expect(mayPass(refused(status, code))).toBe(true)
  })

  it.each([
    [400, 'input.invalid'],
    [403, 'access.denied'],
    [404, 'record.not_found'],
    [409, 'command.reused'],
    [409, 'surveys.step_not_allowed'],
    [422, 'surveys.incomplete'],
  ])('is refused where the same bytes would be refused again: %i %s', (status, code) => {
    expect(mayPass(refused(status, code))).toBe(false)
  })
})

describe('a reading that failed', () => {
  it.each([
    [0, true],
    [500, true],
    [503, true],
    [408, true],
    [429, true],
    [404, false],
    [410, false],
    [403, false],
    [400, false],
  ])('by %i is offered again only where that can help: %s', (status, helps) => {
    expect(refused(status).passes).toBe(helps)
  })
})
