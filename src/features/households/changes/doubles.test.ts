/** Who or what stands in the register already is asked about, and entered all the same with a reason that is kept. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { kyThuong, thon1, thon2 } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'
import { indexInsurance } from '../load.ts'
import type { Double } from '../model/doubles.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const person = (name: string, birth: object, more: object = {}) => ({
  name,
  sex: 'female',
  birth,
  ethnicity: '01',
  ...more,
})
const born = (year: number) => ({ year, month: 4, day: 12 })
type Body = { householdId: string; members: { memberId: string; relation: string; person: object }[] } & Record<
  string,
  unknown
>
const household = (head: object, more: object = {}): Body =>
  ({
    ...{
      householdId: newId(),
      villageId: thon1,
      number: '',
      address: '',
      on: '2025-08-01',
      reason: 'listed',
      sure: undefined,
    },
    members: [{ memberId: newId(), relation: 'head', person: head }],
    ...more,
  }) as Body
const enter = (body: object) => () => world.as('hung').post('/api/households', body)
const entered = async (body: Body) => {
  const reply = await enter(body)()
  expect(reply.statusCode, reply.body).toBe(200)
  return body
}
const joining =
  (of: Body, who: object, more: object = {}) =>
  () =>
    world.as('hung').post(`/api/households/${of.householdId}/members`, {
      ...{ memberId: newId(), on: '2026-01-05', reason: 'moved_in', relation: 'child', person: who, sure: undefined },
      ...more,
    })
const doublesIn = (reply: { json: () => unknown }) => (reply.json() as { facts: { doubles: Double[] } }).facts.doubles
const firstEvent = async ({ householdId }: Body) =>
  (await world.as('hung').get(`/api/households/${householdId}`)).json().timeline[0]

describe('a household entered', () => {
  it('under a number that its village has: asked, named, and with a reason entered', async () => {
    await entered(household(person('Mùa Thị Say', born(1970)), { number: '12a' }))
    const again = household(person('Mùa Thị Dợ', born(1971)), { number: '12A' })
    expect(await refusal(world, enter(again))).toBe('household.double')
    expect(doublesIn(await enter(again)())).toMatchObject([
      { kind: 'number', headName: 'Mùa Thị Say', number: '12a', villageName: 'Thôn 1' },
    ])
    await entered({ ...again, sure: 'Hai hộ chung số nhà' })
    expect(await firstEvent(again)).toMatchObject({ facts: { sure: 'Hai hộ chung số nhà' } })
    await entered(household(person('Mùa Thị Chứ', born(1972)), { number: '12A', villageId: thon2 }))
  })

  it('with a head of the same name without marks and the same year, anywhere in the commune', async () => {
    const first = await entered(household(person('Lò Thị Ánh', { year: 1966 }), { number: '77' }))
    const typed = household(person('Lo Thi Anh', born(1966)), { villageId: thon2 })
    expect(await refusal(world, enter(typed))).toBe('household.double')
    expect(doublesIn(await enter(typed)())).toMatchObject([
      {
        kind: 'person',
        typed: 'Lo Thi Anh',
        name: 'Lò Thị Ánh',
        householdId: first.householdId,
        number: '77',
        left: null,
      },
    ])
  })

  it.each([
    ['another year', 'Vi Thị Ất', { birth: { year: 1967 } }],
    ['another day of birth', 'Vi Thị Bính', { birth: { year: 1966, month: 5, day: 1 } }],
    ['another sex', 'Vi Thị Đinh', { sex: 'male' }],
    ['another citizen id', 'Vi Thị Mậu', { citizenId: '026166000112' }],
  ])('by %s is nobody known', async (_, name, more) => {
    const citizenId = 'citizenId' in more ? '026166000111' : undefined
    await entered(household(person(name, born(1966), { citizenId })))
    await entered(household(person(name, { year: 1966 }, more)))
    expect(await refusal(world, enter(household(person(name, { year: 1966 }))))).toBe('household.double')
  })

  it('in the commune beside is not told of at all', async () => {
    const body = household(person('Hà Thị Kín', born(1955)), { villageId: kyThuong })
    expect((await world.as('son').post('/api/households', body)).statusCode).toBe(200)
    await entered(household(person('Hà Thị Kín', born(1955))))
  })

  it('twice in the same second: the second is asked', async () => {
    const two = [1, 2].map(() => enter(household(person('Phan Thị Sớm', born(1961)), { number: '901' })))
    expect(answersIn(await meetingAt(world, 'household', two)).toSorted()).toEqual(['household.double', 'ok'])
  })

  it('with one child written twice', async () => {
    const child = () => ({ memberId: newId(), relation: 'child', person: person('Tô Thị Tí', born(2015)) })
    const { members, ...rest } = household(person('Tô Thị Mẹ', born(1985)))
    const typed = { ...rest, members: [...members, child(), child()] }
    expect(await refusal(world, enter(typed))).toBe('household.double')
    expect(doublesIn(await enter(typed)())).toMatchObject([{ kind: 'typed_twice', name: 'Tô Thị Tí' }])
  })
})

describe('a number written otherwise', () => {
  it('is asked about at entering and at renumbering; another is not', async () => {
    const first = await entered(household(person('Sùng Thị Một', born(1970)), { number: '2-001' }))
    for (const [at, number] of ['2-1', '2 - 001', '02–01', '2/1', '2.1', '2 1', '02/01'].entries()) {
      const again = household(person(`Sùng Thị ${'ABCDEGH'[at]}`, born(1971)), { number })
      expect(await refusal(world, enter(again)), number).toBe('household.double')
      expect(doublesIn(await enter(again)())).toMatchObject([{ kind: 'number', householdId: first.householdId }])
    }
    const other = await entered(household(person('Sùng Thị Khác', born(1971)), { number: '21' }))
    const renumber = (more: object) => () =>
      world.as('hung').post(`/api/households/${other.householdId}/residence`, {
        ...{ villageId: thon1, address: '', number: '002-1', on: '2026-01-05', sure: undefined },
        ...more,
      })
    expect(await refusal(world, renumber({}))).toBe('household.double')
    const reply = await renumber({ sure: 'Hai hộ chung nhà' })()
    expect(reply.statusCode, reply.body).toBe(200)
  })
})

describe('an insurance number', () => {
  const card = '0126450001'
  const insured = (name: string, insuranceNo: string, more: object = {}) =>
    person(name, born(1980), { insuranceNo, ...more })

  it('of somebody else is asked about, however the card is written, and kept with a reason', async () => {
    const first = await entered(household(insured('Chang Thị Thẻ', card)))
    for (const number of [card, `GD401${card}`, '012 645 0001']) {
      const again = household(insured('Chang Thị Khác', number))
      expect(await refusal(world, enter(again)), number).toBe('household.double')
      expect(doublesIn(await enter(again)())).toMatchObject([
        { kind: 'insurance', typed: 'Chang Thị Khác', name: 'Chang Thị Thẻ', householdId: first.householdId },
      ])
    }
    const joins = joining(first, insured('Chang Thị Con', card, { birth: born(2004) }))
    expect(await refusal(world, joins)).toBe('household.double')
    await entered({ ...household(insured('Chang Thị Khác', card)), sure: 'Thẻ cấp trùng số' })
  })

  it('twice in one form is asked about', async () => {
    const child = {
      memberId: newId(),
      relation: 'child',
      person: insured('Chang Thị Út', '0126450002', { birth: born(2005) }),
    }
    const { members, ...rest } = household(insured('Chang Thị Mẹ', '0126450002'))
    const typed = { ...rest, members: [...members, child] }
    expect(await refusal(world, enter(typed))).toBe('household.double')
    expect(doublesIn(await enter(typed)())).toMatchObject([{ kind: 'insurance_twice', name: 'Chang Thị Út' }])
  })

  it('given to a member who stands is asked about; undone, it is that one’s again', async () => {
    const home = await entered(household(insured('Chang Thị Giữ', '0126450003')))
    const other = await entered(household(insured('Chang Thị Đổi', '')))
    const change = (of: Body, body: object) => () =>
      world.as('hung').post(`/api/households/${of.householdId}/members/${of.members[0]?.memberId}/change`, {
        sure: undefined,
        ...body,
      })
    expect(await refusal(world, change(other, { insuranceNo: '0126450003' }))).toBe('household.double')
    expect((await change(home, { insuranceNo: '0126450004' })()).statusCode).toBe(200)
    const { actId } = await firstEvent(home)
    const undone = await world.as('hung').post(`/api/households/${home.householdId}/events/${actId}/undo`, {
      because: 'Ghi nhầm thẻ',
    })
    expect(undone.statusCode, undone.body).toBe(200)
    expect(await refusal(world, change(other, { insuranceNo: '0126450003' }))).toBe('household.double')
    expect((await change(other, { insuranceNo: '0126450004' })()).statusCode).toBe(200)
  })

  it('that was sealed by an earlier version is found after a start', async () => {
    await entered(household(insured('Chang Thị Cũ', '0126450005')))
    await world.owner.query('update member set insurance_no_index = null')
    await indexInsurance(world.owner, world.host.services.keys)
    expect(await refusal(world, enter(household(insured('Chang Thị Mới', '0126450005'))))).toBe('household.double')
  })

  it('of another commune is not told of', async () => {
    const body = household(insured('Hà Thị Thẻ Kín', '0126450006'), { villageId: kyThuong })
    expect((await world.as('son').post('/api/households', body)).statusCode).toBe(200)
    await entered(household(insured('Chang Thị Xa', '0126450006')))
  })
})

describe('a member', () => {
  it('spelled with another apostrophe, a hyphen, a space or none of them is asked about', async () => {
    await entered(household(person('H’Hen Niê', born(1970))))
    await entered(household(person('Y-Blŏk Êban', born(1971), { sex: 'male' })))
    for (const name of ["H'Hen Niê", 'HʼHen Niê', 'H`Hen Niê', 'HHen Nie', 'H Hen Niê', 'H-Hen Niê', 'h hennie'])
      expect(await refusal(world, enter(household(person(name, born(1970))))), name).toBe('household.double')
    for (const name of ['Y Blŏk Êban', 'YBlok Êban', 'Y’Blŏk Ê-ban', 'Yblok Eban'])
      expect(await refusal(world, enter(household(person(name, born(1971), { sex: 'male' })))), name).toBe(
        'household.double',
      )
    await entered(household(person('H’Hen Niê Siêng', born(1970))))
  })

  it('who is in the household already is asked about; a twin by another name is not', async () => {
    const home = await entered(household(person('Đinh Thị Mai', born(1986))))
    const child = (name: string) => person(name, born(2016))
    expect((await joining(home, child('Đinh Thị Na'))()).statusCode).toBe(200)
    expect((await joining(home, child('Đinh Thị Nụ'))()).statusCode).toBe(200)
    expect(await refusal(world, joining(home, child('Đinh Thi Na')))).toBe('household.double')
    expect(doublesIn(await joining(home, child('Đinh Thi Na'))())).toMatchObject([
      { kind: 'member', name: 'Đinh Thị Na' },
    ])
    expect((await joining(home, child('Đinh Thi Na'), { sure: 'Chị em họ trùng tên' })()).statusCode).toBe(200)
    expect(await firstEvent(home)).toMatchObject({ kind: 'moved_in', facts: { sure: 'Chị em họ trùng tên' } })
  })

  it('spelled with i for y is asked about too', async () => {
    const house = await entered(household(person('Quàng Thị Quý', born(1988))))
    const twin = household(person('Quàng Thị Quí', born(1988)))
    expect(await refusal(world, enter(twin))).toBe('household.double')
    const child = person('Quàng Văn Tỵ', born(2013))
    expect((await joining(house, child)()).statusCode).toBe(200)
    const again = joining(house, person('Quàng Văn Ti', born(2013)))
    expect(await refusal(world, again)).toBe('household.double')
    expect(doublesIn(await again())).toMatchObject([{ name: 'Quàng Văn Tỵ' }])
  })

  it('renamed to somebody who is there is asked about; other changes are not', async () => {
    const home = await entered(household(person('Cà Thị Lả', born(1977))))
    const other = await entered(household(person('Cà Thị Pâng', born(1977))))
    const url = `/api/households/${other.householdId}/members/${other.members[0]?.memberId}/change`
    const change = (body: object) => () => world.as('hung').post(url, { sure: undefined, ...body })
    expect(await refusal(world, change({ name: 'Cà Thị Lả' }))).toBe('household.double')
    expect((await change({ name: 'Cà Thị Lả', sure: 'Hai người trùng tên' })()).statusCode).toBe(200)
    expect((await change({ facts: { job: 'farm' } })()).statusCode).toBe(200)
    expect(home.householdId).not.toBe(other.householdId)
  })

  it('who went away is told of to who enters the same person elsewhere', async () => {
    const home = await entered(household(person('Giàng Thị Mỷ', born(1969))))
    const child = newId()
    const who = person('Giàng Thị Xa', born(1999))
    expect((await joining(home, who, { memberId: child })()).statusCode).toBe(200)
    const leave = { on: '2026-02-01', reason: 'moved_out' }
    const left = await world.as('hung').post(`/api/households/${home.householdId}/members/${child}/leave`, leave)
    expect(left.statusCode, left.body).toBe(200)
    const reply = await enter(household(who, { on: '2026-02-01', reason: 'moved_in' }))()
    expect(doublesIn(reply)).toMatchObject([
      { kind: 'person', left: { on: '2026-02-01', reason: 'moved_out' }, householdId: home.householdId },
    ])
  })
})

describe('somebody who was joined to another person', () => {
  const url = (of: Body) => `/api/households/${of.householdId}`
  const post = async (path: string, body: object) => {
    const reply = await world.as('hung').post(path, body)
    expect(reply.statusCode, reply.body).toBe(200)
  }

  it('is found by the name that was joined away as well, once; parted again, as before', async () => {
    const home = await entered(household(person('Vàng Thị Mẩy', born(1988))))
    const [kept, twin] = [newId(), newId()]
    await joining(home, person('Vàng A Páo', born(2013), { sex: 'male' }), { memberId: kept })()
    // The same boy by his other name.
    await joining(home, person('Vàng Văn Bảo', born(2013), { sex: 'male' }), { memberId: twin })()
    const joinedTo = { otherHouseholdId: home.householdId, otherMemberId: twin, because: 'Một cháu, hai tên' }
    await post(`${url(home)}/members/${kept}/join`, joinedTo)
    for (const name of ['Vang Van Bao', 'Vàng A Páo']) {
      const again = household(person(name, born(2013), { sex: 'male' }))
      expect(await refusal(world, enter(again))).toBe('household.double')
      expect(doublesIn(await enter(again)())).toMatchObject([{ kind: 'person', householdId: home.householdId }])
    }
    const typed = household(person('Vàng Văn Bảo', born(2013), { sex: 'male' }))
    expect(doublesIn(await enter(typed)())).toMatchObject([{ name: 'Vàng Văn Bảo', joined: true, left: null }])
    // He himself, renamed to that name, is no double of himself.
    await post(`${url(home)}/members/${kept}/change`, { name: 'Vàng Văn Bảo', sure: undefined })
    await post(`${url(home)}/members/${kept}/change`, { name: 'Vàng A Páo', sure: undefined })
    const { timeline } = (await world.as('hung').get(url(home))).json()
    const { actId } = timeline.find(({ kind }: { kind: string }) => kind === 'persons_joined')
    await post(`${url(home)}/events/${actId}/undo`, { because: 'Hai anh em' })
    expect(doublesIn(await enter(typed)())).toMatchObject([{ name: 'Vàng Văn Bảo', joined: false, left: null }])
    const renamed = () =>
      world.as('hung').post(`${url(home)}/members/${kept}/change`, { name: 'Vàng Văn Bảo', sure: undefined })
    expect(await refusal(world, renamed)).toBe('household.double')
  })
})

it('a household that takes a number which another of the village has is asked about', async () => {
  await entered(household(person('Sùng Thị Dua', born(1950)), { number: '31' }))
  const other = await entered(household(person('Sùng Thị Ly', born(1951)), { number: '32' }))
  const move = (more: object) => () =>
    world.as('hung').post(`/api/households/${other.householdId}/residence`, {
      ...{ on: '2026-01-05', villageId: thon1, address: '', number: '31', sure: undefined },
      ...more,
    })
  expect(await refusal(world, move({}))).toBe('household.double')
  expect((await move({ sure: 'Chung một biển số' })()).statusCode).toBe(200)
})

describe('a number given by another act', () => {
  const of = (body: Body, what: string, more: object) => () =>
    world.as('hung').post(`/api/households/${body.householdId}/${what}`, more)
  const two = (head: string, number: string): Body => {
    const child = { memberId: newId(), relation: 'child', person: person(`${head} Con`, born(1998)) }
    const body = household(person(head, born(1970)), { number })
    return { ...body, members: [...body.members, child] }
  }
  const splitting = (body: Body, number: string, more: object = {}) =>
    of(body, 'split', {
      ...{ newHouseholdId: newId(), on: '2026-01-05', villageId: thon1, address: '', number, sure: undefined },
      members: [{ memberId: body.members[1]?.memberId, relation: 'head' }],
      ...more,
    })

  it('by splitting: asked, and with a reason taken', async () => {
    await entered(household(person('Sùng Thị Pà', born(1960)), { number: '7-286' }))
    const body = await entered(two('Sùng Thị Chở', '7-287'))
    expect(await refusal(world, splitting(body, '7-286'))).toBe('household.double')
    const done = await splitting(body, '7-286', { sure: 'Hai nhà chung số' })()
    expect(done.statusCode, done.body).toBe(200)
    expect(await firstEvent(done.json())).toMatchObject({ facts: { sure: 'Hai nhà chung số' } })
  })

  it('by an undoing that brings it back: asked too', async () => {
    const body = await entered(household(person('Sùng Thị Xua', born(1961)), { number: '7-288' }))
    const place = { villageId: thon1, address: '', on: '2026-01-05', number: '7-289' }
    expect((await of(body, 'residence', place)()).statusCode).toBe(200)
    await entered(household(person('Sùng Thị Lỳ', born(1962)), { number: '7-288' }))
    const { id, actId } = await firstEvent(body)
    const undo = (more: object) =>
      of(body, `events/${actId ?? id}/undo`, { because: 'Ghi nhầm số', sure: undefined, ...more })
    expect(await refusal(world, undo({}))).toBe('household.double')
    expect((await undo({ sure: 'Hai nhà chung số' })()).statusCode).toBe(200)
  })

  const baby = {
    memberId: newId(),
    relation: 'child',
    person: person('Sùng Thị Nhỏ', { year: 2025, month: 7, day: 1 }),
  }
  it('somebody born in 1899 is asked about, and with a reason entered', async () => {
    const old = household(person('Sùng Thị Cố', born(1899)))
    expect(await refusal(world, enter(old))).toBe('household.double')
    expect(doublesIn(await enter(old)()).every(({ kind }) => kind === 'odd')).toBe(true)
    await entered({ ...old, sure: 'Giấy khai sinh ghi năm 1899' })
    await entered(household(person('Sùng Thị Kỵ', born(1930))))
  })

  it('a child becomes head beside somebody grown up: asked at splitting, at a change of head and where the head leaves', async () => {
    const first = two('Sùng Thị Dở', '')
    const body = await entered({ ...first, members: [...first.members, baby] })
    const [mother, grown] = body.members.map(({ memberId }) => memberId) as [string, string]
    const parted = [
      { memberId: baby.memberId, relation: 'head' },
      { memberId: grown, relation: 'sibling' },
    ]
    expect(await refusal(world, splitting(body, '', { members: parted }))).toBe('household.double')
    expect(doublesIn(await splitting(body, '', { members: parted })())).toMatchObject([
      { kind: 'young_head', name: 'Sùng Thị Nhỏ' },
    ])
    const head = of(body, 'head', { on: '2026-01-05', newHeadId: baby.memberId })
    expect(await refusal(world, head)).toBe('household.double')
    const leaving = { on: '2026-01-05', reason: 'died', newHeadId: baby.memberId }
    expect(await refusal(world, of(body, `members/${mother}/leave`, leaving))).toBe('household.double')
    const alone = { ...leaving, newHeadId: grown }
    expect((await of(body, `members/${mother}/leave`, alone)()).statusCode).toBe(200)
    const sure = { on: '2026-01-05', newHeadId: baby.memberId, sure: 'Mẹ đi làm xa' }
    expect((await of(body, 'head', sure)()).statusCode).toBe(200)
    expect(await firstEvent(body)).toMatchObject({ kind: 'head_changed', facts: { sure: 'Mẹ đi làm xa' } })
  })
})

describe('somebody who died or left', () => {
  const url = (of: Body) => `/api/households/${of.householdId}`
  const must = async (path: string, body: object) => {
    const reply = await world.as('hung').post(path, body)
    expect(reply.statusCode, reply.body).toBe(200)
  }
  const lastAct = async (of: Body) => {
    const { id, actId } = await firstEvent(of)
    return `${url(of)}/events/${actId ?? id}/undo`
  }
  const gone = async (name: string, reason: string) => {
    const home = await entered(household(person(`${name} Mẹ`, born(1970))))
    const memberId = newId()
    expect((await joining(home, person(name, born(1998)), { memberId })()).statusCode).toBe(200)
    await must(`${url(home)}/members/${memberId}/leave`, { on: '2026-02-01', reason })
    return home
  }

  it.each(['died', 'moved_out', 'married'])(
    '%s: is asked about where the household takes the same in again',
    async (reason) => {
      const name = `Lý Thị ${reason === 'died' ? 'Mất' : reason === 'married' ? 'Gả' : 'Đi'}`
      const home = await gone(name, reason)
      const again = joining(home, person(name, born(1998)), { on: '2026-03-01' })
      expect(await refusal(world, again)).toBe('household.double')
      expect(doublesIn(await again())).toMatchObject([{ kind: 'member', name, left: { on: '2026-02-01', reason } }])
      const elsewhere = household(person(name, born(1998)), { on: '2026-03-01' })
      expect(doublesIn(await enter(elsewhere)())).toMatchObject([{ kind: 'person', left: { reason } }])
      // Undone instead, nobody stands twice, and nothing is asked.
      const undone = await world.as('hung').post(await lastAct(home), { because: 'Ghi nhầm người' })
      expect(undone.statusCode, undone.body).toBe(200)
    },
  )

  it('entered anew with a reason: the undoing of the death asks before two alike stand', async () => {
    const home = await gone('Lý Thị Hai', 'died')
    const undoing = await lastAct(home)
    const again = joining(home, person('Lý Thị Hai', born(1998)), { on: '2026-03-01', sure: 'Người khác, trùng tên' })
    expect((await again()).statusCode).toBe(200)
    const undo = (more: object) => () =>
      world.as('hung').post(undoing, { because: 'Ghi nhầm người', sure: undefined, ...more })
    expect(await refusal(world, undo({}))).toBe('household.double')
    expect(doublesIn(await undo({})())).toMatchObject([{ kind: 'member', name: 'Lý Thị Hai', left: null }])
    expect((await undo({ sure: 'Hai chị em họ trùng tên' })()).statusCode).toBe(200)
  })
})

describe('a birth that hardly fits the relation', () => {
  const said = (reply: { json: () => unknown }) =>
    doublesIn(reply).map((one) => (one.kind === 'odd' ? one.said.vi : one.kind))
  const url = (of: Body) => `/api/households/${of.householdId}`

  it('of a new household is asked about, and kept with the reason', async () => {
    const old = { memberId: newId(), relation: 'grandparent', person: person('Lự Thị Cổ', born(1899)) }
    const { members, ...rest } = household(person('Lự Thị Nay', born(1972)))
    const typed = { ...rest, members: [...members, old] }
    expect(await refusal(world, enter(typed))).toBe('household.double')
    expect(said(await enter(typed)())).toEqual(['Lự Thị Cổ 127 tuổi?'])
    await entered({ ...typed, sure: 'Có giấy khai sinh' } as Body)
  })

  it.each([
    ['parent', born(2015), {}, 'Lự Thị Bé là cha, mẹ mà kém chủ hộ 43 tuổi?'],
    ['child_in_law', { year: 2026, month: 1, day: 4 }, { reason: 'married' }, 'Lự Thị Bé kết hôn về, mới 0 tuổi?'],
    ['child', born(1967), {}, 'Lự Thị Bé là con mà lớn hơn chủ hộ 5 tuổi?'],
  ])('%s who comes: asked', async (relation, birth, more, sentence) => {
    const home = await entered(
      household(person(`Lự Thị ${relation === 'child' ? 'Cả' : relation === 'parent' ? 'Hai' : 'Ba'}`, born(1972))),
    )
    const come = (sure?: string) => joining(home, person('Lự Thị Bé', birth), { relation, ...more, sure })
    expect(await refusal(world, come())).toBe('household.double')
    expect(said(await come()()).filter((one) => one !== 'person')).toEqual([sentence])
  })

  it('of a member already there: asked where relation or birth is changed, not where a name is', async () => {
    const home = await entered(household(person('Lự Thị Hợp', born(1972))))
    const memberId = newId()
    expect((await joining(home, person('Lự Thị Con', born(1998)), { memberId })()).statusCode).toBe(200)
    const change = (body: object) => () =>
      world.as('hung').post(`${url(home)}/members/${memberId}/change`, { sure: undefined, ...body })
    expect(await refusal(world, change({ relation: 'parent' }))).toBe('household.double')
    expect(await refusal(world, change({ birth: born(1965) }))).toBe('household.double')
    expect((await change({ name: 'Lự Thị Con Gái' })()).statusCode).toBe(200)
  })

  it('of a merge and of a change of head: asked', async () => {
    const into = await entered(household(person('Lự Thị Nhận', born(1959))))
    const from = await entered(household(person('Lự Thị Nhập', born(1967))))
    const relations = [{ memberId: from.members[0]?.memberId, relation: 'child' }]
    const body = { intoHouseholdId: into.householdId, on: '2026-01-05', relations, sure: undefined }
    const merge =
      (more: object = {}) =>
      () =>
        world.as('hung').post(`${url(from)}/merge`, { ...body, ...more })
    expect(await refusal(world, merge())).toBe('household.double')
    expect(said(await merge()())).toEqual(['Lự Thị Nhập là con mà chỉ kém chủ hộ 8 tuổi?'])
    expect((await merge({ sure: 'Con nuôi' })()).statusCode).toBe(200)
    expect(await firstEvent(into)).toMatchObject({ kind: 'merged', facts: { sure: 'Con nuôi' } })
    const turned = [{ memberId: into.members[0]?.memberId, relation: 'grandchild' }]
    const head = { on: '2026-02-05', newHeadId: await memberOf(into, 'Lự Thị Nhập'), relations: turned }
    expect(await refusal(world, () => world.as('hung').post(`${url(into)}/head`, head))).toBe('household.double')
  })
  const memberOf = async (of: Body, name: string) =>
    (await world.as('hung').get(url(of))).json().members.find((one: { name: string }) => one.name === name).memberId
})
