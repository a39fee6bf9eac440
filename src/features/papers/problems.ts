import { defineProblems } from '#kernel/problem.ts'

export const papersProblem = defineProblems({
  'papers.scan_missing': {
    status: 422,
    at: 'scan',
    vi: 'Cần bản quét trang đã ký (PDF, JPEG hoặc PNG). Chưa có gì được ghi.',
    en: 'The scan of the signed page is needed (PDF, JPEG or PNG). Nothing was written.',
  },
  'papers.scan_type': {
    status: 422,
    at: 'scan',
    vi: 'Tệp không phải là PDF, JPEG hay PNG. Chưa có gì được ghi.',
    en: 'The file is not a PDF, JPEG or PNG. Nothing was written.',
  },
  'papers.scan_broken': {
    status: 422,
    at: 'scan',
    vi: 'Tệp quét bị cắt ngang hoặc hỏng, không mở được. Hãy quét lại. Chưa có gì được ghi.',
    en: 'The scan is cut short or broken and cannot be opened. Scan the page again. Nothing was written.',
  },
  'papers.scan_locked': {
    status: 422,
    at: 'scan',
    vi: 'Tệp quét có đặt mật khẩu hoặc bị khóa. Hãy quét lại, không đặt mật khẩu. Chưa có gì được ghi.',
    en: 'The scan is locked or has a password. Scan the page again without one. Nothing was written.',
  },
  'papers.scan_active': {
    status: 422,
    at: 'scan',
    vi: 'Tệp quét có lệnh tự chạy, liên kết ra ngoài hoặc tệp đính kèm nên không nhận được. Hãy quét lại trang đã ký, hoặc chụp ảnh trang đó. Chưa có gì được ghi.',
    en: 'The scan holds commands that run by themselves, links out of it, or attached files, and is not accepted. Scan the signed page again, or take a photo of it. Nothing was written.',
  },
  'papers.scan_page': {
    status: 422,
    at: 'scan',
    vi: 'Trang {page} của tệp quét không xem được: {why}. Hãy bỏ trang ấy hoặc quét lại. Chưa có gì được ghi.',
    en: 'Page {page} of the scan cannot be seen: {why}. Leave the page out or scan again. Nothing was written.',
  },
  'papers.number_taken': {
    status: 409,
    vi: 'Số này vừa được cấp cho giấy khác. Hãy tải lại rồi làm lại. Chưa có gì được ghi.',
    en: 'The number has just gone to another paper. Reload and do it again. Nothing was written.',
    constraints: ['issued_number_pkey'],
  },
})
