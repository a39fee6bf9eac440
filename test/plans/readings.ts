/** The readings whose plans are kept, each under the name of its file; the calls and who asks are those of `bench/lists`. */
import type { ActorName } from '../../bench/lists/actors.ts'
import { readingsOf } from '../../bench/lists/readings.ts'
import { testDay } from '../day.ts'
import { size } from './ground.ts'

/** One who works as each of the three roles that row security knows. */
const roles = { nb_app: ['commune7400', 'commune2700', 'chair', 'head'], nb_wide: ['province'], nb_nation: ['auditor'] }
type RoleName = keyof typeof roles

const who: Partial<Record<ActorName, string>> = {
  head: 'the head of a village',
  commune2700: 'the official of a commune',
  commune7400: 'the official of a large commune',
  chair: 'the chair of a large commune',
  province: 'the official of a province',
  auditor: 'an auditor of the nation',
}

const files: Readonly<Record<string, string>> = {
  'home, me': 'home',
  'home, work/rounds': 'home-rounds',
  'home, work/surveys': 'home-surveys',
  'home, work/unsurveyed': 'home-unsurveyed',
  'home, work/decisions': 'home-decisions',
  'home, progress': 'home-progress',
  'home, work/progress': 'home-my-progress',
  'home, news': 'home-news',
  'home, work/news': 'home-my-news',
  'home, jobs': 'home-jobs',
  'home, my-surveys': 'phone',
  'home, my-notices': 'phone-notices',
  'search, exact number': 'search-number',
  'search, common name': 'search-common-name',
  'search, given name': 'search-given-name',
  'search, two letters': 'search-two-letters',
  'households of a village': 'households-of-village',
  'phones of a village': 'households-phones',
  'households of commune 7400': 'households',
  'households of 7400, page 100': 'households-last-page',
  'households of 7400, poor': 'households-poor',
  'households of 7400, none': 'households-without-class',
  'households of 7400, sought': 'households-sought',
  'households of 7400, earlier': 'households-earlier',
  household: 'household',
  'household, its review': 'household-review',
  'communes to carry': 'carried-communes',
  'versions of 7400': 'carried-versions',
  'a village to carry': 'carried-village',
  'cases of 7400': 'cases',
  'cases of 7400, a village': 'cases-of-village',
  'cases of 7400, submitted': 'cases-submitted',
  'cases of 7400, not surveyed': 'cases-not-surveyed',
  'cases of 7400, poor': 'cases-poor',
  'cases of 7400, page 100': 'cases-last-page',
  'a case': 'case',
  'notices of 7400': 'notices',
  'notices of 7400, a village': 'notices-of-village',
  'round of 7400': 'round',
  'figures of the round of 7400': 'round-figures',
  'enumerators of 7400': 'round-enumerators',
  'rounds of a commune': 'rounds-of-commune',
  'rounds of the province': 'rounds-of-province',
  'rounds of the nation': 'rounds-of-nation',
  'audit of a commune': 'audit-of-commune',
  'audit of the province': 'audit-of-province',
  'audit of the nation': 'audit-of-nation',
  'accounts of a commune': 'accounts-of-commune',
  'accounts of the province': 'accounts-of-province',
  'accounts of the nation': 'accounts-of-nation',
  'figures of a commune': 'figures-of-commune',
  'figures of the province': 'figures-of-province',
  'figures of the nation': 'figures-of-nation',
  programmes: 'programmes',
  'programmes, sought': 'programmes-sought',
  frameworks: 'frameworks',
  'frameworks, sought': 'frameworks-sought',
  norms: 'norms',
  limits: 'training-limits',
  'norms, sought': 'norms-sought',
  'norms of posts': 'norms-of-posts',
  requirements: 'requirements',
  plans: 'training-plans',
  'plans, sought': 'training-plans-sought',
  'comments owed': 'comments-owed',
  'comments unanswered': 'comments-unanswered',
  'officials sought': 'officials-sought',
  'an official': 'official',
  'officials of a commune': 'officials-of-commune',
  'officials of the province': 'officials-of-province',
  'officials of the nation': 'officials-of-nation',
  'norm of a commune': 'norm-of-commune',
  'norm of the province': 'norm-of-province',
  'requirements of a commune': 'requirements-of-commune',
  'requirements of the province': 'requirements-of-province',
  'records handed over of the province': 'handovers-of-province',
  'records left of the province': 'records-left-of-province',
  'records entered twice in the province': 'doubles-of-province',
  'records said to be of two people in the province': 'apart-of-province',
  'needs of a commune': 'needs-of-commune',
  'needs of the province': 'needs-of-province',
  'needs of the province, counted': 'needs-of-province-counted',
  'proposal of a commune': 'proposal-of-commune',
  'proposal of the province': 'proposal-of-province',
  'ways of the province': 'ways-of-province',
  'places of the province': 'places-of-province',
  'my requests': 'my-training-requests',
  'who is responsible in a commune': 'responsible-in-commune',
  'moves of a commune': 'moves-of-commune',
  'moves of the province': 'moves-of-province',
  'moves of the province, into difficult units': 'moves-of-province-difficult',
  'targets of the province': 'targets-of-province',
  'bodies of a commune': 'bodies-of-commune',
  'bodies of the province': 'bodies-of-province',
  'members of bodies of a commune': 'body-members-of-commune',
  'members of bodies of the province': 'body-members-of-province',
  'norm of bodies of a commune': 'body-norm-of-commune',
  'norm of bodies of the province': 'body-norm-of-province',
  'norms of bodies': 'norms-of-bodies',
  'bodies of an official': 'bodies-of-official',
  'a body': 'body',
  'my tasks': 'my-body-tasks',
  'my meetings': 'my-meetings',
}

export type Asker = { readonly role: RoleName; readonly as: ActorName; readonly who: string }
export type Kept = { readonly file: string; readonly path: string; readonly askers: readonly Asker[] }

const askersAmong = (as: readonly ActorName[]): Asker[] =>
  Object.entries(roles).flatMap(([role, actors]) =>
    actors
      .filter((actor): actor is ActorName => as.includes(actor as ActorName))
      .map((actor) => ({ role: role as RoleName, as: actor, who: who[actor] ?? actor })),
  )

/** Who asks first is who may: some of the home page is not for everybody. */
export const kept: readonly Kept[] = Object.entries(files).map(([name, file]) => {
  const reading = readingsOf(size, testDay).find((one) => one.name === name)
  if (!reading) throw new Error(`the bench asks nothing called ${name}`)
  // The last pages of a commune of 600 households.
  return { file, path: reading.path.replace('page=100', 'page=10'), askers: askersAmong(reading.as) }
})
