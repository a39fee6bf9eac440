/** The calls of comments: a draft sent to units below, what they say of it, what the drafter answers, what waits for whom. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLines, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { AskedView, CommentView, OpenView, OwedView, SendingView, UnitBelow, UnitView, VerdictSchema } from './model.ts'

const path = { trainingPlanId: IdOf<'training_plan'>() }
const ofSending = { planSendingId: IdOf<'plan_sending'>() }
const ofComment = { planCommentId: IdOf<'plan_comment'>() }
const drafts = { method: 'POST', right: 'training.plan' } as const
const comments = { method: 'POST', right: 'training.comment' } as const
const reads = { method: 'GET', right: 'training.read' } as const
const Done = Type.Object(path)

export const commentButtons = {
  send: { right: 'training.plan' },
  reply: { right: 'training.plan' },
} as const satisfies Buttons

export const showComments = endpoint({
  name: 'comments.show',
  ...reads,
  path: '/api/training-plans/:trainingPlanId/comments',
  says: { vi: 'Ý kiến góp ý cho một bản thảo kế hoạch', en: 'Comments on a draft of a plan' },
  input: Type.Object(path),
  output: Type.Object({
    /** The last first. */
    sendings: Type.Array(SendingView),
    /** Whether comments are taken now: the last sending stands and the plan is still a draft. */
    open: Type.Boolean(),
    /** Whether the draft was changed since it was sent. */
    changedSince: Type.Boolean(),
    /** Of the last sending; who sees one unit alone sees its row. */
    asked: Type.Array(AskedView),
    comments: Type.Array(CommentView),
    unanswered: Count,
    /** How many units have not commented; null for who sees their own alone. */
    silent: Nullable(Count),
    /** For which units the actor may comment now. */
    mine: Type.Array(UnitView),
    can: CanSchema(commentButtons),
  }),
})
export const commentsFile = listFile(showComments, {
  name: 'comments.listFile',
  path: '/api/training-plans/:trainingPlanId/comments/file',
})
export const askedFile = listFile(showComments, {
  name: 'comments.askedFile',
  path: '/api/training-plans/:trainingPlanId/asked-units/file',
})

export const unitsBelow = endpoint({
  name: 'comments.units',
  method: 'GET',
  right: 'training.plan',
  path: '/api/training-plans/:trainingPlanId/units-below',
  says: { vi: 'Các đơn vị có thể lấy ý kiến', en: 'The units that may be asked for comment' },
  input: Type.Object(path),
  output: Type.Object({
    units: Type.Array(UnitBelow),
  }),
})

export const sendForComment = endpoint({
  name: 'comments.send',
  ...drafts,
  path: '/api/training-plans/:trainingPlanId/sendings',
  says: { vi: 'Gửi bản thảo lấy ý kiến', en: 'Send a draft for comment' },
  input: Type.Object({
    ...path,
    ...ofSending,
    unitIds: Type.Array(IdOf<'area'>(), { minItems: 1, maxItems: 2000, uniqueItems: true }),
    due: PlainDateSchema,
    note: PrintableLines(1000),
    /** As the draft was when it was looked at. */
    edits: Type.Integer({ minimum: 0 }),
    /** How often it had been sent by then. */
    sent: Type.Integer({ minimum: 0 }),
  }),
  output: Done,
})

export const askUnit = endpoint({
  name: 'comments.askUnit',
  ...drafts,
  path: '/api/plan-sendings/:planSendingId/units',
  says: { vi: 'Lấy thêm ý kiến của một đơn vị', en: 'Ask one more unit for comment' },
  input: Type.Object({ ...ofSending, unitId: IdOf<'area'>() }),
  output: Done,
})

export const takeSendingBack = endpoint({
  name: 'comments.takeBack',
  ...drafts,
  path: '/api/plan-sendings/:planSendingId/take-back',
  says: { vi: 'Thu hồi bản đã gửi lấy ý kiến', en: 'Take back what was sent for comment' },
  input: Type.Object({ ...ofSending, because: Words(500) }),
  output: Done,
})

export const giveComment = endpoint({
  name: 'comments.give',
  ...comments,
  path: '/api/plan-sendings/:planSendingId/comments',
  says: { vi: 'Góp ý cho bản thảo kế hoạch', en: 'Comment on a draft of a plan' },
  input: Type.Object({
    ...ofSending,
    ...ofComment,
    unitId: IdOf<'area'>(),
    /** Null: on the whole plan. */
    planLineId: Nullable(IdOf<'plan_line'>()),
    /** The unit has nothing to add. */
    agrees: Type.Boolean(),
    says: PrintableLines(4000),
  }),
  output: Done,
})

export const withdrawComment = endpoint({
  name: 'comments.withdraw',
  ...comments,
  path: '/api/plan-comments/:planCommentId/withdraw',
  says: { vi: 'Rút ý kiến góp nhầm', en: 'Withdraw a comment' },
  input: Type.Object({ ...ofComment, because: Words(500) }),
  output: Done,
})

export const replyToComment = endpoint({
  name: 'comments.reply',
  ...drafts,
  path: '/api/plan-comments/:planCommentId/replies',
  says: { vi: 'Trả lời ý kiến góp ý', en: 'Answer a comment' },
  input: Type.Object({
    ...ofComment,
    planReplyId: IdOf<'plan_reply'>(),
    verdict: VerdictSchema,
    says: PrintableLines(4000),
    /** How many answers it had when it was looked at. */
    seen: Type.Integer({ minimum: 0 }),
  }),
  output: Done,
})

const paged = { page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) }

export const commentsOwed = endpoint({
  name: 'comments.owed',
  method: 'GET',
  right: 'training.comment',
  path: '/api/plan-comments/owed',
  says: { vi: 'Kế hoạch chờ đơn vị tôi góp ý', en: 'Plans on which my unit owes a comment' },
  input: Type.Object(paged),
  output: Type.Object({ total: Count, rows: Type.Array(OwedView) }),
})
export const owedFile = listFile(commentsOwed, { name: 'comments.owedFile', path: '/api/plan-comments/owed/file' })

export const commentsOpen = endpoint({
  name: 'comments.open',
  method: 'GET',
  right: 'training.plan',
  path: '/api/plan-comments/unanswered',
  says: { vi: 'Ý kiến chờ đơn vị tôi trả lời', en: 'Comments that wait for an answer of my unit' },
  input: Type.Object(paged),
  output: Type.Object({ total: Count, rows: Type.Array(OpenView) }),
})
export const openFile = listFile(commentsOpen, {
  name: 'comments.openFile',
  path: '/api/plan-comments/unanswered/file',
})
