import { expect, it } from 'vitest'
import type { MemberId } from '#kernel/ids.ts'
import { learnedFrom as from, type Registered } from './learned.ts'

type Asked = Parameters<typeof from>[0]
/** Of a register that has not changed since. */
const learnedFrom = (asked: Asked, present: readonly Registered[]) =>
  from(asked, { sent: present.map(({ answers }) => answers), present })

const one = (id: string, name: string, relation: 'head' | 'spouse' | 'child', year: number) =>
  ({ id, name, sex: 'female', birth: { year }, relation }) as const
const mother = one('m', 'Lò Thị Yên', 'head', 1985)
const aunt = one('a', 'Lò Thị Dung', 'spouse', 1990)
const girl = one('g', 'Lò Thị Bé', 'child', 2026)
const registered = (...members: readonly (typeof mother | typeof aunt | typeof girl)[]) =>
  members.map((answers) => ({ memberId: `r-${answers.id}` as MemberId, answers }))

it('says who is in the survey alone, who is in the register alone, and another head', () => {
  expect(learnedFrom([mother, aunt], registered(mother, aunt))).toEqual([])
  expect(learnedFrom([mother, girl], registered(mother, aunt))).toEqual([
    { what: 'joined', name: 'Lò Thị Bé', memberId: null, answers: girl },
    { what: 'left', name: 'Lò Thị Dung', memberId: 'r-a', answers: null },
  ])
  expect(
    learnedFrom(
      [{ ...mother, relation: 'child' } as never, { ...aunt, relation: 'head' } as never],
      registered(mother, aunt),
    ),
  ).toEqual([{ what: 'head', name: 'Lò Thị Dung', memberId: 'r-a', answers: null }])
})

it('knows whom the survey added once the register has the same person under another id', () => {
  expect(learnedFrom([mother, girl], registered(mother, { ...girl, id: 'other', name: 'lo thi be' } as never))).toEqual(
    [],
  )
})

it('says nothing where the survey asked of no member', () => {
  expect(learnedFrom([], registered(mother))).toEqual([])
})

it('does not learn from it who came or went in the register since', () => {
  const present = registered(mother, girl)
  expect(from([mother, aunt], { sent: [mother, aunt], present })).toEqual([])
})
