/** What anyone who holds a paper may learn: whether it is genuine and whether it still holds, and nothing about people. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeSigned, verifySigned } from '#kernel/signed.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce } from '#test/decisions.ts'
import { type Family, type KindOfRound, settle, thon1 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Certified = {
  readonly family: Family
  readonly decisionId: string
  readonly certificateId: string
  readonly signed: string
}

/** A decision over a poor family, waiting to be signed. */
async function printed(family: Family, kind: KindOfRound = 'ad_hoc') {
  const { round } = await deciding(world, [family], { kind })
  return round.printed()
}

/** A poor family with its certificate in hand. */
async function certified(family: Family, kind: KindOfRound = 'ad_hoc'): Promise<Certified> {
  const { decisionId } = await printed(family, kind)
  await inForce(world, decisionId)
  const { rows } = await world.owner.query<{ id: string; signed: string }>(
    'select id, signed from certificate where decision_id = $1',
    [decisionId],
  )
  const [{ id, signed }] = rows as [{ id: string; signed: string }]
  return { family, decisionId, certificateId: id, signed }
}

const ask = (id: string) => world.nobody.get(`/api/public/papers/${id}`)
const status = async (id: string) => (await ask(id)).json()
const genuineness = async (text: string) => {
  const decoded = decodeSigned(text)
  const { keys } = (await world.nobody.get('/api/public/keys')).json()
  return decoded ? verifySigned(decoded, keys, crypto.subtle as never) : 'not a signed text'
}
/** The text with other words in it, signed by nobody. */
function altered(text: string, from: string, to: string): string {
  const [key, body = '', signature] = text.split('.')
  const words = Buffer.from(body, 'base64url').toString('utf8')
  expect(words).toContain(from)
  return [key, Buffer.from(words.replace(from, to)).toString('base64url'), signature].join('.')
}

describe('a certificate', () => {
  it('is genuine and in force from its day on, without an end that is not known', async () => {
    const of = await certified(await settle(world, thon1, 'Nguyễn Thị Nhẫn'))
    expect(await genuineness(of.signed)).toBe('genuine')
    expect(decodeSigned(of.signed)?.paper).toMatchObject({ id: of.certificateId, holder: 'Nguyễn Thị Nhẫn' })
    expect(await status(of.certificateId)).toMatchObject({
      known: true,
      kind: 'certificate',
      inForce: true,
      from: '2026-11-20',
      until: null,
    })
  })

  it('with one letter of the name, the class, the year, the number or the id changed is altered', async () => {
    const of = await certified(await settle(world, thon1, 'Trần Thị Ước'))
    const { paper } = decodeSigned(of.signed) ?? { paper: null }
    for (const [from, to] of [
      ['Ước', 'Ướt'],
      ['poor', 'near_poor'],
      ['2026', '2027'],
      [paper?.number ?? '', `9${paper?.number.slice(1)}`],
      [of.certificateId, newId()],
    ] as const)
      expect([from, await genuineness(altered(of.signed, from, to))]).toEqual([from, 'altered'])
  })

  it('whose signature was cut, taken from another or signed by a key of nobody’s is none of ours', async () => {
    const [of, other] = [
      await certified(await settle(world, thon1, 'Lê Thị Cúc')),
      await certified(await settle(world, thon1, 'Đỗ Thị Ánh')),
    ]
    const [key, body, signature] = of.signed.split('.') as [string, string, string]
    const [, , theirs] = other.signed.split('.') as [string, string, string]
    expect(await genuineness([key, body, theirs].join('.'))).toBe('altered')
    expect(await genuineness(['12345678', body, signature].join('.'))).not.toBe('genuine')
    expect(await genuineness([key, body, signature.slice(0, -4)].join('.'))).not.toBe('genuine')
    expect(await genuineness(of.signed)).toBe('genuine')
  })

  it('that nobody issued is not known, and is not called ended', async () => {
    expect(await status(newId())).toMatchObject({ known: false, kind: null, inForce: false, from: null, until: null })
  })

  it.each(['1', 'x', '../sign-in', '0001%2FGCN-2026', '%00', "' or true --"])('is not asked for by %j', async (id) => {
    const reply = await ask(id)
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
    expect(reply.json().code).toMatch(/^(input\.invalid|.*not_found|.*no_such.*)$/)
  })

  it('ends where another class of its household begins: not on the day before, on that day and after', async () => {
    const family = await settle(world, thon1, 'Bùi Thị Mẵn')
    const early = await certified(family, 'last_year')
    expect(await status(early.certificateId)).toMatchObject({ inForce: true, from: '2026-01-01', until: null })
    const now = await certified(family)
    expect(await status(early.certificateId)).toMatchObject({
      known: true,
      inForce: false,
      from: '2026-01-01',
      until: '2026-11-20',
    })
    expect(await status(now.certificateId)).toMatchObject({ inForce: true, from: '2026-11-20', until: null })
    expect(await genuineness(early.signed)).toBe('genuine')
  })

  it('stands although its holder was renamed since: the paper says what it said', async () => {
    const family = await settle(world, thon1, 'Vũ Thị Hợi')
    const of = await certified(family)
    const { rows } = await world.owner.query("select id from member where household_id = $1 and relation = 'head'", [
      family.householdId,
    ])
    const change = await world
      .as('hung')
      .post(`/api/households/${family.householdId}/members/${rows[0]?.id}/change`, { name: 'Vũ Thị Hội' })
    expect(change.statusCode, change.body).toBe(200)
    expect(decodeSigned(of.signed)?.paper.holder).toBe('Vũ Thị Hợi')
    expect(await genuineness(of.signed)).toBe('genuine')
    expect(await status(of.certificateId)).toMatchObject({ inForce: true })
  })

  it('tells whoever asks no name, no household, no village, and says it to everybody alike', async () => {
    const of = await certified(await settle(world, thon1, 'Lò Thị Mỉ'))
    const reply = await ask(of.certificateId)
    expect(reply.body).not.toMatch(/Lò|Mỉ|Thôn|Tam Hồng|household|poor/)
    expect(reply.body).not.toContain(of.family.householdId)
    for (const person of ['hung', 'son', 'la'] as const)
      expect((await world.as(person).get(`/api/public/papers/${of.certificateId}`)).json()).toEqual(reply.json())
    expect(await status(of.family.householdId)).toMatchObject({ known: false })
  })
})

describe('a decision', () => {
  it('does not hold while it waits to be signed, nor ever where it was withdrawn', async () => {
    const { decisionId } = await printed(await settle(world, thon1, 'Lò Thị Mẩy'))
    expect(await status(decisionId)).toMatchObject({ known: true, kind: 'decision', inForce: false, from: null })
    await world.as('hung').post(`/api/decisions/${decisionId}/withdraw`, { because: 'In sai tên' })
    expect(await status(decisionId)).toMatchObject({ inForce: false, from: null })
  })

  it('holds from the day its classes hold', async () => {
    const of = await certified(await settle(world, thon1, 'Chíu Thị Múi'))
    expect(await status(of.decisionId)).toMatchObject({
      known: true,
      kind: 'decision',
      inForce: true,
      from: '2026-11-20',
    })
  })
})

describe('the keys with which papers are checked', () => {
  it('are the public halves only, and nobody changes them through this door', async () => {
    const { keys } = (await world.nobody.get('/api/public/keys')).json()
    expect(keys.length).toBeGreaterThan(0)
    for (const key of keys) expect(Object.keys(key).sort()).toEqual(['id', 'x'])
    for (const key of keys) expect(Buffer.from(key.x, 'base64url')).toHaveLength(32)
    expect(await refusal(world, () => world.nobody.post('/api/public/keys', { keys: [] }))).not.toBe('')
  })
})
