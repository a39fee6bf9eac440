/** Lists of households as an office sends them: every column filled, as CSV and as a workbook. */
import { columnKeys, columns } from '#features/households/import/rules/columns.ts'
import { streamBook } from '#platform/server/documents/xlsx/hucre.ts'

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng', 'Bùi', 'Đỗ']
const givens = ['Nhẫn', 'Hằng', 'Quyết', 'Ước', 'Thỏa', 'Hợi', 'Mẵn', 'Tuyết', 'Ngữ', 'Phượng', 'Đệ']
const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? ''

/** Four or five members a household; `first` numbers the households, so that two files never meet. */
function cellsOf(n: number, first: number): string[] {
  const household = first + Math.floor(n / 4.375)
  const isHead = n === 0 || Math.floor((n - 1) / 4.375) + first !== household
  const [male, year] = [n % 2 === 0, isHead ? 1950 + (n % 40) : 1970 + (n % 29)]
  const id = `025${male ? 0 : 1}${String(year).slice(2)}${String(first * 5 + n)
    .padStart(6, '0')
    .slice(-6)}`
  return [
    `Thôn ${1 + (household % 12)}`,
    String(household),
    isHead ? `Ngõ ${household % 90}, xóm ${household % 7}` : '',
    isHead ? `0000${String(household % 1_000_000).padStart(6, '0')}` : '',
    isHead ? 'Chủ hộ' : 'Con',
    `${pick(families, n)} ${male ? 'Văn' : 'Thị'} ${pick(givens, n * 7 + household)}`,
    male ? 'Nam' : 'Nữ',
    `${1 + (n % 28)}/${1 + (n % 12)}/${year}`,
    n % 5 === 0 ? 'Tày' : 'Kinh',
    id,
    String(1_000_000_000 + first * 10 + n),
    'Không',
    'Không',
    'Trung học cơ sở',
    'Nông, lâm, ngư nghiệp của hộ',
    'Có',
    'Không',
    'Không',
    'Không',
    'Có',
  ]
}

const head = (): string[] => columnKeys.map((key) => columns[key].title.vi)

export const csvOf = (rows: number, first: number): Buffer =>
  Buffer.from(
    `\ufeff${[head(), ...Array.from({ length: rows }, (_, n) => cellsOf(n, first))]
      .map((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))
      .join('\r\n')}\r\n`,
  )

export async function xlsxOf(rows: number, first: number): Promise<Buffer> {
  async function* all() {
    for (let n = 0; n < rows; n++) yield cellsOf(n, first)
  }
  const titles = head().map((title) => ({ title, width: 14 }))
  return Buffer.from(await new Response(streamBook(titles, all(), { name: 'Danh sách' })).arrayBuffer())
}
