import { defineProblems } from '#kernel/problem.ts'

export const frameworkProblem = defineProblems({
  'framework.not_found': { status: 404, vi: 'Không tìm thấy khung đào tạo này.', en: 'No such training framework.' },
  'framework.topic_not_found': { status: 404, vi: 'Không tìm thấy chuyên đề này.', en: 'No such topic.' },
  'framework.not_province': {
    status: 422,
    at: 'areaId',
    vi: 'Khung đào tạo do cấp tỉnh ban hành; hãy chọn một tỉnh đang có. Chưa có gì được ghi.',
    en: 'A training framework is a province’s; choose a province that stands. Nothing was written.',
  },
  'framework.post_not_there': {
    status: 422,
    at: 'levels',
    vi: 'Không ai giữ chức danh “{post}” ở các cấp đã chọn. Chọn lại cấp, hoặc bỏ chức danh ấy. Chưa có gì được ghi.',
    en: 'Nobody holds the post “{post}” at the levels chosen. Choose other levels, or leave the post out. Nothing was written.',
  },
  'framework.fixed': {
    status: 409,
    vi: 'Khung đã phê duyệt, hoặc ghi theo báo cáo, không sửa được. Hãy lập phiên bản mới để sửa. Chưa có gì được ghi.',
    en: 'A framework that is approved, or told by a report, is not altered. Make a new version. Nothing was written.',
    constraints: ['framework_topic_fixed'],
  },
  'framework.drafted_already': {
    status: 409,
    vi: 'Khung này đang có một bản thảo. Hãy soạn tiếp bản thảo ấy, hoặc bỏ nó trước. Chưa có gì được ghi.',
    en: 'There is a draft of this framework. Go on with it, or drop it first. Nothing was written.',
    constraints: ['framework_one_draft'],
  },
  'framework.version_taken': {
    status: 409,
    vi: 'Phiên bản này vừa được người khác lập. Hãy tải lại. Chưa có gì được ghi.',
    en: 'Somebody else has just made this version. Reload. Nothing was written.',
    constraints: ['framework_version'],
  },
  'framework.not_approved': {
    status: 409,
    vi: 'Chỉ lập phiên bản mới từ khung đã phê duyệt. Chưa có gì được ghi.',
    en: 'A new version is made of an approved framework alone. Nothing was written.',
  },
  'framework.superseded': {
    status: 409,
    vi: 'Khung này đã có phiên bản {version}. Hãy lập phiên bản mới từ phiên bản ấy. Chưa có gì được ghi.',
    en: 'This framework has version {version}. Make the new version of that one. Nothing was written.',
  },
  'framework.period': {
    status: 422,
    at: 'periodUntil',
    vi: 'Năm cuối không thể trước năm đầu. Chưa có gì được ghi.',
    en: 'The last year cannot come before the first. Nothing was written.',
    constraints: ['framework_period'],
  },
  'framework.programme_unknown': {
    status: 422,
    at: 'programmeId',
    vi: 'Không có chương trình này trong sổ. Chưa có gì được ghi.',
    en: 'There is no such programme in the register. Nothing was written.',
    constraints: ['framework_programme_id_fkey'],
  },
  'framework.code_taken': {
    status: 409,
    at: 'code',
    vi: 'Khung đã có chuyên đề mang mã này. Chưa có gì được ghi.',
    en: 'The framework has a topic of this code. Nothing was written.',
    constraints: ['framework_topic_code'],
  },
  'framework.before_itself': {
    status: 422,
    at: 'requires',
    vi: 'Một chuyên đề không thể cần học trước chính nó. Chưa có gì được ghi.',
    en: 'A topic cannot come before itself. Nothing was written.',
    constraints: ['framework_topic_not_before_itself'],
  },
  'framework.topic_unknown': {
    status: 422,
    at: 'requires',
    vi: 'Khung không có chuyên đề {codes}. Chưa có gì được ghi.',
    en: 'The framework has no topic {codes}. Nothing was written.',
  },
  'framework.topic_needed': {
    status: 409,
    vi: 'Chuyên đề {codes} cần học chuyên đề này trước. Hãy sửa các chuyên đề ấy rồi bỏ. Chưa có gì được ghi.',
    en: 'Topics {codes} need this one first. Change these, then take it out. Nothing was written.',
  },
  'framework.lacks': {
    status: 409,
    vi: 'Chưa phê duyệt được: {lacks} Chưa có gì được ghi.',
    en: 'It cannot be approved yet: {lacks} Nothing was written.',
  },
  'framework.changed_since': {
    status: 409,
    vi: 'Bản thảo đã được sửa từ khi bạn mở. Hãy xem lại rồi ghi phê duyệt. Chưa có gì được ghi.',
    en: 'The draft was changed since you opened it. Look again, then record the approval. Nothing was written.',
  },
  'framework.changed_since_file': {
    status: 409,
    vi: 'Bản thảo đã được sửa từ khi bạn mở trang này. Hãy tải lại trang, xem lại rồi kiểm tra tệp lần nữa. Chưa có gì được ghi.',
    en: 'The draft was changed since you opened this page. Reload, look again and check the file once more. Nothing was written.',
  },
  'framework.decision_changed': {
    status: 409,
    vi: 'Quyết định này vừa được người khác đính chính. Hãy xem lại rồi sửa. Chưa có gì được ghi thêm.',
    en: 'Somebody has just corrected this decision. Look at it again. Nothing more was written.',
  },
  'framework.decision_same': {
    status: 422,
    vi: 'Số, ngày, cơ quan ban hành vẫn như đã ghi. Chưa có gì được ghi thêm.',
    en: 'Number, day and issuer are as they were. Nothing more was written.',
  },
  'framework.own_draft': {
    status: 403,
    vi: 'Bạn đã soạn bản thảo này nên không ghi phê duyệt được; người khác ghi. Chưa có gì được ghi.',
    en: 'You have worked on this draft and so do not record its approval; somebody else does. Nothing was written.',
  },
  'framework.day_far': {
    status: 422,
    at: 'decidedOn',
    vi: 'Ngày phê duyệt phải từ {first} đến {last}. Chưa có gì được ghi.',
    en: 'The day of the approval must lie between {first} and {last}. Nothing was written.',
  },
  'framework.over': {
    status: 409,
    at: 'decidedOn',
    vi: 'Phiên bản trước được phê duyệt ngày {first}, sau ngày cuối của thời kỳ bản này ({last}). Sửa thời kỳ của bản thảo trước. Chưa có gì được ghi.',
    en: 'The version before was approved on {first}, after the last day that this one is for ({last}). Change its period first. Nothing was written.',
  },
  'framework.nothing_changed': {
    status: 409,
    vi: 'Bản thảo này chưa khác gì phiên bản trước: sửa rồi mới ghi phê duyệt, hoặc bỏ bản thảo. Chưa có gì được ghi.',
    en: 'The draft is no other than the version before: change it before it is approved, or drop it. Nothing was written.',
  },
  'framework.number_taken': {
    status: 409,
    at: 'number',
    vi: 'Trong năm ấy số này đã ghi cho một khung khác của tỉnh. Chưa có gì được ghi.',
    en: 'In that year this number stands for another framework of the province. Nothing was written.',
    constraints: ['framework_number_once'],
  },
})
