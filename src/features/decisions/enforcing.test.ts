/** A signed decision that must not come into force, and what one that does begins: classes by day, certificates by household. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  type KindOfRound,
  lackingAnswers,
  type RoundInHand,
  roundAtSurveying,
  scan,
  settle,
  thon1,
  thon2,
} from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Printed = {
  readonly round: RoundInHand
  readonly families: readonly Family[]
  readonly decisionId: string
  readonly contentHash: string
}

/** A decision over these families, printed and waiting to be signed: the first near-poor, the others poor. */
async function printed(families: readonly Family[], kind: KindOfRound = 'ad_hoc'): Promise<Printed> {
  const { round, cases } = await roundAtSurveying(world, families, kind)
  for (const [at, one] of (cases as CaseOf[]).entries()) {
    const family = families[at] as Family
    const facts = at === 0 ? answersOf(family, 1_400_000) : lackingAnswers(family, 1_000_000)
    const { surveyId } = await round.send(one, facts)
    await round.accept(one, surveyId)
  }
  for (const step of ['surveying', 'checking'])
    await round.must('hung', `/api/rounds/${round.roundId}/finish`, { step })
  await round.pastPaperSteps()
  return { round, families, ...(await round.printed()) }
}
const alone = async (name: string): Promise<Printed> => printed([await settle(world, thon1, name)])

const enforceUrl = ({ decisionId }: Pick<Printed, 'decisionId'>) => `/api/decisions/${decisionId}/enforce`
let numbers = 0
const fieldsOf = (change: Record<string, string> = {}) => {
  numbers += 1
  return {
    number: `${numbers}/QĐ-UBND`,
    signedOn: '2026-11-20',
    signerName: 'Phạm Thị Bích',
    signerPost: 'Chủ tịch',
    ...change,
  }
}
type Change = {
  readonly fields?: Record<string, string>
  readonly file?: ReturnType<typeof scan>
  readonly person?: PersonName
}
const enforce = (of: Pick<Printed, 'decisionId'>, { fields, file = scan(), person = 'bich' }: Change = {}) =>
  world.as(person).upload(enforceUrl(of), fieldsOf(fields), file)
const must = async (of: Printed, change: Change = {}) => {
  const reply = await enforce(of, change)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const review = async ({ householdId }: Family, day: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/households/${householdId}/review?day=${day}`)).json()
const bytesAs = (name: string, bytes: Buffer) => ({ name, type: 'application/pdf', bytes })

describe('a decision does not come into force', () => {
  it.each(['mai', 'lan', 'kiem', 'xem', 'dao', 'quantri', 'la'] as const)('by %s', async (person) => {
    const of = await alone('Nguyễn Thị Nhẫn')
    expect(await refusal(world, () => enforce(of, { person }))).toBe('access.denied')
  })

  it('by the neighbour’s official, without signing in, or where there is no such decision', async () => {
    const of = await alone('Trần Thị Ước')
    expect(await refusal(world, () => enforce(of, { person: 'son' }))).toBe('decisions.not_found')
    expect(await refusal(world, () => world.nobody.upload(enforceUrl(of), fieldsOf(), scan()))).toBe(
      'access.sign_in_needed',
    )
    expect(await refusal(world, () => enforce({ decisionId: newId() }))).toBe('decisions.not_found')
  })

  it('before its print is fixed', async () => {
    const family = await settle(world, thon1, 'Lê Thị Cúc')
    const { round, cases } = await roundAtSurveying(world, [family])
    await round.toDeciding(cases, [family])
    const { decisionId } = (await round.draft()).json()
    expect(await refusal(world, () => enforce({ decisionId }))).toBe('decisions.state_not_allowed')
  })

  it('signed before it was printed, tomorrow, or on no day', async () => {
    const of = await alone('Đỗ Thị Ánh')
    for (const signedOn of ['2026-11-19', '2026-11-21', '2025-11-20', '2027-01-01', '1899-12-31'])
      expect(await refusal(world, () => enforce(of, { fields: { signedOn } }))).toBe('decisions.signed_day')
    for (const signedOn of ['2026-11-31', '20/11/2026', ''])
      expect(await refusal(world, () => enforce(of, { fields: { signedOn } }))).toBe('input.invalid')
  })

  it('signed on the very day of its print, whatever the hour in London', async () => {
    const of = await alone('Bùi Thị Mẵn')
    const printedAt = (instant: string) =>
      world.owner.query('update decision set printed_at = $2 where id = $1', [of.decisionId, instant])
    await printedAt('2026-11-17T16:59:00Z')
    expect(await refusal(world, () => enforce(of, { fields: { signedOn: '2026-11-16' } }))).toBe('decisions.signed_day')
    await printedAt('2026-11-17T17:01:00Z')
    expect(await refusal(world, () => enforce(of, { fields: { signedOn: '2026-11-17' } }))).toBe('decisions.signed_day')
    expect(await must(of, { fields: { signedOn: '2026-11-18' } })).toMatchObject({ classesHoldFrom: '2026-11-18' })
  })

  it('without a number, a signer or his post, or with one too long', async () => {
    const of = await alone('Vũ Thị Hợi')
    for (const field of ['number', 'signerName', 'signerPost'])
      for (const value of ['', 'x'.repeat(200)])
        expect([field, await refusal(world, () => enforce(of, { fields: { [field]: value } }))]).toEqual([
          field,
          'input.invalid',
        ])
  })

  it('by a number of the commune that another decision of that day has, however it is spaced or composed', async () => {
    const [first, second] = [await alone('Lò Thị Mỉ'), await alone('Lò Thị Mẩy')]
    await must(first, { fields: { number: '77/QĐ-UBND' } })
    for (const number of ['77/QĐ-UBND', '  77/QĐ-UBND ', '77/QĐ-UBND'.normalize('NFD')])
      expect(await refusal(world, () => enforce(second, { fields: { number } }))).toBe('decisions.number_used')
    await must(second, { fields: { number: '78/QĐ-UBND' } })
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'papers.scan_missing'],
    ['a web page', Buffer.from('<!doctype html><script>1</script>'), 'papers.scan_type'],
    ['a GIF', Buffer.from('GIF89a.....'), 'papers.scan_type'],
    ['a ZIP, as every Word file is', Buffer.from('PK\u0003\u0004word/document.xml'), 'papers.scan_type'],
    ['a program', Buffer.from('MZ\u0090\u0000'), 'papers.scan_type'],
    ['half the mark of a PDF', Buffer.from('%PDF'), 'papers.scan_type'],
    ['a PDF behind a line', Buffer.from('\n%PDF-1.7\n'), 'papers.scan_type'],
    ['half the mark of a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'papers.scan_type'],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'papers.scan_type'],
  ] as const)('with a scan that is %s, whatever its name and type say', async (_what, bytes, code) => {
    const of = await alone('Vàng Thị Sai')
    expect(await refusal(world, () => enforce(of, { file: bytesAs('quyet-dinh.pdf', bytes) }))).toBe(code)
  })

  it('without any file', async () => {
    const of = await alone('Vàng Thị Dí')
    expect(await refusal(world, () => world.as('bich').post(enforceUrl(of), fieldsOf()))).not.toBe('')
  })

  it('where a line of its list was changed after the print', async () => {
    const of = await printed([await settle(world, thon1, 'Chíu Thị Múi'), await settle(world, thon1, 'Chíu Thị Dảu')])
    const [near] = of.families as [Family]
    const setClass = (to: string) =>
      world.owner.query('update decision_entry set class = $3 where decision_id = $1 and household_id = $2', [
        of.decisionId,
        near.householdId,
        to,
      ])
    await setClass('poor')
    expect(await refusal(world, () => enforce(of))).toBe('decisions.list_changed')
    await setClass('near_poor')
    await must(of)
  })

  it('where the standard of the day of signing is another than that of its round', async () => {
    const of = await alone('Lý Thị Dợ')
    const setStandard = (to: string) =>
      world.owner.query('update round set opening_standard = $2 where id = $1', [of.round.roundId, to])
    await setStandard('vn-2016-2020')
    expect(await refusal(world, () => enforce(of))).toBe('decisions.standard_changed')
    await setStandard('vn-2022-2025')
    await must(of)
  })

  it('twice, nor is it withdrawn or printed once it has', async () => {
    const of = await alone('Hoàng Thị Én')
    await must(of)
    expect(await refusal(world, () => enforce(of))).toBe('rounds.step_not_allowed')
    const post = (path: string, body: object) => () =>
      world.as('hung').post(`/api/decisions/${of.decisionId}/${path}`, body)
    expect(await refusal(world, post('withdraw', { because: 'thử' }))).toBe('rounds.step_not_allowed')
    expect(await refusal(world, post('print', { contentHash: of.contentHash }))).toBe('rounds.step_not_allowed')
    const reopen = () => world.as('hung').post(`/api/rounds/${of.round.roundId}/reopen`, { because: 'thử' })
    expect(await refusal(world, reopen)).toBe('rounds.step_not_allowed')
  })

  it('for a household to which another decision gives a class from the same day, and all of the list waits with it', async () => {
    const shared = await settle(world, thon1, 'Sùng Thị Mai')
    const [first, second] = [
      await printed([shared]),
      await printed([shared, await settle(world, thon1, 'Sùng Thị Lan')]),
    ]
    await must(first)
    expect(await refusal(world, () => enforce(second))).toBe('decisions.class_day_taken')
    const reply = (await enforce(second)).json()
    expect(reply.facts).toMatchObject({ count: 1, households: [shared.householdId] })
    expect(reply.title.vi).toMatch(/^1 hộ /)
  })
})

describe('a decision in force', () => {
  it('gives each household its class from its day on, none on the day before, and the certificates of the listed', async () => {
    const families = [await settle(world, thon1, 'Giàng Thị Chư'), await settle(world, thon2, 'Giàng Thị Dua')]
    const of = await printed(families)
    expect(await must(of)).toMatchObject({ classesHoldFrom: '2026-11-20', certificates: 2 })
    const classesOn = async (day: string) => {
      const held = []
      for (const family of families) held.push((await review(family, day)).now)
      return held
    }
    expect(await classesOn('2026-11-19')).toEqual([null, null])
    expect(await classesOn('2026-11-20')).toEqual(['near_poor', 'poor'])
    expect(await classesOn('2026-11-21')).toEqual(['near_poor', 'poor'])
    expect(await classesOn('2030-01-01')).toEqual(['near_poor', 'poor'])
    const { papers } = await review(families[0] as Family, '2026-11-20')
    expect(papers).toMatchObject([{ class: 'near_poor', year: 2026, decisionId: of.decisionId }])
  })

  it('gives no certificate to a household that is not poor, and names it all the same', async () => {
    const family = await settle(world, thon1, 'Mùa Thị Pà')
    const { round, cases } = await roundAtSurveying(world, [family])
    const { surveyId } = await round.send(cases[0] as CaseOf, answersOf(family, 9_000_000))
    await round.accept(cases[0] as CaseOf, surveyId)
    for (const step of ['surveying', 'checking'])
      await round.must('hung', `/api/rounds/${round.roundId}/finish`, { step })
    await round.pastPaperSteps()
    const { decisionId } = await round.printed()
    expect((await enforce({ decisionId })).json()).toMatchObject({ certificates: 0 })
    const shown = await review(family, '2026-11-20')
    expect([shown.now, shown.papers]).toEqual(['not_poor', []])
  })

  it('of last year’s round, signed late, ends where this month’s decision begins: one class a day, in two rounds', async () => {
    const family = await settle(world, thon1, 'Thào Thị Xua')
    const late = await printed([family], 'last_year')
    const now = await printed([family])
    await must(now)
    await must(late)
    const { classes } = await review(family, '2026-11-20')
    expect(
      classes.map((c: { from: string; until: string | null; decisionId: string }) => [c.from, c.until, c.decisionId]),
    ).toEqual([
      ['2026-11-20', null, now.decisionId],
      ['2026-01-01', '2026-11-20', late.decisionId],
    ])
    for (const [day, held] of [
      ['2025-12-31', null],
      ['2026-01-01', 'near_poor'],
      ['2026-11-19', 'near_poor'],
      ['2026-11-20', 'near_poor'],
    ])
      expect([day, (await review(family, day as string)).now]).toEqual([day, held])
  })

  it('numbers its certificates one after the other in the order of its list, none of them twice in the commune', async () => {
    const of = await printed([
      await settle(world, thon2, 'Cứ Thị Ba'),
      await settle(world, thon1, 'Cứ Thị Hai'),
      await settle(world, thon1, 'Cứ Thị Ánh'),
    ])
    await must(of)
    const { entries } = (await world.as('hung').get(`/api/decisions/${of.decisionId}`)).json()
    const given = entries.map((e: { certificateNumber: string }) => Number(e.certificateNumber.split('/')[0]))
    expect(given).toEqual([given[0], given[0] + 1, given[0] + 2])
    expect(entries[0].certificateNumber).toMatch(/^\d{4}\/GCN-2026$/)
    const { rows } = await world.owner.query(
      'select count(*)::int as made, count(distinct number)::int as numbers from certificate where year = 2026',
    )
    expect(rows[0].numbers).toBe(rows[0].made)
  })

  it('keeps the scan as it came, under its own type, for those who read rounds here', async () => {
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('IHDR')])
    const of = await alone('Tráng Thị Sử')
    await must(of, { file: { name: '../../etc/passwd.pdf', type: 'text/html', bytes: png } })
    const reply = await world.as('lan').get(`/api/decisions/${of.decisionId}/ban-ky`)
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'image/png'])
    expect(reply.rawPayload).toEqual(png)
    expect(reply.headers['content-disposition']).not.toMatch(/\.\.|etc\//)
    for (const person of ['son', 'mai'] as const)
      expect(await refusal(world, () => world.as(person).get(`/api/decisions/${of.decisionId}/ban-ky`))).toBe(
        'decisions.not_found',
      )
  })

  it('is told once in the audit, and a resend of its command writes nothing more', async () => {
    const of = await alone('Hạng Thị Mỷ')
    await must(of)
    const { rows } = await world.owner.query('select what, facts from audit_line where subject_id = $1 order by at', [
      of.decisionId,
    ])
    expect(rows.map((r) => r.what)).toEqual(['decision.drafted', 'decision.printed', 'decision.in_force'])
    expect(rows[2]?.facts).toMatchObject({ certificates: 1, holdFrom: '2026-11-20' })
    expect(JSON.stringify(rows)).not.toMatch(/Hạng|Mỷ/)
  })
})

describe('a field of nothing but spaces', () => {
  it('is no number, no signer and no post', async () => {
    const of = await alone('Phàn Thị Mẩy')
    for (const field of ['number', 'signerName', 'signerPost'])
      expect([field, await refusal(world, () => enforce(of, { fields: { [field]: '   ' } }))]).toEqual([
        field,
        'input.invalid',
      ])
  })
})
