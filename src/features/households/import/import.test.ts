import { setTimeout as sleep } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { csvOf } from '#test/lists.ts'
import { type Held, watchLoop } from '#test/loop.ts'
import { kyThuong } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { columnKeys, columns } from './rules/columns.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const commune = demoAreas.tamHongToday
const head = 'Thôn,Số hộ,Quan hệ với chủ hộ,Họ và tên,Giới tính,Ngày sinh,Dân tộc,Số CCCD'
const csv = (...rows: string[]) => Buffer.from(`\ufeff${[head, ...rows].join('\r\n')}\r\n`)

async function check(bytes: Buffer, who: PersonName = 'hung', areaId: string = commune) {
  const file = { name: 'ho.csv', type: 'text/csv', bytes }
  return (await world.as(who).upload('/api/households/import/check', { areaId, listedOn: '2026-11-01' }, file)).json()
}
async function write(bytes: Buffer, sha256: string, who: PersonName = 'hung') {
  const fields = { areaId: commune, listedOn: '2026-11-01', sha256 }
  const file = { name: 'ho.csv', type: 'text/csv', bytes }
  return (await world.as(who).upload('/api/households/import', fields, file)).json()
}
const writing = (bytes: Buffer, sha256: string, who: PersonName) => () => {
  const file = { name: 'ho.csv', type: 'text/csv', bytes }
  return world.as(who).upload('/api/households/import', { areaId: commune, listedOn: '2026-11-01', sha256 }, file)
}
/** A name for each number: letters alone. */
const words = (n: number) => [...String(n)].map((figure) => 'ABCDEGHIKL'[Number(figure)]).join('')
const count = async () => (await world.owner.query('select count(*)::int as n from household')).rows[0].n as number

describe('a list of households', () => {
  it('is not entered twice by two who send it in the same second', async () => {
    const bytes = csv('Thôn 3,901,Chủ hộ,Nguyễn Văn Chín,Nam,1970,Kinh,')
    const { sha256 } = await check(bytes)
    const both = [writing(bytes, sha256, 'hung'), writing(bytes, sha256, 'hung')]
    const replies = await meetingAt(world, 'audit_line', both)
    expect(answersIn(replies)).toEqual(['ok', 'import.has_errors'])
  })

  it('is checked, counted, and written as it was checked', async () => {
    const bytes = csv(
      'Thôn 1,101,Chủ hộ,Nguyễn Văn Một,Nam,01/02/1970,Kinh,026070000101',
      'Thôn 1,101,Vợ,Trần Thị Hai,Nữ,1972,Tày,',
      'thon 2,55,Chủ hộ,Lê Thị Ba,Nữ,03/1960,Khmer,',
    )
    const before = await count()
    const report = await check(bytes)
    expect(report).toMatchObject({ households: 2, members: 3, faults: [], faultCount: 0 })
    expect(report.villages).toMatchObject([
      { name: 'Thôn 1', households: 1, members: 2 },
      { name: 'Thôn 2', households: 1, members: 1 },
    ])
    expect(await count()).toBe(before)
    expect(await write(bytes, report.sha256)).toEqual({ households: 2, members: 3 })
    const found = (await world.as('hung').get('/api/households/search?q=tran%20thi%20hai')).json().households
    expect(found).toMatchObject([{ headName: 'Nguyễn Văn Một', number: '101' }])
    const shown = (await world.as('mai').get(`/api/households/${found[0].householdId}`)).json()
    expect(shown.members).toMatchObject([
      { relation: 'head', citizenId: '*********101', joinedOn: '2026-11-01', joinReason: 'listed' },
      { relation: 'spouse', ethnicity: '02', birth: { year: 1972 } },
    ])
    const again = await check(bytes)
    expect(again.faults).toMatchObject([
      { row: 2, column: 'Số hộ', cell: 'B2', en: expect.stringContaining('already has a household 101') },
      { row: 2, column: 'Số CCCD', cell: 'H2' },
      { row: 4, column: 'Số hộ', cell: 'B4' },
    ])
  })

  it('brings the telephone number of each household where the file has a column of it', async () => {
    const bytes = Buffer.from(
      `\ufeff${[
        `${head},Số điện thoại liên hệ`,
        'Thôn 1,8101,Chủ hộ,Nguyễn Văn Gọi,Nam,1970,Kinh,,0000 810 101',
        'Thôn 1,8101,Con,Nguyễn Thị Máy,Nữ,2000,Kinh,,',
        'Thôn 1,8102,Chủ hộ,Nguyễn Văn Không,Nam,1971,Kinh,,',
      ].join('\r\n')}\r\n`,
    )
    const report = await check(bytes)
    expect(report).toMatchObject({ households: 2, faults: [] })
    expect(await write(bytes, report.sha256)).toEqual({ households: 2, members: 3 })
    const { rows } = await world.owner.query(
      `select number, contact_phone as phone from household where number in ('8101', '8102') order by number`,
    )
    expect(rows).toEqual([
      { number: '8101', phone: '0000810101' },
      { number: '8102', phone: null },
    ])
  })

  it('asks about numbers, names and insurance numbers that are one though they are written apart', async () => {
    const wide = (...rows: string[]) => Buffer.from(`\ufeff${[`${head},Số BHXH/BHYT`, ...rows].join('\r\n')}\r\n`)
    const one = wide(
      'Thôn 3,7809,Chủ hộ,H’Hen Niê,Nữ,1970,Ê-đê,,0126460001',
      'Thôn 3,0007809,Chủ hộ,HHen Niê,Nữ,1970,Ê-đê,,0126460002',
      'Thôn 3,7 - 1,Chủ hộ,Ksor Bốn,Nam,1971,Gia-rai,,GD4010126460001',
    )
    const report = await check(one)
    expect(report.faults).toEqual([])
    const told = (doubts: { cell: string; vi: string }[]) => doubts.map(({ cell, vi }) => `${cell} ${vi}`).toSorted()
    expect(told(report.doubts)).toEqual([
      'B3 Có thể trùng số hộ 7809 cùng thôn (dòng 2). Nếu là một hộ, hãy ghi cùng một số.',
      'D3 Có thể trùng người với dòng 2: cùng họ tên, giới tính, năm sinh.',
      'I4 Số BHXH/BHYT trùng với dòng 2.',
    ])
    expect(await write(one, report.sha256)).toMatchObject({ households: 3 })
    const again = await check(
      wide(
        "Thôn 3,07809,Chủ hộ,H'Hen Niê,Nữ,1970,Ê-đê,,",
        'Thôn 3,7-01,Chủ hộ,Ksor Năm,Nam,1972,Gia-rai,,012.646.0002',
      ),
    )
    expect(again.faults).toEqual([])
    expect(told(again.doubts)).toEqual([
      'B2 Có thể trùng số hộ 7809, 0007809 trong sổ của thôn: H’Hen Niê, HHen Niê.',
      'B3 Có thể trùng số hộ 7 - 1 trong sổ của thôn: Ksor Bốn.',
      expect.stringMatching(/^D2 Sổ đã có /),
      'I3 Số BHXH/BHYT này đã ghi cho HHen Niê, 1970, hộ HHen Niê (số 0007809).',
    ])
  })

  it('says of a village that hangs elsewhere by now that its households are not taken here', async () => {
    const post = async (change: object, day: string) => {
      const told = { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' }
      const reply = await world.as('quantri').post('/api/area-events', told)
      expect(reply.statusCode, reply.body).toBe(200)
      return reply.json()
    }
    const unit = { name: 'Thôn Sang Xã Khác', kind: 'thon', code: null, parentId: commune }
    const { began } = await post({ kind: 'create', unit }, '2026-10-01')
    await post({ kind: 'abolish', areaId: began[0], successors: [{ areaId: kyThuong, share: 1 }] }, '2026-11-10')
    const bytes = csv('Thôn Sang Xã Khác,1,Chủ hộ,Nguyễn Văn Sang,Nam,1970,Kinh,')
    const { faults, sha256 } = await check(bytes)
    expect(faults).toMatchObject([
      { row: 2, column: 'Thôn', cell: 'A2', vi: expect.stringMatching(/^Thôn Sang Xã Khác nay thuộc Xã Kỳ Thượng, /) },
    ])
    expect((await write(bytes, sha256)).code).toBe('import.has_errors')
  })

  it('tells every wrong cell of a row at once, each once', async () => {
    const { faults, faultCount } = await check(csv('Thôn 1,301,Chủ hộ,,Nam,32/13/1970,Không có,=1'))
    expect(faults.map((one: { cell: string }) => one.cell).toSorted()).toEqual(['D2', 'F2', 'G2', 'H2'])
    expect(faultCount).toBe(4)
  })

  it('reads a list below which something stands far down, and names it', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('Danh sách')
    sheet.addRow(head.split(','))
    sheet.addRow('Thôn 1,302,Chủ hộ,Nguyễn Văn Xa,Nam,1970,Kinh,'.split(','))
    sheet.getCell('A1048576').value = 'x'
    const far = await check(Buffer.from(await book.xlsx.writeBuffer()))
    const named = [...(far.faults ?? []), ...(far.source?.leftOut ?? [])].map(({ row }: { row: number }) => row)
    expect(named, JSON.stringify(far)).toContain(1_048_576)
    sheet.getCell('A1048576').value = null
    sheet.getCell('XFD2').value = 'x'
    const wide = await check(Buffer.from(await book.xlsx.writeBuffer()))
    expect(wide).toMatchObject({ code: 'sheet.cell_beyond', facts: { cell: 'XFD2' } })
  })

  it('writes nothing where one row is wrong, and names the row in both languages', async () => {
    const bytes = csv(
      'Thôn 1,201,Chủ hộ,Nguyễn Văn Tốt,Nam,1970,Kinh,',
      'Thôn 77,202,Chủ hộ,Trần Văn Sai,Nam,1970,Kinh,',
      'Thôn 1,203,Chủ hộ,=cmd|calc,Nam,1970,Kinh,26070000101',
    )
    const before = await count()
    const report = await check(bytes)
    expect(report.faults.map((f: { row: number; column: string }) => [f.row, f.column])).toEqual([
      [3, 'Thôn'],
      [4, 'Họ và tên'],
      [4, 'Số CCCD'],
    ])
    expect(report.faults[0]).toMatchObject({
      vi: expect.stringMatching(/Thôn 77/),
      en: expect.stringMatching(/Thôn 77/),
    })
    expect(await write(bytes, report.sha256)).toMatchObject({ code: 'import.has_errors' })
    expect(await count()).toBe(before)
  })

  it('refuses another file than the one that was checked', async () => {
    const one = csv('Thôn 1,301,Chủ hộ,Nguyễn Văn A,Nam,1970,Kinh,')
    const other = csv('Thôn 1,302,Chủ hộ,Nguyễn Văn B,Nam,1970,Kinh,')
    expect(await write(other, (await check(one)).sha256)).toMatchObject({ code: 'import.changed' })
  })

  it('tells that a citizen id is in use, not by whom, when its holder lives elsewhere', async () => {
    const member = {
      memberId: newId(),
      relation: 'head',
      person: {
        name: 'Triệu Thị Xa',
        sex: 'female',
        birth: { year: 1980 },
        ethnicity: '09',
        citizenId: '022180000404',
      },
    }
    await world.as('son').post('/api/households', {
      householdId: newId(),
      villageId: demoAreas.villages.kyThuong[0],
      number: '1',
      address: '',
      on: '2026-01-01',
      reason: 'listed',
      members: [member],
    })
    const report = await check(csv('Thôn 1,401,Chủ hộ,Triệu Thị Xa,Nữ,1980,Dao,022180000404'))
    expect(report.faults).toMatchObject([{ row: 2, column: 'Số CCCD' }])
    expect(JSON.stringify(report)).not.toMatch(/Kỳ Thượng|022180000404/)
  })

  it('is refused for the next commune, for who only reads, and for what is no commune', async () => {
    const bytes = csv('Thôn 1,501,Chủ hộ,Nguyễn Văn A,Nam,1970,Kinh,')
    for (const who of ['son', 'mai', 'bich', 'lan', 'la'] as const)
      expect(await check(bytes, who), who).toMatchObject({ code: 'access.denied' })
    expect(await write(bytes, (await check(bytes)).sha256, 'son')).toMatchObject({ code: 'access.denied' })
    expect(await check(bytes, 'hung', demoAreas.villages.tamHong[0])).toMatchObject({
      code: 'household.import_not_commune',
    })
  })

  it('says what is wrong with a file that is none', async () => {
    const wide = Buffer.from(`${'x,'.repeat(1_000_000)}\n`)
    const latin = Buffer.from(`${head}\nTh\xf4n 1,1,x`, 'latin1')
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])
    const zip = Buffer.from('PK\u0003\u0004 not a workbook')
    expect(await check(wide)).toMatchObject({ code: 'sheet.too_large' })
    expect(await check(latin)).toMatchObject({ code: 'sheet.not_utf8' })
    expect(await check(ole)).toMatchObject({ code: 'sheet.not_table' })
    expect(await check(zip)).toMatchObject({ code: 'sheet.unreadable' })
    expect((await check(Buffer.from('a,b\n1,2\n'))).faults).toMatchObject([{ row: 1 }])
    for (const none of [csv(), csv('Ghi chú: lập theo mẫu'), csv('Tổng cộng,0,,,,,,')])
      expect(await check(none)).toMatchObject({
        faultCount: 1,
        households: 0,
        faults: [{ en: 'No rows of a list below the headings.' }],
      })
  })
})

describe('the template', () => {
  it('holds every column as text, an example that passes its own check, and the way to fill it in', async () => {
    const reply = await world.as('hung').get('/api/households/import/template')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(reply.rawPayload as unknown as ArrayBuffer)
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Danh sách', 'Ví dụ', 'Hướng dẫn'])
    const [list, example, guide] = book.worksheets
    expect(list?.getRow(2).getCell(columnKeys.indexOf('citizenId') + 1).numFmt).toBe('@')
    expect(guide?.rowCount).toBe(columnKeys.length + 1)
    book.removeWorksheet('Danh sách')
    book.removeWorksheet('Hướng dẫn')
    expect(example?.getRow(1).getCell(1).value).toBe(`${columns.village.title.vi} *`)
    const filled = Buffer.from(await book.xlsx.writeBuffer())
    expect(await check(filled)).toMatchObject({ households: 1, members: 2, faultCount: 0 })
  })
})

describe('a whole commune', () => {
  /** Bích goes on with small things of her own; answers how long the thread was held, in processor time. */
  async function besides<T>(work: Promise<T>): Promise<{ result: T; answered: number[]; held: Held }> {
    const answered: number[] = []
    let going = true
    const loop = watchLoop()
    const asking = (async () => {
      while (going) {
        answered.push((await world.as('bich').get('/api/me')).statusCode)
        await sleep(20)
      }
    })()
    const result = await work.finally(() => {
      going = false
    })
    await asking
    return { result, answered, held: loop.stop() }
  }

  it('of 40,000 rows is checked without holding up anybody', async () => {
    const { result, answered, held } = await besides(check(csvOf(40_000, 1)))
    expect(result).toMatchObject({ households: 9143, members: 40_000, faultCount: 0 })
    expect(answered.length).toBeGreaterThan(20)
    expect(new Set(answered)).toEqual(new Set([200]))
    expect(held.cpuMs).toBeLessThan(300)
  })

  it('of 6,000 members is written at once while the server answers others', async () => {
    const bytes = csvOf(6_000, 1)
    const report = await check(bytes)
    expect(report).toMatchObject({ households: 1372, members: 6000, faultCount: 0 })
    const { result, answered, held } = await besides(write(bytes, report.sha256))
    expect(result).toEqual({ households: 1372, members: 6000 })
    expect(answered.length).toBeGreaterThan(20)
    expect(new Set(answered)).toEqual(new Set([200]))
    expect(held.cpuMs).toBeLessThan(300)
    const list = (await world.as('hung').get(`/api/households?areaId=${commune}`)).json()
    expect(list.counts.persons).toBeGreaterThanOrEqual(6000)
    expect(list.rows).toHaveLength(50)
  })

  it('refuses a household that can be none, by the row that is one too many', async () => {
    const row = (n: number) => `Thôn 1,901,${n === 0 ? 'Chủ hộ' : 'Con'},Nguyễn Thị Đông,Nữ,1970,Kinh,`
    const { faults, households } = await check(csv(...Array.from({ length: 61 }, (_, n) => row(n))))
    expect(faults).toMatchObject([{ row: 62, column: 'Số hộ', en: expect.stringContaining('61 people') }])
    expect(households).toBe(0)
    expect((await check(csv(...Array.from({ length: 60 }, (_, n) => row(n))))).faultCount).toBe(0)
  })

  it('counts every fault and shows the first', async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => `Thôn 77,${n},Chủ hộ,Nguyễn Văn Sai,Nam,19x0,Kinh,`)
    const report = await check(csv(...rows))
    expect(report.faultCount).toBe(10_000)
    expect(report.faults).toHaveLength(200)
    expect(report.faults.slice(0, 3).map((f: { row: number }) => f.row)).toEqual([2, 2, 3])
  })

  it('tells who may be on record already, or stands twice in the file, and writes it all the same', async () => {
    const known = csv('Thôn 2,811,Chủ hộ,Lò Thị Ánh,Nữ,12/04/1966,Thái,')
    await write(known, (await check(known)).sha256)
    const bytes = csv(
      'Thôn 3,812,Chủ hộ,Lo Thi Anh,Nữ,1966,Thái,',
      'Thôn 3,813,Chủ hộ,Lò Thị Ánh,Nữ,1967,Thái,',
      'Thôn 3,814,Chủ hộ,Quàng Văn Đôi,Nam,1971,Thái,',
      'Thôn 4,815,Chủ hộ,Quang Van Doi,Nam,1971,Thái,',
    )
    const { faultCount, doubts, doubtCount, sha256 } = await check(bytes)
    expect([faultCount, doubtCount]).toEqual([0, 2])
    expect(doubts).toMatchObject([
      { row: 2, column: 'Họ và tên', vi: 'Sổ đã có Lò Thị Ánh, 12/04/1966, hộ Lò Thị Ánh (số 811).' },
      { row: 5, vi: 'Có thể trùng người với dòng 4: cùng họ tên, giới tính, năm sinh.' },
    ])
    expect(await write(bytes, sha256)).toEqual({ households: 4, members: 4 })
    // Now three are alike: each is named.
    const third = await check(csv('Thôn 5,816,Chủ hộ,Lò Thị Ánh,Nữ,1966,Thái,'))
    expect(third.doubts.map((doubt: { vi: string }) => doubt.vi)).toEqual([
      'Sổ đã có Lò Thị Ánh, 12/04/1966, hộ Lò Thị Ánh (số 811); Lo Thi Anh, 1966, hộ Lo Thi Anh (số 812).',
    ])
    const numbered = await check(csv('Thôn 3,812,Chủ hộ,Vì Văn Tám,Nam,1966,Thái,'))
    expect(numbered.faults).toMatchObject([{ vi: 'Thôn đã có hộ số 812 trong sổ: Lo Thi Anh.' }])
    const { rows } = await world.owner.query(
      `select facts from audit_line where what = 'household.imported' order by at desc limit 1`,
    )
    expect(rows[0].facts).toMatchObject({ doubts: 2 })
  })

  it('tells who stands twice however far apart, and how many they are', async () => {
    const family = (number: number, name: string) => `Thôn 5,${number},Chủ hộ,${name},Nữ,1966,Thái,`
    const rest = Array.from({ length: 1_500 }, (_, n) => `Thôn 5,${5_000 + n},Chủ hộ,Vì Văn ${words(n)},Nam,1970,Thái,`)
    const { doubts, doubtCount } = await check(csv(family(4_000, 'Cầm Thị Xa'), ...rest, family(4_001, 'Cam Thi Xa')))
    expect([doubtCount, doubts]).toEqual([1, [expect.objectContaining({ row: 1_503, column: 'Họ và tên' })]])
    const twice = await check(csv(...rest, ...rest.map((row) => row.replace('Thôn 5', 'Thôn 6'))))
    expect([twice.doubtCount, twice.doubts.length, twice.doubts[0].row]).toEqual([1_500, 200, 1_502])
  })
})
