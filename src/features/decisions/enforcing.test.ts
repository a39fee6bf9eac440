/** A signed decision that must not come into force: not by them, not of that day, not with that page, not over that list. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { deciding, enforce, inForce, signature } from '#test/decisions.ts'
import { type Family, type RoundInHand, scan, settle, thon1 } from '#test/rounds.ts'
import { jpeg, onePage, pdfOf, png, tinyPdf } from '#test/scans.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

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
async function printed(families: readonly Family[]): Promise<Printed> {
  const { round } = await deciding(world, families, { outcomes: ['near_poor'] })
  return { round, families, ...(await round.printed()) }
}
const alone = async (name: string): Promise<Printed> => printed([await settle(world, thon1, name)])

describe('a decision does not come into force', () => {
  it.each(['mai', 'lan', 'kiem', 'xem', 'dao', 'quantri', 'la'] as const)('by %s', async (person) => {
    const of = await alone('Nguyễn Thị Nhẫn')
    expect(await refusal(world, () => enforce(world, of.decisionId, { person }))).toBe('access.denied')
  })

  it('by the neighbour’s official, without signing in, or where there is no such decision', async () => {
    const of = await alone('Trần Thị Ước')
    expect(await refusal(world, () => enforce(world, of.decisionId, { person: 'son' }))).toBe('decisions.not_found')
    expect(
      await refusal(world, () => world.nobody.upload(`/api/decisions/${of.decisionId}/enforce`, signature(), scan())),
    ).toBe('access.sign_in_needed')
    expect(await refusal(world, () => enforce(world, newId()))).toBe('decisions.not_found')
  })

  it('before its print is fixed', async () => {
    const family = await settle(world, thon1, 'Lê Thị Cúc')
    const { round } = await deciding(world, [family])
    const { decisionId } = (await round.draft()).json()
    expect(await refusal(world, () => enforce(world, decisionId))).toBe('decisions.state_not_allowed')
  })

  it('signed before it was printed, tomorrow, or on no day', async () => {
    const of = await alone('Đỗ Thị Ánh')
    for (const signedOn of ['2026-11-19', '2026-11-21', '2025-11-20', '2027-01-01', '1899-12-31'])
      expect(await refusal(world, () => enforce(world, of.decisionId, { fields: { signedOn } }))).toBe(
        'decisions.signed_day',
      )
    for (const signedOn of ['2026-11-31', '20/11/2026', ''])
      expect(await refusal(world, () => enforce(world, of.decisionId, { fields: { signedOn } }))).toBe('input.invalid')
  })

  it('signed on the very day of its print, whatever the hour in London', async () => {
    const of = await alone('Bùi Thị Mẵn')
    const printedAt = (instant: string) =>
      world.owner.query('update decision set printed_at = $2 where id = $1', [of.decisionId, instant])
    await printedAt('2026-11-17T16:59:00Z')
    expect(await refusal(world, () => enforce(world, of.decisionId, { fields: { signedOn: '2026-11-16' } }))).toBe(
      'decisions.signed_day',
    )
    await printedAt('2026-11-17T17:01:00Z')
    expect(await refusal(world, () => enforce(world, of.decisionId, { fields: { signedOn: '2026-11-17' } }))).toBe(
      'decisions.signed_day',
    )
    expect(await inForce(world, of.decisionId, { fields: { signedOn: '2026-11-18' } })).toMatchObject({
      classesHoldFrom: '2026-11-18',
    })
  })

  it('without a number or a signer, or with one too long', async () => {
    const of = await alone('Vũ Thị Hợi')
    for (const field of ['number', 'signerName'])
      for (const value of ['', 'x'.repeat(200)])
        expect([
          field,
          await refusal(world, () => enforce(world, of.decisionId, { fields: { [field]: value } })),
        ]).toEqual([field, 'input.invalid'])
  })

  it('by a number of the commune that another decision of that year has, however it is spaced or composed', async () => {
    const [first, second] = [await alone('Lò Thị Mỉ'), await alone('Lò Thị Mẩy')]
    await inForce(world, first.decisionId, { fields: { number: '77/QĐ-UBND' } })
    for (const number of ['77/QĐ-UBND', '  77/QĐ-UBND ', '77/QĐ-UBND'.normalize('NFD')])
      expect(await refusal(world, () => enforce(world, second.decisionId, { fields: { number } }))).toBe(
        'decisions.number_used',
      )
    await inForce(world, second.decisionId, { fields: { number: '78/QĐ-UBND' } })
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
    ['the first and the last line of a PDF', Buffer.from('%PDF-1.7\n%%EOF'), 'papers.scan_broken'],
    ['a PDF with a script behind it', Buffer.concat([tinyPdf, Buffer.from('<script>')]), 'papers.scan_broken'],
    ['a PDF that runs a script', pdfOf([...onePage, '<< /S /Launch /F (cmd.exe) >>']), 'papers.scan_active'],
    ['a PNG cut short', png.subarray(0, 33), 'papers.scan_broken'],
    ['four bytes of a JPEG', jpeg.subarray(0, 4), 'papers.scan_broken'],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'papers.scan_type'],
  ] as const)('with a scan that is %s, whatever its name and type say', async (_what, bytes, code) => {
    const of = await alone('Vàng Thị Sai')
    expect(await refusal(world, () => enforce(world, of.decisionId, { file: scan(bytes) }))).toBe(code)
  })

  it('without any file', async () => {
    const of = await alone('Vàng Thị Dí')
    expect(
      await refusal(world, () => world.as('bich').post(`/api/decisions/${of.decisionId}/enforce`, signature())),
    ).not.toBe('')
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
    expect(await refusal(world, () => enforce(world, of.decisionId))).toBe('decisions.list_changed')
    await setClass('near_poor')
    await inForce(world, of.decisionId)
  })

  it('where the standard of the day of signing is another than that of its round', async () => {
    const of = await alone('Lý Thị Dợ')
    const setStandard = (to: string) =>
      world.owner.query('update round set opening_standard = $2 where id = $1', [of.round.roundId, to])
    await setStandard('vn-2016-2020')
    expect(await refusal(world, () => enforce(world, of.decisionId))).toBe('decisions.standard_changed')
    await setStandard('vn-2022-2025')
    await inForce(world, of.decisionId)
  })

  it('twice, nor is it withdrawn or printed once it has', async () => {
    const of = await alone('Hoàng Thị Én')
    await inForce(world, of.decisionId)
    expect(await refusal(world, () => enforce(world, of.decisionId))).toBe('rounds.step_not_allowed')
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
    await inForce(world, first.decisionId)
    expect(await refusal(world, () => enforce(world, second.decisionId))).toBe('decisions.class_day_taken')
    const reply = (await enforce(world, second.decisionId)).json()
    expect(reply.facts).toMatchObject({ count: 1, households: [shared.householdId] })
    expect(reply.title.vi).toMatch(/^1 hộ .* Hãy trình ký quyết định này vào một ngày sau\. Chưa/)
  })
})

describe('a field of nothing but spaces', () => {
  it('is no number and no signer', async () => {
    const of = await alone('Phàn Thị Mẩy')
    for (const field of ['number', 'signerName'])
      expect([
        field,
        await refusal(world, () => enforce(world, of.decisionId, { fields: { [field]: '   ' } })),
      ]).toEqual([field, 'input.invalid'])
  })
})
