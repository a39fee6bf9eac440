/** Đào loads questions from a spreadsheet: all of it or nothing, the same file twice changes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { approvedTopics } from '#test/training.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await approvedTopics(world)
})
afterAll(() => world.close())

const areaId = demoAreas.phuTho
const heads =
  'Mã chuyên đề;Loại câu;Câu hỏi;Ý A;Ý B;Ý C;Ý D;Ý E;Ý F;Đáp án;Chấm từng phần;Được lệch;Đơn vị tính;Căn cứ;Dùng cho'
const fileOf = (rows: readonly string[]) => ({
  name: 'cau-hoi.csv',
  type: 'text/csv',
  bytes: Buffer.from(`\ufeff${[heads, ...rows].join('\r\n')}\r\n`),
})
const check = (rows: readonly string[], person: PersonName = 'dao', area: string = areaId) =>
  world.as(person).upload('/api/questions/import/check', { areaId: area }, fileOf(rows))
async function write(rows: readonly string[]) {
  const { sha256, seen } = (await check(rows)).json()
  return world.as('dao').upload('/api/questions/import', { areaId, sha256, seen }, fileOf(rows))
}
const good = [
  'CĐ1;Chọn một ý;Rà soát từ ngày nào?;01 tháng 8;01 tháng 9;;;;;b;;;;QĐ 24/2021/QĐ-TTg;',
  'cđ1;Chọn nhiều ý;Rà soát viên làm gì?;Hỏi từng câu;Điền theo năm trước;Giải thích;;;;"A; C";có;;;;Ôn luyện',
  'CĐ2;đúng hay sai;Hộ được khiếu nại.;;;;;;;Đúng;;;;;',
  'CĐ1;Điền số;Chuẩn thu nhập nông thôn?;;;;;;;1500000;;0,5;đồng;;Kiểm tra',
]
const listed = async (): Promise<{ ask: string; questionId: string; pool: string }[]> =>
  (await world.as('dao').get(`/api/areas/${areaId}/questions`)).json().rows

describe('a file of questions', () => {
  it('is checked, written once with every kind as it was meant, and changes nothing the second time', async () => {
    expect((await check(good)).json()).toMatchObject({ questions: 4, added: 4, unchanged: 0, faultCount: 0 })
    expect(await listed()).toEqual([])
    expect((await write(good)).json()).toEqual({ questions: 4, added: 4, unchanged: 0 })
    const rows = await listed()
    const bodies = new Map<string, unknown>()
    for (const { ask, questionId } of rows)
      bodies.set(ask, (await world.as('dao').get(`/api/questions/${questionId}`)).json().versions[0].body)
    expect(Object.fromEntries(bodies)).toEqual({
      'Rà soát từ ngày nào?': { kind: 'single', options: ['01 tháng 8', '01 tháng 9'], right: 1 },
      'Rà soát viên làm gì?': {
        ...{ kind: 'multiple', options: ['Hỏi từng câu', 'Điền theo năm trước', 'Giải thích'] },
        ...{ rights: [0, 2], partial: true },
      },
      'Hộ được khiếu nại.': { kind: 'true_false', right: true },
      'Chuẩn thu nhập nông thôn?': { kind: 'numeric', right: '1500000', tolerance: '0.5', unit: 'đồng' },
    })
    expect(rows.find(({ ask }) => ask === 'Rà soát viên làm gì?')?.pool).toBe('practice')
    expect((await write(good)).json()).toEqual({ questions: 4, added: 0, unchanged: 4 })
    const more = [...good, 'CĐ2;Đúng hay sai;Câu thêm.;;;;;;;sai;;;;;']
    expect((await write(more)).json()).toEqual({ questions: 5, added: 1, unchanged: 4 })
  })

  it('says every mistake at its place, and then writes nothing', async () => {
    const wrong: readonly [string, string][] = [
      ['CĐ9;Chọn một ý;Câu?;Một;Hai;;;;;A;;;;;', 'Không có chuyên đề CĐ9'],
      ['CĐ1;Tự luận;Câu?;;;;;;;A;;;;;', 'Tự luận'],
      ['CĐ1;Chọn một ý;Câu?;Một;;;;;;A;;;;;', 'ít nhất ý A và ý B'],
      ['CĐ1;Chọn một ý;Câu?;Một;;Ba;;;;A;;;;;', 'không bỏ trống ở giữa'],
      ['CĐ1;Chọn một ý;Câu?;Một;Hai;;;;;C;;;;;', 'Đáp án'],
      ['CĐ1;Chọn một ý;Câu?;Một;Hai;;;;;"A; B";;;;;', 'chỉ có một đáp án'],
      ['CĐ1;Chọn nhiều ý;Câu?;Một;Hai;;;;;"A; B";;;;;', 'Ý nào cũng đúng'],
      ['CĐ1;Chọn một ý;Câu?;Một;một;;;;;A;;;;;', 'giống nhau'],
      ['CĐ1;Điền số;Câu?;;;;;;;nhiều;;;;;', 'là một số'],
      ['CĐ1;Điền số;Câu?;;;;;;;5;;-1;;;', 'số âm'],
      ['CĐ1;Đúng hay sai;Câu?;;;;;;;A;;;;;', 'Đúng hoặc Sai'],
      ['CĐ1;Đúng hay sai;Câu?;;;;;;;Đúng;;;;;Thi tuyển', 'Thi tuyển'],
    ]
    for (const [row, said] of wrong) {
      const read = (await check([row])).json()
      expect(read.faultCount, row).toBe(1)
      expect(JSON.stringify(read.faults), row).toContain(said)
    }
    const twice = (await check([good[2] ?? '', good[2] ?? ''])).json()
    expect(JSON.stringify(twice)).toContain('nhiều dòng')
    const before = await listed()
    const file = fileOf(wrong.map(([row]) => row))
    expect(
      await refusal(world, () =>
        world.as('dao').upload('/api/questions/import', { areaId, sha256: '0'.repeat(64), seen: '0'.repeat(64) }, file),
      ),
    ).toMatch(/^imports?\./)
    expect(await listed()).toEqual(before)
  })

  it('is nobody’s to load but of whoever keeps the bank there', async () => {
    for (const person of ['mai', 'bich', 'kiem', 'hung'] as const)
      expect((await check(good, person)).statusCode, person).toBe(403)
    expect((await check(good, 'hung', demoAreas.tamHongToday)).json()).toMatchObject({ added: 4 })
  })
})
