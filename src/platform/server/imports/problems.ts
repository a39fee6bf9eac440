/** What an import says when it refuses, whatever its rows are about. */
import { defineProblems } from '#kernel/problem.ts'

export const importProblem = defineProblems({
  'import.needs_file': { status: 400, vi: 'Chưa có tệp nào được gửi lên.', en: 'No file was sent.' },
  'import.changed': {
    status: 409,
    vi: 'Tệp gửi lên khác tệp đã kiểm tra. Hãy kiểm tra lại rồi mới ghi. Chưa có gì được ghi.',
    en: 'The file differs from the one that was checked. Check it again first. Nothing was written.',
  },
  'import.register_changed': {
    status: 409,
    vi: 'Sổ đã đổi từ lúc kiểm tra tệp. Hãy kiểm tra lại để xem tệp sẽ thay những gì, có gì cần xem thêm, rồi mới ghi. Chưa có gì được ghi.',
    en: 'The register has changed since the file was checked. Check it again to see what it would replace and what is doubted now. Nothing was written.',
  },
  'import.has_errors': {
    status: 422,
    vi: 'Tệp còn {count} lỗi (dòng đầu tiên: {row}). Chưa có gì được ghi. Sửa rồi tải lên lại.',
    en: 'The file still has {count} errors (first in row {row}). Nothing was written. Correct it and upload again.',
  },
  'import.nothing_to_take': {
    status: 422,
    vi: 'Không có dòng nào để tải về: tệp không có lỗi theo dòng. Hãy kiểm tra lại tệp.',
    en: 'There is no row to take home: the file has no errors by row. Check the file again.',
  },
  'import.too_much_to_take': {
    status: 422,
    vi: 'Tệp lỗi gần như ở mọi dòng: quá {most} {of}. Hãy sửa thẳng trong tệp của bạn (thường do cả một cột ghi sai cách) rồi kiểm tra lại.',
    en: 'Nearly every row is wrong: more than {most} {of}. Correct your own file (mostly a whole column is written in another way) and check again.',
  },
})
