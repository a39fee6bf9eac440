/** Prefilling from last time and comparing with it. */
import { describe, expect, it } from 'vitest'
import { loadStandards } from '#features/standards/library.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import { plainDate } from '#kernel/dates.ts'
import { changesSince, differencesOf, keptOf, sectionOf } from './differences.ts'
import { prefilled, returnedAnswers } from './prefill.ts'
import { columnsOf } from './verdicts.ts'

const form = getForm('review-2026')

function getForm(id: string) {
  const found = loadStandards().forms.find((f) => f.value.id === id)
  if (!found) throw new Error(`no form ${id}`)
  return found.value
}

const nhan = { id: 'p1', name: 'Nhẫn', sex: 'female', birth: { year: 1985 }, relation: 'head', job: 'farm' } as const
const be = { id: 'p2', name: 'Bé', sex: 'male', birth: { year: 2014 }, relation: 'child' } as const
const last = {
  settlement: 'rural',
  members: [nhan, be],
  housing: { wall: 'durable', areaM2: 60 },
  income: { perPersonMonth: 900_000 },
  information: { means: ['tv', 'radio'] },
  note: 'ghi chú năm ngoái',
} as unknown as Facts

describe('a form filled in from last time', () => {
  it('keeps the answers, asks for income anew and forgets the note', () => {
    const { facts, changed } = prefilled({ last, present: [nhan, be], place: { settlement: 'rural' } })
    expect(facts).toEqual({
      settlement: 'rural',
      members: [nhan, be],
      housing: { wall: 'durable', areaM2: 60 },
      information: { means: ['tv', 'radio'] },
    })
    expect(changed).toEqual([])
  })

  it('takes who joined and who left from the register, and corrects who they are', () => {
    const baby = { id: 'p3', name: 'Út', birth: { year: 2026 }, relation: 'child' } as const
    const renamed = { ...nhan, name: 'Nguyễn Thị Nhẫn', job: undefined } as never
    const { facts, changed } = prefilled({ last, present: [renamed, baby], place: {} })
    expect(facts.members?.map((m) => m.id)).toEqual(['p1', 'p3'])
    expect(facts.members?.[0]).toMatchObject({ name: 'Nguyễn Thị Nhẫn', job: 'farm' })
    expect(changed).toEqual([
      { what: 'joined', person: 'p3', name: 'Út', paths: [] },
      { what: 'left', person: 'p2', name: 'Bé', paths: [] },
      { what: 'corrected', person: 'p1', name: 'Nguyễn Thị Nhẫn', paths: ['members[].name'] },
    ])
  })

  it('begins from the register alone where nothing was asked before', () => {
    const { facts, changed } = prefilled({ last: null, present: [nhan], place: { settlement: 'urban' } })
    expect(facts).toEqual({ settlement: 'urban', members: [nhan] })
    expect(changed).toEqual([])
  })
})

describe('a birth told in more or fewer words', () => {
  it('is no difference where the year agrees, and the fuller one stays', () => {
    const full = { ...nhan, birth: { day: 12, year: 1985, month: 4 } }
    for (const [asked, registered] of [
      [nhan, full],
      [full, nhan],
      [full, { ...nhan, birth: { year: 1985, month: 4, day: 12 } }],
    ] as const) {
      const { facts, changed } = prefilled({ last: { members: [asked] }, present: [registered], place: {} })
      expect(changed).toEqual([])
      expect(facts.members?.[0]?.birth).toEqual(full.birth)
    }
  })

  it('is one where a part of it contradicts', () => {
    const asked = { ...nhan, birth: { year: 1985, month: 5 } }
    const registered = { ...nhan, birth: { year: 1985, month: 4, day: 12 } }
    const { changed } = prefilled({ last: { members: [asked] }, present: [registered], place: {} })
    expect(changed).toMatchObject([{ what: 'corrected', paths: ['members[].birth'] }])
  })
})

describe('a form that came back to Mai', () => {
  const added = { id: 'p9', name: 'Cháu', birth: { year: 2026 }, relation: 'grandchild' } as const
  const spelled = { ...nhan, name: 'Nguyễn Thị Nhẫn' }
  const own = { ...last, members: [spelled, added] } as Facts

  it('is as she sent it while the register stands as it stood', () => {
    expect(returnedAnswers({ own, sent: [nhan, be], now: [nhan, be], place: {} })).toEqual({ facts: own, changed: [] })
  })

  it('takes only what the register changed since', () => {
    const baby = { id: 'p3', name: 'Út', birth: { year: 2026 }, relation: 'child' } as const
    const now = [{ ...nhan, birth: { year: 1986 } }, baby] as const
    const { facts, changed } = returnedAnswers({ own, sent: [nhan, be], now, place: { settlement: 'urban' } })
    expect(facts.settlement).toBe('urban')
    expect(facts.members).toEqual([{ ...spelled, birth: { year: 1986 } }, added, baby])
    expect(changed).toEqual([
      { what: 'joined', person: 'p3', name: 'Út', paths: [] },
      { what: 'corrected', person: 'p1', name: 'Nguyễn Thị Nhẫn', paths: ['members[].birth'] },
    ])
  })

  it('lets go of who left the register, not of whom she added', () => {
    const { facts, changed } = returnedAnswers({
      own: { members: [nhan, be, added] },
      sent: [nhan, be],
      now: [nhan],
      place: {},
    })
    expect(facts.members?.map((m) => m.id)).toEqual(['p1', 'p9'])
    expect(changed).toEqual([{ what: 'left', person: 'p2', name: 'Bé', paths: [] }])
  })
})

describe('two surveys side by side', () => {
  it('differ only where an answer differs, in the order of the form', () => {
    const now = {
      ...last,
      housing: { wall: 'not_durable', areaM2: 60 },
      members: [{ ...nhan, job: 'none' }, be],
    } as Facts
    expect(differencesOf(form, last, now).map((d) => [d.section, d.question, d.personName, d.before, d.now])).toEqual([
      ['members', 'member.job', 'Nhẫn', 'farm', 'none'],
      ['housing', 'housing.wall', null, 'durable', 'not_durable'],
    ])
  })

  it('do not differ by the order of ticks', () => {
    const now = { ...last, information: { means: ['radio', 'tv'] } } as Facts
    expect(differencesOf(form, last, now)).toEqual([])
  })

  it('show who is gone with the answers of then', () => {
    const now = { ...last, members: [nhan] } as unknown as Facts
    const gone = differencesOf(form, last, now).filter((d) => d.person === 'p2')
    expect(gone.map((d) => d.question)).toEqual(['member.name', 'member.sex', 'member.birth', 'member.relation'])
    expect(gone.every((d) => d.now === null)).toBe(true)
  })

  it('since last time are those of what was asked this time, and who is gone is told once', () => {
    const worker = { ...nhan, job: 'wage', contract: true } as const
    const before = { ...last, region: 'NT_DBSH', members: [worker, be] } as unknown as Facts
    // She farms now: nobody asks for a contract. Be is not in the form any more.
    const { region: _none, ...rest } = before
    const facts = { ...rest, members: [{ ...nhan, job: 'farm' }] } as unknown as Facts
    const day = plainDate('2026-11-21')
    const of = (byPoints: boolean) =>
      changesSince(form, before, { facts, day, byPoints }).map((d) => [d.question, d.personName, d.before, d.now])
    const gone = [['member.name', 'Bé', 'Bé', null]]
    expect(of(false)).toEqual([...gone, ['member.job', 'Nhẫn', 'wage', 'farm']])
    // Where a table of points reads it, it is asked; without an answer that is a difference.
    expect(of(true)).toContainEqual(['region', null, 'NT_DBSH', null])
  })

  it('name the section of a question, which is the topic of a training need', () => {
    expect(sectionOf(form, 'housing.wall')).toBe('housing')
    expect(sectionOf(form, 'nonsense')).toBe('nonsense')
  })
})

describe('the columns drawn out of the answers', () => {
  it('spread the income of twelve months over the members', () => {
    expect(columnsOf({ members: [nhan, be], income: { total12Months: 24_000_000 } } as unknown as Facts)).toEqual({
      members: 2,
      income: 1_000_000,
    })
    expect(columnsOf({ memberCount: 4 } as Facts)).toEqual({ members: 4, income: null })
  })
})

describe('what was kept as filled in', () => {
  const pathOf = (id: string): string | undefined =>
    form.sections.flatMap((s) => s.groups.flatMap((g) => g.questions)).find((q) => q.id === id)?.path

  it('is every answer that the form began with and that was sent unchanged, never income; who a person is, is the register’s', () => {
    const { facts } = prefilled({ last, present: [nhan, be], place: {} })
    const now = { ...facts, housing: { ...facts.housing, areaM2: 75 }, income: last.income } as Facts
    const of = keptOf(form, { before: last, start: facts }, now)
    const kept = of.map(({ question, person }) => [pathOf(question), person])
    expect(kept).toContainEqual(['housing.wall', null])
    expect(kept).toContainEqual(['members[].job', 'p1'])
    expect(kept.map(([path]) => path)).not.toContain('housing.areaM2')
    for (const path of ['income.perPersonMonth', 'note']) expect(kept.map(([asked]) => asked)).not.toContain(path)
    for (const path of ['members[].name', 'members[].birth']) {
      const whence = of.filter(({ question }) => pathOf(question) === path).map(({ from }) => from)
      expect([...new Set(whence)], path).toEqual(['register'])
    }
  })

  it('is nothing of somebody who was not there last time', () => {
    expect(keptOf(form, { before: { members: [nhan] } as Facts, start: {} }, { members: [be] } as Facts)).toEqual([])
  })

  it('is told from the register where nobody was asked before', () => {
    const { facts: start } = prefilled({ last: null, present: [nhan, be], place: {} })
    const now = { members: [nhan, { ...be, name: 'Lò Văn Khác' }] } as Facts
    const kept = keptOf(form, { before: null, start }, now).map((one) => [pathOf(one.question), one.person, one.from])
    expect(kept).toContainEqual(['members[].name', nhan.id, 'register'])
    expect(kept).not.toContainEqual(['members[].name', be.id, 'register'])
    expect(kept.every(([, , from]) => from === 'register')).toBe(true)
  })
})
