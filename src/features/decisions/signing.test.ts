/** The number and the signature of a decision have the form of law, and every paper shows the same block. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { Authority } from '#kernel/access.ts'
import type { DecisionId } from '#kernel/ids.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { deciding, enforce, inForce } from '#test/decisions.ts'
import { settle, thon1 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
const give = async (person: PersonName, authority: Authority, days: { from: string; until: string | null }) =>
  expect(
    (
      await world.as('quantri').post(`/api/accounts/${world.idOf(person)}/grants`, {
        role: 'commune_chair',
        authority,
        areaId: demoAreas.tamHongToday,
        ...days,
      })
    ).statusCode,
  ).toBe(200)

beforeAll(async () => {
  world = await openWorld()
  await give('xem', 'for_chair', { from: '2026-11-01', until: null })
  await give('kiem', 'acting', { from: '2026-11-01', until: null })
  // Whose time was over before the day of signing.
  await give('huyen', 'for_chair', { from: '2026-01-01', until: '2026-11-10' })
})
afterAll(() => world.close())

const printed = async (mother: string): Promise<DecisionId> =>
  (await (await deciding(world, [await settle(world, thon1, mother)])).round.printed()).decisionId
const nameOf = async (person: PersonName): Promise<string> =>
  (await world.owner.query('select full_name from account where id = $1', [world.idOf(person)])).rows[0].full_name
const refused = (of: DecisionId, fields: Record<string, string>) => refusal(world, () => enforce(world, of, { fields }))
const signers = (of: DecisionId, day: string, person: PersonName = 'bich') =>
  world.as(person).get(`/api/decisions/${of}/signers?day=${day}`)

describe('the number', () => {
  let of: DecisionId
  beforeAll(async () => {
    of = await printed('Lò Thị Mai')
  })
  it.each([
    '<b>1</b>',
    '145',
    '145/QĐ',
    '/QĐ-UBND',
    '0/QĐ-UBND',
    '145/QD-UBND',
    '145/UBND-QĐ',
    '1.45/QĐ-UBND',
    'QĐ-UBND/145',
  ])('%s is no number of a decision, and the form is said', async (number) => {
    expect(await refused(of, { number })).toBe('decisions.number_form')
    expect((await enforce(world, of, { fields: { number } })).json().title.vi).toContain('145/QĐ-UBND')
  })

  it('is kept in its one form, and taken once a year however many zeros stand before it', async () => {
    await inForce(world, of, { fields: { number: ' 0901/qđ-ubnd ' } })
    const shown = (await world.as('hung').get(`/api/decisions/${of}`)).json()
    expect(shown).toMatchObject({ number: '0901/QĐ-UBND', signerPost: 'Chủ tịch' })
    const other = await printed('Lò Thị Lan')
    await world.owner.query(`update decision set signed_on = '2026-03-02' where id = $1`, [of])
    expect(await refused(other, { number: '901/QĐ-UBND' })).toBe('decisions.number_used')
    const twice = world.owner.query(`update decision set number_year = 2026, number_serial = 901 where id = $1`, [
      other,
    ])
    await expect(twice).rejects.toMatchObject({ constraint: 'decision_number_once_a_year' })
  })
})

describe('the signer', () => {
  let of: DecisionId
  beforeAll(async () => {
    of = await printed('Lò Thị Đào')
  })

  it('is proposed from who holds the role of the chair that day, to who puts in force', async () => {
    const on = async (day: string) =>
      (await signers(of, day))
        .json()
        .signers.map((one: { name: string; authority: string }) => [one.name, one.authority])
    expect(await on('2026-11-20')).toEqual([
      ['Phạm Thị Bích', 'own'],
      [await nameOf('kiem'), 'acting'],
      [await nameOf('xem'), 'for_chair'],
    ])
    expect(await on('2026-10-01')).toEqual([
      ['Phạm Thị Bích', 'own'],
      [await nameOf('huyen'), 'for_chair'],
    ])
    expect((await signers(of, '2026-11-20', 'lan')).json().code).toBe('access.denied')
    expect((await signers(of, '2026-11-20', 'son')).json().code).toBe('decisions.not_found')
  })

  it.each(['😀', 'Phạm 😀 Bích'])('is no picture: %s', async (signerName) => {
    expect(await refused(of, { signerName })).toBe('input.unprintable')
  })
  it('is no number, and no name that the font cannot show', async () => {
    expect(await refused(of, { signerName: '12345' })).toBe('decisions.signer_unfit')
    expect(await refused(of, { signerName: '<b>Bích</b>' })).toBe('decisions.signer_unfit')
    const reply = await enforce(world, of, { fields: { signerName: 'Phạm Thị 𠮷' } })
    expect(reply.json()).toMatchObject({ code: 'input.unprintable' })
    expect(reply.json().title.vi).toContain('“𠮷”')
  })

  it('is somebody else only with the authority and the reason; whose time was over is somebody else too', async () => {
    const signerName = await nameOf('huyen')
    expect(await refused(of, { signerName })).toBe('decisions.signer_unknown')
    expect(await refused(of, { signerName, authority: 'for_chair' })).toBe('decisions.signer_unknown')
    expect(await refused(of, { signerName, authority: 'for_chair', signerBecause: '  ' })).toBe('input.invalid')
    expect(await refused(of, { signerName, authority: 'minister', signerBecause: 'x' })).toBe('input.invalid')
    // A chair does not sign as her own deputy without a word either.
    expect(await refused(of, { authority: 'for_chair' })).toBe('decisions.signer_unknown')
    await inForce(world, of, {
      fields: { signerName, authority: 'for_chair', signerBecause: 'Ký trước khi thôi việc' },
    })
    const { rows } = await world.owner.query(
      'select signer_id, signer_because, signer_post from decision where id = $1',
      [of],
    )
    expect(rows).toEqual([{ signer_id: null, signer_because: 'Ký trước khi thôi việc', signer_post: 'Phó Chủ tịch' }])
  })
})

describe('the block over the signature', () => {
  const text = async (of: DecisionId, path: string) =>
    lookAt((await world.as('hung').get(`/api/decisions/${of}/${path}`)).rawPayload)
      .map((page) => page.text)
      .join(' ')
      .replace(/\s+/g, ' ')

  it.each([
    ['of the chair', 'bich', ['CHỦ TỊCH'], ['TM. ỦY BAN NHÂN DÂN CHỦ TỊCH']],
    [
      'of the vice-chair for the chair',
      'xem',
      ['KT. CHỦ TỊCH PHÓ CHỦ TỊCH'],
      ['TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH'],
    ],
    ['of the acting chair', 'kiem', ['Q. CHỦ TỊCH'], ['TM. ỦY BAN NHÂN DÂN Q. CHỦ TỊCH']],
  ] as const)('%s stands on the decision, the list and the certificates', async (_whose, person, own, committees) => {
    const of = await printed('Bùi Thị Mẵn')
    const signerName = await nameOf(person)
    await inForce(world, of, { fields: { signerName } })
    expect((await world.owner.query('select signer_id from decision where id = $1', [of])).rows).toEqual([
      { signer_id: world.idOf(person) },
    ])
    const decision = await text(of, 'quyet-dinh.pdf')
    for (const line of own) expect(decision).toContain(line)
    expect(decision).not.toContain('TM. ỦY BAN NHÂN DÂN')
    for (const path of ['giay-chung-nhan.pdf', 'danh-sach.pdf?class=poor'])
      for (const line of committees) expect(await text(of, path), path).toContain(line)
    expect(decision).toContain(signerName)
  })

  it('is given to the role of a chair alone, and shown beside it', async () => {
    const reply = () =>
      world.as('quantri').post(`/api/accounts/${world.idOf('dao')}/grants`, {
        role: 'viewer',
        authority: 'acting',
        areaId: demoAreas.tamHongToday,
        from: '2026-11-01',
        until: null,
      })
    expect(await refusal(world, reply)).toBe('people.authority_unfit')
    const { grants } = (await world.as('quantri').get(`/api/areas/${demoAreas.tamHongToday}/access`)).json()
    expect(
      grants
        .filter((one: { role: string }) => one.role === 'commune_chair')
        .map((one: { authority: string }) => one.authority)
        .sort(),
    ).toEqual(['acting', 'for_chair', 'for_chair', 'own'])
  })
})
