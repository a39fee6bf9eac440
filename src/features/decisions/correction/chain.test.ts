/** A household put right twice and once more: every paper of the chain names those before it, and the one that is in use. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { decodeSigned } from '#kernel/signed.ts'
import { clockAt } from '#platform/server/clock.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce, signature } from '#test/decisions.ts'
import { type Family, scan, settle, thon1 } from '#test/rounds.ts'
import { correctionPapersTried } from '#test/tried.ts'
import { openWorld, type World } from '#test/world.ts'
import { textsIn } from '#test/zip.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Certificate = { readonly certificateId: string; readonly number: string }
type Decided = { readonly family: Family; readonly decisionId: string; readonly number: string }
type PutRight = { readonly correctionId: string; readonly number: string; readonly successor: Certificate }

const stand = (on: string) => Object.assign(world.host.services, { clock: clockAt(plainDate(on)) })
async function must(path: string, body: object) {
  const reply = await world.as('hung').post(path, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const asked = async (id: string) => (await world.nobody.get(`/api/public/papers/${id}`)).json()
const read = async (path: string) => {
  const reply = await world.as('hung').get(path)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply
}
/** Without spaces: lines that are drawn out to the margin are read without theirs. */
const bare = (text: string) => text.replace(/\s+/g, '')
const textOf = async (path: string) =>
  bare(
    lookAt((await read(path)).rawPayload)
      .map((page) => page.text)
      .join(' '),
  )
const wordsOf = async (path: string, part: string) =>
  bare(
    ((await textsIn((await read(path)).rawPayload)).get(part) ?? '')
      .replaceAll('<w:noBreakHyphen/>', '-')
      .replace(/<[^>]+>/g, ''),
  )

async function decided(name: string): Promise<Decided> {
  stand('2026-11-20')
  const family = await settle(world, thon1, name)
  const { round } = await deciding(world, [family])
  const { decisionId } = await round.printed()
  await inForce(world, decisionId)
  return { family, decisionId, number: (await read(`/api/decisions/${decisionId}`)).json().number }
}
const certificatesOf = async ({ family }: Decided): Promise<(Certificate & { readonly replaced: boolean })[]> =>
  (await read(`/api/households/${family.householdId}/review`)).json().papers

/** Renamed in the register and put right on the day, by a paper with this number. */
async function putRight({ family, decisionId }: Decided, name: string, { number, on }: { number: string; on: string }) {
  stand(on)
  const { rows } = await world.owner.query(
    `select id from member where household_id = $1 and relation = 'head' and left_on is null`,
    [family.householdId],
  )
  await must(`/api/households/${family.householdId}/members/${rows[0].id}/change`, { name })
  const correctionId = newId()
  const because = 'Ghi sai họ tên'
  await must(`/api/decisions/${decisionId}/households/${family.householdId}/correction`, { correctionId, because })
  await correctionPapersTried(world, correctionId)
  const fields = signature({ number, signedOn: on })
  const reply = await world.as('bich').upload(`/api/corrections/${correctionId}/enforce`, fields, scan())
  expect(reply.statusCode, reply.body).toBe(200)
  return { correctionId, number, successor: reply.json().successor } satisfies PutRight
}

describe('a household put right three times', () => {
  let made: Decided
  let first: Certificate
  let chain: readonly [PutRight, PutRight, PutRight]
  beforeAll(async () => {
    made = await decided('Đỗ Thị Án')
    first = (await certificatesOf(made))[0] as Certificate
    chain = [
      await putRight(made, 'Đỗ Thị Anh', { number: '9165/QĐ-UBND', on: '2026-11-21' }),
      await putRight(made, 'Đỗ Thị Ánh', { number: '9166/QĐ-UBND', on: '2026-11-22' }),
      await putRight(made, 'Đỗ Thị Oanh', { number: '9167/QĐ-UBND', on: '2026-11-23' }),
    ]
  }, 120_000)

  it('has one paper in use, the same on the page of every paper of the chain, with what ended each', async () => {
    const [one, two, three] = chain
    const inUse = { kind: 'certificate', number: three.successor.number, day: '2026-11-23', inForce: true, until: null }
    const ended = [
      [first, one],
      [one.successor, two],
      [two.successor, three],
    ] as const
    for (const [{ certificateId }, by] of ended)
      expect(await asked(certificateId)).toMatchObject({
        inForce: false,
        replacedBy: { kind: 'correction', number: by.number },
        instead: inUse,
      })
    for (const { correctionId } of chain)
      expect(await asked(correctionId)).toMatchObject({ inForce: true, instead: inUse })
    expect(await asked(three.successor.certificateId)).toMatchObject({ inForce: true, instead: null })
    expect((await asked(made.decisionId)).corrections.map((by: { number: string }) => by.number)).toEqual(
      chain.map(({ number }) => number),
    )
  })

  it('names on each correcting paper the decision and every earlier correction, and quotes what the last one said', async () => {
    const [one, two, three] = chain
    const chair = 'của Chủ tịch Ủy ban nhân dân xã Tam Hồng'
    const list = `thuộc danh sách kèm theo Quyết định số ${made.number} ngày 20/11/2026 ${chair}`
    const of = (correctionId: string, kind = 'pdf') => `/api/corrections/${correctionId}/dinh-chinh.${kind}`
    const paper = await textOf(of(three.correctionId))
    for (const said of [
      `Căn cứ Quyết định số ${made.number} ngày 20 tháng 11 năm 2026 ${chair} về việc công nhận`,
      `Căn cứ Quyết định số 9165/QĐ-UBND ngày 21 tháng 11 năm 2026 ${chair} về việc đính chính thông tin hộ gia đình tại Quyết định số ${made.number}`,
      `Căn cứ Quyết định số 9166/QĐ-UBND ngày 22 tháng 11 năm 2026 ${chair} về việc đính chính`,
      `của hộ ông/bà Đỗ Thị Ánh, Thôn 1, ${list}, đã được đính chính tại Quyết định số 9165/QĐ-UBND ngày 21/11/2026 ${chair} và Quyết định số 9166/QĐ-UBND ngày 22/11/2026 ${chair}, và ghi tại Giấy chứng nhận số ${two.successor.number}`,
      `Các nội dung khác của Quyết định số ${made.number} và của các quyết định đính chính nêu tại Điều 1 giữ nguyên.`,
    ])
      expect(paper).toContain(bare(said))
    expect(await wordsOf(of(three.correctionId, 'docx'), 'word/document.xml')).toContain(
      bare('đã được đính chính tại Quyết định số 9165/QĐ-UBND'),
    )
    const second = await textOf(of(two.correctionId))
    expect(second).toContain(bare('hộ ông/bà Đỗ Thị Anh, Thôn 1'))
    expect(second).toContain(bare('đã được đính chính tại Quyết định số 9165/QĐ-UBND ngày 21/11/2026'))
    expect(second).not.toMatch(/9167/)
    const before = await textOf(of(one.correctionId))
    expect(before).toContain(bare(`ông/bà Đỗ Thị Án, Thôn 1, ghi tại danh sách kèm theo Quyết định số ${made.number}`))
    expect(before).not.toMatch(/đãđượcđínhchínhtại|916[67]/)
  })

  it('names all of them on the list, the annex and the certificate that is printed again', async () => {
    const of = `/api/decisions/${made.decisionId}`
    const note = bare(
      'STT 1 (Đỗ Thị Án): đã đính chính theo Quyết định số 9165/QĐ-UBND ngày 21/11/2026, Quyết định số 9166/QĐ-UBND ngày 22/11/2026 và Quyết định số 9167/QĐ-UBND ngày 23/11/2026.',
    )
    for (const path of ['quyet-dinh.pdf', 'danh-sach.pdf?class=poor'])
      expect(await textOf(`${of}/${path}`)).toContain(note)
    expect(await wordsOf(`${of}/quyet-dinh.docx`, 'word/document.xml')).toContain(note)
    expect(await wordsOf(`${of}/danh-sach.xlsx?class=poor`, 'xl/sharedStrings.xml')).toContain(note)
    expect(await textOf(`${of}/giay-chung-nhan.pdf`)).toContain(
      bare(
        'đính chính theo Quyết định số 9165/QĐ-UBND ngày 21/11/2026, Quyết định số 9166/QĐ-UBND ngày 22/11/2026 và Quyết định số 9167/QĐ-UBND ngày 23/11/2026.',
      ),
    )
    const [one, two, three] = chain
    const second = await textOf(`${of}/giay-chung-nhan.pdf?certificateId=${two.successor.certificateId}`)
    expect(second).toContain(
      bare('đính chính theo Quyết định số 9165/QĐ-UBND ngày 21/11/2026 và Quyết định số 9166/QĐ-UBND ngày 22/11/2026.'),
    )
    // Across a certificate of before stands which one came in its place, and which one is in use.
    const old = await textOf(`${of}/giay-chung-nhan.pdf?certificateId=${first.certificateId}`)
    expect(old).toContain(
      bare(
        `Đã thay thế bằng Giấy chứng nhận số ${one.successor.number} theo Quyết định đính chính số 9165/QĐ-UBND ngày 21/11/2026; nay là Giấy chứng nhận số ${three.successor.number} theo Quyết định đính chính số 9167/QĐ-UBND ngày 23/11/2026.`,
      ),
    )
    expect(second).not.toContain(bare('; nay là'))
  })

  it('says on the page of an earlier correction that its certificate is not the one in use', async () => {
    const [one, , three] = chain
    const page = async ({ correctionId }: PutRight) => (await read(`/api/corrections/${correctionId}`)).json()
    expect(await page(one)).toMatchObject({
      successor: { number: one.successor.number, replaced: true },
      inUse: { number: three.successor.number },
    })
    expect(await page(three)).toMatchObject({
      successor: { replaced: false },
      inUse: { number: three.successor.number },
    })
  })

  it('tells anybody the number and the day that were written on the paper, and what it puts right', async () => {
    const [one] = chain
    const amends = { kind: 'decision', number: made.number, day: '2026-11-20' }
    expect(await asked(one.correctionId)).toMatchObject({ number: one.number, issuedOn: '2026-11-21', amends })
    expect(await asked(made.decisionId)).toMatchObject({ number: made.number, issuedOn: '2026-11-20', amends: null })
    expect(await asked(first.certificateId)).toMatchObject({ number: first.number, amends: null })
    const { rows } = await world.owner.query('select signed from correction where id = $1', [one.correctionId])
    expect(decodeSigned(rows[0].signed)?.paper.states).toBe(`đính chính Quyết định ${made.number}`)
  })

  it('says so too where the household has ended: no paper is in use', async () => {
    stand('2026-11-24')
    await must(`/api/households/${made.family.householdId}/end`, { on: '2026-11-24', reason: 'moved_away' })
    const last = { number: chain[2].successor.number, inForce: false, until: '2026-11-24' }
    for (const id of [first.certificateId, chain[1].successor.certificateId, chain[0].correctionId])
      expect(await asked(id)).toMatchObject({ instead: last })
  })
})

describe('a household put right twice, and decided on anew', () => {
  it('is told of the certificate of the later decision on every paper of before', async () => {
    const made = await decided('Bàn Thị Mùi')
    const [first] = await certificatesOf(made)
    const one = await putRight(made, 'Bàn Thị Mui', { number: '9265/QĐ-UBND', on: '2026-11-21' })
    const two = await putRight(made, 'Bàn Thị Mười', { number: '9266/QĐ-UBND', on: '2026-11-22' })
    stand('2026-11-25')
    const { round } = await deciding(world, [made.family])
    const { decisionId } = await round.printed()
    await inForce(world, decisionId, { fields: { signedOn: '2026-11-25' } })
    const number = (await certificatesOf(made)).find(
      ({ certificateId }) =>
        ![first?.certificateId, one.successor.certificateId, two.successor.certificateId].includes(certificateId),
    )?.number
    expect(number).toBeDefined()
    for (const id of [first?.certificateId ?? '', one.successor.certificateId, two.successor.certificateId])
      expect(await asked(id)).toMatchObject({ inForce: false, instead: { number, inForce: true } })
    for (const { correctionId } of [one, two])
      expect(await asked(correctionId)).toMatchObject({ instead: { number, inForce: true } })
    expect(await asked(two.successor.certificateId)).toMatchObject({ replacedBy: { kind: 'certificate', number } })
    // That one is put right too: what it ended is told of both.
    const later = await putRight({ ...made, decisionId }, 'Bàn Thị Muội', { number: '9267/QĐ-UBND', on: '2026-11-26' })
    for (const id of [first?.certificateId ?? '', one.successor.certificateId, one.correctionId])
      expect(await asked(id)).toMatchObject({ instead: { number: later.successor.number, inForce: true } })
    const ended = `hết hiệu lực từ ngày 25/11/2026 theo Giấy chứng nhận số ${number} ngày 25/11/2026, nay là số ${later.successor.number}`
    const old = `/api/decisions/${made.decisionId}/giay-chung-nhan.pdf?certificateId=`
    expect(await textOf(`${old}${two.successor.certificateId}`)).toContain(bare(`Giấy này ${ended}.`))
    expect(await textOf(`${old}${first?.certificateId}`)).toContain(
      bare(
        `sau đó là Giấy chứng nhận số ${two.successor.number} theo Quyết định đính chính số 9266/QĐ-UBND ngày 22/11/2026; giấy ấy ${ended}.`,
      ),
    )
  }, 120_000)
})
