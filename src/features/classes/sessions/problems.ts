import { defineProblems } from '#kernel/problem.ts'

export const sessionProblem = defineProblems({
  'session.not_found': { status: 404, vi: 'Không tìm thấy buổi học này.', en: 'No such session.' },
  'session.hours': {
    status: 422,
    at: 'until',
    vi: 'Buổi học phải kết thúc sau giờ bắt đầu, trong cùng một ngày. Chưa có gì được ghi.',
    en: 'A session ends after it begins, on the same day. Nothing was written.',
    constraints: ['class_session_day'],
  },
  'session.hall': {
    status: 422,
    at: 'hallId',
    vi: 'Hội trường này không phải của đơn vị mở lớp, của đơn vị cấp trên hay cấp dưới. Chưa có gì được ghi.',
    en: 'This hall is of no unit that holds the class, over it or under it. Nothing was written.',
  },
  'session.place_twice': {
    status: 422,
    at: 'place',
    vi: 'Chọn hội trường trong sổ hoặc gõ nơi học; chỉ một trong hai. Chưa có gì được ghi.',
    en: 'Choose a hall of the register or write the place; one of the two. Nothing was written.',
    constraints: ['class_session_place'],
  },
  'session.topic': {
    status: 422,
    at: 'topicId',
    vi: 'Lớp không có chuyên đề này. Hãy thêm vào lớp trước. Chưa có gì được ghi.',
    en: 'The class does not have this topic. Add it to the class first. Nothing was written.',
  },
  'session.trainer': {
    status: 422,
    at: 'classTrainerIds',
    vi: 'Có người chưa được mời dạy lớp này, đã từ chối hoặc đã được thay. Chưa có gì được ghi.',
    en: 'Somebody was not asked to teach this class, has declined or was replaced. Nothing was written.',
  },
  'session.clash': {
    status: 409,
    vi: '{clashes} Chưa có gì được ghi.',
    en: '{clashes} Nothing was written.',
  },
  'session.hall_taken': {
    status: 409,
    at: 'hallId',
    vi: 'Một lớp khác vừa giữ hội trường này trong giờ ấy. Hãy chọn giờ hoặc nơi khác. Chưa có gì được ghi.',
    en: 'Another class has just taken this hall at that hour. Choose another hour or place. Nothing was written.',
    constraints: ['class_session_hall_once'],
  },
  'session.person_taken': {
    status: 409,
    vi: 'Có người vừa được xếp vào một lớp khác trong giờ ấy. Hãy chọn giờ khác. Chưa có gì được ghi.',
    en: 'Somebody has just been put into another class at that hour. Choose another hour. Nothing was written.',
    constraints: ['session_person_once'],
  },
  'session.learner_teaches': {
    status: 409,
    vi: 'Người này đang có tên học lớp này nên không dạy được buổi của lớp. Chưa có gì được ghi.',
    en: 'This person learns in the class and cannot teach in it. Nothing was written.',
    constraints: ['session_person_pkey'],
  },
  'session.own': {
    status: 409,
    vi: 'Lớp đã có một buổi trong giờ ấy. Chưa có gì được ghi.',
    en: 'The class has a session at that hour. Nothing was written.',
    constraints: ['class_session_apart'],
  },
  'session.closed': {
    status: 409,
    vi: 'Buổi này đã chốt điểm danh. Muốn sửa, hãy mở lại buổi và ghi lý do. Chưa có gì được ghi.',
    en: 'The attendance of this session is closed. To change it, open it again and say why. Nothing was written.',
  },
  'session.because': {
    status: 422,
    at: 'because',
    vi: 'Buổi này đã điểm danh: sửa ngày giờ thì cần lý do. Chưa có gì được ghi.',
    en: 'People were marked in this session: to change its hours a reason is needed. Nothing was written.',
  },
  'session.held': {
    status: 409,
    at: 'day',
    vi: 'Buổi này đã điểm danh nên không dời sang ngày giờ chưa đến. Hãy thêm một buổi mới. Chưa có gì được ghi.',
    en: 'People were marked in this session, so it does not move to hours to come. Add a session. Nothing was written.',
  },
  'session.begun': {
    status: 409,
    vi: 'Lớp không còn buổi nào chưa bắt đầu. Chưa có gì được ghi.',
    en: 'No session of this class is still to come. Nothing was written.',
  },
  'session.same_day': {
    status: 422,
    at: 'days',
    vi: 'Dời 0 ngày thì không đổi gì. Chưa có gì được ghi.',
    en: 'To move by no days changes nothing. Nothing was written.',
  },
})

export const classTrainerProblem = defineProblems({
  'class_trainer.not_found': {
    status: 404,
    vi: 'Không tìm thấy giảng viên này trong lớp.',
    en: 'The class has no such trainer.',
  },
  'class_trainer.unknown': {
    status: 422,
    at: 'trainerId',
    vi: 'Giảng viên này không còn giảng, hoặc không có trong sổ bạn xem được. Chưa có gì được ghi.',
    en: 'This trainer teaches no more, or is not in the register that you see. Nothing was written.',
  },
  'class_trainer.asked_already': {
    status: 409,
    at: 'trainerId',
    vi: 'Lớp này đã mời giảng viên ấy. Chưa có gì được ghi thêm.',
    en: 'This class has asked that trainer already. Nothing more was written.',
    constraints: ['class_trainer_once'],
  },
  'class_trainer.answered_since': {
    status: 409,
    vi: 'Người khác vừa ghi: {state}. Hãy xem lại rồi làm tiếp. Chưa có gì được ghi.',
    en: 'Somebody has just recorded: {state}. Look again and go on. Nothing was written.',
  },
  'class_trainer.replaced': {
    status: 409,
    vi: 'Giảng viên này đã được thay trong lớp. Chưa có gì được ghi.',
    en: 'This trainer was replaced in the class. Nothing was written.',
  },
  'class_trainer.because': {
    status: 422,
    at: 'because',
    vi: 'Từ chối thì cần ghi lý do. Chưa có gì được ghi.',
    en: 'Who declines says why. Nothing was written.',
  },
  'class_trainer.himself': {
    status: 422,
    at: 'trainerId',
    vi: 'Người thay phải là người khác, chưa từ chối và chưa bị thay. Chưa có gì được ghi.',
    en: 'Who follows is somebody else, who has not declined and was not replaced. Nothing was written.',
  },
})
