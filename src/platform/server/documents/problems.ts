/** What the papers and the spreadsheets say when they refuse. */
import { defineProblems } from '#kernel/problem.ts'

export const paperProblem = defineProblems({
  'paper.public_url_missing': {
    status: 409,
    vi: 'Chưa đặt địa chỉ công khai (PUBLIC_URL) nên mã QR sẽ không dẫn tới đâu; giấy chính thức chưa in được. Bản dự thảo vẫn in được.',
    en: 'PUBLIC_URL is not set, so the QR would lead nowhere and final papers cannot be printed. Drafts can.',
  },
  'paper.not_signed': {
    status: 409,
    vi: 'Giấy số {number} chưa được ký điện tử nên chưa in được bản chính thức.',
    en: 'Paper {number} does not carry its digital signature and cannot be printed as final.',
  },
  'paper.letter_missing': {
    status: 422,
    vi: 'Phông chữ của giấy tờ không có ký tự {letters} (trong “{text}”). Hãy sửa lại tên rồi in; chưa có giấy nào được in.',
    en: 'The font of the papers lacks {letters} (in “{text}”). Correct the name and print again; nothing was printed.',
  },
  'sheet.unreadable': {
    status: 422,
    vi: 'Không đọc được tệp này như một bảng tính .xlsx. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi tải lên. Chưa có gì được ghi.',
    en: 'This file cannot be read as an .xlsx workbook. Open it in Excel, save it as .xlsx and upload again. Nothing was written.',
  },
  'sheet.locked_or_old': {
    status: 422,
    vi: 'Tệp là dạng .xls cũ hoặc có mật khẩu. Hãy bỏ mật khẩu, lưu lại dạng .xlsx rồi tải lên. Chưa có gì được ghi.',
    en: 'The file is an old .xls or has a password. Remove the password, save it as .xlsx and upload again. Nothing was written.',
  },
  'sheet.too_large': {
    status: 413,
    vi: 'Bảng vượt giới hạn {limit} ({what}). Hãy chia nhỏ rồi tải lên. Chưa có gì được ghi.',
    en: 'The table is beyond the limit of {limit} ({what}). Split it and upload again. Nothing was written.',
  },
  'sheet.not_utf8': {
    status: 422,
    vi: 'Tệp CSV không dùng bảng mã Unicode (UTF-8), tiếng Việt sẽ sai. Trong Excel hãy chọn “CSV UTF-8” rồi lưu lại. Chưa có gì được ghi.',
    en: 'The CSV file is not in Unicode (UTF-8), its Vietnamese would be wrong. Save it as “CSV UTF-8” in Excel. Nothing was written.',
  },
  'sheet.quote_open': {
    status: 422,
    vi: 'Dấu ngoặc kép mở ở dòng {row} không được đóng lại. Hãy sửa rồi tải lên. Chưa có gì được ghi.',
    en: 'A quote opened in row {row} is never closed. Correct it and upload again. Nothing was written.',
  },
  'sheet.too_many_marks': {
    status: 422,
    vi: 'Dòng {row} có chữ mang quá nhiều dấu, không phải chữ viết thông thường. Hãy sửa rồi tải lên. Chưa có gì được ghi.',
    en: 'In row {row} a letter carries more marks than any writing uses. Correct it and upload again. Nothing was written.',
  },
})
