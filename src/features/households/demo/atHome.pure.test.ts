/** The official of the demo who is a member of a household is one person: same name, sex and year of birth, same citizen id. */
import { expect, it } from 'vitest'
import { atHome, rosterPeople } from '#features/people/demo/rosterPeople.ts'
import { demoRegister } from './registers.ts'

it('is the same person in the roster and in the register', () => {
  const official = rosterPeople.find(({ key }) => key === atHome.key)
  const member = Object.values(demoRegister())
    .flat()
    .flatMap(({ members }) => members)
    .filter(({ citizenId }) => citizenId === official?.citizenId)
  expect(member.map(({ name, sex, birth }) => ({ name, sex, born: birth.year }))).toEqual([
    { name: official?.name, sex: official?.sex, born: official?.born },
  ])
})
