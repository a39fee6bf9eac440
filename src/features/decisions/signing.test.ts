/** The number and the signature of a decision have the form of law, and every paper shows the same block. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { Authority } from '#kernel/access.ts'
import type { DecisionId } from '#kernel/ids.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, enforce, inForce } from '#test/decisions.ts'
import { settle, thon1 } from '#test/rounds.ts'
import { tried } from '#test/tried.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { listHash } from './rules/decision.ts'

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

type Fields = Record<string, string>
const roundOf = async (mother: string) => (await deciding(world, [await settle(world, thon1, mother)])).round
const printed = async (mother: string, signer: Fields = {}): Promise<DecisionId> =>
  (await (await roundOf(mother)).printed(signer)).decisionId
const show = async (of: string) => (await world.as('hung').get(`/api/decisions/${of}`)).json()
const text = async (of: string, path: string) =>
  lookAt((await world.as('hung').get(`/api/decisions/${of}/${path}`)).rawPayload)
    .map((page) => page.text)
    .join(' ')
    .replace(/\s+/g, ' ')
/** Drafted again with another signer; answers the reply. */
const redraft = (of: string, fields: Fields, nextId: string = newId()) =>
  world.as('hung').post(`/api/decisions/${of}/redraft`, { nextId, ...fields })
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
  const refusedToo = (fields: Fields) => refusal(world, () => redraft(of, fields))

  it('is proposed from who holds the role of the chair that day', async () => {
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
    for (const person of ['mai', 'son'] as const)
      expect((await signers(of, '2026-11-20', person)).json().code).toBe('decisions.not_found')
    expect(await show(of)).toMatchObject({ signerName: 'Phạm Thị Bích', signerAuthority: 'own' })
  })

  it.each(['😀', 'Phạm 😀 Bích'])('is no picture: %s', async (signerName) => {
    expect(await refusedToo({ signerName })).toBe('input.unprintable')
  })
  it('is no number, and no name that the font cannot show', async () => {
    expect(await refusedToo({ signerName: '12345' })).toBe('decisions.signer_unfit')
    expect(await refusedToo({ signerName: '<b>Bích</b>' })).toBe('decisions.signer_unfit')
    const reply = await redraft(of, { signerName: 'Phạm Thị 𠮷' })
    expect(reply.json()).toMatchObject({ code: 'input.unprintable' })
    expect(reply.json().title.vi).toContain('“𠮷”')
  })

  it('is somebody else only with the authority and the reason; whose time was over is somebody else too', async () => {
    const signerName = await nameOf('huyen')
    expect(await refusedToo({ signerName })).toBe('decisions.signer_unknown')
    expect(await refusedToo({ signerName, authority: 'for_chair' })).toBe('decisions.signer_unknown')
    expect(await refusedToo({ signerName, authority: 'for_chair', signerBecause: '  ' })).toBe('input.invalid')
    expect(await refusedToo({ signerName, authority: 'minister', signerBecause: 'x' })).toBe('input.invalid')
    // A chair does not sign as her own deputy without a word either.
    expect(await refusedToo({ signerName: 'Phạm Thị Bích', authority: 'for_chair' })).toBe('decisions.signer_unknown')
    const said = { signerName, authority: 'for_chair', signerBecause: 'Ký trước khi thôi việc' }
    const other = await printed('Lò Thị Đượm', said)
    await inForce(world, other, { fields: { signerName } })
    const { rows } = await world.owner.query(
      'select signer_id, signer_because, signer_post from decision where id = $1',
      [other],
    )
    expect(rows).toEqual([{ signer_id: null, signer_because: said.signerBecause, signer_post: 'Phó Chủ tịch' }])
  })
})

describe('the signer that is printed', () => {
  const drafted = async (mother: string, fields: Fields = {}) => {
    const round = await roundOf(mother)
    const decisionId = newId()
    const draft = await world.as('hung').post(`/api/rounds/${round.roundId}/decision`, { decisionId, ...fields })
    expect(draft.statusCode, draft.body).toBe(200)
    return { decisionId, contentHash: draft.json().contentHash as string }
  }
  const print = (of: { decisionId: string; contentHash: string }) =>
    world.as('hung').post(`/api/decisions/${of.decisionId}/print`, { contentHash: of.contentHash })

  it('stands on the page before it is signed: a vice-chair signs for the chair', async () => {
    const signerName = await nameOf('xem')
    const of = await printed('Nông Thị Ấm', { signerName })
    const page = await text(of, 'quyet-dinh.pdf?final=true')
    expect(page).toContain('KT. CHỦ TỊCH')
    expect(page).toContain('PHÓ CHỦ TỊCH')
    expect(page).toContain(signerName)
    expect(page).not.toContain('Phạm Thị Bích')
  })

  it('is covered by the hash that is tried, printed and carried by the QR', async () => {
    const of = await drafted('Nông Thị Ất')
    await tried(world, of.decisionId)
    const next = newId()
    const other = await redraft(of.decisionId, { signerName: await nameOf('xem') }, next)
    expect(other.json()).toMatchObject({ decisionId: next, state: 'drafted' })
    const { contentHash } = other.json()
    expect(contentHash).not.toBe(of.contentHash)
    expect(await refusal(world, () => print({ decisionId: next, contentHash }))).toBe('decisions.not_tried')
    await tried(world, next)
    expect(await refusal(world, () => print({ decisionId: next, contentHash: of.contentHash }))).toBe(
      'decisions.list_changed',
    )
    expect((await print({ decisionId: next, contentHash })).statusCode).toBe(200)
    expect((await show(of.decisionId)).state).toBe('withdrawn')
    // Who was chosen stays chosen when it is drafted again.
    const third = newId()
    await redraft(next, {}, third)
    expect(await show(third)).toMatchObject({ state: 'drafted', signerAuthority: 'for_chair' })
  })

  it('is the one who signs: a page by another, or by another authority, is not entered until it is printed anew', async () => {
    const of = await printed('Nông Thị Én')
    const signerName = await nameOf('xem')
    expect(await refused(of, { signerName })).toBe('decisions.signer_printed')
    expect(await refused(of, { authority: 'for_chair' })).toBe('decisions.signer_printed')
    const next = newId()
    const again = await redraft(of, { signerName }, next)
    expect((await enforce(world, of, { fields: { signerName } })).json().code).toBe('decisions.state_not_allowed')
    await tried(world, next)
    expect((await print({ decisionId: next, contentHash: again.json().contentHash })).statusCode).toBe(200)
    await inForce(world, next, { fields: { signerName } })
    expect(await text(next, 'giay-chung-nhan.pdf')).toContain('KT. CHỦ TỊCH')
  })

  it('whose grant ended before the day of the page is not entered either', async () => {
    const of = await printed('Nông Thị Yến', { signerName: await nameOf('kiem') })
    const grant = `where account_id = $1 and authority = 'acting'`
    await world.owner.query(`update access_grant set valid_until = '2026-11-15' ${grant}`, [world.idOf('kiem')])
    const signerName = await nameOf('kiem')
    expect(await refused(of, { signerName })).toBe('decisions.signer_gone')
    await world.owner.query(`update access_grant set valid_until = null ${grant}`, [world.idOf('kiem')])
    await inForce(world, of, { fields: { signerName } })
  })

  it('who signed in the morning and lost the grant in the afternoon has signed; after that day she has not', async () => {
    const signerName = await nameOf('kiem')
    const [of, other] = [await printed('Nông Thị Sớm', { signerName }), await printed('Nông Thị Muộn', { signerName })]
    const { rows } = await world.owner.query(
      `select id from access_grant where account_id = $1 and authority = 'acting'`,
      [world.idOf('kiem')],
    )
    const grant = `/api/grants/${rows[0].id}`
    const { held } = (await world.as('quantri').get(`${grant}/touched`)).json()
    const printing = held.filter((one: { what: { vi: string } }) => one.what.vi.includes('in người này ký'))
    expect(printing.length).toBeGreaterThanOrEqual(2)
    expect((await world.as('quantri').post(`${grant}/end`)).statusCode).toBe(200)
    // Nobody is proposed whose grant has ended, on that day either.
    const now = (await signers(of, '2026-11-20')).json().signers.map((one: { name: string }) => one.name)
    expect(now).not.toContain(signerName)
    await inForce(world, of, { fields: { signerName } })
    // Ended the day before: what is dated today she cannot have signed.
    await world.owner.query(`update access_grant set valid_until = '2026-11-19' where id = $1`, [rows[0].id])
    expect(await refused(other, { signerName })).toBe('decisions.signer_gone')
    await world.owner.query(`update access_grant set valid_until = null, ended_by = null where id = $1`, [rows[0].id])
  })

  it('is nobody where nobody holds the role: it is drafted, and not printed before somebody is chosen', async () => {
    const chairs = `where role = 'commune_chair' and valid_until is null returning account_id`
    await world.owner.query(`update access_grant set valid_until = '2026-11-19' ${chairs}`)
    const of = await drafted('Nông Thị Ổi')
    await tried(world, of.decisionId)
    expect((await show(of.decisionId)).signerName).toBeNull()
    expect(await refusal(world, () => print(of))).toBe('decisions.no_signer')
    await world.owner.query(`update access_grant set valid_until = null where valid_until = '2026-11-19'`)
    const next = newId()
    const again = (await redraft(of.decisionId, {}, next)).json()
    await tried(world, next)
    expect((await print({ decisionId: next, contentHash: again.contentHash })).statusCode).toBe(200)
  })

  it('of a print from before it was printed is the one the page names', async () => {
    const of = await printed('Nông Thị Ngọ')
    await world.owner.query(
      `update decision set signer_name = null, signer_post = null, signer_authority = null, signer_id = null,
              grounds = null, content_hash = $2 where id = $1`,
      [of, await listOnlyHash(of)],
    )
    expect(await text(of, 'quyet-dinh.pdf')).toContain('Căn cứ Nghị định 07/2021/NĐ-CP;')
    expect(await refused(of, { signerName: 'Ai Đó' })).toBe('decisions.signer_unknown')
    await inForce(world, of, { fields: { signerName: await nameOf('xem') } })
    expect((await show(of)).signerPost).toBe('Phó Chủ tịch')
  })

  /** As a list was hashed before signers were. */
  async function listOnlyHash(of: string): Promise<string> {
    const { rows } = await world.owner.query(
      `select household_id as "householdId", village_id as "villageId", verdict_id as "verdictId", class,
              class_before as "classBefore", movement, members, place, content, round_id as round
         from decision_entry where decision_id = $1`,
      [of],
    )
    return listHash(
      rows[0].round,
      rows.map(({ round: _r, ...entry }) => entry),
    )
  }
})

describe('the block over the signature', () => {
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
    const signerName = await nameOf(person)
    const of = await printed('Bùi Thị Mẵn', { signerName })
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
