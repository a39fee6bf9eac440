/** Where a corrected household lives, as its new certificate writes it: a place that stands, whatever moved meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { clockAt } from '#platform/server/clock.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce, signature } from '#test/decisions.ts'
import { type Family, kyThuong, scan, settle, thon1, thon2, thon4 } from '#test/rounds.ts'
import { correctionPapersTried } from '#test/tried.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
const fixedOn = plainDate('2026-11-20')
const dayBefore = plainDate('2026-11-19')
const signer = { signerName: 'Bế Văn Kỳ', authority: 'own', signerBecause: 'Chủ tịch chưa có tài khoản' }

async function must(person: PersonName, path: string, body: object) {
  const reply = await world.as(person).post(path, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const stand = (on: string) => Object.assign(world.host.services, { clock: clockAt(plainDate(on)) })
const moveVillage = (areaId: AreaId, parentId: AreaId, day: string) => {
  const change = { kind: 'move', areaId, parentId }
  return must('quantri', '/api/area-events', { change, day, legalBasis: 'Nghị quyết 1', mark: 'text' })
}
const moveHome = (person: PersonName, { householdId }: Family, to: object) =>
  must(person, `/api/households/${householdId}/residence`, { number: '', ...to })

/** Families whose decision is in force, and its number. */
async function decided(families: readonly Family[]): Promise<string> {
  const { decisionId } = await (await deciding(world, families)).round.printed()
  await inForce(world, decisionId)
  return decisionId
}
const pathOf = (decisionId: string, { householdId }: Family) =>
  `/api/decisions/${decisionId}/households/${householdId}/correction`

/** Put right on the day; the lines that the correction says. */
async function correct(person: PersonName, decisionId: string, family: Family, day: string) {
  const correctionId = newId()
  await must(person, pathOf(decisionId, family), { correctionId, because: 'Ghi sai', ...signer })
  await correctionPapersTried(world, correctionId)
  const fields = { ...signature({ signedOn: day }), ...signer }
  const reply = await world.as(person).upload(`/api/corrections/${correctionId}/enforce`, fields, scan())
  expect(reply.statusCode, reply.body).toBe(200)
  return correctionId
}
const pages = async (person: PersonName, path: string) =>
  lookAt((await world.as(person).get(path)).rawPayload)
    .map((page) => page.text.replace(/\s+/g, ' '))
    .join(' | ')

/** The address on the certificate that stands. */
async function printed(person: PersonName, decisionId: string, { householdId }: Family): Promise<string> {
  const path = `/api/decisions/${decisionId}/giay-chung-nhan.pdf?final=true&householdId=${householdId}`
  return /Địa chỉ: (.*?) Là Hộ/i.exec(await pages(person, path))?.[1] ?? ''
}

const heads = `select id from member where household_id = $1 and relation = 'head' and left_on is null`
async function rename(person: PersonName, { householdId }: Family, name: string) {
  const { rows } = await world.owner.query(heads, [householdId])
  await must(person, `/api/households/${householdId}/members/${rows[0].id}/change`, { name })
}
/** Hùng works in the next commune as well. */
const worksInBoth = () =>
  world.owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'commune_official', $3, '2026-01-01')`,
    [newId(), world.idOf('hung'), demoAreas.kyThuongToday],
  )

describe('a household that moved to a village which then went to another commune', () => {
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is put right there with the village, the commune and the province where it lives, each said as a difference', async () => {
    const family = await settle(world, thon1, 'Dương Thị An')
    const decisionId = await decided([family])
    await moveHome('hung', family, { villageId: thon2, address: 'Xóm Chùa', on: dayBefore })
    // The list of the round says the address of the village that it names.
    const { rows: rounds } = await world.owner.query('select id from round')
    const { cases } = (await world.as('hung').get(`/api/rounds/${rounds[0].id}/cases`)).json()
    expect(cases).toMatchObject([{ villageName: 'Thôn 1', address: '' }])
    // Who moves the village is told of all that live there, wherever they were decided on.
    const touched = async (village: AreaId) =>
      (await world.as('quantri').get(`/api/areas/${village}/touched?kind=move`)).json().held
    const held = ['Diện nghèo, cận nghèo đang hưởng', 'Giấy chứng nhận đang có giá trị']
    for (const vi of held)
      expect(await touched(thon2)).toContainEqual(
        expect.objectContaining({ what: expect.objectContaining({ vi }), count: 1 }),
      )
    expect(JSON.stringify(await touched(thon1))).not.toContain(held[0])
    await moveVillage(thon2, demoAreas.kyThuongToday, dayBefore)
    const { differences } = (await world.as('son').get(pathOf(decisionId, family))).json()
    expect(differences.map(({ what, was, is }: Record<string, { vi: string }>) => [what?.vi, was, is])).toEqual([
      ['Địa chỉ', '', 'Xóm Chùa'],
      ['Thôn, tổ dân phố', 'Thôn 1', 'Thôn 2'],
      ['Xã, phường, tỉnh', 'xã Tam Hồng, tỉnh Phú Thọ', 'xã Kỳ Thượng, tỉnh Quảng Ninh'],
    ])
    const correctionId = await correct('son', decisionId, family, fixedOn)
    expect(await printed('son', decisionId, family)).toBe('Xóm Chùa, Thôn 2, xã Kỳ Thượng, tỉnh Quảng Ninh')
    const paper = await pages('son', `/api/corrections/${correctionId}/dinh-chinh.pdf`)
    for (const said of ['Thôn 2', 'xã Tam Hồng, tỉnh Phú Thọ', 'xã Kỳ Thượng, tỉnh Quảng Ninh'])
      expect(paper).toContain(said)
    expect((await world.as('son').get(pathOf(decisionId, family))).json().differences).toEqual([])
    // Its round is the other commune's: where it was reviewed is said, and no page offered that is not there.
    const review = (await world.as('son').get(`/api/households/${family.householdId}/review`)).json()
    expect(review).toMatchObject({ cases: [], classes: [{ reviewedIn: 'Xã Tam Hồng' }] })
    for (const [person, roundRead] of [
      ['son', false],
      ['hung', true],
    ] as const)
      expect((await world.as(person).get(`/api/decisions/${decisionId}`)).json().roundRead).toBe(roundRead)
  }, 180_000)
})

describe('a village that went to another commune after its households were decided on', () => {
  let decisionId = ''
  let [sen, mai, dao]: Family[] = []
  beforeAll(async () => {
    world = await openWorld()
    stand(fixedOn)
    sen = await settle(world, thon2, 'Lường Thị Xen')
    mai = await settle(world, thon1, 'Lường Thị Mai')
    dao = await settle(world, thon2, 'Lường Thị Đào')
    decisionId = await decided([sen, mai, dao])
    // Mai lived in Thôn 2 before the day of the papers already.
    stand('2026-11-21')
    await moveHome('hung', mai, { villageId: thon2, address: '', on: dayBefore })
    stand('2026-11-22')
    await moveVillage(thon2, demoAreas.kyThuongToday, '2026-11-22')
    stand('2026-11-25')
  }, 120_000)
  afterAll(() => world.close())

  const kyThuongNow = 'Thôn 2 nay thuộc xã Kỳ Thượng, tỉnh Quảng Ninh từ ngày 22/11/2026'
  const proposed = async (decisionId: string, family: Family) =>
    (await world.as('son').get(pathOf(decisionId, family))).json()
  const paperOf = async (correctionId: string) =>
    (await pages('son', `/api/corrections/${correctionId}/dinh-chinh.pdf`)).replaceAll(' ', '')
  const bare = (text: string) => text.replaceAll(' ', '')
  const certificate = ({ householdId }: Family) => `giay-chung-nhan.pdf?final=true&householdId=${householdId}`
  const fileOf = async (person: PersonName, path: string) =>
    decodeURIComponent(String((await world.as(person).get(path)).headers['content-disposition']))
  const what = (differences: readonly { readonly what: { readonly vi: string } }[]) =>
    differences.map((one) => one.what.vi)

  it('was no mistake of the papers: only the name is put right, and the paper says to which commune the village went', async () => {
    const family = sen as Family
    expect(await proposed(decisionId, family)).toMatchObject({ differences: [] })
    await rename('son', family, 'Lường Thị Sen')
    const { differences, placeNow } = await proposed(decisionId, family)
    expect(what(differences)).toEqual(['Họ tên chủ hộ', 'Thành viên'])
    expect(placeNow).toMatchObject({ vi: kyThuongNow })
    const correctionId = await correct('son', decisionId, family, '2026-11-25')
    expect((await world.as('son').get(`/api/corrections/${correctionId}`)).json()).toMatchObject({
      differences,
      placeNow,
    })
    const paper = await paperOf(correctionId)
    expect(paper).toContain(bare(`${kyThuongNow}; giấy chứng nhận mới ghi nơi ở theo địa giới hiện nay.`))
    expect(paper).toContain(bare('Lường Thị Xen, Thôn 2, ghi tại danh sách kèm theo Quyết định số'))
    expect(paper).toContain(bare('Số liệu theo sổ hộ ngày 20/11/2026'))
    expect(paper).not.toContain(bare('Xã, phường, tỉnh'))
    expect(await printed('son', decisionId, family)).toBe('Thôn 2, xã Kỳ Thượng, tỉnh Quảng Ninh')
  })

  it('gives its certificate, put right there, the name of the commune that issues it as a file too', async () => {
    const of = `/api/decisions/${decisionId}`
    expect(await fileOf('son', `${of}/${certificate(sen as Family)}`)).toContain(
      'Giấy chứng nhận 0001-GCN-2026 xã Kỳ Thượng.pdf',
    )
    // The one that it replaced was Tam Hồng's, and so is what nobody put right; printed together both are named.
    const { papers } = (await world.as('son').get(`/api/households/${sen?.householdId}/review`)).json()
    const old = papers.find((one: { replaced: boolean }) => one.replaced).certificateId
    expect(await fileOf('son', `${of}/giay-chung-nhan.pdf?certificateId=${old}`)).toContain('xã Tam Hồng.pdf')
    expect(await fileOf('son', `${of}/${certificate(dao as Family)}`)).toContain('xã Tam Hồng.pdf')
    expect(await fileOf('son', `${of}/giay-chung-nhan.pdf`)).toMatch(
      /hộ cận nghèo (xã Tam Hồng, xã Kỳ Thượng|xã Kỳ Thượng, xã Tam Hồng) 2026/,
    )
  })

  it('says so again where it is put right once more, and the paper of before is named by its commune', async () => {
    const family = sen as Family
    await rename('son', family, 'Lường Thị Sến')
    const correctionId = await correct('son', decisionId, family, '2026-11-25')
    const paper = await paperOf(correctionId)
    for (const said of [
      'Lường Thị Sen, Thôn 2, thuộc danh sách kèm theo Quyết định số',
      'xã Tam Hồng, đã được đính chính tại Quyết định số',
      'ngày 25/11/2026 của Chủ tịch Ủy ban nhân dân xã Kỳ Thượng, và ghi tại Giấy chứng nhận số 0001/GCN-2026',
      kyThuongNow,
    ])
      expect(paper).toContain(bare(said))
    expect(paper).not.toContain(bare('Xã, phường, tỉnh'))
    const page = bare(await pages('son', `/api/decisions/${decisionId}/${certificate(family)}`))
    expect(page).toMatch(
      /củaChủtịchỦybannhândânxãTamHồng,đínhchínhtheoQuyếtđịnhsố\S+ngày25\/11\/2026củaChủtịchỦybannhândânxãKỳThượngvàQuyếtđịnhsố\S+ngày25\/11\/2026củaChủtịchỦybannhândânxãKỳThượng/,
    )
  })

  it('puts right a village that was really written wrongly, and tells apart where that one went later', async () => {
    const family = mai as Family
    const { differences, placeNow } = await proposed(decisionId, family)
    expect(differences).toMatchObject([{ what: { vi: 'Thôn, tổ dân phố' }, was: 'Thôn 1', is: 'Thôn 2' }])
    expect(placeNow).toMatchObject({ vi: kyThuongNow })
    await correct('son', decisionId, family, '2026-11-25')
    expect(await printed('son', decisionId, family)).toBe('Thôn 2, xã Kỳ Thượng, tỉnh Quảng Ninh')
    expect(await proposed(decisionId, family)).toMatchObject({ differences: [] })
  })

  it('is no mistake either on a certificate that an earlier correction gave the place of its own day', async () => {
    const family = mai as Family
    // As corrections were kept before: what stood in the register of the day of the correction, as if it had been wrong.
    await world.owner.query(
      `update correction set after = (after - 'now') || jsonb_build_object('within', after->'now'->>'within') where subject_id = $1`,
      [family.householdId],
    )
    expect(await proposed(decisionId, family)).toMatchObject({ differences: [] })
    expect(await printed('son', decisionId, family)).toBe('Thôn 2, xã Kỳ Thượng, tỉnh Quảng Ninh')
    await rename('son', family, 'Lường Thị Mây')
    const { differences, placeNow } = await proposed(decisionId, family)
    expect(what(differences)).toEqual(['Họ tên chủ hộ', 'Thành viên'])
    expect(placeNow).toMatchObject({ vi: kyThuongNow })
  })

  it('is not signed under a name that the village lost after the draft', async () => {
    const family = dao as Family
    await rename('son', family, 'Lường Thị Đao')
    const correctionId = newId()
    await must('son', pathOf(decisionId, family), { correctionId, because: 'Ghi sai', ...signer })
    await correctionPapersTried(world, correctionId)
    const event = { kind: 'rename', areaId: thon2, name: 'Thôn Đồng Tâm' }
    await must('quantri', '/api/area-events', {
      change: event,
      day: '2026-11-25',
      legalBasis: 'Nghị quyết 2',
      mark: 'text',
    })
    expect((await world.as('son').get(`/api/corrections/${correctionId}`)).json().draft.changed).toMatchObject([
      { was: 'Thôn 2, xã Kỳ Thượng, tỉnh Quảng Ninh', is: 'Thôn Đồng Tâm, xã Kỳ Thượng, tỉnh Quảng Ninh' },
    ])
    const fields = { ...signature({ signedOn: '2026-11-25' }), ...signer }
    const reply = await world.as('son').upload(`/api/corrections/${correctionId}/enforce`, fields, scan())
    expect(reply.json().code).toBe('corrections.register_changed')
    await must('son', `/api/corrections/${correctionId}/withdraw`, { because: 'Thôn đổi tên' })
    expect((await proposed(decisionId, family)).placeNow).toMatchObject({
      vi: 'Thôn 2 nay là Thôn Đồng Tâm, thuộc xã Kỳ Thượng, tỉnh Quảng Ninh từ ngày 25/11/2026',
    })
  })
})

/** Numbers that look random and are the same each time. */
function dice(seed: number) {
  let state = seed
  return <T>(of: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return of[Math.floor((state / 2_147_483_648) * of.length)] as T
  }
}

describe('after moves of households and villages', () => {
  beforeAll(async () => {
    world = await openWorld()
    await worksInBoth()
  })
  afterAll(() => world.close())

  /** Villages as they hang and are called on a day, with where each household had which address. */
  const standing = async (day: PlainDate): Promise<Map<string, string>> => {
    const { rows } = await world.owner.query<{ id: string; place: string }>(
      `select v.area_id as id, v.name || ', ' || string_agg(lower(left(u.name, 1)) || substr(u.name, 2), ', ' order by u.level desc) as place
         from area_version v
         join area_path p on p.area_id = v.area_id and p.valid_from <= $1 and (p.valid_until is null or p.valid_until > $1)
         join area_version u on u.area_id::text = any (string_to_array(p.path, '/')) and u.level between 1 and 3
          and u.valid_from <= $1 and (u.valid_until is null or u.valid_until > $1)
        where v.level = 4 and v.valid_from <= $1 and (v.valid_until is null or v.valid_until > $1)
        group by v.area_id, v.name`,
      [day],
    )
    return new Map(rows.map(({ id, place }) => [id, place]))
  }
  const lived = async ({ householdId }: Family) =>
    (
      await world.owner.query<{ village: string; address: string; told: boolean }>(
        'select village_id as village, address, valid_from < $2 as told from household_residence where household_id = $1',
        [householdId, fixedOn],
      )
    ).rows

  type Happening = { readonly day: string; readonly what: 'born' | 'moved_out' | 'head'; readonly name: string }
  /** Somebody is born, moves out, or another is head, on the day. */
  const happens = async (family: Family, { day, what, name }: Happening) => {
    const { rows } = await world.owner.query(
      `select id from member where household_id = $1 and left_on is null order by relation <> 'spouse', birth_year`,
      [family.householdId],
    )
    const [other, ...rest] = rows.map((row) => row.id as string)
    const path = `/api/households/${family.householdId}`
    const { members } = (await world.as('hung').get(path)).json()
    const isHead = members.some(
      (one: { memberId: string; relation: string }) => one.memberId === other && one.relation === 'head',
    )
    if (what === 'head' && !isHead) return must('hung', `${path}/head`, { on: day, newHeadId: other })
    if (what === 'moved_out' && !isHead && rest.length > 1)
      return must('hung', `${path}/members/${other}/leave`, { on: day, reason: 'moved_out' })
    const person = { name, sex: 'female', birth: { year: 2026 }, ethnicity: '01' }
    const born = { memberId: newId(), relation: 'child', person, on: day, reason: 'born', sure: 'Sinh đôi' }
    return must('hung', `${path}/members`, born)
  }

  const renameOf = async ({ householdId }: Family, name: string, right: string) => {
    const { rows } = await world.owner.query('select id from member where household_id = $1 and full_name = $2', [
      householdId,
      name,
    ])
    await must('hung', `/api/households/${householdId}/members/${rows[0].id}/change`, { name: right })
  }

  /** As its certificate writes it. */
  const drafted = async (correctionId: string): Promise<string> => {
    const { rows } = await world.owner.query(
      `select concat_ws(', ', nullif(after->'content'->>'address', ''), coalesce(after->'now'->>'village', after->'content'->>'village'),
                         coalesce(after->'now'->>'within', after->>'within')) as said
         from correction where id = $1`,
      [correctionId],
    )
    return rows[0].said
  }

  it('every place on a certificate is the one where the household lived, as it hung then or hangs now', async () => {
    const draw = dice(20261120)
    const families: Family[] = []
    const names = ['An', 'Bình', 'Cúc', 'Dung'].map((name) => `Nguyễn Thị ${name}`)
    for (const name of names) families.push(await settle(world, draw([thon1, thon2]), name))
    const decisionId = await decided(families)
    const villages = [thon1, thon2, thon4, kyThuong]
    const over = new Map(
      villages.map((one) => [one, one === kyThuong ? demoAreas.kyThuongToday : demoAreas.tamHongToday]),
    )
    const moved = new Set<string>()
    const turn = (day: string) => async () => {
      const village = draw(villages)
      if (moved.has(`${village} ${day}`) || draw([true, true, false])) {
        const family = draw(families)
        const now = (await lived(family)).length
        await moveHome('hung', family, { villageId: draw(villages), address: `Ngõ ${now} ${day}`, on: day })
      } else {
        moved.add(`${village} ${day}`)
        const to = over.get(village) === demoAreas.tamHongToday ? demoAreas.kyThuongToday : demoAreas.tamHongToday
        over.set(village, to)
        await moveVillage(village, to, day)
      }
    }
    for (const day of ['2026-11-20', '2026-11-22', '2026-11-24']) {
      stand(day)
      for (let n = 0; n < 4; n++) {
        await turn(day)()
        const what = draw(['born', 'moved_out', 'head'] as const)
        await happens(draw(families), { day, what, name: `Lê Thị ${draw(['Ba', 'Tư', 'Năm', 'Sáu', 'Bảy'])}` })
      }
    }
    const day = plainDate('2026-11-25')
    stand(day)
    const [then, now] = [await standing(dayBefore), await standing(day)]
    for (const [at, family] of families.entries()) {
      await renameOf(family, names[at] as string, 'Trần Thị Mới')
      // Whatever happened since they were fixed, on that very day or later, is no mistake of the papers.
      const { differences } = (await world.as('hung').get(pathOf(decisionId, family))).json()
      expect(differences).toMatchObject([
        { what: { vi: 'Họ tên chủ hộ' }, is: 'Trần Thị Mới' },
        { what: { vi: 'Thành viên' }, is: expect.stringContaining('Trần Thị Mới, sinh năm 1985, Nữ, Chủ hộ') },
      ])
      const correctionId = newId()
      await must('hung', pathOf(decisionId, family), { correctionId, because: 'Ghi sai', ...signer })
      const told = (await lived(family)).filter((one) => one.told)
      const places = told.flatMap(({ village, address }) =>
        [then.get(village), now.get(village)].map((place) => [address, place].filter(Boolean).join(', ')),
      )
      expect(places).toContain(await drafted(correctionId))
    }
  }, 240_000)
})

describe('a commune of which a merger before its own papers is recorded after they are in force', () => {
  it('keeps every one of them, as it was called when they were signed', async () => {
    world = await openWorld()
    const family = await settle(world, thon1, 'Giàng Thị Muộn')
    const decisionId = await decided([family])
    await rename('hung', family, 'Giàng Thị Muôn')
    const correctionId = await correct('hung', decisionId, family, fixedOn)
    const papers = [
      ...['quyet-dinh.pdf?final=true', 'danh-sach.pdf?class=poor', 'giay-chung-nhan.pdf?final=true'].map(
        (name) => `/api/decisions/${decisionId}/${name}`,
      ),
      `/api/corrections/${correctionId}/dinh-chinh.pdf?final=true`,
    ]
    const all = () => Promise.all(papers.map((path) => pages('lan', path)))
    const before = await all()
    for (const text of before) expect(text).toMatch(/xã tam hồng/i)
    const into = { name: 'Xã Tam Kỳ', kind: 'xa', code: null, parentId: demoAreas.phuTho }
    const change = { kind: 'merge', areaIds: [demoAreas.tamHongToday, demoAreas.kyThuongToday], into }
    const recorded = { change, day: '2026-11-01', legalBasis: 'Nghị quyết 2', mark: 'text' }
    await must('quantri', '/api/area-events', recorded)
    expect(await all()).toEqual(before)
    for (const path of [`/api/decisions/${decisionId}`, `/api/corrections/${correctionId}`])
      for (const person of ['hung', 'bich', 'lan'] as const) {
        const reply = await world.as(person).get(path)
        expect(reply.statusCode, reply.body).toBe(200)
      }
    for (const name of [
      `decisions/${decisionId}/quyet-dinh.docx`,
      `decisions/${decisionId}/danh-sach.xlsx?class=poor`,
      `corrections/${correctionId}/dinh-chinh.docx`,
    ]) {
      const reply = await world.as('lan').get(`/api/${name}`)
      expect(reply.statusCode, reply.body).toBe(200)
    }
    await world.close()
  }, 180_000)
})
