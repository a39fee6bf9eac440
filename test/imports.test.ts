/** The file half of an import knows nothing of households: another list goes through it by one file of its own. */
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { headRoutes } from './imports/heads.ts'
import { openWorld, type PersonName, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ calls: headRoutes })
  await world.owner.query('create table toy_head (village uuid primary key, head text not null)')
  await world.owner.query('grant all on toy_head to nb_app')
})
afterAll(() => world.close())

const csv = (...rows: string[]) => Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`)
const list = csv('Danh sách trưởng thôn', '', 'STT,Trưởng thôn,Thôn', '1,Đỗ Văn Mười,Thôn 10', '2,Lê Thị Hai,thon 2')

async function send(path: string, bytes: Buffer, more: Record<string, string> = {}, who: PersonName = 'hung') {
  const file = { name: 'truong-thon.csv', type: 'text/csv', bytes }
  return (await world.as(who).upload(path, { areaId: demoAreas.tamHongToday, ...more }, file)).json()
}
const check = (bytes: Buffer, who?: PersonName) => send('/api/heads/import/check', bytes, {}, who)
const write = (bytes: Buffer, sha256: string, who?: PersonName) => send('/api/heads/import', bytes, { sha256 }, who)
const held = async () => (await world.owner.query('select head from toy_head order by head')).rows.map((r) => r.head)

describe('a list of village heads', () => {
  it('Hùng checks it below its title and beside a column of his own, then writes it once', async () => {
    const report = await check(list)
    expect(report).toMatchObject({ heads: 2, faults: [], faultCount: 0, unread: ['STT'] })
    expect(await held()).toEqual([])
    expect(await write(list, report.sha256)).toEqual({ heads: 2 })
    expect(await held()).toEqual(['Lê Thị Hai', 'Đỗ Văn Mười'])
    expect((await check(list)).faults).toMatchObject([
      { row: 4, column: 'Thôn', cell: 'C4', en: 'The village has a head.' },
      { row: 5, cell: 'C5' },
    ])
    expect(await write(list, report.sha256)).toMatchObject({ code: 'import.has_errors' })
    const { rows } = await world.owner.query(`select facts from audit_line where what = 'heads.imported'`)
    expect(rows).toEqual([{ facts: { heads: 2 } }])
  })

  it('is told by row and cell what no row may be, and nothing of it is written', async () => {
    const wrong = csv('Thôn,Trưởng thôn', 'Thôn 3,', 'Thôn 77,Ai Đó', 'Thôn 4,=1+1', `Thôn 5,${'Dài '.repeat(20)}`)
    const report = await check(wrong)
    expect(report.faults.map((f: { cell: string }) => f.cell)).toEqual(['B2', 'A3', 'B4', 'B5'])
    for (const fault of report.faults) expect(fault.vi && fault.en).toBeTruthy()
    expect(await write(wrong, report.sha256)).toMatchObject({ code: 'import.has_errors' })
    expect(await held()).not.toContain('Ai Đó')
  })

  it('is refused with another file than was checked, without a column, and from the next commune', async () => {
    const other = csv('Thôn,Trưởng thôn', 'Thôn 6,Lê Văn Sáu')
    expect(await write(other, (await check(list)).sha256)).toMatchObject({ code: 'import.changed' })
    expect((await check(csv('Thôn,Ghi chú', 'Thôn 6,x'))).faults).toMatchObject([{ row: 1, column: '', cell: '' }])
    expect((await check(csv('Thôn,Trưởng thôn'))).faultCount).toBe(1)
    for (const who of ['son', 'mai', 'la'] as const)
      expect(await check(other, who), who).toMatchObject({ code: 'access.denied' })
    expect(await held()).not.toContain('Lê Văn Sáu')
  })

  it('has no column twice, and says which columns it does not take', async () => {
    const twice = csv('Thôn,Trưởng thôn,Trưởng thon', 'Thôn 8,Lê Văn Tám,Ai Đó')
    const report = await check(twice)
    expect(report).toMatchObject({ heads: 0, faults: [{ row: 1, column: 'Trưởng thôn', cell: 'C1' }], faultCount: 1 })
    expect(await write(twice, report.sha256)).toMatchObject({ code: 'import.has_errors' })
    const misspelt = csv('Thôn,Trưởng thôn,Số CCCDD,', 'Thôn 8,Lê Văn Tám,001085000001,')
    expect(await check(misspelt)).toMatchObject({ heads: 1, faultCount: 0, unread: ['Số CCCDD'] })
  })

  it('has a template of its own that passes its own check', async () => {
    const reply = await world.as('hung').get('/api/heads/import/template')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(reply.rawPayload as unknown as ArrayBuffer)
    for (const name of ['Danh sách', 'Hướng dẫn']) book.removeWorksheet(name)
    const report = await check(Buffer.from(await book.xlsx.writeBuffer()))
    expect(report).toMatchObject({ heads: 1, faultCount: 0 })
  })
})
