/** A letter that no paper can show is refused where it is typed, by name, at every door that takes a text for papers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { findUnprintable, unprintableLetters } from '#kernel/letters.ts'
import { missingLetters } from '#platform/server/documents/pdf/fonts.ts'
import { newId } from '#platform/server/ids.ts'
import { answersOf, type CaseOf, roundAtSurveying, settle, thon1 } from './rounds.ts'
import { refusal } from './untouched.ts'
import { openWorld, type PersonName, type World } from './world.ts'

describe('the letters that papers show', () => {
  it('are those of the faces: all of Vietnamese, no picture, nothing unseen', () => {
    expect(unprintableLetters('Nguyễn Thị Ánh, Lò Văn Ỏn; K’Brôi, Ayun H’Ngăm (ngõ 5/12) “Đắk Pơ” – ƯỚC')).toEqual([])
    const strange = ['😀', '𠮷', 'ა', '\u200b', '\ufffd', '中', 'ກ', '\u0007']
    expect(unprintableLetters(strange.join('a'))).toEqual(strange)
    for (const letter of ['😀', '𠮷', 'ა', '中', 'ກ']) expect(missingLetters(letter)).toEqual([letter])
  })
  it('are named, and what is not seen is called so', () => {
    expect(findUnprintable('Lò Thị 😀')?.vi).toBe('“😀”')
    expect(findUnprintable('Lò\u200b Thị 中')?.vi).toBe('“中”, ký tự ẩn')
    expect(findUnprintable('Lò Thị Mỉ')).toBeNull()
  })
})

describe('a text with such a letter', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())
  const bad = 'Lò 中 Thị'
  const person = { name: 'Lò Thị Mỉ', sex: 'female', birth: { year: 1990 }, ethnicity: '01' }
  const household = (change: object, name = person.name) => ({
    householdId: newId(),
    villageId: thon1,
    number: '',
    address: '',
    on: '2026-11-01',
    reason: 'listed',
    members: [{ memberId: newId(), relation: 'head', person: { ...person, name } }],
    ...change,
  })
  const unit = { name: bad, kind: 'thon', code: null, parentId: demoAreas.tamHongToday }
  const event = (change: object) => ({ change, day: '2026-11-20', legalBasis: 'NQ 1', mark: 'text' })
  const account = {
    login: 'moi',
    name: bad,
    firstPassword: 'mot-mat-khau-dai',
    role: 'viewer',
    areaId: demoAreas.tamHongToday,
  }
  const round = {
    roundId: newId(),
    areaId: demoAreas.tamHongToday,
    kind: 'ad_hoc',
    name: bad,
    windowFrom: '2026-11-15',
    windowUntil: '2026-12-14',
    villages: [],
  }
  const answer = { outcome: 'added', seen: 0 }
  const doors: [string, PersonName, string, () => object][] = [
    ['a member', 'hung', '/api/households', () => household({}, bad)],
    ['an address', 'hung', '/api/households', () => household({ address: `Ngõ ${bad}` })],
    ['a number', 'hung', '/api/households', () => household({ number: bad })],
    ['a new village', 'quantri', '/api/area-events', () => event({ kind: 'create', unit })],
    [
      'a village that is renamed',
      'quantri',
      '/api/area-events',
      () => event({ kind: 'rename', areaId: thon1, name: bad }),
    ],
    ['an account', 'quantri', '/api/accounts', () => account],
    ['a round', 'hung', '/api/rounds', () => round],
    [
      'somebody in a second line',
      'hung',
      `/api/notices/${newId()}/settle`,
      () => ({ ...answer, words: `Gửi:\n${bad}` }),
    ],
  ]
  it('of an old font is refused where it is typed, as a name and as an address', async () => {
    for (const body of [household({}, 'Nguyeãn Thò Hoa'), household({ address: 'Xãm §«ng' })])
      expect(await refusal(world, () => world.as('hung').post('/api/households', body))).toBe('household.old_font')
    const reply = await world.as('hung').post('/api/households', household({}, 'NguyÔn ThÞ Hoa'))
    expect(reply.json().title.vi).toContain('“NguyÔn ThÞ Hoa” gõ bằng bảng mã TCVN3')
  })

  it.each(doors)('is refused as the name of %s, by its letter', async (_what, who, url, body) => {
    expect(await refusal(world, () => world.as(who).post(url, body()))).toBe('input.unprintable')
    expect((await world.as(who).post(url, body())).json().title.vi).toMatch(
      /^Giấy tờ không in được “中” trong “.*Lò 中 Thị”/,
    )
  })

  it('is refused in a survey, and stays readable where it stood before', async () => {
    const family = await settle(world, thon1, 'Vàng Thị Sai')
    const { round: opened, cases } = await roundAtSurveying(world, [family])
    const [only] = cases as [CaseOf]
    const facts = answersOf(family, 1_000_000)
    const [mother, ...others] = facts.members ?? []
    const named = { ...facts, members: [{ ...mother, name: bad }, ...others] } as typeof facts
    const survey = await opened.surveyOf(only, named)
    const url = `/api/households/${only.householdId}/cases/${only.caseId}/surveys`
    expect(await refusal(world, () => world.as('mai').post(url, survey))).toBe('input.unprintable')
    await world.owner.query(`update member set full_name = $2 where household_id = $1 and relation = 'head'`, [
      only.householdId,
      bad,
    ])
    const shown = await world.as('hung').get(`/api/households/${only.householdId}`)
    expect(shown.json().members[0]).toMatchObject({ name: bad })
  })

  it('of another kind is refused as before, by its place', async () => {
    const reply = await world.as('hung').post('/api/households', household({ number: 'x'.repeat(41) }))
    expect(reply.json()).toMatchObject({ code: 'input.invalid', facts: { where: '/number' } })
  })
})
