/** The pages of the phone. The three with a `tab` stand at the bottom; the others are reached from them. */
import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'
import OwnPinPage, { pinPath } from '#features/field/devices/ui/OwnPinPage.tsx'
import { slipPath } from '#features/people/slips/rules.ts'
import SlipEntryPage from '#features/people/slips/ui/SlipEntryPage.tsx'
import { carriedPath } from '#features/surveys/carried/ui/CarriedLink.tsx'
import { noticesPath, unlistedPath } from '#features/surveys/notices/ui/paths.ts'
import MyHouseholdsPage from '#features/surveys/ui/MyHouseholdsPage.tsx'
import type { Said } from '#kernel/text.ts'
import { Nowhere } from './Nowhere.tsx'
import SentPage from './SentPage.tsx'

// biome-ignore lint/suspicious/noExplicitAny: the list holds pages of different parameters
type AnyPage = ComponentType<any>
export type Place = { readonly path: string; readonly page: AnyPage; readonly tab?: Said }

/** A page whose code comes when it is first opened: `later(() => import('...'))`. */
export const later = (load: () => Promise<{ default: AnyPage }>): AnyPage =>
  lazy<AnyPage>(() => load().catch(() => ({ default: Nowhere })))

/** A form has the screen to itself: its own primary button stands where the three places stand elsewhere. */
export const formPath = '/phone/phieu/:householdId/:caseId'

/** The form brings the engine with it; what is told of the list comes along. */
export const loadPages = () => import('#features/surveys/ui/fieldPages.ts')
type Later = Exclude<keyof Awaited<ReturnType<typeof loadPages>>, 'default'>
const of = (name: Later) => later(() => loadPages().then((pages) => ({ default: pages[name] as AnyPage })))

/** Brings the plans of training with it. */
const loadLearning = () => import('./LearnPage.tsx')
/** A commune and its search, for who carries one. */
const loadCarried = () => import('#features/surveys/carried/ui/CarriedPage.tsx')

/** Before anybody is known, and over a lock. */
export const slipPlace: Place = { path: slipPath, page: SlipEntryPage }

export const places: readonly Place[] = [
  { path: '/phone', page: MyHouseholdsPage, tab: { vi: 'Hộ', en: 'Households' } },
  { path: '/phone/hoc', page: later(loadLearning), tab: { vi: 'Học', en: 'Learn' } },
  { path: '/phone/gui', page: SentPage, tab: { vi: 'Gửi', en: 'Sent' } },
  { path: pinPath, page: OwnPinPage },
  { path: formPath, page: of('FieldSurveyPage') },
  { path: noticesPath, page: of('MyNoticesPage') },
  { path: unlistedPath, page: of('UnlistedPage') },
  { path: '/phone/tin-bao/ho/:householdId/:caseId', page: of('CannotPage') },
  { path: carriedPath, page: later(loadCarried) },
]
