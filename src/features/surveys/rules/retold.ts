/** What is said beside a verdict whose reasons are not simply those of the day it was made. */
import type { Said } from '#kernel/text.ts'

export const toldAnew = {
  states: {
    vi: 'Lý do ở đây do chương trình hiện nay viết lại từ câu trả lời và chuẩn của kỳ. Diện, điểm và kết quả từng chỉ số đúng như đã lưu; chi tiết có thể khác lúc xét.',
    en: 'These reasons are told anew by the program of today, from the answers and the standard of the round. Class, points and each indicator are as they were kept; details may differ from what was told then.',
  },
  other: {
    vi: 'Chương trình hiện nay xét những câu trả lời này ra kết quả khác kết quả đã lưu. Kết quả đã lưu vẫn là kết quả của phiếu; lý do lúc xét không viết lại được.',
    en: 'The program of today judges these answers otherwise than was kept. What was kept stays the verdict of the survey; its reasons of then cannot be told again.',
  },
  gone: {
    vi: 'Không còn đọc được văn bản chuẩn mà kết quả này dựa vào. Kết quả đã lưu vẫn là kết quả của phiếu; lý do không viết lại được.',
    en: 'The text of the standard that this verdict rests on can no longer be read. What was kept stays the verdict of the survey; its reasons cannot be told again.',
  },
} as const satisfies Record<string, Said>
