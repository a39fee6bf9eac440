import { describe, expect, it } from 'vitest'
import { rightNames, rights, rightsOf, roleNames } from './access.ts'
import { rolesWithBoth, separations } from './duties.ts'

describe('the table of who may do what', () => {
  it('gives every right to somebody and something to every role', () => {
    for (const right of rightNames) expect(rights[right].roles.length, right).toBeGreaterThan(0)
    for (const role of roleNames) expect(rightsOf(role).length, role).toBeGreaterThan(0)
  })

  it('names each role once in a row', () => {
    for (const right of rightNames) expect(new Set(rights[right].roles).size, right).toBe(rights[right].roles.length)
  })

  it('leaves the review to who works there: those who watch change at most the roster, bodies and what is taught', () => {
    const own = /^(roster|body|training|class|question|credential|library)\./
    const reading = rightNames.filter((right) => right.endsWith('.read') || own.test(right))
    for (const role of ['province', 'district', 'auditor', 'viewer', 'training_organiser'] as const)
      expect(reading, role).toEqual(expect.arrayContaining(rightsOf(role)))
    for (const role of ['district', 'auditor', 'viewer'] as const)
      expect(
        rightsOf(role).filter((right) => right.startsWith('training.')),
        role,
      ).not.toContain('training.approve')
  })
})

describe('acts kept apart', () => {
  it.each(separations.map((s) => [s.en, s] as const))('%s', (_, separation) => {
    // Both ways: nobody holds both unsaid, and no exception stands for a role that does not need it.
    expect(rolesWithBoth(separation).sort()).toEqual(Object.keys(separation.but ?? {}).sort())
  })

  it('lets nobody but the commune official both draft a decision and put it in force', () => {
    expect(rightsOf('commune_official')).toEqual(expect.arrayContaining(['decision.prepare', 'decision.enforce']))
    for (const role of roleNames.filter((one) => one !== 'commune_official'))
      expect(rightsOf(role), role).not.toContain('decision.prepare')
  })
})
