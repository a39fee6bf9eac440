/**
 * Every page, for somebody who works with it, on the commune's old PC and on two phones: axe finds nothing, nothing sticks
 * out, one title, nothing in the console, and each sentence of the interface in both languages.
 */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoClassId, demoSessionId } from '#features/classes/demo.ts'
import { demoAccounts } from '#features/people/demo/accounts.ts'
import { demoInquiryId, demoMaterialId } from '#features/study/demo/add.ts'
import { demoTestId } from '#features/tests/drawn/demo.ts'
import { demoNormId } from '#features/training/demo/norms.ts'
import { demoPlanId } from '#features/training/demo/plans.ts'
import { type GrantedRight, isOpen, type Right, roleHolds } from '#kernel/access.ts'
import { type ListedPage, listedPages } from '../pages.ts'
import { findStory, type Story } from './demoPlaces.ts'
import { type House, type Machine, oldPc, openHouse, phone, smallPhone, type Visit } from './house.ts'
import { axeFinds, bareHeads, listsUnlikeFiles, saidByProgram, sticksOut, titleFaults } from './look.ts'
import { type Login, open, signIn } from './steps.ts'

let house: House
let story: Story
let data: string[]
beforeAll(async () => {
  house = await openHouse()
  story = await findStory(house.owner)
  data = await namesInDemo()
  // A code is shown while its session takes people.
  await house.owner.query(
    `update class_session set during = tsrange(lower(during), lower(during)::date + time '13:00') where id = $1`,
    [demoSessionId('running', 2)],
  )
})
afterAll(() => house.close())

type Path = string | ((story: Story) => string)
const pathOf = (path: Path): string => (typeof path === 'string' ? path : path(story))
const noticeOf = (kind: string) => stableId('survey_notice', 'demo', '2026-tam-hong', kind)
const formOf: Path = (s) => `${s.toSurvey.household}/${s.toSurvey.case}`
const caseOf: Path = (s) => `/ra-soat/${s.month}/ho/${s.waiting.household}/${s.waiting.case}`

const programmeOf = `/chuong-trinh/${stableId('programme', 'ct135')}`
const planOf = `/ke-hoach-dao-tao/${demoPlanId('province', 'next')}`
const approvedPlanOf = `/ke-hoach-dao-tao/${demoPlanId('province', 'this')}`
const normOf = `/dinh-muc-chi/${demoNormId('food')}`
const materialOf = `/thu-vien/${demoMaterialId('interview')}`
const classOf = (key: string) => `/lop-hoc/${demoClassId(key)}`
const frameworkOf = `/khung-dao-tao/${stableId('framework', 'quang-ninh-2019')}`

/** Who looks at what. A page with a name in its address is added here: a test below asks for it. */
const chosen: Readonly<Record<Login | 'nobody', readonly Path[]>> = {
  nobody: ['/', '/phone', '/kiem-tra', '/chuan'],
  hung: [
    '/',
    '/don-vi',
    (s) => `/don-vi/${s.commune}`,
    '/ho',
    '/ho/moi',
    '/ho/nhap',
    (s) => `/ho/dien-thoai?noi=${s.commune}`,
    '/phone/ca-xa',
    (s) => `/ho/${s.waiting.household}`,
    '/toi',
    '/ra-soat',
    (s) => `/ra-soat/${s.month}`,
    (s) => `/ra-soat/${s.autumn}`,
    (s) => `/ra-soat/${s.month}/danh-sach`,
    (s) => `/ra-soat/${s.month}/giao-viec`,
    (s) => `/ra-soat/${s.month}/nguoi-nha`,
    (s) => `/ra-soat/${s.month}/chung-nhan`,
    (s) => `/ra-soat/${s.autumn}/tin-bao`,
    (s) => `/ra-soat/${s.autumn}/tin-bao/${noticeOf('absent')}`,
    (s) => `/ra-soat/${s.autumn}/tin-bao/${noticeOf('unlisted')}/ghi-ho`,
    caseOf,
    (s) => `/quyet-dinh/${s.decision}`,
    (s) => `/dinh-chinh/${s.correction}`,
    '/can-bo/luan-chuyen',
    '/can-bo/nhap-tep',
    (s) => `/can-bo/${s.official}`,
    (s) => `/can-bo/${s.official}/gop`,
    (s) => `/can-bo/${s.official}/gop?voi=${s.colleague}`,
    (s) => `/ban/${s.body}`,
    (s) => `/ban/cuoc-hop/${s.meeting}`,
    (s) => `/ban/giay-moi/${s.meeting}`,
    (s) => `/ban/cuoc-hop/${s.signedMeeting}`,
    ...['commune', 'open'].map(classOf),
    '/de-kiem-tra',
    `/de-kiem-tra/${demoTestId('commune')}`,
    `/de-kiem-tra/lop/${demoClassId('commune')}`,
    '/bai-kiem-tra',
    materialOf,
    `${materialOf}/nguoi-doc`,
    `/hoi-dap/${demoInquiryId('open')}`,
    '/chuan/vn-2022-2025',
    '/chuan/vn-2027-2030/thu',
    '/khong-co-trang-nay',
  ],
  mai: [
    '/',
    `/bai-kiem-tra/${stableId('test_attempt', 'demo', 'before', 'mai')}`,
    (s) => `/phieu/${formOf(s)}`,
    '/phone',
    '/phone/hoc',
    '/phone/gui',
    (s) => `/phone/phieu/${formOf(s)}`,
    '/phone/tin-bao',
    '/phone/tin-bao/moi',
    (s) => `/phone/tin-bao/ho/${formOf(s)}`,
    '/phone/khong-co',
  ],
  kiem: [caseOf, '/nhat-ky'],
  xem: ['/so-lieu', (s) => `/ra-soat/${s.autumn}`],
  quantri: ['/quyen', '/viec-chay-nen'],
  bich: ['/'],
  lan: ['/', '/so-lieu'],
  huyen: ['/'],
  son: [],
  dao: [
    ...[planOf, `${planOf}/nguoi-hoc`, approvedPlanOf, normOf, programmeOf, frameworkOf, `${frameworkOf}/nap`],
    ...['running', 'over', 'off'].map(classOf),
    ...[2, 4].map((at) => `${classOf('running')}/buoi/${demoSessionId('running', at)}`),
    `/ma-diem-danh/${demoSessionId('running', 2)}`,
    '/luot-hoc?the=ten',
  ],
  thang: [],
}

const listed = listedPages()
const asks = (pattern: string) => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[0-9a-z-]+')}$`)

/** Whom of the demo's people a page lets in first. */
const viewerOf = ({ right }: ListedPage): string | undefined =>
  demoAccounts().find(({ role }) => isOpen(right as Right) || roleHolds(role, right as GrantedRight))?.login

/** Every other page with a fixed address is looked at too. */
const others = listed.filter(
  ({ path }) => path !== '/kit' && !path.includes(':') && !Object.values(chosen).flat().includes(path),
)
const pagesOf = Object.entries(chosen).map(
  ([login, paths]) =>
    [login, [...paths, ...others.filter((page) => viewerOf(page) === login).map(({ path }) => path)]] as const,
)

const machines: readonly Machine[] = [oldPc, phone, smallPhone]

/** What is data has one form only: names of people, units, rounds, and numbers of papers. */
async function namesInDemo(): Promise<string[]> {
  const { rows } = await house.owner.query<{ name: string }>(
    `select full_name as name from account union select head_name from household union select name from round
     union select name from area_version union select full_name from member
     union select regexp_replace(name, '^(Tỉnh|Thành phố|Xã|Phường|Thị trấn|Huyện|Quận|Thị xã) ', '') from area_version
     union select number from decision where number is not null
     union select name from body
     union select name from programme union select source from programme union select note from programme where note <> ''
     union select b ->> 'issuer' from programme, jsonb_array_elements(bases) b where b ->> 'issuer' is not null
     union select b ->> 'number' from programme, jsonb_array_elements(bases) b where b ->> 'number' is not null
     union select says from programme_goal union select told from programme_goal where told is not null
     union select name from framework union select source from framework where source is not null
     union select note from framework where note <> ''
     union select name from training_plan union select largest_class_by from training_plan
     union select audience from plan_line union select legal_basis from norm union select legal_basis from post_requirement
     union select legal_basis from body_norm union select item from spending_norm union select legal_reference from spending_norm
     union select legal_reference from move_target
     union select reason from training_wish
     union select says from plan_comment union select note from plan_sending union select about from plan_comment
     union select says from plan_reply
     union select legal_reference from training_limit union select what from training_limit where what is not null
     union select name from credential_rule union select legal_reference from credential_rule
     union select full_name from credential union select document from credential where document <> ''
     union select revoked_because from credential where revoked_because is not null
     union select issuer from credential_extension union select because from credential_extension union select number from credential_extension
     union select legal_reference from gate_setting
     union select hall from class_place where hall <> ''
     union select title from class_test union select full_name from class_walk_in union select full_name from official
     union select answer from question_version, jsonb_array_elements_text(body -> 'options') answer
     union select title from training_class union select note from training_class union select name from class_hall
     union select address from class_hall where address <> ''
     union select full_name from trainer union select organisation from trainer union select place from class_session where place <> ''
     union select title from material_version union select summary from material_version where summary <> ''
     union select body from material_version where body is not null union select basis from material_version where basis <> ''
     union select because from material_version where because is not null union select to_words from handout where to_words is not null
     union select ask from inquiry union select closed_because from inquiry where closed_because is not null
     union select body from inquiry_answer union select basis from inquiry_answer
     union select because from class_step where because <> '' union select made_name from class_step
     union select head_name from survey_notice union select words.value from survey_notice n, jsonb_each_text(n.details) words
     union select a ->> 'words' from survey_notice, jsonb_array_elements(answers) a
     union select title from framework_topic union select code from framework_topic`,
  )
  const kinds = ['Tỉnh', 'Xã', 'Phường', 'Huyện', 'Thành phố', 'Thị trấn', 'Thôn', 'Việt Nam', 'Nâng Bước']
  const places = demoAccounts().map((account) => account.areaName)
  return [...kinds, ...places, ...rows.map((row) => row.name)].sort((a, b) => b.length - a.length)
}

const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu

/** What is left of a text when the names in it are taken away. */
function withoutNames(text: string): string {
  let left = text
  for (const name of data) if (left.includes(name)) left = left.replaceAll(name, ' ')
  return left
}

const inEnglish = (text: string) => (vietnamese.test(withoutNames(text)) ? [`in English still: "${text}"`] : [])

/** The page of jobs has runs: nothing does them here, so they wait. */
async function askForEachJob(page: Page): Promise<void> {
  await open(page, '/viec-chay-nen')
  const runNow = page.getByRole('button', { name: 'Chạy ngay' })
  const waiting = page.getByText('chờ chạy', { exact: true })
  const n = await runNow.count()
  expect(n).toBeGreaterThan(2)
  for (let at = 0; at < n; at++) await runNow.nth(at).click()
  await expect.poll(() => waiting.count()).toBe(n)
}

/** A form has the whole screen of a phone: the language is changed beside it. */
async function speak(page: Page, path: string, name: 'English' | 'Tiếng Việt'): Promise<void> {
  const button = page.getByRole('button', { name })
  const isHere = await button.isVisible()
  if (!isHere) await open(page, '/phone')
  await button.click()
  if (!isHere) await open(page, path)
}

async function look({ page, complaints }: Visit, path: string): Promise<string[]> {
  complaints()
  await page.setViewportSize(oldPc)
  await open(page, path)
  const found: string[] = []
  for (const machine of machines) {
    await page.setViewportSize(machine)
    const wrong = [...(await sticksOut(page)), ...(await bareHeads(page))]
    // What axe asks for does not change from one phone to a narrower one; what fits does.
    if (machine !== smallPhone) wrong.push(...(await axeFinds(page)))
    found.push(...wrong.map((fault) => `${machine.width}: ${fault}`))
    await keepPicture(page, path, machine)
  }
  found.push(...(await titleFaults(page)), ...(await listsUnlikeFiles(page)))
  if (!vietnamese.test((await saidByProgram(page)).join(' '))) found.push('not in Vietnamese')
  await speak(page, path, 'English')
  await page.waitForFunction(() => document.documentElement.lang === 'en')
  found.push(...(await saidByProgram(page)).flatMap(inEnglish), ...(await titleFaults(page)), ...complaints())
  await speak(page, path, 'Tiếng Việt')
  return found.map((fault) => `${path} ${fault}`)
}

/** PICTURES names a folder to look at the pages with one's own eyes. */
async function keepPicture(page: Page, path: string, { width }: Machine): Promise<void> {
  const folder = process.env.PICTURES
  if (!folder) return
  const name = path.replace(/[0-9a-f-]{36}/g, 'id').replaceAll('/', '_')
  await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
}

describe.for(pagesOf.filter(([, paths]) => paths.length > 0))('as %s', ([login, paths]) => {
  it('finds nothing wrong on any page', { timeout: 480_000 }, async () => {
    const visit = await house.visit(oldPc)
    if (login !== 'nobody') await signIn(visit.page, login as Login)
    if (login === 'quantri') await askForEachJob(visit.page)
    const found: string[] = []
    for (const path of paths) found.push(...(await look(visit, pathOf(path))))
    expect(found, found.join('\n')).toEqual([])
  })
})

it('every page of the office and of the phone is looked at', async () => {
  const places = await readFile('src/apps/field/places.ts', 'utf8')
  const ofPhone = [...places.matchAll(/(?:path: |formPath = )'(\/[^']*)'/g)].map(([, path = '']) => path)
  // The kit is there for those who develop; it is not built.
  const patterns = [...ofPhone, ...listed.map(({ path }) => path)].filter((path) => path !== '/kit')
  const visited = pagesOf.flatMap(([, paths]) => paths.map(pathOf))
  expect(patterns.length).toBeGreaterThan(20)
  expect(patterns.filter((pattern) => !visited.some((path) => asks(pattern).test(path)))).toEqual([])
})

it('axe would find a picture without words, and the eye a page that is too wide', async () => {
  const { page } = await house.visit(phone)
  await open(page, '/')
  await page.evaluate(() => {
    document.querySelector('h1')?.insertAdjacentHTML('afterend', '<img src="/x.png" width="900" height="9">')
  })
  expect((await axeFinds(page)).join()).toContain('image-alt')
  expect(await sticksOut(page)).toHaveLength(1)
})
