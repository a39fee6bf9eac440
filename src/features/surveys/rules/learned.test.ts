import { expect, it } from 'vitest'
import type { Member } from '#features/standards/model/facts.ts'
import { plainDate } from '#kernel/dates.ts'
import type { MemberId } from '#kernel/ids.ts'
import { listedHouseholds, saidApart } from './apartWords.ts'
import { withHead } from './heads.ts'
import { apartFrom, apartKey, type Registered } from './learned.ts'

const one = (id: string, name: string, relation: Member['relation'], year: number): Member =>
  ({ id, name, sex: 'female', birth: { year }, relation }) as Member
const mother = one('m', 'Lò Thị Yên', 'head', 1985)
const aunt = one('a', 'Lò Thị Dung', 'spouse', 1990)
const girl = one('g', 'Lò Thị Bé', 'child', 2026)
const registered = (...members: readonly Member[]): Registered[] =>
  members.map((answers) => ({ memberId: `r-${answers.id}` as MemberId, answers }))
const said = (asked: readonly Member[], present: readonly Registered[]) =>
  apartFrom(asked, present).map(({ what, person }) => `${what} ${person}`)

it('says who is in the survey alone, who in the register alone, who heads, and who is called otherwise', () => {
  expect(said([mother, aunt], registered(mother, aunt))).toEqual([])
  expect(apartFrom([mother, girl], registered(mother, aunt))).toMatchObject([
    { what: 'joined', name: 'Lò Thị Bé', memberId: null, answers: girl },
    { what: 'left', name: 'Lò Thị Dung', memberId: 'r-a', answers: null },
  ])
  const turned: Member[] = [
    { ...mother, relation: 'child' },
    { ...aunt, relation: 'head' },
  ]
  expect(said(turned, registered(mother, aunt))).toEqual(['head a'])
  for (const wrong of [{ name: 'Lò Thị Yến' }, { sex: 'male' as const }, { birth: { year: 1986 } }])
    expect(said([{ ...mother, ...wrong }, aunt], registered(mother, aunt))).toEqual(['corrected m'])
  // A birth known by its year alone agrees with the same year in full.
  expect(said([{ ...mother, birth: { year: 1985, month: 4, day: 12 } }, aunt], registered(mother, aunt))).toEqual([])
})

it('says of a survey without one head that it names none', () => {
  expect(said([aunt, girl], registered(mother, aunt, girl))).toEqual(['left m', 'headless '])
  expect(said([mother, { ...aunt, relation: 'head' }], registered(mother, aunt))).toEqual(['headless '])
})

it('knows whom the survey added once the register has the same person under another id', () => {
  expect(said([mother, girl], registered(mother, { ...girl, id: 'other', name: 'lo thi be' }))).toEqual([])
})

it('says of whom the register has no more how that one left, known by id or by name, sex and year of birth', () => {
  const gone = [{ memberId: 'r-a' as MemberId, answers: aunt, on: plainDate('2026-11-25'), reason: 'died' as const }]
  for (const one of [aunt, { ...aunt, id: 'other' }]) {
    const [apart] = apartFrom([mother, one], registered(mother), gone)
    expect(apart && saidApart(apart).vi).toBe(
      'Lò Thị Dung có trong phiếu, không có trong sổ hộ; sổ hộ: đã mất 25/11/2026',
    )
  }
  expect(apartFrom([mother, girl], registered(mother), gone)[0]?.gone).toBeUndefined()
})

it('names the answers that differ, the ethnic group among them; one that was not asked does not', () => {
  const kinh = { ...mother, ethnicity: '01' }
  const [apart] = apartFrom([{ ...kinh, name: 'Lò Thị Yến' }], registered({ ...mother, ethnicity: '02' }))
  expect(apart && saidApart(apart).vi).toBe('Lò Thị Yên: họ tên, dân tộc trong phiếu khác sổ hộ')
  expect(apartFrom([mother], registered(kinh))).toEqual([])
})

it('says nothing where the survey asked of no member', () => {
  expect(said([], registered(mother))).toEqual([])
})

it('names households and persons in one sentence, and counts those who may not be named', () => {
  const apart = apartFrom([mother], registered(mother, aunt))
  expect(apart.map(apartKey)).toEqual(['kept.left a'])
  const all = [
    { headName: 'Lò Thị Yên', seen: true, apart },
    { headName: 'Ai đó', seen: false, apart },
  ]
  expect(listedHouseholds(all).vi).toBe('hộ Lò Thị Yên (Lò Thị Dung có trong sổ hộ, không có trong phiếu), và 1 hộ nữa')
})

it('turns the relations of the others to a new head, and leaves open what cannot be told', () => {
  const facts = withHead({ members: [aunt, girl, { id: 'x' }] }, 'a')
  expect(facts.members?.map(({ relation }) => relation)).toEqual(['head', 'child', undefined])
  expect(withHead({ members: [{ id: 'x' }, girl] }, 'x').members?.map(({ relation }) => relation)).toEqual([
    'head',
    undefined,
  ])
})
