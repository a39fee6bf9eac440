/** What is refused at the edge, before anybody looks at what was meant. */
import { defineProblems } from '#kernel/problem.ts'

export const edgeProblem = defineProblems({
  /** `what` names the part that could not be read, for who writes a client. */
  'input.unreadable': {
    status: 400,
    vi: 'Dữ liệu gửi lên không đọc được. Chưa có gì được ghi.',
    en: 'The data sent cannot be read. Nothing was written.',
  },
  'input.too_many_marks': {
    status: 400,
    vi: 'Có chữ mang quá nhiều dấu, không phải chữ viết thông thường. Chưa có gì được ghi.',
    en: 'A letter carries more marks than any writing uses. Nothing was written.',
  },
  'input.too_slow': {
    status: 408,
    vi: 'Dữ liệu gửi lên quá chậm nên đã dừng nhận. Chưa có gì được ghi; hãy gửi lại khi đường truyền tốt hơn.',
    en: 'The data came too slowly and was not waited for. Nothing was written; send it again on a better line.',
  },
  /** It passes by itself: the device keeps the change and sends it again. */
  'input.newer': {
    status: 503,
    vi: 'Nội dung này được làm bằng bản phần mềm mới hơn máy chủ. Chưa có gì được ghi; hãy gửi lại khi máy chủ đã được nâng cấp.',
    en: 'This was made by a newer version of the software than the server has. Nothing was written; send it again once the server is upgraded.',
  },
  'input.alone': {
    status: 409,
    vi: 'Việc này không gửi chung trong một gói được. Chưa có gì được ghi; hãy gửi riêng.',
    en: 'This cannot be sent together with others. Nothing was written; send it alone.',
  },
})
