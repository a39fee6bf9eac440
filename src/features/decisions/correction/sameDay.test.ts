/** What happened on the very day as of which the papers tell the register, recorded after they were fixed, is no mistake of theirs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { lookAt } from '#platform/server/documents/pdf/look.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce, signature } from '#test/decisions.ts'
import { type Family, scan, settle, thon1, thon2, thon4 } from '#test/rounds.ts'
import { correctionPapersTried } from '#test/tried.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
const on = '2026-11-20'

type Member = {
  readonly memberId: string
  readonly relation: string
  readonly name: string
  readonly leftOn: string | null
}

async function must(path: string, body: object) {
  const reply = await world.as('hung').post(path, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const url = ({ householdId }: Family, path = '') => `/api/households/${householdId}${path}`
const shown = async (family: Family) => (await world.as('hung').get(url(family))).json()
const membersOf = async (family: Family): Promise<Member[]> => (await shown(family)).members
const oneOf = async (family: Family, name: string): Promise<string> =>
  (await membersOf(family)).find((one) => one.name === name)?.memberId ?? ''
const rename = async (family: Family, name: string, right: string) =>
  must(url(family, `/members/${await oneOf(family, name)}/change`), { name: right })
const leaves = async (family: Family, name: string, body: object) =>
  must(url(family, `/members/${await oneOf(family, name)}/leave`), { on, ...body })
const joins = (family: Family, name: string, reason: string) => {
  const person = { name, sex: 'female', birth: { year: reason === 'born' ? 2026 : 1999 }, ethnicity: '01' }
  const member = { memberId: newId(), relation: reason === 'born' ? 'child' : 'sibling', person }
  return must(url(family, '/members'), { ...member, on, reason, sure: 'Đã hỏi gia đình' })
}
const lastAct = async (family: Family): Promise<string> =>
  (await shown(family)).timeline
    .map((event: { actId: string | null }) => event.actId ?? '')
    .toSorted()
    .at(-1)

const pathOf = (decisionId: string, { householdId }: Family) =>
  `/api/decisions/${decisionId}/households/${householdId}/correction`
const proposed = async (decisionId: string, family: Family): Promise<string[]> => {
  const reply = await world.as('hung').get(pathOf(decisionId, family))
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().differences.map((one: { what: { vi: string }; was: string; is: string }) => {
    const bare = (text: string) => text.split(',')[0]
    return `${one.what.vi}: ${bare(one.was)} -> ${bare(one.is)}`
  })
}

/** Families in force, by the mother's name. */
async function decided(...names: readonly string[]) {
  const families: Family[] = []
  for (const name of names) families.push(await settle(world, thon1, name))
  const { decisionId } = await (await deciding(world, families)).round.printed()
  await inForce(world, decisionId)
  return { decisionId, families }
}

async function drafted(decisionId: string, family: Family): Promise<string> {
  const correctionId = newId()
  await must(pathOf(decisionId, family), { correctionId, because: 'Ghi sai họ tên' })
  await correctionPapersTried(world, correctionId)
  return correctionId
}
async function putRight(decisionId: string, family: Family) {
  const correctionId = await drafted(decisionId, family)
  const reply = await world.as('bich').upload(`/api/corrections/${correctionId}/enforce`, signature(), scan())
  expect(reply.statusCode, reply.body).toBe(200)
  return correctionId
}
const textOf = async (path: string) =>
  lookAt((await world.as('hung').get(path)).rawPayload)
    .map((page) => page.text.replace(/\s+/g, ' '))
    .join(' | ')

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const boy = ['Thành viên: Lê Văn Bé -> Lê Văn Bế']

/** What happens to the household of a mother, and whom it is recorded of. */
const events: Readonly<Record<string, (family: Family, mother: string) => Promise<unknown>>> = {
  'a death': (family) => leaves(family, 'Lê Văn Bền', { reason: 'died' }),
  'a death of the head': async (family, mother) =>
    leaves(family, mother, { reason: 'died', newHeadId: await oneOf(family, 'Lê Văn Bền') }),
  'a moving out': (family) => leaves(family, 'Lê Văn Bền', { reason: 'moved_out' }),
  'a moving out of the head': async (family, mother) =>
    leaves(family, mother, { reason: 'moved_out', newHeadId: await oneOf(family, 'Lê Văn Bền') }),
  'a marriage': (family) => leaves(family, 'Lê Văn Bền', { reason: 'married' }),
  'a birth': (family) => joins(family, 'Lê Thị Bống', 'born'),
  'a moving in': (family) => joins(family, 'Đỗ Thị Đến', 'moved_in'),
  'a change of head': async (family) =>
    must(url(family, '/head'), { on, newHeadId: await oneOf(family, 'Lê Văn Bền') }),
  'a new residence': (family) =>
    must(url(family, '/residence'), { villageId: thon2, address: 'Xóm Chùa', number: '', on }),
  'a new address in the same village': (family) =>
    must(url(family, '/residence'), { villageId: thon1, address: 'Ngõ 4', number: '', on }),
  'a split': async (family) => {
    const members = [{ memberId: await oneOf(family, 'Lê Văn Bền'), relation: 'head' }]
    const place = { villageId: thon1, number: '', address: '' }
    return must(url(family, '/split'), { newHouseholdId: newId(), ...place, on, members, sure: 'Đã ra ở riêng' })
  },
  'a merge with another household': async (family) => {
    const from = await settle(world, thon1, `Hà Thị ${newId().slice(-4).replace(/\d/g, 'a')}`)
    const relations = (await membersOf(from)).map(({ memberId }) => ({ memberId, relation: 'other' }))
    const into = { intoHouseholdId: family.householdId, on, relations, sure: 'Về ở chung' }
    return must(url(from, '/merge'), into)
  },
  'two events after each other': async (family, mother) => {
    await must(url(family, '/residence'), { villageId: thon2, address: '', number: '', on })
    await joins(family, 'Lê Thị Bông', 'born')
    await leaves(family, mother, { reason: 'died', newHeadId: await oneOf(family, 'Lê Văn Bền') })
  },
}

describe('what happened on the day of the register and was recorded after the papers', () => {
  let decisionId = ''
  const families = new Map<string, Family>()
  const mothers = Object.keys(events).map(
    (_, at) =>
      `Nguyễn Thị ${['Ân', 'Bích', 'Cam', 'Dịu', 'Én', 'Gái', 'Hoa', 'Im', 'Khuê', 'Lụa', 'Mến', 'Na', 'Oanh'][at]}`,
  )
  beforeAll(async () => {
    const made = await decided(...mothers)
    decisionId = made.decisionId
    for (const [at, family] of made.families.entries()) families.set(Object.keys(events)[at] as string, family)
  }, 180_000)

  for (const [at, name] of Object.keys(events).entries())
    it(`${name} is no mistake of them: only the name of the boy is put right`, async () => {
      const family = families.get(name) as Family
      await rename(family, 'Lê Văn Bé', 'Lê Văn Bế')
      await events[name]?.(family, mothers[at] as string)
      expect(await proposed(decisionId, family)).toEqual(boy)
    })

  it('stays so where the name is put right after it', async () => {
    const family = families.get('a birth') as Family
    await rename(family, 'Nguyễn Thị Gái', 'Nguyễn Thị Gấm')
    expect(await proposed(decisionId, family)).toEqual([
      'Họ tên chủ hộ: Nguyễn Thị Gái -> Nguyễn Thị Gấm',
      'Thành viên: Nguyễn Thị Gái -> Nguyễn Thị Gấm',
      ...boy,
    ])
  })

  it('is not on the paper of the correction, and the new certificate names who lived there then', async () => {
    const family = families.get('a death of the head') as Family
    const correctionId = await putRight(decisionId, family)
    const paper = await textOf(`/api/corrections/${correctionId}/dinh-chinh.pdf`)
    expect(paper).toContain('Lê Văn Bế')
    expect(paper).not.toMatch(/ghi thừa|ghi thiếu|Số nhân khẩu/)
    const certificate = `/api/decisions/${decisionId}/giay-chung-nhan.pdf?final=true&householdId=${family.householdId}`
    expect(await textOf(certificate)).toContain('Nguyễn Thị Bích')
    expect(await proposed(decisionId, family)).toEqual([])
  })

  it('does not keep a draft from being signed where it is recorded after that', async () => {
    const family = families.get('a moving out') as Family
    const correctionId = await drafted(decisionId, family)
    await joins(family, 'Lê Thị Bưởi', 'born')
    expect((await world.as('hung').get(`/api/corrections/${correctionId}`)).json().draft.changed).toEqual([])
    const reply = await world.as('bich').upload(`/api/corrections/${correctionId}/enforce`, signature(), scan())
    expect(reply.statusCode, reply.body).toBe(200)
  })
})

describe('papers put right when what was recorded of that day since was still called a mistake of theirs', () => {
  it('are not put right back: what they say by now is as it had been recorded then', async () => {
    const { decisionId, families } = await decided('Trịnh Thị Cũ')
    const [family] = families as [Family]
    await rename(family, 'Trịnh Thị Cũ', 'Trịnh Thị Cù')
    await leaves(family, 'Lê Văn Bền', { reason: 'died' })
    const correctionId = await putRight(decisionId, family)
    const kept = `jsonb_path_query_array(after->'content'->'members', '$[*] ? (@.name != "Lê Văn Bền")')`
    await world.owner.query(
      `update correction set after = jsonb_set(after - 'fixed', '{content,members}', ${kept}) where id = $1`,
      [correctionId],
    )
    await joins(family, 'Lê Thị Bống', 'born')
    expect(await proposed(decisionId, family)).toEqual([])
    await rename(family, 'Lê Văn Bé', 'Lê Văn Bế')
    expect(await proposed(decisionId, family)).toEqual(boy)
    await putRight(decisionId, family)
    expect(await proposed(decisionId, family)).toEqual([])
  })
})

describe('a mistake of the register', () => {
  it('is one of the papers whatever its day: who was entered by mistake, and who was left out', async () => {
    const { decisionId, families } = await decided('Phạm Thị Sai', 'Phạm Thị Thiếu')
    const [wrong, short] = families as [Family, Family]
    await leaves(wrong, 'Lê Văn Bé', { reason: 'entered_by_mistake' })
    expect(await proposed(decisionId, wrong)).toEqual(['Thành viên ghi thừa: Lê Văn Bé -> ', 'Số nhân khẩu: 3 -> 2'])
    await joins(short, 'Lê Thị Sót', 'listed')
    expect(await proposed(decisionId, short)).toEqual(['Thành viên ghi thiếu:  -> Lê Thị Sót', 'Số nhân khẩu: 3 -> 4'])
  })

  it('is one where the event happened before that day and was heard of after the papers', async () => {
    const { decisionId, families } = await decided('Phạm Thị Muộn')
    const [family] = families as [Family]
    await leaves(family, 'Lê Văn Bền', { reason: 'died', on: '2026-11-19' })
    expect(await proposed(decisionId, family)).toEqual(['Thành viên ghi thừa: Lê Văn Bền -> ', 'Số nhân khẩu: 3 -> 2'])
  })

  it('is none where an event of that day is recorded after the papers and undone', async () => {
    const { decisionId, families } = await decided('Phạm Thị Nhầm')
    const [family] = families as [Family]
    await leaves(family, 'Lê Văn Bền', { reason: 'died' })
    const act = await lastAct(family)
    await must(url(family, `/events/${act}/undo`), { because: 'Ghi nhầm' })
    expect(await proposed(decisionId, family)).toEqual([])
  })
})

describe('a change of units on the day of the register, recorded after the papers', () => {
  it('is no mistake of them: what the village is called now is told beside it, with its day', async () => {
    const { decisionId, families } = await decided('Lường Thị Đèo')
    const [family] = families as [Family]
    await rename(family, 'Lê Văn Bé', 'Lê Văn Bế')
    const change = { kind: 'rename', areaId: thon1, name: 'Thôn Đồng Tâm' }
    const event = { change, day: on, legalBasis: 'Nghị quyết 1', mark: 'text' }
    expect((await world.as('quantri').post('/api/area-events', event)).statusCode).toBe(200)
    expect(await proposed(decisionId, family)).toEqual(boy)
    const { placeNow } = (await world.as('hung').get(pathOf(decisionId, family))).json()
    expect(placeNow.vi).toBe('Thôn 1 nay là Thôn Đồng Tâm từ ngày 20/11/2026')
  })

  it('is none either where the village became part of another, in which its households live on', async () => {
    const family = await settle(world, thon2, 'Lường Thị Suối')
    const { decisionId } = await (await deciding(world, [family])).round.printed()
    await inForce(world, decisionId)
    await rename(family, 'Lê Văn Bé', 'Lê Văn Bế')
    const into = { name: 'Thôn Suối', kind: 'thon', code: null, parentId: demoAreas.tamHongToday }
    const change = { kind: 'merge', areaIds: [thon2, thon4], into }
    const reply = await world
      .as('quantri')
      .post('/api/area-events', { change, day: on, legalBasis: 'Nghị quyết 2', mark: 'text' })
    expect(reply.statusCode, reply.body).toBe(200)
    expect(await proposed(decisionId, family)).toEqual(boy)
    await putRight(decisionId, family)
  })
})
