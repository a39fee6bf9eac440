import { describe, expect, it } from 'vitest'
import type { Facts } from '#features/standards/model/facts.ts'
import { bothForms } from './twoForms.ts'

const was: Facts = {
  settlement: 'rural',
  housing: { wall: 'durable' },
  members: [
    { id: 'an', name: 'Nguyễn Văn An', job: 'farm' },
    { id: 'be', name: 'Nguyễn Thị Bé' },
  ],
}
const [an, be] = was.members as [NonNullable<Facts['members']>[number], NonNullable<Facts['members']>[number]]

describe('one form filled in two windows', () => {
  it('comes together where the answers do not touch', () => {
    const mine: Facts = { ...was, housing: { wall: 'durable', areaM2: 40 }, members: [{ ...an, job: 'wage' }, be] }
    const theirs: Facts = { ...was, water: { source: 'tap' }, members: [an, { ...be, studying: 'none' }] }
    expect(bothForms({ was, mine, theirs })).toEqual({
      facts: {
        settlement: 'rural',
        housing: { wall: 'durable', areaM2: 40 },
        water: { source: 'tap' },
        members: [
          { ...an, job: 'wage' },
          { ...be, studying: 'none' },
        ],
      },
      touching: [],
    })
  })

  it('names what touches, and takes what is chosen', () => {
    const two = {
      was,
      mine: { ...was, settlement: undefined, housing: { areaM2: 40 } },
      theirs: { ...was, housing: { wall: 'durable', areaM2: 50 } },
    } as never
    const { touching } = bothForms(two)
    expect(touching).toEqual([{ field: 'housing/areaM2', was: null, yours: 40, theirs: 50 }])
    expect(bothForms(two, () => true).facts).toEqual({ housing: { areaM2: 40 }, members: was.members })
    expect(bothForms(two, () => false).facts).toEqual({ housing: { areaM2: 50 }, members: was.members })
  })

  it('keeps who was added on either side, and asks where one was taken out and answered for', () => {
    const cuc = { id: 'cuc', name: 'Nguyễn Thị Cúc' }
    const dao = { id: 'dao', name: 'Nguyễn Thị Đào' }
    const added = bothForms({
      was,
      mine: { ...was, members: [an, be, cuc] },
      theirs: { ...was, members: [an, be, dao] },
    })
    expect([added.touching, added.facts.members]).toEqual([[], [an, be, dao, cuc]])
    const two = {
      was,
      mine: { ...was, members: [an] },
      theirs: { ...was, members: [an, { ...be, studying: 'none' as const }] },
    }
    expect(bothForms(two).touching).toMatchObject([{ field: 'members/be', yours: null }])
    expect(bothForms(two, () => true).facts.members).toEqual([an])
    expect(bothForms({ ...two, theirs: was }).facts.members).toEqual([an])
  })
})
