/**
 * Every form and dialog of the office, by the name under which it keeps what is typed. `test/forms.pure.test.ts` finds
 * them in the code and asks for each here; `test/e2e/forms.test.ts` opens each and tries to lose what is typed.
 */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoClassId, demoSessionId } from '#features/classes/demo.ts'
import { demoCredentialId } from '#features/credentials/demo.ts'
import { demoInquiryId, demoMaterialId } from '#features/study/demo/add.ts'
import { demoQuestionId } from '#features/tests/demo.ts'
import { demoTestId } from '#features/tests/drawn/demo.ts'
import { demoNormId } from '#features/training/demo/norms.ts'
import { demoPlanId } from '#features/training/demo/plans.ts'
import type { Story } from '../e2e/demoPlaces.ts'

export type OfficeForm = {
  /** The call that it sends. */
  readonly call: string
  /** The address of its page, and what is pressed there, one after another. None: the form stands on the page. */
  readonly at: (story: Story) => string
  readonly press: readonly (string | RegExp)[]
  /** What is typed: a text or a number by its label, a choice by its words, the first of a list of names, the first that a search finds, or the boxes of a day (`01/02/2026`) by their question. */
  readonly type:
    | { readonly text: string }
    | { readonly number: string }
    | { readonly choice: string | RegExp }
    | { readonly day: string }
    | { readonly pick: RegExp }
    | { readonly find: RegExp }
  /** Who opens it, where the server would not show Hùng its page. */
  readonly by?: 'quantri'
  /** What the server would have to say for the form to be offered, put into every answer read; `path`: of which call. */
  readonly answer?: (read: Answer, path: string) => void
  /** It opens when the server asks whether one is sure of the press. */
  readonly asked?: true
  /** It is one of several that a dialog offers: Back leads to these. */
  readonly chosen?: true
  /** What was left stands there again by itself. */
  readonly resumes?: true
  /**
   * What a second editor of the same thing could overwrite: nothing (`new` makes something new, `act` is one act that is
   * done once, `again` adds what is missing whenever it is done), or fields that both have before them (`fields`).
   */
  readonly second: 'new' | 'act' | 'again' | 'fields'
}

// An answer of any call, as the page reads it.
// biome-ignore lint/suspicious/noExplicitAny: made to measure for one form each
export type Answer = any

const round = (story: Story) => `/ra-soat/${story.month}`
const cases = (story: Story) => `/ra-soat/${story.month}/danh-sach`
const household = (story: Story) => `/ho/${story.waiting.household}`
const commune = (story: Story) => `/don-vi/${story.commune}`
const decision = (story: Story) => `/quyet-dinh/${story.decision}`
const correction = (story: Story) => `/dinh-chinh/${story.correction}`
const body = (story: Story) => `/ban/${story.body}`
const meeting = (story: Story) => `/ban/cuoc-hop/${story.meeting}`
const official = (story: Story) => `/can-bo/${story.official}`
const deed = 'Ghi thay đổi'
/** The name of a member in the list, not a deed of the page that is being left (“Đổi mật khẩu”). */
const member = /^(?!Ghi |Đổi |Xem )\p{L}+ \p{L}+ \p{L}+$/u
const reason = { text: 'Lý do' }

const inState = (state: string) => (read: Answer) => {
  if (read.round) read.round.state = state
}
const decisionIs = (state: string) => (read: Answer) => {
  if (read.decisionId && read.counts) read.state = state
}

/** Those of the two reports, which every installation has. */
const framework = () => `/khung-dao-tao/${stableId('framework', 'quang-ninh-2019')}`
const programme = () => `/chuong-trinh/${stableId('programme', 'da196')}`
const draftFor = (button: string) => (read: Answer) => {
  if (read.topicList) Object.assign(read, { state: 'drafted', can: [button], lacks: [] })
}
const mayBegin = (read: Answer) => {
  if (read.mayBeginAt) read.mayBeginAt = [{ areaId: 'x', name: 'Tỉnh Phú Thọ' }]
}
/** An error without a topic, and a topic that may be set. */
const openTopic = { topicId: 'x', code: 'CĐ1', title: 'Nghiệp vụ rà soát' }
const mayLink = (read: Answer) => {
  if (read.topics && read.rows) Object.assign(read, { can: ['link'], topics: [openTopic] })
  else if (read.rows?.some((row: object) => 'link' in row)) read.rows = [{ code: 'housing', times: 1, link: null }]
}
const mayWithdraw = (read: Answer) => {
  if (!(read.topics && read.rows)) return
  const wish = { source: 'nominated', trainingWishId: 'x', error: null, officialId: null, person: 'Người Được Cử' }
  const said = { unitId: 'x', unitName: 'Xã Tam Hồng', topic: openTopic, reason: 'Mới nhận việc', times: 1 }
  Object.assign(read, { total: 1, rows: [{ ...wish, ...said, day: read.day }] })
}
/** Who drafts, where another looks at the page. */
const mayManage = (read: Answer) => {
  if (read.goalList) read.can = ['manage']
  if (read.account) read.account.can.push('training.manage')
}

const norm = () => `/dinh-muc-chi/${demoNormId('food')}`
/** Who enters norms, where another looks at the page. */
const mayEnterNorms = (read: Answer) => {
  if (read.mayEnterAt) read.mayEnterAt = [{ areaId: 'x', name: 'Tỉnh Phú Thọ', topics: [openTopic] }]
  if (read.values) read.can = ['change', 'raise', 'end']
}

/** A target of the province, as one of the commune that is looked at. */
const aTarget = (read: Answer) => {
  if (!read.rows || !read.day || !read.can || read.total !== undefined) return
  read.rows = [
    ...[{ moveTargetId: 'x', year: 2026, kind: null, people: 3, moved: 1, legalReference: 'Kế hoạch', mark: 'text' }],
  ].map((row) => ({ ...row, from: '2026-01-01', until: null, endedBecause: null }))
  read.can = ['write']
}

/** Who writes limits, places and ways, where another looks at the page. */
const mayLayDown = (read: Answer) => {
  if (read.mayEnterAt) read.mayEnterAt = [{ areaId: 'x', name: 'Tỉnh Phú Thọ' }]
  if (read.mayWrite !== undefined) read.mayWrite = true
}
const limits = () => '/nhu-cau-dao-tao/gioi-han?loai=largest_class&tinh-trang=in_force'
const ways = () => '/nhu-cau-dao-tao/duong-di'
const halls = () => '/hoi-truong'
const trainers = () => '/giang-vien'
const rules = () => '/chung-nhan/dieu-kien?tinh-trang=in_force'
const credentials = () => '/chung-nhan?tinh-trang=valid'
const aCredential = () => `/chung-nhan/${demoCredentialId('mai', 'now')}`
const extensions = () => '/chung-nhan/gia-han'
const theGate = () => '/chung-nhan/kiem-tra'
/** Who issues credentials, where another looks at the page. */
const mayIssue = (read: Answer) => {
  if (read.mayIssue !== undefined) read.mayIssue = true
}
/** One who was kept back, and one who was let through. */
const keptBack = (read: Answer, path: string) => {
  if (path.endsWith('/gate')) for (const one of read.people) one.mayOpen = true
  if (path.endsWith('/gate-overrides')) {
    read.total = 1
    read.rows = [
      {
        ...{
          gateOverrideId: 'x',
          roundId: 'x',
          round: 'Kỳ',
          areaId: 'x',
          commune: 'Xã Tam Hồng',
          name: 'Trần Văn Thắng',
        },
        ...{ rule: 'Rà soát viên', because: 'Thiếu người', by: 'Lê Văn Hùng', on: '2026-11-20', withdrawn: null },
        ...{ surveyed: 1, can: ['close'] },
      },
    ]
  }
}
const questions = () => '/ngan-hang-cau-hoi'
const aQuestion = () => `/ngan-hang-cau-hoi/${demoQuestionId('tam-hong')}`
/** A test of the commune that is open: one person took it on paper, another has still to. */
const tests = () => '/de-kiem-tra'
const ofTest = () => `/de-kiem-tra/${demoTestId('commune')}`
const testIs = (state: string) => (read: Answer) => {
  if (!read.parts) return
  const can = state === 'draft' ? ['change', 'step'] : ['step', 'paper', 'remark']
  Object.assign(read, { state, can, next: state === 'closed' ? ['open'] : [] })
}
/** A class and a topic to draft a test for. */
const mayTest = (read: Answer) => {
  if (read.classes)
    Object.assign(read, { mayWrite: true, topics: [openTopic], classes: [{ trainingClassId: 'x', title: 'Lớp' }] })
}
const library = () => '/thu-vien'
const aMaterial = () => `/thu-vien/${demoMaterialId('return')}`
const inquiry = () => `/hoi-dap/${demoInquiryId('open')}`
const handouts = () => '/ban-giay'
/** A class that Hùng has announced, with a session to come. */
const ofClass = () => `/lop-hoc/${demoClassId('commune')}`
/** Of the class to come with one person in its list, of whom all may be done. */
const seated = (read: Answer) => {
  if (read.mayName === undefined) return
  const person = {
    officialId: 'x',
    name: 'Người Được Cử',
    birthYear: 1990,
    posts: null,
    fromId: 'x',
    fromName: 'Xã Tam Hồng',
  }
  const can = ['approve', 'refuse', 'offer', 'answer', 'withdraw', 'substitute']
  const said = { because: '', followedBy: null, follows: null, offerUntil: null, lapsed: false, needed: false }
  const unit = { areaId: 'x', areaName: 'Xã Tam Hồng' }
  Object.assign(read, {
    rows: [{ classSeatId: 'x', ...person, state: 'waiting', ...said, can }],
    mayName: [unit, { areaId: 'y', areaName: 'Tỉnh Phú Thọ' }],
    can: ['quotas', 'add'],
    quotas: [{ ...unit, seats: 5, nominated: 0, waiting: 1, enrolled: 0 }],
  })
}
const hasPage = (read: Answer) => {
  if (read.pages)
    read.pages = [{ fileId: 'x', note: '', by: 'Lê Văn Hùng', at: '2026-11-20T05:00:00Z', outBecause: null }]
}
/** Its first session, as if it were today's, with a learner and somebody who came without a seat. */
const ofSession = () => `${ofClass()}/buoi/${demoSessionId('commune', 0)}`
const isHeld = (read: Answer) => {
  if (read.learners && read.there !== undefined) {
    const nothing = { mark: null, how: null, by: null, at: null, afterCount: false, because: '', earlier: [] }
    const learners = [{ officialId: 'x', name: 'Lò Thị Học', fromName: 'Thôn 2', ...nothing }]
    Object.assign(read, { day: '2026-11-20', learners, can: ['mark', 'count', 'reopen'] })
  } else if (read.rows && read.title !== undefined && read.total === undefined) {
    const who = { classWalkInId: 'x', name: 'Lò Văn Thêm', state: 'taken', officialId: null, officialName: null }
    read.rows = [{ ...who, byCode: false, at: '2026-11-20T05:00:00Z', settledBy: null, because: '' }]
  }
}
/** Somebody in the roster, who asked for something. */
const hasAsked = (read: Answer) => {
  if (read.unitName === undefined) return
  const row = { trainingWishId: 'x', topicCode: 'CĐ1', topicTitle: 'Nghiệp vụ rà soát', reason: 'Cần cho việc' }
  read.unitName = 'Xã Tam Hồng'
  read.rows = [{ ...row, day: '2026-11-01', withdrawnOn: null, because: null, nominated: false }]
  read.topics = [openTopic]
}

/** Who enters norms and requirements of posts, where another looks at the page. */
const mayRule = (read: Answer) => {
  if (read.mayEnterAt) read.mayEnterAt = [{ areaId: 'x', name: 'Tỉnh Phú Thọ' }]
  if (read.mayEnterAt && read.rows) for (const row of read.rows) row.can = ['follow', 'end']
}
const normRules = () => '/can-bo/dinh-muc/cac-muc'
const bodyNorms = () => '/ban/dinh-muc/cac-muc'
const requirements = () => '/can-bo/dat-chuan/tieu-chuan'
/** An account that is joined, or none. */
const accountIs = (account: object | null) => (read: Answer) => {
  if ('account' in read && Array.isArray(read.can)) Object.assign(read, { account, can: [account ? 'part' : 'join'] })
}
/** Of a grant the official, whom nobody has joined. */
const mayJoin = (read: Answer) => {
  if ('official' in read) Object.assign(read, { official: null, can: ['join'] })
}
/** Two records that may be joined. */
const nothingAgainst = (read: Answer) => {
  if (Array.isArray(read.faults) && Array.isArray(read.differs)) read.faults = []
}
/** Two who are alike, and perhaps said to be two people. */
const alike = (read: Answer) => {
  if (!read.rows || read.total === undefined || read.areaName === undefined || !read.can || read.day) return
  const pair = { oneId: 'x', otherId: 'y', name: 'Lò Thị Giống', otherName: 'Lò Thị Giống', birthYear: 1985 }
  const units = { oneUnit: 'Xã A', otherUnit: 'Xã A', onePost: null, otherPost: null }
  const by = { enteredOn: null, phoneEnd: null, personalNumber: null, citizenIdEnd: null }
  const said = { oneBy: by, otherBy: by, apartId: 'z', because: 'Hai chị em họ', by: 'Lê Văn Hùng', on: '2026-11-01' }
  Object.assign(read, { total: 1, rows: [{ ...pair, ...units, ...said }], can: ['write'] })
}
/** A record that waits to be taken. */
const anIdleTime = (read: Answer) => {
  if (read.minutes === undefined) return
  const laid = { phoneIdleTimeId: 'x', areaName: 'Tỉnh Phú Thọ', minutes: 30, from: '2026-12-01' }
  const by = { legalReference: '12/HD-SNNMT', mark: 'text', state: 'coming', withdrawnBecause: null }
  Object.assign(read, { rows: [{ ...laid, ...by }] })
}
const aPhone = (read: Answer) => {
  if (!read.rows || read.waits === undefined) return
  const who = {
    deviceId: 'x',
    name: 'Nguyễn Thị Mai',
    areaName: 'Thôn 1',
    kind: 'phone',
    state: 'in_use',
    because: null,
  }
  const waits = { seenAt: '2026-11-19T05:00:00Z', waiting: 3, begun: 1, oldestAt: '2026-11-12T05:00:00Z' }
  Object.assign(read, { total: 1, waits: 1, rows: [{ ...who, ...waits, can: ['returned', 'lost'] }] })
}
const handedOver = (read: Answer) => {
  if (!read.rows || read.total === undefined || read.areaName === undefined || read.day || read.can) return
  const who = {
    handoverId: 'x',
    officialId: 'y',
    name: 'Người Được Giao',
    birthYear: 1980,
    fromName: 'Xã A',
    toName: 'Xã B',
  }
  const asked = { because: 'Chuyển công tác', askedBy: 'Lê Văn Hùng', askedOn: '2026-11-01', state: 'asked' }
  const settled = { settledBy: null, settledOn: null, settledBecause: null }
  Object.assign(read, { total: 1, rows: [{ ...who, ...asked, ...settled, can: ['take', 'refuse', 'withdraw'] }] })
}

const plan = () => `/ke-hoach-dao-tao/${demoPlanId('commune', 'next')}`

/** A commune plans last: it asks nobody. */
const ofProvince = (read: Answer) => {
  if (read.lineList) read.level = 'province'
}
const approvedPlan = () => `/ke-hoach-dao-tao/${demoPlanId('commune', 'this')}`
const aSending = {
  ...{ planSendingId: 'x', number: 1, sentOn: '2026-11-05', sentBy: 'Người Gửi', due: '2026-12-01', note: '' },
  ...{ edits: 1, units: 1, takenBack: null },
}
/** A draft that was sent, with a comment of a unit of mine. */
const wasSent = (read: Answer) => {
  if (!read.sendings) return
  const comment = {
    ...{ planCommentId: 'x', planSendingId: 'x', number: 1, unitId: 'x', unitName: 'Xã Tam Hồng', planLineId: null },
    ...{ about: '', agrees: false, says: 'Mở lớp ở xã', by: 'Người Góp Ý', on: '2026-11-06', late: false },
    ...{ withdrawn: null, replies: [] },
  }
  const mine = [{ unitId: 'x', unitName: 'Xã Tam Hồng' }]
  Object.assign(read, { sendings: [aSending], open: true, comments: [comment], mine, unanswered: 1 })
}

export const officeForms: Readonly<Record<string, OfficeForm>> = {
  'accounts.join': {
    call: 'accounts.join',
    at: official,
    press: ['Nối tài khoản'],
    type: { text: 'Ghi chú' },
    answer: accountIs(null),
    second: 'act',
  },
  'accounts.join_official': {
    call: 'accounts.join',
    at: () => '/quyen',
    press: [/Nguyễn Thị Mai/],
    type: { text: 'Ghi chú' },
    answer: mayJoin,
    second: 'act',
  },
  'accounts.part': {
    call: 'accounts.part',
    at: official,
    press: ['Tách tài khoản'],
    type: reason,
    answer: accountIs({ accountId: 'x', name: 'Lê Văn Hùng', login: 'hung' }),
    second: 'act',
  },
  'areas.declare': {
    call: 'areas.declareTotal',
    at: commune,
    press: [/Ghi tổng số/],
    type: { text: 'Nguồn' },
    second: 'new',
  },
  'areas.event': {
    call: 'areas.recordEvent',
    at: commune,
    press: ['Ghi thay đổi'],
    type: { text: 'Căn cứ (số, ngày, cơ quan)' },
    second: 'act',
  },
  'areas.undo': {
    call: 'areas.undo',
    at: (story) => `${commune(story)}?the=lich-su`,
    press: [/^Ghi nhầm/],
    type: reason,
    // Of the demo's events nobody recorded any.
    answer: (read) => {
      if (read.undoable) read.undoable = read.events.slice(-1).map((event: Answer) => event.eventId)
      if (read.toCome !== undefined) read.forbids = []
    },
    second: 'act',
  },
  'areas.status': {
    call: 'areas.giveStatus',
    at: commune,
    press: ['Thêm diện'],
    type: { text: 'Quyết định (số, ngày, cơ quan)' },
    second: 'new',
  },
  'bodies.call': {
    call: 'bodies.callMeeting',
    at: body,
    press: ['Mời họp'],
    type: { text: 'Địa điểm' },
    second: 'new',
  },
  'bodies.call_off': {
    call: 'bodies.callOffMeeting',
    at: meeting,
    press: ['Hủy cuộc họp'],
    type: reason,
    second: 'act',
    // Of a meeting that was not held yet.
    answer: (read) => {
      if (read.tasks) Object.assign(read, { tasks: [], minutes: null, present: [], conclusions: [] })
    },
  },
  'bodies.replace_signed': {
    call: 'bodies.replaceSigned',
    at: meeting,
    press: ['Thay bản ký lưu nhầm'],
    type: { text: 'Lý do' },
    answer: (read) => {
      if (read.meetingId) Object.assign(read, { isSigned: true, page: '0192a000-0000-7000-8000-000000000001' })
    },
    second: 'act',
  },
  'bodies.change': {
    call: 'bodies.change',
    at: body,
    press: ['Sửa thông tin'],
    type: { text: 'Tên Ban' },
    second: 'fields',
  },
  'bodies.correct_dissolution': {
    call: 'bodies.correctDissolution',
    at: body,
    press: ['Sửa việc giải thể'],
    type: { text: 'Lý do' },
    second: 'act',
    answer: (read) => {
      if (read.bodyId)
        Object.assign(read, { can: ['correct'], dissolvedBecause: 'Hết chương trình', until: '2026-10-01' })
    },
  },
  'bodies.correct_end': {
    call: 'bodies.correctEnd',
    at: (ids) => `${body(ids)}?thanh-vien=moi-ngay`,
    press: ['Sửa việc thôi'],
    type: { text: 'Lý do' },
    second: 'act',
    answer: (read) => {
      for (const one of read.members ?? []) Object.assign(one, { because: 'Chuyển công tác', until: '2026-10-01' })
    },
  },
  'bodies.dissolve': {
    call: 'bodies.dissolve',
    at: body,
    press: ['Giải thể'],
    type: reason,
    second: 'act',
  },
  'bodies.done': {
    call: 'bodies.finishTask',
    at: meeting,
    press: ['Đã xong'],
    type: { day: 'Ngày xong' },
    second: 'act',
  },
  'bodies.done_mine': {
    call: 'bodies.finishMine',
    at: () => '/ban/viec',
    press: ['Đã xong'],
    type: { day: 'Ngày xong' },
    second: 'act',
  },
  'bodies.invitation': {
    call: 'bodies.writeMeeting',
    at: meeting,
    press: ['Sửa giấy mời'],
    type: { text: 'Địa điểm' },
    second: 'fields',
  },
  'bodies.join': {
    call: 'bodies.addMember',
    at: body,
    press: ['Ghi thành viên'],
    type: { day: 'Đến hết ngày' },
    second: 'new',
  },
  'bodies.leave': {
    call: 'bodies.endMember',
    at: body,
    press: ['Thôi'],
    type: reason,
    second: 'act',
  },
  'bodies.minutes': {
    call: 'bodies.writeMeeting',
    at: meeting,
    press: ['Ghi biên bản'],
    type: { text: 'Người cùng dự' },
    second: 'fields',
  },
  'bodies.new': {
    call: 'bodies.add',
    at: () => '/ban',
    press: ['Ghi Ban'],
    type: { text: 'Tên Ban' },
    second: 'new',
  },
  'bodies.reopen_task': {
    call: 'bodies.reopenTask',
    at: meeting,
    press: ['Mở lại'],
    type: reason,
    second: 'act',
    answer: (read) => {
      for (const one of read.tasks ?? []) Object.assign(one, { doneOn: '2026-11-12' })
    },
  },
  'bodies.take_back': {
    call: 'bodies.takeTaskBack',
    at: meeting,
    press: ['Rút việc'],
    type: reason,
    second: 'act',
  },
  'bodies.task': {
    call: 'bodies.giveTask',
    at: meeting,
    press: ['Giao việc'],
    type: { text: 'Việc' },
    second: 'new',
  },
  'decisions.correction': {
    call: 'corrections.draft',
    at: decision,
    press: [/^Đính chính/],
    type: reason,
    second: 'new',
    answer: (read) => {
      if (read.differences) read.differences = [{ what: 'name', person: 'x', before: 'A', after: 'B' }]
    },
  },
  'decisions.correction_signed': {
    call: 'corrections.enforce',
    at: correction,
    press: ['Nhập bản đã ký'],
    type: { text: 'Số quyết định' },
    second: 'act',
  },
  'decisions.correction_withdraw': {
    call: 'corrections.withdraw',
    at: correction,
    press: ['Rút dự thảo'],
    type: reason,
    second: 'act',
  },
  'decisions.leaving': {
    call: 'decisions.draft',
    at: round,
    press: ['Lập dự thảo quyết định'],
    type: reason,
    answer: (read) => {
      inState('deciding')(read)
      const said = { vi: '1 hộ lại ở trong các thôn của kỳ.', en: '1 household is back.' }
      const absent = [{ code: 'absent', said, count: 1, unseen: 0, households: [] }]
      if (read.blocked && 'decision' in read)
        Object.assign(read, { decision: null, blocked: [], absent, can: ['draft'] })
    },
    second: 'act',
  },
  'decisions.signed': {
    call: 'decisions.enforce',
    at: decision,
    press: ['Nhập quyết định đã ký'],
    type: { text: 'Số quyết định' },
    answer: decisionIs('printed'),
    second: 'act',
  },
  'decisions.signer': {
    call: 'decisions.redraft',
    at: decision,
    press: [/người ký\.\.\.$/],
    type: { choice: 'Người khác' },
    answer: decisionIs('printed'),
    second: 'act',
  },
  'decisions.withdraw': {
    call: 'decisions.withdraw',
    at: decision,
    press: ['Rút dự thảo'],
    type: reason,
    answer: decisionIs('printed'),
    second: 'act',
  },
  'frameworks.approve': {
    call: 'frameworks.approve',
    at: framework,
    press: ['Ghi phê duyệt'],
    type: { text: 'Số quyết định' },
    answer: draftFor('approve'),
    second: 'act',
  },
  'frameworks.correctDecision': {
    call: 'frameworks.correctDecision',
    at: framework,
    press: ['Đính chính quyết định'],
    type: { text: 'Vì sao sửa' },
    answer: (read) => {
      if (read.topicList)
        Object.assign(read, {
          can: ['correct'],
          approved: { number: '1/QĐ-UBND', day: '2026-11-05', issuer: 'UBND tỉnh Phú Thọ' },
        })
    },
    second: 'act',
  },
  'frameworks.begin': {
    call: 'frameworks.begin',
    at: () => '/khung-dao-tao',
    press: ['Soạn khung'],
    type: { text: 'Tên khung' },
    answer: mayBegin,
    second: 'new',
  },
  'frameworks.change': {
    call: 'frameworks.change',
    at: framework,
    press: ['Sửa bản thảo'],
    type: { text: 'Tên khung' },
    answer: draftFor('draft'),
    second: 'fields',
  },
  'frameworks.changeTopic': {
    call: 'frameworks.changeTopic',
    at: framework,
    press: ['Sửa CĐ4'],
    type: { text: 'Tên chuyên đề' },
    answer: draftFor('draft'),
    second: 'fields',
  },
  'frameworks.drop': {
    call: 'frameworks.drop',
    at: framework,
    press: ['Bỏ bản thảo'],
    type: reason,
    answer: draftFor('draft'),
    second: 'act',
  },
  'frameworks.topic': {
    call: 'frameworks.addTopic',
    at: framework,
    press: ['Thêm chuyên đề'],
    type: { text: 'Tên chuyên đề' },
    answer: draftFor('draft'),
    second: 'new',
  },
  'households.end': {
    call: 'households.end',
    at: household,
    chosen: true,
    press: [deed, /Cả hộ chuyển đi/],
    type: { choice: /chuyển đi/i },
    second: 'act',
  },
  'households.head': {
    call: 'households.changeHead',
    at: household,
    chosen: true,
    press: [deed, /Thay chủ hộ/],
    type: { day: 'Làm chủ hộ từ ngày' },
    second: 'act',
  },
  'households.join': {
    call: 'households.joinPersons',
    at: household,
    chosen: true,
    press: [member, 'Đã ghi hai lần'],
    type: { text: 'Vì sao là một người?' },
    second: 'act',
  },
  'households.leave': {
    call: 'households.memberLeaves',
    at: household,
    chosen: true,
    press: [member, 'Rời hộ'],
    type: { choice: 'Đã mất' },
    second: 'act',
  },
  'households.member': {
    call: 'households.changeMember',
    at: household,
    chosen: true,
    press: [member, 'Sửa thông tin'],
    type: { text: 'Họ và tên' },
    second: 'fields',
  },
  'households.member_new': {
    call: 'households.addMember',
    at: household,
    chosen: true,
    press: [deed, /Thêm thành viên/],
    type: { text: 'Họ và tên' },
    second: 'new',
  },
  'households.merge': {
    call: 'households.merge',
    at: household,
    chosen: true,
    press: [deed, /Nhập vào hộ khác/],
    type: { day: 'Từ ngày' },
    second: 'act',
  },
  'households.move': {
    call: 'households.move',
    at: household,
    chosen: true,
    press: [deed, /Đổi nơi ở/],
    type: { text: 'Địa chỉ' },
    second: 'fields',
  },
  'households.move_many': {
    call: 'households.moveMany',
    at: () => '/ho',
    press: ['Chọn dòng này', 'Chuyển sang thôn khác'],
    type: { text: 'Căn cứ, lý do' },
    second: 'act',
  },
  'households.new': {
    call: 'households.create',
    at: () => '/ho/moi',
    press: [],
    type: { text: 'Địa chỉ' },
    second: 'new',
  },
  'households.phones': {
    call: 'households.writePhones',
    at: () => `/ho/dien-thoai?noi=${demoAreas.villages.tamHong[0]}`,
    press: [],
    type: { number: ', số ' },
    second: 'fields',
  },
  'households.split': {
    call: 'households.split',
    at: household,
    chosen: true,
    press: [deed, /Tách hộ/],
    type: { text: 'Địa chỉ' },
    second: 'act',
  },
  'households.undo': {
    call: 'households.undo',
    at: (story) => `${household(story)}?the=dien-bien`,
    press: [/^Hoàn tác/],
    type: reason,
    answer: (read) => {
      for (const event of read.timeline ?? []) event.actId ??= event.id
    },
    second: 'act',
  },
  'needs.linkError': {
    call: 'needs.linkError',
    at: () => '/nhu-cau-dao-tao/tong-hop',
    press: ['Gắn chuyên đề'],
    type: { pick: /^Chuyên đề/ },
    answer: mayLink,
    second: 'new',
  },
  'needs.nominate': {
    call: 'needs.nominate',
    at: () => '/nhu-cau-dao-tao',
    press: ['Cử người đi học'],
    type: reason,
    second: 'new',
  },
  'credentialRules.enter': {
    call: 'credentialRules.enter',
    at: rules,
    press: ['Ghi điều kiện'],
    type: { text: 'Tên chứng nhận' },
    answer: mayLayDown,
    second: 'new',
  },
  'credentialRules.follow': {
    call: 'credentialRules.follow',
    at: rules,
    press: ['Bản mới'],
    type: { text: 'Căn cứ' },
    second: 'act',
  },
  'credentialRules.end': {
    call: 'credentialRules.end',
    at: rules,
    press: ['Kết thúc'],
    type: reason,
    second: 'act',
  },
  'credentialRules.withdraw': {
    call: 'credentialRules.withdraw',
    at: rules,
    press: ['Rút'],
    type: reason,
    second: 'act',
  },
  'credentials.enter': {
    call: 'credentials.enter',
    at: credentials,
    press: ['Ghi chứng nhận'],
    type: { text: 'Giấy tờ' },
    answer: mayIssue,
    second: 'new',
  },
  'credentials.revoke': {
    call: 'credentials.revoke',
    at: aCredential,
    press: ['Thu hồi'],
    type: reason,
    second: 'act',
  },
  'credentials.restore': {
    call: 'credentials.restore',
    at: aCredential,
    press: ['Trả lại'],
    type: reason,
    second: 'act',
  },
  'credentials.reissue': {
    call: 'credentials.reissue',
    at: aCredential,
    press: ['Cấp lại vì sai tên'],
    type: reason,
    second: 'act',
  },
  'extensions.decide': {
    call: 'extensions.decide',
    at: aCredential,
    press: ['Gia hạn'],
    type: reason,
    second: 'act',
  },
  'extensions.correct': {
    call: 'extensions.correct',
    at: extensions,
    press: ['Đính chính'],
    type: { text: 'Vì sao sửa' },
    second: 'fields',
  },
  'extensions.withdraw': {
    call: 'extensions.withdraw',
    at: extensions,
    press: ['Rút'],
    type: reason,
    second: 'act',
  },
  'gate.set': {
    call: 'gate.set',
    at: theGate,
    press: ['Ghi quy định'],
    type: { text: 'Văn bản của tỉnh' },
    answer: mayLayDown,
    second: 'new',
  },
  'gate.withdraw': {
    call: 'gate.withdraw',
    at: theGate,
    press: ['Rút'],
    type: reason,
    second: 'act',
  },
  'rounds.openGate': {
    call: 'rounds.openGate',
    at: (story) => `${round(story)}/chung-nhan`,
    press: [/^Cho phép/],
    type: reason,
    answer: keptBack,
    second: 'act',
  },
  'rounds.closeGate': {
    call: 'rounds.closeGate',
    at: () => '/cho-phep-khao-sat',
    press: ['Rút'],
    type: reason,
    answer: keptBack,
    second: 'act',
  },
  'limits.end': {
    call: 'limits.end',
    at: limits,
    press: ['Kết thúc'],
    type: reason,
    second: 'act',
  },
  'limits.enter': {
    call: 'limits.enter',
    at: () => '/nhu-cau-dao-tao/gioi-han',
    press: ['Ghi giới hạn'],
    type: { pick: /^Loại giới hạn/ },
    answer: mayLayDown,
    second: 'new',
  },
  'limits.follow': {
    call: 'limits.follow',
    at: limits,
    press: ['Giá trị mới'],
    type: { text: 'Căn cứ' },
    second: 'act',
  },
  'limits.withdraw': {
    call: 'limits.withdraw',
    at: limits,
    press: ['Rút'],
    type: reason,
    second: 'act',
  },
  'needs.request': {
    call: 'needs.request',
    at: () => '/nhu-cau-dao-tao/cua-toi',
    press: ['Đề nghị học'],
    type: reason,
    answer: hasAsked,
    second: 'new',
  },
  'needs.withdrawRequest': {
    call: 'needs.withdrawRequest',
    at: () => '/nhu-cau-dao-tao/cua-toi',
    press: ['Rút'],
    type: reason,
    answer: hasAsked,
    second: 'act',
  },
  'proposals.take': {
    call: 'plans.takeLines',
    at: () => '/nhu-cau-dao-tao/de-xuat',
    press: [],
    type: { pick: /^Đưa vào bản thảo/ },
    answer: (read) => {
      // Another draft to choose besides the one that is chosen.
      if (read.drafts) read.drafts = [{ trainingPlanId: 'x', name: 'Bản thảo khác' }, ...read.drafts].slice(0, 2)
    },
    second: 'new',
  },
  'ways.change': {
    call: 'ways.change',
    at: ways,
    press: ['Sửa số km'],
    type: { number: 'Số km đường bộ' },
    answer: mayLayDown,
    second: 'fields',
  },
  'ways.closePlace': {
    call: 'ways.closePlace',
    at: ways,
    press: ['Thôi mở lớp'],
    type: reason,
    answer: mayLayDown,
    second: 'act',
  },
  'ways.drop': {
    call: 'ways.drop',
    at: ways,
    press: ['Bỏ'],
    type: reason,
    answer: mayLayDown,
    second: 'act',
  },
  'ways.enter': {
    call: 'ways.enter',
    at: ways,
    press: ['Ghi đường'],
    type: { pick: /^Đến nơi mở lớp/ },
    answer: mayLayDown,
    second: 'new',
  },
  'ways.openPlace': {
    call: 'ways.openPlace',
    at: ways,
    press: ['Ghi nơi mở lớp'],
    type: { text: 'Hội trường' },
    answer: mayLayDown,
    second: 'new',
  },
  'halls.enter': {
    call: 'halls.enter',
    at: halls,
    press: ['Ghi hội trường'],
    type: { text: 'Tên hội trường, phòng học' },
    answer: mayLayDown,
    second: 'new',
  },
  'halls.change': {
    call: 'halls.change',
    at: halls,
    press: ['Sửa'],
    type: { text: 'Ở đâu' },
    answer: mayLayDown,
    second: 'fields',
  },
  'halls.close': {
    call: 'halls.close',
    at: halls,
    press: ['Thôi dùng'],
    type: reason,
    answer: mayLayDown,
    second: 'act',
  },
  'trainers.enter': {
    call: 'trainers.enter',
    at: trainers,
    press: ['Ghi giảng viên'],
    type: { text: 'Nơi công tác' },
    answer: mayLayDown,
    second: 'new',
  },
  'trainers.change': {
    call: 'trainers.change',
    at: trainers,
    press: ['Sửa'],
    type: { text: 'Nơi công tác' },
    answer: mayLayDown,
    second: 'fields',
  },
  'trainers.end': {
    call: 'trainers.end',
    at: trainers,
    press: ['Thôi giảng'],
    type: reason,
    answer: mayLayDown,
    second: 'act',
  },
  'questions.enter': {
    call: 'questions.enter',
    at: questions,
    press: ['Ghi câu hỏi'],
    type: { text: 'Căn cứ (văn bản, điều, trang)' },
    answer: mayLayDown,
    second: 'new',
  },
  'questions.change': {
    call: 'questions.change',
    at: aQuestion,
    press: ['Viết lại'],
    type: { text: 'Căn cứ (văn bản, điều, trang)' },
    second: 'fields',
  },
  'questions.use': {
    call: 'questions.use',
    at: aQuestion,
    press: ['Thôi dùng'],
    type: reason,
    second: 'act',
  },
  'classTests.draft': {
    call: 'classTests.draft',
    at: tests,
    press: ['Soạn bài kiểm tra'],
    type: { text: 'Tên bài kiểm tra' },
    answer: mayTest,
    second: 'new',
  },
  'classTests.change': {
    call: 'classTests.change',
    at: ofTest,
    press: ['Sửa'],
    type: { text: 'Tên bài kiểm tra' },
    answer: testIs('draft'),
    second: 'fields',
  },
  'classTests.drop': {
    call: 'classTests.drop',
    at: ofTest,
    press: ['Bỏ'],
    type: reason,
    answer: testIs('draft'),
    second: 'act',
  },
  'classTests.step': {
    call: 'classTests.step',
    at: ofTest,
    press: ['Mở lại'],
    type: reason,
    answer: testIs('closed'),
    second: 'act',
  },
  'attempts.enterPaper': {
    call: 'attempts.enterPaper',
    at: ofTest,
    press: ['Nhập bài giấy'],
    type: { text: '1 (A-D)' },
    answer: testIs('open'),
    second: 'act',
  },
  'attempts.correctPaper': {
    call: 'attempts.correctPaper',
    at: ofTest,
    press: ['Xem bài', 'Nhập lại bài này'],
    type: { text: 'Vì sao nhập lại' },
    answer: testIs('open'),
    second: 'fields',
  },
  'remark.mark': {
    call: 'remark.mark',
    at: ofTest,
    press: ['Chấm lại câu 1'],
    type: reason,
    answer: testIs('open'),
    second: 'act',
  },
  'library.add': {
    call: 'library.addText',
    at: library,
    press: ['Thêm tài liệu'],
    type: { text: 'Tên tài liệu' },
    answer: mayLayDown,
    second: 'new',
  },
  'library.next': {
    call: 'library.nextText',
    at: aMaterial,
    press: ['Thêm bản mới'],
    type: { text: 'Lý do có bản mới' },
    second: 'act',
  },
  'library.use': {
    call: 'library.use',
    at: aMaterial,
    press: ['Thôi dùng'],
    type: reason,
    second: 'act',
  },
  'inquiries.ask': {
    call: 'inquiries.ask',
    at: () => '/hoi-dap/cua-toi',
    press: ['Hỏi nghiệp vụ'],
    type: { text: 'Câu hỏi' },
    second: 'new',
  },
  'inquiries.answer': {
    call: 'inquiries.answer',
    at: inquiry,
    press: ['Trả lời'],
    type: { text: 'Câu trả lời' },
    second: 'act',
  },
  'inquiries.assign': {
    call: 'inquiries.assign',
    at: inquiry,
    press: ['Giao cho'],
    type: { choice: /Lê Văn Hùng/ },
    second: 'act',
  },
  'inquiries.close': {
    call: 'inquiries.refuse',
    at: inquiry,
    press: ['Không trả lời'],
    type: reason,
    second: 'act',
  },
  'inquiries.share': {
    call: 'inquiries.share',
    at: () => `/hoi-dap/${demoInquiryId('answered')}`,
    press: ['Đưa vào thư viện'],
    type: { text: 'Câu hỏi, viết lại cho mọi người đọc' },
    second: 'act',
  },
  'handouts.record': {
    call: 'handouts.record',
    at: handouts,
    press: ['Ghi phát bản giấy'],
    type: { number: 'Số bản giấy' },
    second: 'new',
  },
  'handouts.take_back': {
    call: 'handouts.takeBack',
    at: handouts,
    press: ['Rút'],
    type: reason,
    second: 'act',
  },
  'classes.plan': {
    call: 'classes.plan',
    at: () => '/lop-hoc',
    press: ['Lập lớp'],
    type: { text: 'Tên lớp' },
    second: 'new',
  },
  'classes.change': {
    call: 'classes.change',
    at: ofClass,
    press: ['Sửa thông tin'],
    type: { text: 'Tên lớp' },
    second: 'fields',
  },
  'classes.stepBack': {
    call: 'classes.step',
    at: ofClass,
    press: ['Hủy lớp'],
    type: reason,
    second: 'act',
  },
  'classes.addSessions': {
    call: 'classes.addSessions',
    at: ofClass,
    press: ['Thêm buổi'],
    type: { day: 'Ngày, hoặc ngày đầu' },
    second: 'new',
  },
  'classes.changeSession': {
    call: 'classes.changeSession',
    at: ofClass,
    press: ['Dời, sửa'],
    type: { day: 'Ngày' },
    second: 'fields',
  },
  'classes.dropSession': {
    call: 'classes.dropSession',
    at: ofClass,
    press: ['Bỏ buổi'],
    type: reason,
    second: 'act',
  },
  'classes.move': {
    call: 'classes.move',
    at: ofClass,
    press: ['Dời cả lớp'],
    type: { number: 'Bao nhiêu ngày' },
    second: 'act',
  },
  'classes.askTrainer': {
    call: 'classes.askTrainer',
    at: ofClass,
    press: ['Mời giảng viên'],
    type: { choice: /^\d\d:\d\d-/ },
    second: 'new',
  },
  'classes.answerTrainer': {
    call: 'classes.answerTrainer',
    at: ofClass,
    press: ['Ghi trả lời'],
    type: { choice: 'Nhận lời' },
    second: 'act',
  },
  'attendance.mark': {
    call: 'attendance.mark',
    at: ofSession,
    press: [],
    type: { choice: 'gọi tên' },
    answer: isHeld,
    second: 'fields',
  },
  'attendance.count': {
    call: 'attendance.count',
    at: ofSession,
    press: ['Đếm người, chốt buổi'],
    type: { number: 'Đếm được trong phòng' },
    answer: isHeld,
    second: 'act',
  },
  'attendance.reopen': {
    call: 'attendance.reopen',
    at: ofSession,
    press: ['Mở lại buổi'],
    type: reason,
    answer: isHeld,
    second: 'act',
  },
  'attendance.keepPage': {
    call: 'attendance.keepPage',
    at: ofClass,
    press: ['Lưu trang đã ký'],
    type: { text: 'Trang nào, của buổi nào' },
    second: 'new',
  },
  'attendance.dropPage': {
    call: 'attendance.dropPage',
    at: ofClass,
    press: ['Lưu nhầm'],
    type: reason,
    answer: hasPage,
    second: 'act',
  },
  'checkin.addWalkIn': {
    call: 'checkin.addWalkIn',
    at: ofSession,
    press: ['Ghi người đến thêm'],
    type: { text: 'Họ tên' },
    answer: isHeld,
    second: 'new',
  },
  'checkin.matchWalkIn': {
    call: 'checkin.matchWalkIn',
    at: ofSession,
    press: ['Ghép'],
    type: { find: /^Cán bộ/ },
    answer: isHeld,
    second: 'act',
  },
  'checkin.undoWalkIn': {
    call: 'checkin.undoWalkIn',
    at: ofSession,
    press: [/^Bỏ$/],
    type: reason,
    answer: isHeld,
    second: 'act',
  },
  'classes.replaceTrainer': {
    call: 'classes.replaceTrainer',
    at: ofClass,
    press: ['Thay người'],
    type: reason,
    second: 'act',
  },
  'seats.setQuotas': {
    call: 'seats.setQuotas',
    at: ofClass,
    press: ['Số người mỗi đơn vị'],
    type: { number: 'Xã Tam Hồng' },
    answer: seated,
    second: 'act',
  },
  'seats.name': {
    call: 'seats.name',
    at: ofClass,
    press: ['Cử người đi học'],
    type: { pick: /^Đơn vị cử/ },
    answer: seated,
    second: 'new',
  },
  'seats.add': {
    call: 'seats.add',
    at: ofClass,
    press: ['Thêm người của đơn vị'],
    type: { find: /^Thêm người/ },
    answer: seated,
    second: 'new',
  },
  'seats.refuse': {
    call: 'seats.refuse',
    at: ofClass,
    press: [/^Không duyệt/],
    type: reason,
    answer: seated,
    second: 'act',
  },
  'seats.offer': {
    call: 'seats.offer',
    at: ofClass,
    press: [/^Mời vào chỗ trống/],
    type: { day: 'Trả lời đến hết ngày' },
    answer: seated,
    second: 'act',
  },
  'seats.answer': {
    call: 'seats.answer',
    at: ofClass,
    press: [/^Ghi trả lời Người/],
    type: { choice: 'Không nhận' },
    answer: seated,
    second: 'act',
  },
  'seats.withdraw': {
    call: 'seats.withdraw',
    at: ofClass,
    press: [/^Ghi xin rút/],
    type: reason,
    answer: seated,
    second: 'act',
  },
  'seats.substitute': {
    call: 'seats.substitute',
    at: ofClass,
    press: [/^Cử người thay/],
    type: reason,
    answer: seated,
    second: 'act',
  },
  'needs.withdraw': {
    call: 'needs.withdraw',
    at: () => '/nhu-cau-dao-tao',
    press: ['Rút'],
    type: reason,
    answer: mayWithdraw,
    second: 'act',
  },
  'people.account': {
    call: 'people.createAccount',
    at: () => '/quyen',
    press: ['Tạo tài khoản'],
    type: { text: 'Họ và tên' },
    second: 'new',
  },
  'people.grant': {
    call: 'people.giveGrant',
    at: () => '/quyen',
    press: [/Nguyễn Thị Mai/],
    type: { day: 'Đến hết ngày' },
    second: 'new',
  },
  'handover.give': {
    call: 'handover.give',
    at: official,
    press: ['Bàn giao hồ sơ'],
    type: reason,
    second: 'act',
  },
  'joining.join': {
    call: 'joining.join',
    at: (s) => `${official(s)}/gop?voi=${s.colleague}`,
    press: [],
    type: { text: 'Vì sao là một người' },
    answer: nothingAgainst,
    second: 'act',
  },
  'joining.apart': {
    call: 'joining.apart',
    at: () => '/can-bo/trung',
    press: ['Hai người khác nhau'],
    type: reason,
    answer: alike,
    second: 'act',
  },
  'joining.notApart': {
    call: 'joining.notApart',
    at: () => '/can-bo/trung',
    press: ['Rút lại'],
    type: reason,
    answer: alike,
    second: 'act',
  },
  'handover.refuse': {
    call: 'handover.refuse',
    at: () => '/can-bo/ban-giao',
    press: ['Không nhận'],
    type: reason,
    answer: handedOver,
    second: 'act',
  },
  'slips.give': {
    call: 'slips.give',
    by: 'quantri',
    at: ({ commune }) => `/quyen/giay-vao-may?noi=${commune}`,
    press: [/^Cấp giấy \p{L}/u],
    type: { day: 'Dùng được đến hết ngày' },
    second: 'act',
  },
  'field.set_idle': {
    call: 'field.setIdle',
    by: 'quantri',
    at: () => `/quyen/khoa-may?noi=${demoAreas.phuTho}`,
    press: ['Đặt thời gian'],
    type: { text: 'Căn cứ' },
    second: 'new',
  },
  'field.withdraw_idle': {
    call: 'field.withdrawIdle',
    by: 'quantri',
    at: () => `/quyen/khoa-may?noi=${demoAreas.phuTho}`,
    press: ['Ghi nhầm'],
    type: reason,
    answer: anIdleTime,
    second: 'act',
  },
  'field.say_of_device': {
    call: 'field.sayOfDevice',
    at: () => '/dien-thoai',
    press: ['Báo mất'],
    type: reason,
    answer: aPhone,
    second: 'act',
  },
  'handover.withdraw': {
    call: 'handover.withdraw',
    at: () => '/can-bo/ban-giao',
    press: ['Rút đề nghị'],
    type: reason,
    answer: handedOver,
    second: 'act',
  },
  'money.change': {
    call: 'money.change',
    at: norm,
    press: ['Sửa chỗ ghi sai'],
    type: { text: 'Ghi chú' },
    answer: mayEnterNorms,
    second: 'fields',
  },
  'money.end': {
    call: 'money.end',
    at: norm,
    press: ['Hết hiệu lực'],
    type: reason,
    answer: mayEnterNorms,
    second: 'act',
  },
  'money.enter': {
    call: 'money.enter',
    at: () => '/dinh-muc-chi',
    press: ['Ghi định mức'],
    type: { text: 'Nội dung chi' },
    answer: mayEnterNorms,
    second: 'new',
  },
  'money.raise': {
    call: 'money.raise',
    at: norm,
    press: ['Ghi mức mới'],
    type: { text: 'Căn cứ' },
    answer: mayEnterNorms,
    second: 'act',
  },
  'amend.begin': {
    call: 'amend.begin',
    at: approvedPlan,
    press: ['Điều chỉnh kế hoạch'],
    type: reason,
    second: 'new',
  },
  'comments.give': {
    call: 'comments.give',
    at: plan,
    press: [/^Góp ý$/],
    type: { text: 'Nội dung góp ý' },
    answer: wasSent,
    second: 'new',
  },
  'comments.reply': {
    call: 'comments.reply',
    at: plan,
    press: [/^Trả lời$/],
    type: { text: 'Giải trình' },
    answer: wasSent,
    second: 'act',
  },
  'comments.send': {
    call: 'comments.send',
    at: plan,
    press: ['Gửi lấy ý kiến'],
    type: { text: 'Lời gửi' },
    answer: ofProvince,
    second: 'new',
  },
  'comments.takeBack': {
    call: 'comments.takeBack',
    at: plan,
    press: [/^Thu hồi$/],
    type: reason,
    answer: wasSent,
    second: 'act',
  },
  'comments.withdraw': {
    call: 'comments.withdraw',
    at: plan,
    press: [/^Rút ý kiến$/],
    type: reason,
    answer: wasSent,
    second: 'act',
  },
  'bodies.endNorm': {
    call: 'bodies.endNorm',
    at: bodyNorms,
    press: ['Hết hiệu lực'],
    type: reason,
    answer: mayRule,
    second: 'act',
  },
  'bodies.enterNorm': {
    call: 'bodies.enterNorm',
    at: bodyNorms,
    press: ['Ghi định mức'],
    type: { text: 'Căn cứ' },
    answer: mayRule,
    second: 'new',
  },
  'bodies.followNorm': {
    call: 'bodies.followNorm',
    at: bodyNorms,
    press: ['Mức mới'],
    type: { text: 'Căn cứ' },
    answer: mayRule,
    second: 'act',
  },
  'norms.end': {
    call: 'norms.end',
    at: normRules,
    press: ['Hết hiệu lực'],
    type: reason,
    answer: mayRule,
    second: 'act',
  },
  'norms.enter': {
    call: 'norms.enter',
    at: normRules,
    press: ['Ghi định mức'],
    type: { text: 'Căn cứ' },
    answer: mayRule,
    second: 'new',
  },
  'norms.follow': {
    call: 'norms.follow',
    at: normRules,
    press: ['Mức mới'],
    type: { text: 'Căn cứ' },
    answer: mayRule,
    second: 'act',
  },
  'plans.approve': {
    call: 'plans.approve',
    at: plan,
    press: ['Ghi phê duyệt'],
    type: { text: 'Số quyết định' },
    answer: (read) => {
      if (read.lineList) read.can = ['approve']
    },
    second: 'act',
  },
  'plans.begin': {
    call: 'plans.begin',
    at: () => '/ke-hoach-dao-tao',
    press: ['Lập kế hoạch'],
    type: { text: 'Tên kế hoạch' },
    second: 'new',
  },
  'plans.change': {
    call: 'plans.change',
    at: plan,
    press: ['Sửa kế hoạch'],
    type: { text: 'Ghi chú' },
    second: 'fields',
  },
  'plans.changeLine': {
    call: 'plans.changeLine',
    at: plan,
    press: ['Sửa CĐ4'],
    type: { text: 'Địa điểm' },
    second: 'fields',
  },
  'plans.correctDecision': {
    call: 'plans.correctDecision',
    at: plan,
    press: ['Đính chính quyết định'],
    type: { text: 'Vì sao sửa' },
    answer: (read) => {
      if (read.lineList)
        Object.assign(read, {
          can: ['correct'],
          approved: { number: '1/KH-UBND', day: '2026-11-05', issuer: 'UBND tỉnh Phú Thọ' },
        })
    },
    second: 'act',
  },
  'plans.drop': {
    call: 'plans.drop',
    at: plan,
    press: ['Bỏ bản thảo'],
    type: reason,
    second: 'act',
  },
  'plans.dropLine': {
    call: 'plans.dropLine',
    at: plan,
    press: ['Bỏ CĐ4'],
    type: reason,
    second: 'act',
  },
  'plans.dropSeat': {
    call: 'plans.dropSeat',
    at: () => `${plan()}/nguoi-hoc`,
    press: ['Bỏ Lò Văn Học'],
    type: reason,
    answer: (read) => {
      const place = { planLineId: 'x', code: 'CĐ4', title: 'Rà soát', weeks: [12], placeName: null, place: '' }
      if (read.lines)
        read.rows = [{ planSeatId: 'x', officialId: 'x', person: 'Lò Văn Học', homeName: 'Xã Tam Hồng', ...place }]
      if (read.lines) read.total = 1
    },
    second: 'act',
  },
  'plans.line': {
    call: 'plans.addLine',
    at: plan,
    press: ['Thêm dòng'],
    type: { text: 'Địa điểm' },
    second: 'new',
  },
  'plans.carryOver': {
    call: 'plans.carryOver',
    at: plan,
    press: ['Chuyển sang kế hoạch của đơn vị kế thừa'],
    type: { choice: 'Xã Kế Thừa Hai' },
    answer: (read) => {
      const after = ['Một', 'Hai'].map((name) => ({ areaId: name, name: `Xã Kế Thừa ${name}` }))
      if ('lineList' in read) read.ended = { from: '2026-11-01', name: 'Xã Đã Hết', after }
    },
    second: 'act',
  },
  'plans.takeAbove': {
    call: 'plans.takeAbove',
    at: plan,
    press: ['Lấy dòng của kế hoạch cấp trên'],
    type: { choice: /CĐ9/ },
    answer: (read) => {
      // A draft under a plan that has two lines of the unit.
      const above = { trainingPlanId: 'x', name: 'Kế hoạch cấp trên', calledOff: false, beyond: [] }
      if ('parent' in read) read.parent = above
      const line = { code: 'CĐ9', title: 'Rà soát', placeName: null, place: '', weeks: [], there: true }
      const held = { people: 3, classes: 1, named: 0 }
      if (Array.isArray(read.lines)) read.lines = ['x', 'y'].map((planLineId) => ({ planLineId, ...line, ...held }))
    },
    second: 'new',
  },
  'programmes.change': {
    call: 'programmes.change',
    at: programme,
    press: ['Sửa'],
    type: { text: 'Ghi chú' },
    answer: mayManage,
    second: 'fields',
  },
  'programmes.drop': {
    call: 'programmes.drop',
    at: programme,
    press: ['Bỏ, ghi nhầm'],
    type: reason,
    answer: (read) => {
      if (read.goalList) read.can = ['manage', 'drop']
    },
    second: 'act',
  },
  'programmes.dropGoal': {
    call: 'programmes.dropGoal',
    at: programme,
    press: ['Bỏ mục tiêu'],
    type: reason,
    answer: mayManage,
    second: 'act',
  },
  'programmes.goal': {
    call: 'programmes.addGoal',
    at: programme,
    press: ['Thêm mục tiêu'],
    type: { text: 'Mục tiêu' },
    answer: mayManage,
    second: 'new',
  },
  'programmes.meet': {
    call: 'programmes.meetGoal',
    at: programme,
    press: ['Ghi đạt'],
    type: { text: 'Số quyết định' },
    answer: mayManage,
    second: 'act',
  },
  'programmes.new': {
    call: 'programmes.add',
    at: () => '/chuong-trinh',
    press: ['Ghi chương trình'],
    type: { text: 'Tên' },
    answer: mayManage,
    second: 'new',
  },
  'programmes.reopenGoal': {
    call: 'programmes.reopenGoal',
    at: programme,
    press: ['Mở lại'],
    type: reason,
    answer: (read) => {
      mayManage(read)
      for (const goal of read.goalList ?? []) goal.met = { number: '1/QĐ-UBND', day: '2026-11-02', issuer: 'UBND tỉnh' }
    },
    second: 'act',
  },
  'moves.change': {
    call: 'moves.change',
    at: official,
    press: ['Sửa kế hoạch'],
    type: { text: 'Lý do' },
    second: 'fields',
  },
  'moves.end': {
    call: 'moves.end',
    at: official,
    press: ['Kết thúc'],
    type: { text: 'Kết quả' },
    second: 'act',
  },
  'moves.correctEnd': {
    call: 'moves.correctEnd',
    at: official,
    press: ['Sửa kết thúc'],
    type: { text: 'Vì sao sửa' },
    second: 'act',
    answer: (read) => {
      const [first] = read.moves ?? []
      if (first) Object.assign(first, { last: '2026-11-02', outcome: 'Về đơn vị cũ', state: 'back', stays: false })
    },
  },
  'moves.move': {
    call: 'moves.move',
    at: official,
    press: ['Ghi luân chuyển, biệt phái'],
    type: { text: 'Lý do' },
    second: 'new',
  },
  'moves.take': {
    call: 'moves.takeAway',
    at: official,
    press: ['Bỏ, ghi nhầm'],
    type: reason,
    second: 'act',
  },
  'targets.change': {
    call: 'targets.change',
    at: () => '/can-bo/luan-chuyen/chi-tieu',
    press: ['Sửa'],
    type: { text: 'Căn cứ' },
    answer: aTarget,
    second: 'fields',
  },
  'targets.end': {
    call: 'targets.end',
    at: () => '/can-bo/luan-chuyen/chi-tieu',
    press: ['Thôi áp dụng'],
    type: reason,
    answer: aTarget,
    second: 'act',
  },
  'targets.set': {
    call: 'targets.set',
    at: () => '/can-bo/luan-chuyen/chi-tieu',
    press: ['Ghi chỉ tiêu'],
    type: { text: 'Căn cứ' },
    answer: aTarget,
    second: 'new',
  },
  'required.end': {
    call: 'required.end',
    at: requirements,
    press: ['Hết hiệu lực'],
    type: reason,
    answer: mayRule,
    second: 'act',
  },
  'required.enter': {
    call: 'required.enter',
    at: requirements,
    press: ['Ghi tiêu chuẩn'],
    type: { text: 'Căn cứ' },
    answer: mayRule,
    second: 'new',
  },
  'required.follow': {
    call: 'required.follow',
    at: requirements,
    press: ['Mức mới'],
    type: { text: 'Căn cứ' },
    answer: mayRule,
    second: 'act',
  },
  'roster.appoint': {
    call: 'roster.appoint',
    at: official,
    press: ['Giao chức danh'],
    type: { text: 'Số quyết định' },
    second: 'new',
  },
  'roster.change': {
    call: 'roster.change',
    at: official,
    press: [/^Mở lý lịch/, 'Sửa lý lịch'],
    type: { text: 'Họ và tên' },
    second: 'fields',
  },
  'roster.correctEnd': {
    call: 'roster.correctEnd',
    at: official,
    press: ['Sửa ngày thôi'],
    type: { text: 'Vì sao sửa' },
    answer: (read) => {
      const [first] = read.appointments ?? []
      if (first) Object.assign(first, { until: '2026-11-02', because: 'left' })
    },
    second: 'act',
  },
  'roster.renew_many': {
    call: 'roster.renew',
    at: () => '/can-bo?chuc-danh=unplaced',
    press: ['Chọn dòng này', 'Bố trí lại'],
    type: { text: 'Số quyết định' },
    answer: (read) => {
      for (const { posts } of read.rows ?? []) if (posts?.[0]) Object.assign(posts[0], { unplacedFrom: '2026-11-02' })
    },
    second: 'act',
  },
  'roster.decision': {
    call: 'roster.changeDecision',
    at: official,
    press: ['Sửa quyết định'],
    type: { text: 'Số quyết định' },
    second: 'fields',
  },
  'roster.end': {
    call: 'roster.endAppointment',
    at: official,
    press: ['Thôi giữ'],
    type: { day: 'Ngày cuối giữ chức danh' },
    second: 'act',
  },
  'roster.learn': {
    call: 'roster.addQualification',
    at: official,
    press: ['Ghi trình độ'],
    type: { text: 'Trình độ, chuyên ngành' },
    second: 'new',
  },
  'roster.learn_change': {
    call: 'roster.changeQualification',
    at: official,
    press: [/^Sửa$/],
    type: { text: 'Trình độ, chuyên ngành' },
    second: 'fields',
  },
  'roster.learn_take': {
    call: 'roster.takeQualificationAway',
    at: official,
    press: [/^Bỏ$/],
    type: reason,
    second: 'act',
  },
  'roster.new': {
    call: 'roster.add',
    at: () => '/can-bo',
    press: ['Ghi cán bộ'],
    type: { text: 'Họ và tên' },
    second: 'new',
  },
  'roster.renew': {
    call: 'roster.renew',
    at: official,
    press: ['Bố trí lại'],
    type: { text: 'Số quyết định' },
    answer: (read) => {
      if (read.appointments?.[0]) read.appointments[0].unplacedFrom = '2026-11-10'
    },
    second: 'act',
  },
  'rounds.add': {
    call: 'rounds.addManyToList',
    at: cases,
    press: ['Thêm hộ có giấy đề nghị'],
    type: { text: 'Số hộ, tên chủ hộ hoặc thành viên' },
    second: 'act',
  },
  'rounds.arrival': {
    call: 'rounds.addToList',
    at: round,
    press: [/^Thêm vào danh sách/],
    type: reason,
    asked: true,
    answer: (read) => {
      if (read.households && !read.households.length && !('total' in read))
        read.households = [
          { householdId: 'x', headName: 'Lò Văn Pao', villageName: '', number: '', how: 'moved', since: '2026-11-20' },
        ]
    },
    second: 'act',
  },
  'rounds.villages_come': {
    call: 'rounds.takeVillagesIn',
    at: round,
    press: [/^Nhận vào kỳ/],
    type: reason,
    asked: true,
    answer: (read) => {
      if (read.households && read.villages && !read.villages.length)
        read.villages = [{ villageId: 'x', name: 'Thôn 9', since: '2026-11-20' }]
    },
    second: 'act',
  },
  'notices.settle': {
    call: 'notices.settle',
    at: (story) => `/ra-soat/${story.autumn}/tin-bao/${stableId('survey_notice', 'demo', '2026-tam-hong', 'refuses')}`,
    press: ['Trả lời thôn'],
    type: { text: 'Nhắn người báo' },
    second: 'act',
  },
  'unsurveyed.record': {
    call: 'unsurveyed.record',
    at: (story) => `/ra-soat/${story.autumn}/tin-bao/${stableId('survey_notice', 'demo', '2026-tam-hong', 'refuses')}`,
    press: ['Ghi không khảo sát được'],
    type: reason,
    second: 'act',
  },
  'unsurveyed.takeBack': {
    call: 'unsurveyed.takeBack',
    at: cases,
    press: ['Chọn dòng này', 'Đưa trở lại kỳ'],
    type: reason,
    answer: (read) => {
      for (const row of read.cases ?? []) Object.assign(row, { state: 'ended', leftBecause: 'not_surveyed' })
    },
    second: 'act',
  },
  'rounds.cancel': { call: 'rounds.cancel', at: round, press: ['Hủy kỳ rà soát'], type: reason, second: 'act' },
  'rounds.draw': {
    call: 'rounds.drawList',
    at: (story) => `/ra-soat/${story.autumn}/danh-sach`,
    press: [/^Lập danh sách/],
    type: reason,
    asked: true,
    second: 'again',
  },
  'rounds.extend': { call: 'rounds.extend', at: round, press: ['Gia hạn'], type: reason, second: 'act' },
  'rounds.hand_over': { call: 'rounds.handOver', at: round, press: [/^Bàn giao/], type: reason, second: 'act' },
  'rounds.new': {
    call: 'rounds.create',
    at: () => '/ra-soat',
    press: ['Mở kỳ rà soát'],
    type: { text: 'Tên kỳ' },
    second: 'new',
  },
  'rounds.proposal': {
    call: 'rounds.assignVillages',
    at: (story) => `/ra-soat/${story.month}/giao-viec`,
    press: [],
    type: { pick: /^Rà soát viên của/ },
    answer: (read) => {
      for (const row of read.villages ?? [])
        if (row.fitting?.length) Object.assign(row, { because: 'several', proposed: null })
    },
    second: 'fields',
  },
  'rounds.remove': {
    call: 'rounds.removeFromList',
    at: cases,
    press: ['Chọn dòng này', /^Bỏ khỏi danh sách/],
    type: reason,
    answer: (read) => {
      for (const one of read.cases ?? []) one.state = 'listed'
    },
    second: 'act',
  },
  'rounds.reopen': {
    call: 'rounds.reopenChecking',
    at: round,
    press: ['Mở lại kiểm tra phiếu'],
    type: reason,
    second: 'act',
  },
  'rounds.step': {
    call: 'rounds.skipStep',
    at: round,
    press: [/trên giấy$/],
    type: { text: 'Nội dung biên bản' },
    answer: inState('village_meeting'),
    second: 'act',
  },
  'surveys.explain': {
    call: 'surveys.explain',
    at: (story) => `/ra-soat/${story.month}/ho/${story.waiting.household}/${story.waiting.case}`,
    press: ['Để khác, nêu lý do'],
    type: reason,
    second: 'act',
    answer: (read) => {
      const one = { what: 'left', person: 'x', name: 'Lê Văn Bền', memberId: null, answers: null, paths: [] }
      if (read.apart) read.apart = [{ ...one, since: false, explained: null }]
    },
  },
  'surveys.choose': {
    call: 'surveys.choose',
    at: (story) => `/ra-soat/${story.month}/ho/${story.waiting.household}/${story.waiting.case}`,
    press: ['Giữ phiếu đang có'],
    type: reason,
    second: 'act',
    answer: (read) => {
      const one = {
        surveyId: 'x',
        surveyedOn: '2026-11-20',
        by: 'Mai',
        receivedAt: '2026-11-20T08:00:00Z',
        where: null,
      }
      if (read.beside) read.beside = [{ ...one, facts: {}, differences: [], opens: null }]
    },
  },
  'surveys.settleDay': {
    call: 'surveys.settleDay',
    at: (story) => `/ra-soat/${story.month}/ho/${story.waiting.household}/${story.waiting.case}`,
    press: ['Ghi ngày khảo sát'],
    type: { day: 'Ngày khảo sát' },
    second: 'act',
    answer: (read) => {
      if ('oddDay' in read) read.oddDay = { said: '2028-01-01' }
    },
  },
  'surveys.notes': {
    call: 'surveys.return',
    at: (story) => `/ra-soat/${story.month}/ho/${story.waiting.household}/${story.waiting.case}`,
    press: [/^Trả lại/],
    type: { text: 'Nhận xét chung' },
    resumes: true,
    second: 'new',
  },
}

/** Drafts in which nothing is typed: they keep the ids of what is on its way. */
export const sendsOnly: Readonly<Record<string, string>> = {
  'surveys.sending': 'the survey itself is kept by its own form',
  'attempts.take':
    'each answer goes out as it is given; what had not gone out goes on by itself (test/e2e/classTest.test.ts)',
}

/** Forms whose typing is not kept, each with its reason. */
export const keepsNothing: Readonly<Record<string, string>> = {
  'apps/web/DayNow.tsx': 'a day to look at: it stands in the address',
  'apps/web/gallery/GalleryForms.tsx': 'the gallery of the kit sends nothing',
  'features/bodies/meetings/ui/SignedDialog.tsx': 'a file: a browser keeps none',
  'features/classes/checkin/ui/CheckInPage.tsx': 'a code that is taken for 15 seconds',
  'features/households/ui/list/CitizenIdDialog.tsx': 'a search; a citizen number is not left on a desk',
  'features/households/ui/Doubles.tsx': 'its reason is kept by the form beneath',
  'features/field/devices/ui/LockPage.tsx': 'a PIN is never kept',
  'features/field/devices/ui/PinPage.tsx': 'a PIN is never kept',
  'features/papers/ui/verify/PasteForm.tsx': 'pasted, and read by somebody without an account',
  'features/people/slips/ui/SlipEntryPage.tsx': 'a code that lets in once is never kept',
  'features/people/ui/ChangePasswordForm.tsx': 'passwords are never kept',
  'features/people/ui/ResetPasswordForm.tsx': 'passwords are never kept',
  'features/people/ui/SetUpPage.tsx': 'a one-time code and a password, before there is an account',
  'features/people/ui/SignInAgain.tsx': 'passwords are never kept',
  'features/people/ui/SignInPage.tsx': 'passwords are never kept',
  'features/rounds/ui/assigning/AssignDialog.tsx': 'one press on a name',
  'features/surveys/notices/ui/CannotPage.tsx':
    'of the phone: kept at every stroke by useKept, and there again by itself',
  'features/surveys/notices/ui/UnlistedPage.tsx':
    'of the phone: kept at every stroke by useKept, and there again by itself',
  'platform/web/imports/ImportSteps.tsx': 'a file: a browser keeps none',
}

/** Dialogs and fields in which nothing is typed that could be sent, each with its reason. */
export const nothingTyped: Readonly<Record<string, string>> = {
  'features/tests/bank/ui/TryAnswer.tsx': 'an answer that is tried sends nothing',
  'apps/field/SentPage.tsx': 'asked once, nothing is typed',
  'apps/web/AreaNow.tsx': 'a unit to look at: it stands in the address',
  'features/areas/ui/AreasPage.tsx': 'a filter: it stands in the address',
  'features/decisions/printed/ui/CertificatesButton.tsx': 'a choice for the next download',
  'features/decisions/round/ui/TakeGivenOut.tsx': 'asked once, nothing is typed',
  'features/decisions/ui/EntryList.tsx': 'a filter: it stands in the address',
  'features/field/delivery/ui/HandIn.tsx': 'a file: a browser keeps none',
  'features/households/import/ui/ImportPage.tsx': 'the day of a list, beside its file',
  'features/households/ui/list/ChooseCommune.tsx': 'a unit to look at',
  'features/households/ui/list/ListFilters.tsx': 'filters: they stand in the address',
  'features/people/audit/ui/AuditPage.tsx': 'filters: they stand in the address',
  'features/people/runs/ui/RunFilters.tsx': 'filters: they stand in the address',
  'features/people/slips/ui/SlipsPage.tsx': 'asked once, nothing is typed',
  'features/people/ui/SignOut.tsx': 'what becomes of what was typed elsewhere',
  'features/rounds/ui/rounds/RoundsPage.tsx': 'a filter: it stands in the address',
  'features/standards/ui/form/Contents.tsx': 'a way through the survey form',
  'features/standards/ui/form/MembersScreen.tsx': 'of the survey form, which keeps its own draft',
  'features/standards/ui/form/Question.tsx': 'of the survey form, which keeps its own draft',
  'features/standards/ui/form/QuestionField.tsx': 'of the survey form, which keeps its own draft',
  'features/standards/ui/form/BirthField.tsx': 'of the survey form, which keeps its own draft',
  'features/standards/ui/try/TryOptions.tsx': 'a trial: it stands in the address',
  'features/surveys/carried/ui/CarriedPage.tsx': 'which commune is looked at: it stands in the address',
  'features/surveys/carried/ui/Finder.tsx': 'a search of the phone',
  'features/surveys/carried/ui/HouseholdCard.tsx': 'read only',
  'features/surveys/carried/ui/OnPhone.tsx': 'asked once, nothing is typed',
  'features/surveys/ui/HouseholdPhone.tsx': 'of the survey form, which keeps its own draft',
  'features/surveys/ui/MyHouseholdsPage.tsx': 'a filter of the phone',
  'features/surveys/ui/cases/CaseFilters.tsx': 'filters: they stand in the address',
  'features/rounds/ui/round/FinishStepButton.tsx': 'asked once, nothing is typed',
  'features/surveys/ui/verdict/WhyDialog.tsx': 'read only',
  'platform/web/imports/Source.tsx': 'which sheet of a file is read',
  'platform/web/kit/ListingBar.tsx': 'columns of a list',
  'platform/web/kit/ListingTable.tsx': 'rows of a list',
  'platform/web/kit/Search.tsx': 'a search',
  'features/training/frameworks/ui/NewVersion.tsx': 'asked once, nothing is typed',
  'features/training/plan/ui/RepriceDialog.tsx': 'what is to be computed anew, read and pressed',
}

/** What is typed or opened here belongs to forms of other files. */
export const holdsOthers: Readonly<Record<string, string>> = {
  'features/decisions/ui/SignedPageDialog.tsx': 'decisions.signed, decisions.correction_signed',
  'features/households/ui/changes/DeedsDialog.tsx': 'a form for each change',
  'features/households/ui/household/MemberDialog.tsx': 'households.member, households.leave',
  'features/people/norms/ui/EndRuleDialog.tsx': 'norms.end, required.end, bodies.endNorm, money.end',
  'features/people/norms/ui/FollowValueDialog.tsx': 'norms.follow, bodies.followNorm',
  'features/people/roster/ui/OfficialPage.tsx': 'roster.change',
  'features/people/ui/AccountDialog.tsx': 'people.grant, accounts.join_official',
  'features/surveys/notices/ui/Act.tsx': 'rounds.add, households.end, households.merge, unsurveyed.record',
  'features/surveys/ui/checking/AnswerTable.tsx': 'surveys.notes',
  'features/training/comments/ui/UnitsField.tsx': 'comments.send',
  'features/training/propose/ui/ClassDialog.tsx': 'proposals.take',
  'features/surveys/ui/checking/Beside.tsx': 'surveys.choose',
  'features/surveys/ui/checking/PhoneSaid.tsx': 'households.move',
  'features/surveys/ui/checking/Register.tsx':
    'households.member_new, households.member, households.head, households.leave, surveys.explain',
  'features/surveys/ui/checking/ReturnDialog.tsx': 'surveys.notes',
}
