/** Writes docs/huong-dan/ai-duoc-lam-gi.md from the table of who may do what; `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises'
import { demoAccounts } from '#features/people/demo/accounts.ts'
import {
  openRights,
  type Right,
  type Role,
  reaches,
  rightNames,
  rights,
  rightsOf,
  roleHolds,
  roleNames,
  roles,
} from '#kernel/access.ts'
import { rolesWithBoth, separations } from '#kernel/duties.ts'
import { allCalls } from './generate-calls.ts'

const path = 'docs/huong-dan/ai-duoc-lam-gi.md'
const calls = await allCalls()

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const head = (cells: readonly string[]) => `${row(cells)}\n|${'---|'.repeat(cells.length)}`
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const table = [
  head(['Việc', 'Ở đâu', ...roleNames.map((role) => roles[role].vi)]),
  ...rightNames.map((right) =>
    row([
      rights[right].vi,
      reaches[rights[right].reach].vi,
      ...roleNames.map((role) => (roleHolds(role, right) ? '✓' : '')),
    ]),
  ),
]

const peopleWith = (role: Role): string =>
  demoAccounts()
    .filter((one) => one.role === role)
    .map(({ name, login, areaName }) => `${name} (\`${login}\`, ${areaName})`)
    .join('; ')

const roleText = (role: Role): string =>
  `### ${roles[role].vi}

Trong bản trình diễn: ${peopleWith(role)}.

${rightsOf(role)
  .map((right) => `- ${rights[right].vi}`)
  .join('\n')}`

const callsUnder = (right: Right): string =>
  calls
    .filter((call) => call.right === right)
    .map((call) => lower(call.says.vi))
    .join('; ')

const actText = ([right, says]: readonly [Right, { readonly vi: string }]) => `- **${says.vi}**: ${callsUnder(right)}.`
const acts = [
  ...rightNames.map((right) => [right, rights[right]] as const),
  ...(Object.keys(openRights) as (keyof typeof openRights)[]).map((right) => [right, openRights[right]] as const),
]

const apart = separations.flatMap((one) => [
  `- ${one.vi}`,
  ...rolesWithBoth(one).map((role) => `  - Ngoại lệ, ${lower(roles[role].vi)}: ${one.but?.[role]?.vi}`),
])

const text = `<!-- In từ src/kernel/access.ts và src/kernel/duties.ts; xin đừng sửa bằng tay. -->
# Ai được làm gì

Muốn làm một việc thì phải được giao **vai trò** có việc ấy, tại một **đơn vị**, trong một **thời gian**. Ô không có dấu ✓ là không được làm: nút bị mờ, và phần mềm từ chối cả khi gọi thẳng. Người của xã khác, dù cùng vai trò, không xem và không sửa được hộ, phiếu, quyết định của xã mình.

Ai đang giữ vai trò nào ở đơn vị của bác, xem mục **Ai có quyền** trên màn hình.

## Bảng việc và vai trò

${table.join('\n')}

Quyền ở một đơn vị gồm cả mọi đơn vị bên dưới: ở tỉnh là mọi xã, ở xã là mọi thôn. Riêng rà soát viên chỉ gửi phiếu của hộ được giao cho mình.

Bảng nói về vai trò. Một người được giao hai vai trò thì làm được việc của cả hai; trước khi giao thêm, xin xem [những việc không đi cùng nhau](#những-việc-không-đi-cùng-nhau).

## Từng vai trò

${roleNames.map(roleText).join('\n\n')}

## Từng việc gồm những gì

${acts.map(actText).join('\n')}

## Những việc không đi cùng nhau

Một vai trò không giữ cả hai bên của những cặp việc này:

${apart.join('\n')}
`

const check = process.argv.includes('--check')
if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
  if (check) {
    console.log(`${path} is not what the table of rights says: run the generator`)
    process.exitCode = 1
  } else await writeFile(path, text)
}
