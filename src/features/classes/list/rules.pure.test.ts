import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClassKind, type ClassState, classKinds, classStateNames } from './model.ts'
import { brokenBy, type Facts, isOpen, lacksFor, lacksSaid, stepsFrom, stepTo } from './rules.ts'

const session = {
  begins: '2026-11-23T08:00',
  ends: '2026-11-23T11:30',
  placed: true,
  taught: true,
  accepted: 1,
  closed: true,
}
const ready: Facts = {
  kind: 'short',
  seats: 40,
  topics: 1,
  sessions: [session],
  moment: '2026-11-20T12:00',
  ownTurn: false,
}
const kindsOf = (state: ClassState, facts: Facts) => lacksFor(state, facts).map(({ kind }) => kind)

const states = fc.constantFrom(...classStateNames)
const facts = fc.record({
  kind: fc.constantFrom(...(Object.keys(classKinds) as ClassKind[])),
  seats: fc.option(fc.integer({ min: 1, max: 2000 })),
  topics: fc.nat(3),
  sessions: fc.array(
    fc.record({
      begins: fc.constantFrom('2026-11-19T08:00', '2026-11-20T13:30', '2026-11-21T08:00'),
      ends: fc.constantFrom('2026-11-20T11:00', '2026-11-20T17:00', '2026-11-21T11:30'),
      ...{ placed: fc.boolean(), taught: fc.boolean(), accepted: fc.nat(2), closed: fc.boolean() },
    }),
    { maxLength: 4 },
  ),
  moment: fc.constantFrom('2026-11-20T12:00', '2026-11-22T12:00'),
  ownTurn: fc.boolean(),
})

describe('the course of a class', () => {
  it('goes from one state to the next, and from each that is not over to being called off', () => {
    const on = ['planned', 'announced', 'enrolling', 'confirmed', 'running', 'completed'] as const
    for (const [at, state] of on.entries()) {
      const next = on[at + 1]
      if (next) expect(stepTo({ state, before: null }, next)).toBe('on')
      expect(stepTo({ state, before: null }, 'cancelled')).toBe(state === 'completed' ? null : 'cancel')
    }
  })

  it('forbids what is absent: no state is left out, and none follows itself', () =>
    fc.assert(
      fc.property(states, states, fc.option(states), (state, to, before) => {
        const how = stepTo({ state, before }, to)
        const [a, b] = [classStateNames.indexOf(state), classStateNames.indexOf(to)]
        const near = b === a + 1 ? 'on' : b === a - 1 ? 'back' : null
        const off = state === 'completed' ? null : 'cancel'
        const returned = before === to ? 'back' : null
        expect(how).toBe(state === 'cancelled' ? returned : to === 'cancelled' ? off : near)
      }),
    ))

  it('leads back where each step came from', () =>
    fc.assert(
      fc.property(states, (state) => {
        for (const { to, how } of stepsFrom({ state, before: null }))
          if (how !== 'back') expect(stepTo({ state: to, before: state }, state)).toBe('back')
      }),
    ))

  it('closes with its end', () => {
    expect(classStateNames.filter((state) => !isOpen(state))).toEqual(['completed', 'cancelled'])
  })
})

describe('what a state needs', () => {
  it('is seats, topics, sessions with a place before it is announced', () => {
    const bare: Facts = { ...ready, seats: null, topics: 0, sessions: [] }
    expect(kindsOf('announced', bare)).toEqual(['seats', 'topics', 'sessions'])
    expect(kindsOf('announced', { ...ready, sessions: [{ ...session, placed: false }] })).toEqual(['places'])
    expect(kindsOf('planned', bare)).toEqual([])
    // A visit is about what no framework has.
    expect(kindsOf('announced', { ...ready, kind: 'study_visit', topics: 0 })).toEqual([])
  })

  it('is a trainer who accepted, in each session that teaches a topic, before it is confirmed', () => {
    const opening = { ...session, taught: false, accepted: 0 }
    expect(kindsOf('confirmed', { ...ready, sessions: [opening, session] })).toEqual([])
    const lacking = lacksFor('confirmed', { ...ready, sessions: [opening, { ...session, accepted: 0 }] })
    expect(lacking).toEqual([{ kind: 'trainers', sessions: [2] }])
    expect(lacksSaid(lacking).vi).toBe('buổi chưa có giảng viên nhận lời: 2')
  })

  it('is the day of the first session to run, and the end of the last to be completed', () => {
    expect(kindsOf('running', { ...ready, moment: '2026-11-22T23:59' })).toEqual(['not_begun'])
    expect(kindsOf('running', { ...ready, moment: '2026-11-23T00:00' })).toEqual([])
    expect(kindsOf('completed', { ...ready, moment: '2026-11-23T11:29' })).toEqual(['not_over'])
    expect(kindsOf('completed', { ...ready, moment: '2026-11-23T11:30' })).toEqual([])
    const open = { ...ready, sessions: [{ ...session, closed: false }], moment: '2026-11-23T11:30' }
    expect(kindsOf('completed', open)).toEqual(['not_closed'])
  })

  it('only grows from step to step until it runs, and comes true by time alone once all else is there', () =>
    fc.assert(
      fc.property(facts, (of) => {
        const [announced, confirmed, running] = (['announced', 'confirmed', 'running'] as const).map((state) =>
          kindsOf(state, of),
        )
        for (const kind of announced ?? []) expect(confirmed).toContain(kind)
        for (const kind of confirmed ?? []) expect(running).toContain(kind)
        const later = { ...of, moment: '2027-01-01T00:00' }
        expect(kindsOf('running', later)).toEqual(confirmed)
        const open = of.sessions.some(({ closed }) => !closed)
        // And by another person than who has a turn in it.
        const own = of.ownTurn ? ['own_turn'] : []
        expect(kindsOf('completed', later)).toEqual([...(confirmed ?? []), ...(open ? ['not_closed'] : []), ...own])
      }),
    ))

  it('is never taken away by a change, but who teaches may fall ill', () => {
    expect(brokenBy('confirmed', { ...ready, sessions: [{ ...session, accepted: 0 }] })).toEqual([])
    expect(brokenBy('confirmed', { ...ready, sessions: [] }).map(({ kind }) => kind)).toEqual(['sessions'])
    expect(brokenBy('planned', { ...ready, sessions: [] })).toEqual([])
  })
})
