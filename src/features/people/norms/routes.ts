import { levelWords } from '#features/areas/words.ts'
import { areasWith } from '#kernel/access.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { findPost } from '../roster/queries.ts'
import { endNorm, enterNorm, followNorm } from './changes.ts'
import { normRuleColumns } from './columns.ts'
import * as contract from './contract.ts'
import { ruleStates } from './model.ts'
import { withButtons } from './must.ts'
import { normsAt, placesOfRules } from './queries.ts'

const pageSize = 50
type Window = { readonly page: number; readonly size: number }

async function rulesAt({ db, actor, input, today }: Call<typeof contract.listNormRules>, window: Window) {
  const { post = null, level = null, state = null } = input
  const { rows, total } = await normsAt(db, { today, post, level, state }, window)
  return { total, rows: await withButtons({ db, actor }, rows) }
}

const list = read(contract.listNormRules, async (call) => ({
  ...(await rulesAt(call, { page: call.input.page ?? 1, size: pageSize })),
  mayEnterAt: await placesOfRules(call.db, areasWith(call.actor, 'roster.rules'), call.today),
}))

const listFile = fileOf(contract.normRulesFile, async (call, window) => {
  const { rows, total } = await rulesAt(call, window)
  const { post, level, state } = call.input
  const held = post ? await findPost(call.db, post) : undefined
  return {
    rows,
    more: total > window.page * window.size,
    columns: normRuleColumns,
    title: { vi: 'Định mức của chức danh', en: 'Norms of posts' },
    filters: [
      ...(held ? [{ vi: held.vi, en: held.en }] : []),
      ...(level ? [levelWords[level]] : []),
      ...(state ? [ruleStates[state]] : []),
    ],
  }
})

export const normRoutes: Route[] = [list, listFile, enterNorm, followNorm, endNorm]
