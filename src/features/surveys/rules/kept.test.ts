/** Whence what was kept came: what is said of each answer and how many there are is one number. Pure. */
import { expect, it } from 'vitest'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Form } from '#features/standards/model/form.ts'
import { keptOf } from './differences.ts'

const question = (id: string, path: string) => ({ id, path, kind: 'text', asks: { vi: id, en: id } })
const form = {
  sections: [
    {
      id: 'who',
      repeat: 'members',
      groups: [{ id: 'a', questions: [question('name', 'members[].name'), question('job', 'members[].job')] }],
    },
    { id: 'money', groups: [{ id: 'b', questions: [question('income', 'income.monthlyPerCapita')] }] },
  ],
} as unknown as Form
const said = (job: string, monthlyPerCapita?: number) =>
  ({
    members: [{ id: 'm1', name: 'Lò Thị Yên', job }],
    ...(monthlyPerCapita && { income: { monthlyPerCapita } }),
  }) as unknown as Facts

it('a name that last time and the register both say is kept as the register has it; income asked anew is not kept', () => {
  const before = said('farm', 900_000)
  const kept = keptOf(form, { before, start: said('farm') }, said('farm', 900_000))
  expect(kept.map(({ question: id, from }) => [id, from])).toEqual([
    ['name', 'register'],
    ['job', 'before'],
  ])
})

it('what the register corrected since last time is kept as of the register, what was given anew is not', () => {
  const renamed = { members: [{ id: 'm1', name: 'Lò Thị Yến', job: 'farm' }] } as unknown as Facts
  const now = { members: [{ id: 'm1', name: 'Lò Thị Yến', job: 'wage' }] } as unknown as Facts
  expect(keptOf(form, { before: said('farm'), start: renamed }, now).map(({ from }) => from)).toEqual(['register'])
})
