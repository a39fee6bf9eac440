/** What is said of a file that is no table, or none that can be read: what it is, and what to do. */
import { defineProblems } from '#kernel/problem.ts'

export const sheetProblem = defineProblems({
  'sheet.empty': {
    status: 422,
    at: 'file',
    vi: 'Tệp rỗng, không có chữ nào. Hãy mở tệp gốc, lưu lại rồi tải lên. Chưa có gì được ghi.',
    en: 'The file is empty. Open the original, save it again and upload it. Nothing was written.',
  },
  'sheet.unreadable': {
    status: 422,
    at: 'file',
    vi: 'Tệp .xlsx này hỏng hoặc bị cắt giữa chừng nên không đọc được. Hãy mở bằng Excel, lưu thành .xlsx rồi tải lên. Chưa có gì được ghi.',
    en: 'This .xlsx file is damaged or cut short and cannot be read. Open it in Excel, save it as .xlsx and upload again. Nothing was written.',
  },
  'sheet.locked': {
    status: 422,
    at: 'file',
    vi: 'Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu, lưu thành .xlsx rồi tải lên. Chưa có gì được ghi.',
    en: 'The file has a password and cannot be read. Remove the password, save it as .xlsx and upload again. Nothing was written.',
  },
  'sheet.old_xls': {
    status: 422,
    at: 'file',
    vi: 'Tệp là dạng Excel cũ (.xls). Hãy mở bằng Excel, chọn “Lưu thành” (Save As) dạng .xlsx rồi tải lên. Chưa có gì được ghi.',
    en: 'The file is in the old format of Excel (.xls). Open it in Excel, save it as .xlsx and upload again. Nothing was written.',
  },
  'sheet.web_page': {
    status: 422,
    at: 'file',
    vi: 'Tệp thực ra là trang web (HTML) mang đuôi của bảng tính, thường do phần mềm khác xuất ra. Hãy mở bằng Excel, chọn “Lưu thành” (Save As) dạng .xlsx rồi tải lên. Chưa có gì được ghi.',
    en: 'The file is in truth a web page (HTML) named as a spreadsheet, as other programs export it. Open it in Excel, save it as .xlsx and upload again. Nothing was written.',
  },
  'sheet.xml': {
    status: 422,
    at: 'file',
    vi: 'Tệp là dạng XML, không phải .xlsx. Hãy mở bằng Excel, chọn “Lưu thành” (Save As) dạng .xlsx rồi tải lên. Chưa có gì được ghi.',
    en: 'The file is XML, not .xlsx. Open it in Excel, save it as .xlsx and upload again. Nothing was written.',
  },
  'sheet.other_sheet': {
    status: 422,
    at: 'file',
    vi: 'Bảng tính này không phải dạng .xlsx (.ods, .xlsb hoặc dạng khác). Hãy mở rồi lưu thành .xlsx và tải lên. Chưa có gì được ghi.',
    en: 'This spreadsheet is not .xlsx (.ods, .xlsb or another kind). Open it, save it as .xlsx and upload again. Nothing was written.',
  },
  'sheet.document': {
    status: 422,
    at: 'file',
    vi: 'Tệp là văn bản Word, không phải bảng tính. Hãy chép bảng sang Excel, lưu thành .xlsx rồi tải lên. Chưa có gì được ghi.',
    en: 'The file is a Word document, not a spreadsheet. Copy the table to Excel, save it as .xlsx and upload again. Nothing was written.',
  },
  'sheet.pdf': {
    status: 422,
    at: 'file',
    vi: 'Tệp là PDF, không phải bảng tính. Hãy lấy tệp Excel gốc, lưu thành .xlsx rồi tải lên. Chưa có gì được ghi.',
    en: 'The file is a PDF, not a spreadsheet. Take the original in Excel, save it as .xlsx and upload it. Nothing was written.',
  },
  'sheet.picture': {
    status: 422,
    at: 'file',
    vi: 'Tệp là ảnh, không phải bảng tính. Hãy lấy tệp Excel gốc, lưu thành .xlsx rồi tải lên. Chưa có gì được ghi.',
    en: 'The file is a picture, not a spreadsheet. Take the original in Excel, save it as .xlsx and upload it. Nothing was written.',
  },
  'sheet.archive': {
    status: 422,
    at: 'file',
    vi: 'Tệp là tệp nén, không phải bảng tính. Hãy giải nén, lấy tệp .xlsx bên trong rồi tải lên. Chưa có gì được ghi.',
    en: 'The file is an archive, not a spreadsheet. Unpack it and upload the .xlsx inside. Nothing was written.',
  },
  'sheet.not_table': {
    status: 422,
    at: 'file',
    vi: 'Tệp không phải bảng tính .xlsx hay tệp .csv. Hãy mở danh sách bằng Excel, lưu thành .xlsx rồi tải lên. Chưa có gì được ghi.',
    en: 'The file is neither an .xlsx workbook nor a .csv. Open the list in Excel, save it as .xlsx and upload it. Nothing was written.',
  },
  'sheet.no_such_sheet': {
    status: 422,
    at: 'file',
    vi: 'Tệp không có trang tính “{sheet}”. Hãy kiểm tra lại tệp. Chưa có gì được ghi.',
    en: 'The file has no sheet “{sheet}”. Check the file again. Nothing was written.',
  },
  'sheet.too_large': {
    status: 413,
    at: 'file',
    vi: 'Bảng vượt giới hạn {limit} ({what}). Hãy chia nhỏ rồi tải lên. Chưa có gì được ghi.',
    en: 'The table is beyond the limit of {limit} ({what}). Split it and upload again. Nothing was written.',
  },
  'sheet.cell_too_long': {
    status: 422,
    at: 'file',
    vi: 'Ô {cell} dài quá {limit} ký tự. Hãy rút ngắn ô ấy rồi tải lên. Chưa có gì được ghi.',
    en: 'Cell {cell} has more than {limit} letters. Shorten it and upload again. Nothing was written.',
  },
  'sheet.cell_beyond': {
    status: 422,
    at: 'file',
    vi: 'Ô {cell} có chữ, nằm ngoài {limit} cột đầu của bảng. Hãy xóa ô ấy nếu gõ nhầm, hoặc bỏ bớt cột, rồi tải lên. Chưa có gì được ghi.',
    en: 'Cell {cell} holds something beyond the first {limit} columns. Clear it if it is a slip, or take columns away, and upload again. Nothing was written.',
  },
  'sheet.zero_byte': {
    status: 422,
    at: 'file',
    vi: 'Dòng {row} của tệp có ký tự hỏng (ký tự rỗng), thường do chép dở hoặc do phần mềm khác xuất ra. Hãy mở bằng Excel, gõ lại dòng ấy, lưu thành .xlsx rồi tải lên. Chưa có gì được ghi.',
    en: 'Row {row} of the file has a damaged letter (a zero byte), as from a broken copy or another program. Open it in Excel, type that row again, save it as .xlsx and upload it. Nothing was written.',
  },
  'sheet.not_utf8': {
    status: 422,
    at: 'file',
    vi: 'Tệp CSV không dùng bảng mã Unicode (UTF-8), tiếng Việt sẽ sai. Trong Excel hãy chọn “CSV UTF-8” rồi lưu lại. Chưa có gì được ghi.',
    en: 'The CSV file is not in Unicode (UTF-8), its Vietnamese would be wrong. Save it as “CSV UTF-8” in Excel. Nothing was written.',
  },
  'sheet.quote_open': {
    status: 422,
    at: 'file',
    vi: 'Dấu ngoặc kép mở ở dòng {row} không được đóng lại. Hãy sửa rồi tải lên. Chưa có gì được ghi.',
    en: 'A quote opened in row {row} is never closed. Correct it and upload again. Nothing was written.',
  },
  'sheet.too_many_marks': {
    status: 422,
    at: 'file',
    vi: 'Dòng {row} có chữ mang quá nhiều dấu, không phải chữ viết thông thường. Hãy sửa rồi tải lên. Chưa có gì được ghi.',
    en: 'In row {row} a letter carries more marks than any writing uses. Correct it and upload again. Nothing was written.',
  },
})
