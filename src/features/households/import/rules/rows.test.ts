import { describe, expect, it } from 'vitest'
import { findBirth, findYesNo } from '#kernel/cells.ts'
import { plainDate } from '#kernel/dates.ts'
import { cellFaults, columnFinder, type Fault, type FileRow, mustBeFilled } from '#kernel/imports.ts'
import { type ColumnKey, columnKeys, columns } from './columns.ts'
import { groupRows, repeatedPeople } from './group.ts'
import { rowReader, villageFinder } from './rows.ts'
import { findRelation } from './values.ts'

const thon1 = { areaId: 'a1' as never, name: 'Thôn 1' }
const hoa = { areaId: 'a2' as never, name: 'Thôn Hoà' }
const hoaToned = { areaId: 'a3' as never, name: 'Thôn Hoa' }
const villages = [thon1, hoa, hoaToned]
const readRow = rowReader({ villages, listedOn: plainDate('2026-11-01') })
const findColumn = columnFinder(columns)

const good: Partial<Record<ColumnKey, string>> = {
  village: 'thon 1',
  number: '007',
  relation: 'Chủ hộ',
  name: 'Nguyễn  Thị Mai',
  sex: 'Nữ',
  birth: '05/11/1976',
  ethnicity: 'Kinh',
  citizenId: '026176000123',
  disability: 'nặng',
  healthInsurance: 'x',
}
const row = (cells: Partial<Record<ColumnKey, string>>, at = 2): FileRow<ColumnKey> => ({
  row: at,
  cells: Object.fromEntries(
    columnKeys.map((key) => [key, { ...good, ...cells }[key] ?? '']),
  ) as FileRow<ColumnKey>['cells'],
})
const blankFault = (key: ColumnKey) => (columns[key].required ? mustBeFilled : null)
function read(cells: Partial<Record<ColumnKey, string>>) {
  const faults: Fault<ColumnKey>[] = cellFaults(columns, row(cells), blankFault)
  return { member: faults.length > 0 ? null : readRow(row(cells), faults), faults }
}

describe('a row', () => {
  it('becomes a member', () => {
    const { member, faults } = read({})
    expect(faults).toEqual([])
    expect(member).toMatchObject({
      villageId: 'a1',
      number: '007',
      relation: 'head',
      person: {
        name: 'Nguyễn Thị Mai',
        sex: 'female',
        birth: { year: 1976, month: 11, day: 5 },
        ethnicity: '01',
        citizenId: '026176000123',
        facts: { disability: 'severe', healthInsurance: true },
      },
    })
  })
  it('an empty answer is unknown, never no', () => {
    expect(read({ disability: '', healthInsurance: '' }).member?.person.facts).toEqual({})
  })

  it.each([
    [{ name: '' }, 'Họ và tên'],
    [{ name: 'Mai '.repeat(31) }, 'Họ và tên'],
    [{ number: '7'.repeat(41) }, 'Số hộ'],
    [{ address: 'Ngõ '.repeat(76) }, 'Địa chỉ'],
    [{ name: '=HYPERLINK("http://x")' }, 'Họ và tên'],
    [{ name: 'Mai <script>' }, 'Họ và tên'],
    [{ name: 'Mai 2' }, 'Họ và tên'],
    [{ name: '\u0301Mai' }, 'Họ và tên'],
    [{ name: 'M\u0306\u0324\u0330ai' }, 'Họ và tên'],
    [{ name: 'Mai\u034f' }, 'Họ và tên'],
    [{ name: 'Mai\u202e' }, 'Họ và tên'],
    [{ address: '@SUM(A1)' }, 'Địa chỉ'],
    [{ number: '-5+cmd' }, 'Số hộ'],
    [{ address: 'Ngõ 😀' }, 'Địa chỉ'],
    [{ phone: 'gọi anh Tú' }, 'Số điện thoại liên hệ'],
    [{ phone: '0912345678; 0912345679' }, 'Số điện thoại liên hệ'],
    [{ phone: '912345678' }, 'Số điện thoại liên hệ'],
    [{ village: 'Thôn 99' }, 'Thôn'],
    [{ relation: 'Bạn' }, 'Quan hệ với chủ hộ'],
    [{ sex: 'Khác' }, 'Giới tính'],
    [{ birth: '76' }, 'Ngày sinh'],
    [{ birth: '30/02/1976' }, 'Ngày sinh'],
    [{ birth: '05/11/2026', citizenId: '' }, 'Ngày sinh'],
    [{ ethnicity: 'Klingon' }, 'Dân tộc'],
    [{ ethnicity: 'Hỏa' }, 'Dân tộc'],
    [{ citizenId: '26176000123' }, 'Số CCCD'],
    [{ insuranceNo: '12' }, 'Số BHXH/BHYT'],
    [{ disability: 'tàn tật' }, 'Khuyết tật'],
    [{ pension: 'chắc là có' }, 'Lương hưu'],
  ])('%j is told by row and column in both languages', (cells, column) => {
    const { member, faults } = read(cells)
    expect(member).toBeNull()
    expect(faults.map((fault) => [fault.row, fault.column && columns[fault.column].title.vi])).toEqual([[2, column]])
    expect(faults[0]?.vi).toBeTruthy()
    expect(faults[0]?.en).toBeTruthy()
  })
  it.each(['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', 'Err:502', '########'])(
    'whose name is %s is told that the spreadsheet has an error there, whatever the column',
    (cell) => {
      for (const key of ['name', 'birth', 'village', 'address', 'number'] as const) {
        const [first] = read({ [key]: cell }).faults
        expect(first?.vi).toBe(
          `“${cell}” là báo lỗi của bảng tính, không phải nội dung. Hãy ghi giá trị đúng vào ô này.`,
        )
      }
    },
  )

  it.each(['05/11/1876', '1876', '11/1876', '05/11/1076'])('born %s is told that this is too early', (birth) => {
    const { member, faults } = read({ birth, citizenId: '' })
    expect(member).toBeNull()
    expect(faults.map(({ column, vi }) => [column, vi])).toEqual([
      ['birth', expect.stringContaining(`Ngày sinh quá sớm: năm ${birth.slice(-4)}, mà sổ hộ nhận năm sinh từ 1890`)],
    ])
  })

  it('puts what it quotes between the same signs in every sentence', () => {
    const { faults } = read({ sex: 'Ba', ethnicity: 'Nghìn', village: 'Thôn 9' })
    for (const { vi, en } of faults) expect(`${vi} ${en}`).toMatch(/^[^"«»]*$/)
    expect(faults).toHaveLength(3)
  })

  it('tells everything that is wrong with it at once', () => {
    expect(read({ sex: '?', birth: '?', ethnicity: '?' }).faults).toHaveLength(3)
  })
})

describe('villages', () => {
  it('are found with or without tone marks, unless the name could mean two', () => {
    const find = villageFinder(villages)
    expect(find('THÔN 1')).toBe('a1')
    expect(find('Thôn Hoa')).toBe('a3')
    expect(find('thôn hoà')).toBe('a2')
    expect(find('thon hoa')).toBeNull()
  })

  it('of one name after a merge are told by their former commune, and never taken one for the other', () => {
    const twin = (areaId: string, former: string) => ({
      ...{ areaId: areaId as never, name: 'Thôn 1', formerly: [former] },
    })
    const both = [twin('b1', 'Xã Lập Thạch'), twin('b2', 'Xã Hợp Lý')]
    const find = villageFinder(both)
    expect(find('Thôn 1')).toBeNull()
    expect(find('Thôn 1, Xã Lập Thạch')).toBe('b1')
    expect(find('thon 1 (xa hop ly)')).toBe('b2')
    const faults: Fault<ColumnKey>[] = []
    rowReader({ villages: both, listedOn: plainDate('2026-11-01') })(row({ village: 'Thôn 1' }), faults)
    expect(faults.map(({ column, vi }) => [column, vi])).toEqual([
      ['village', expect.stringContaining('“Thôn 1, Xã Lập Thạch”, “Thôn 1, Xã Hợp Lý”')],
    ])
  })
})

describe('cells', () => {
  it.each([
    ['05/11/1976', { year: 1976, month: 11, day: 5 }],
    ['5-11-1976', { year: 1976, month: 11, day: 5 }],
    ['1976-11-05', { year: 1976, month: 11, day: 5 }],
    ['11/1976', { year: 1976, month: 11 }],
    ['1976', { year: 1976 }],
    ['13/1976', null],
    ['05/11/76', null],
    ['nay', null],
    ['1/2/3/4', null],
  ])('birth %s', (cell, birth) => expect(findBirth(cell)).toEqual(birth))
  it.each([
    ['vợ', 'spouse'],
    ['Con gái', 'child'],
    ['CON DÂU', 'child_in_law'],
    ['mẹ chồng', 'parent_in_law'],
    ['cháu ngoại', 'grandchild'],
    ['head', 'head'],
    ['bạn', null],
  ])('relation %s', (cell, relation) => expect(findRelation(cell)).toBe(relation))
  it('yes and no', () =>
    expect(['Có', 'x', 'Không', '0', '?'].map(findYesNo)).toEqual([true, true, false, false, null]))
  it('every heading finds its column in both languages, with a star and without marks', () => {
    for (const key of columnKeys)
      for (const text of [columns[key].title.vi, columns[key].title.en, `${columns[key].title.vi} *`, key])
        expect(findColumn(text), text).toBe(key)
    expect(findColumn('Ghi chú của tôi')).toBeUndefined()
  })
})

describe('households of a file', () => {
  const group = (...rows: Partial<Record<ColumnKey, string>>[]) => {
    const faults: Fault<ColumnKey>[] = []
    const members = rows.map((cells, at) => readRow(row({ citizenId: '', ...cells }, at + 2), faults))
    return {
      households: groupRows(
        members.flatMap((m) => m ?? []),
        faults,
      ),
      faults,
    }
  }
  it('rows of one village and number are one household, wherever they stand', () => {
    const { households, faults } = group({}, { number: '8' }, { relation: 'Con', address: 'Ngõ 5' })
    expect(faults).toEqual([])
    expect(households.map((h) => [h.number, h.members.length, h.address])).toEqual([
      ['007', 2, 'Ngõ 5'],
      ['8', 1, ''],
    ])
  })
  it('has the telephone number that one of its rows says, and is told where two say another', () => {
    const { households, faults } = group({}, { relation: 'Con', phone: '0000 12 34 56', citizenId: '' })
    expect([faults, households.map(({ phone }) => phone)]).toEqual([[], ['0000123456']])
    const two = group({ phone: '0000123456' }, { relation: 'Con', phone: '0000 123 457', citizenId: '' })
    expect(two.faults).toMatchObject([{ row: 3, column: 'phone', vi: expect.stringContaining('2 số điện thoại') }])
  })

  it('refuses no head, two heads, two addresses and a citizen id twice', () => {
    expect(group({ relation: 'Con' }).faults).toMatchObject([{ row: 2, en: expect.stringContaining('no head') }])
    expect(group({}, {}).faults).toMatchObject([{ row: 3, en: expect.stringContaining('2 heads (rows 2, 3)') }])
    expect(group({ address: 'A' }, { address: 'B', relation: 'Con' }).faults).toMatchObject([{ row: 3 }])
    const id = '026176000123'
    expect(group({ citizenId: id }, { citizenId: id, number: '8' }).faults).toMatchObject([
      { row: 3, en: 'The citizen id repeats row 2.' },
    ])
  })
  it('asks about who may stand twice, with less said of the birth too, and not about who has another citizen id', () => {
    const one = { name: 'Lò Thị Ánh', birth: '12/04/1966', citizenId: '' }
    const people = [one, { ...one, name: 'Lo Thi Anh', birth: '1966' }, { ...one, birth: '13/04/1966' }]
    const ids = [
      { ...one, name: 'Vi Thị Ất', citizenId: '026166000111' },
      { ...one, name: 'Vi Thị Ất', citizenId: '026166000112' },
    ]
    const members = [...people, ...ids].flatMap((cells, at) => readRow(row(cells, at + 2), []) ?? [])
    expect([...repeatedPeople(members)]).toMatchObject([
      { row: 3, column: 'name', vi: expect.stringContaining('dòng 2:') },
      { row: 4, column: 'name', vi: expect.stringContaining('dòng 3:') },
    ])
  })
  it('names all that are alike, the first five of many and how many more', () => {
    const many = Array.from(
      { length: 9 },
      (_, at) => readRow(row({ name: 'Vi Thị Ất', citizenId: '' }, at + 2), []) ?? [],
    )
    const said = [...repeatedPeople(many.flat())].map((fault) => fault.vi.split(':')[0])
    expect(said).toEqual([
      'Có thể trùng người với dòng 2',
      'Có thể trùng người với dòng 2, 3',
      'Có thể trùng người với dòng 2, 3, 4',
      'Có thể trùng người với dòng 2, 3, 4, 5',
      'Có thể trùng người với dòng 2, 3, 4, 5, 6',
      'Có thể trùng người với dòng 2, 3, 4, 5, 6 và 1 dòng nữa',
      'Có thể trùng người với dòng 2, 3, 4, 5, 6 và 2 dòng nữa',
      'Có thể trùng người với dòng 2, 3, 4, 5, 6 và 3 dòng nữa',
    ])
    const id = '026176000123'
    expect(
      group({ citizenId: id }, { citizenId: id, number: '8' }, { citizenId: id, number: '9' }).faults.at(-1),
    ).toMatchObject({
      row: 4,
      vi: 'Số CCCD trùng với dòng 2, 3.',
    })
    expect(group({}, {}, {}).faults).toMatchObject([{ row: 3, vi: 'Hộ số 007 có 3 chủ hộ (dòng 2, 3, 4).' }])
  })
})
