/** What Mai told of this autumn's round: two notices wait, one was answered. */
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoAccountId, demoAccounts } from '#features/people/demo/accounts.ts'
import { type DemoCase, type DemoRound, roundIdOf } from '#features/rounds/demo/write.ts'
import { addDays } from '#kernel/dates.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import type { Answer, Details } from '../model.ts'
import type { NoticeKind } from '../words.ts'

const headOf = ({ household }: DemoCase) => household.members.find(({ relation }) => relation === 'head')?.name

type Told = { readonly kind: NoticeKind; readonly details: Details; readonly answers: readonly Answer[] }

/** Of the round that is being surveyed over the whole commune; none of another. */
export async function writeNotices(db: OwnerConnection, round: DemoRound): Promise<void> {
  if (round.state !== 'surveying' || round.kind !== 'annual') return
  const mai = demoAccountId('mai')
  const [one, other] = round.cases.filter(({ state, enumerator }) => state === 'assigned' && enumerator === mai)
  const village = one?.household.villageId
  if (!one || !other || !village) return
  const day = addDays(round.surveyedOn, 1)
  const told: readonly (Told & { readonly of: typeof one | null })[] = [
    {
      of: null,
      kind: 'unlisted',
      details: {
        birthYear: 1991,
        sex: 'female',
        address: 'Cuối ngõ 3, cạnh nhà văn hóa',
        people: 3,
        words: 'Mới tách khỏi nhà bố mẹ, ở nhà mượn, một mình nuôi hai con nhỏ',
      },
      answers: [],
    },
    {
      of: one,
      kind: 'refuses',
      details: { met: 'Chủ hộ', words: 'Không muốn khai thu nhập, hẹn khi nào con trai về' },
      answers: [],
    },
    {
      of: other,
      kind: 'absent',
      details: {
        days: [addDays(day, -4), addDays(day, -1)],
        words: 'Hàng xóm nói cả nhà đi làm thuê, cuối tuần mới về',
      },
      answers: [
        {
          outcome: 'again',
          words: 'Chị đến lại sáng chủ nhật, xã đã gọi điện hẹn',
          by: demoAccounts().find(({ login }) => login === 'hung')?.name ?? 'UBND xã',
          at: `${addDays(day, 1)}T02:30:00.000Z`,
        },
      ],
    },
  ]
  await insertRows(db, {
    table: 'survey_notice',
    columns: columnsIn(
      'id:uuid round_id:uuid village_id:uuid household_id:uuid case_id:uuid kind:text head_name:text details:jsonb ' +
        'made_on:date made_by:uuid received_at:timestamptz state:text answers:jsonb',
    ),
    rows: told.map(({ of, kind, details, answers }) => [
      stableId('survey_notice', 'demo', round.key, kind),
      roundIdOf(round.key),
      of?.household.villageId ?? village,
      of?.household.householdId ?? null,
      of ? stableId('review_case', 'demo', round.key, of.household.householdId) : null,
      kind,
      (of && headOf(of)) ?? 'Nguyễn Thị Hạnh',
      JSON.stringify(details),
      day,
      mai,
      `${day}T09:30:00Z`,
      answers.length > 0 ? 'settled' : 'open',
      JSON.stringify(answers),
    ]),
  })
}
