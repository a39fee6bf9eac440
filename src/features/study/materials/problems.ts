import { defineProblems } from '#kernel/problem.ts'

export const libraryProblem = defineProblems({
  'library.not_found': { status: 404, vi: 'Không tìm thấy tài liệu này.', en: 'No such material.' },
  'library.no_unit': {
    status: 422,
    at: 'areaId',
    vi: 'Thư viện do một tỉnh, huyện hoặc xã đang có quản lý. Chưa có gì được ghi.',
    en: 'Libraries are kept by a province, district or commune that stands. Nothing was written.',
  },
  'library.topic': {
    status: 422,
    at: 'topicId',
    vi: 'Chuyên đề phải thuộc khung đào tạo đang áp dụng cho đơn vị này. Chưa có gì được ghi.',
    en: 'The topic is one of a framework in force for this unit. Nothing was written.',
  },
  'library.there_already': {
    status: 409,
    at: 'title',
    vi: 'Thư viện của đơn vị đã có tài liệu tên này trong chuyên đề ấy. Hãy thêm bản mới cho tài liệu đó. Chưa có gì được ghi thêm.',
    en: 'The library of the unit has a material of this title under the topic. Add a version to it. Nothing more was written.',
    constraints: ['material_once'],
  },
  'library.lesson_text': {
    status: 422,
    at: 'kind',
    vi: 'Bài học ngắn là bài viết tại đây, không phải tệp. Chưa có gì được ghi.',
    en: 'A short lesson is written here and is no file. Nothing was written.',
  },
  'library.answers_elsewhere': {
    status: 409,
    vi: 'Tài liệu này là câu trả lời nghiệp vụ: hãy viết bản mới ở chính câu hỏi ấy. Chưa có gì được ghi.',
    en: 'This material is an answer: write its next version at the question. Nothing was written.',
  },
  'library.question': {
    status: 422,
    at: 'questionId',
    vi: 'Câu hỏi sau bài phải là câu ôn luyện đang dùng, cùng chuyên đề, trong ngân hàng của đơn vị. Chưa có gì được ghi.',
    en: 'The question after a lesson is one of the practice pool in use, of its topic, of the bank of the unit. Nothing was written.',
  },
  'library.version_since': {
    status: 409,
    vi: 'Sau khi bạn mở trang, đã có bản {version} của tài liệu này. Hãy xem bản ấy trước. Chưa có gì được ghi.',
    en: 'Since you opened the page there is a version {version} of this material. Read that first. Nothing was written.',
  },
  'library.use_changed': {
    status: 409,
    vi: 'Có người vừa ghi khác về việc dùng tài liệu này. Hãy xem lại. Chưa có gì được ghi.',
    en: 'Somebody has just recorded something else about the use of this material. Look again. Nothing was written.',
  },
  'library.is_out': {
    status: 409,
    vi: 'Tài liệu này không dùng nữa nên không thêm bản mới. Hãy cho dùng lại trước. Chưa có gì được ghi.',
    en: 'This material is out of use and gets no version. Take it into use first. Nothing was written.',
  },
  'library.no_version': {
    status: 404,
    vi: 'Tài liệu này không có bản ấy. Chưa có gì được ghi.',
    en: 'This material has no such version. Nothing was written.',
  },
  'library.no_file': { status: 404, vi: 'Bản này không có tệp.', en: 'This version has no file.' },
  'library.not_right': {
    status: 422,
    at: 'answer',
    vi: 'Chưa đúng. Hãy đọc lại bài rồi trả lời lại; chưa có gì được ghi.',
    en: 'Not right yet. Read the lesson again and answer once more; nothing was written.',
  },
  'library.no_question': {
    status: 409,
    vi: 'Sau bài này không còn câu hỏi nào. Chưa có gì được ghi.',
    en: 'There is no question after this lesson any more. Nothing was written.',
  },
  'library.file_missing': {
    status: 422,
    at: 'file',
    vi: 'Cần một tệp. Tệp trống thì không nhận. Chưa có gì được ghi.',
    en: 'A file is needed, and an empty one is none. Nothing was written.',
  },
  'library.file_type': {
    status: 422,
    at: 'file',
    vi: 'Nội dung tệp không phải PDF, JPEG, PNG, Word, Excel, PowerPoint, MP4, MP3 hay chữ thuần. Chưa có gì được ghi.',
    en: 'What the file holds is no PDF, JPEG, PNG, Word, Excel, PowerPoint, MP4, MP3 or plain text. Nothing was written.',
  },
  'library.file_markup': {
    status: 422,
    at: 'file',
    vi: 'Tệp là trang web hoặc hình có lệnh (HTML, SVG, XML), dù tên gì. Hãy lưu thành PDF rồi chọn lại. Chưa có gì được ghi.',
    en: 'The file is a web page or a drawing with commands (HTML, SVG, XML), whatever its name. Save it as PDF. Nothing was written.',
  },
  'library.file_old': {
    status: 422,
    at: 'file',
    vi: 'Tệp Office kiểu cũ (.doc, .xls, .ppt) hoặc có mật khẩu. Hãy lưu thành .docx, .xlsx, .pptx không mật khẩu, hoặc PDF. Chưa có gì được ghi.',
    en: 'An old Office file (.doc, .xls, .ppt) or one with a password. Save it as .docx, .xlsx, .pptx without one, or as PDF. Nothing was written.',
  },
  'library.file_macro': {
    status: 422,
    at: 'file',
    vi: 'Tệp có lệnh tự chạy (macro, tệp nhúng). Hãy lưu lại không có macro, hoặc thành PDF. Chưa có gì được ghi.',
    en: 'The file holds what runs by itself (macros, embedded programs). Save it without them, or as PDF. Nothing was written.',
  },
  'library.file_packed': {
    status: 422,
    at: 'file',
    vi: 'Tệp nén quá chặt, mở ra sẽ treo máy. Chưa có gì được ghi.',
    en: 'The file is packed so tightly that it would choke a machine. Nothing was written.',
  },
  'library.file_broken': {
    status: 422,
    at: 'file',
    vi: 'Tệp bị cắt ngang, hỏng hoặc có mật khẩu nên không mở được. Chưa có gì được ghi.',
    en: 'The file is cut short, broken or locked, and cannot be opened. Nothing was written.',
  },
})
