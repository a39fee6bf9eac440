/** The readings whose time is asked: their addresses, and who asks each. */
import { type ActorName, actorNames } from './actors.ts'
import { families, middles, rareGiven } from './names.ts'
import { firstVillage, idOf, type Size } from './size.ts'

export type Reading = { readonly name: string; readonly path: string; readonly as: readonly ActorName[] }

const readers: ActorName[] = ['head', 'commune60', 'commune2700', 'commune7400', 'province', 'auditor', 'two']

const communes = [
  ['60', 0, ['commune60', 'province', 'auditor']],
  ['2700', 1, ['commune2700', 'province', 'auditor', 'two']],
  ['7400', 2, ['commune7400', 'province', 'auditor']],
] as const

const common = `${families[0]} ${middles[0]} Hùng`

function searches(): Reading[] {
  const sought = { 'exact number': '00002-0271', 'common name': common, 'given name': 'huong', 'rare name': rareGiven }
  return [
    ...Object.entries(sought).map(([name, q]) => ({
      name: `search, ${name}`,
      path: `/api/households/search?q=${encodeURIComponent(q)}`,
      as: readers,
    })),
    { name: 'search, two letters', path: '/api/households/search?q=an', as: ['commune2700', 'province', 'auditor'] },
  ]
}

function householdLists(size: Size): Reading[] {
  const of = (kind: 'commune' | 'village', n: number, more = '') => `/api/households?areaId=${idOf(kind, n)}${more}`
  const big = ['commune7400', 'province', 'auditor'] as const
  return [
    {
      name: 'households of a village',
      path: of('village', firstVillage(size, 1)),
      as: ['head', 'commune2700', 'province'],
    },
    {
      name: 'phones of a village',
      path: `/api/households/phones?villageId=${idOf('village', firstVillage(size, 1))}`,
      as: ['commune2700', 'province'],
    },
    ...communes.map(([name, n, as]) => ({ name: `households of commune ${name}`, path: of('commune', n), as })),
    { name: 'households of 7400, page 100', path: of('commune', 2, '&page=100'), as: big },
    { name: 'households of 7400, poor', path: of('commune', 2, '&class=poor'), as: big },
    { name: 'households of 7400, none', path: of('commune', 2, '&class=none'), as: big },
    { name: 'households of 7400, sought', path: of('commune', 2, '&q=huong'), as: big },
    { name: 'households of 7400, earlier', path: of('commune', 2, '&day=2023-06-01'), as: big },
    ...(size.judged > 3
      ? wards('households', (more) => of('commune', 3, more), [
          `page=600&after=${idOf('household', middleOf(size, 3))}`,
          'class=poor',
          'q=huong',
          'day=2023-06-01',
        ])
      : []),
    { name: 'households of the province', path: `/api/households?areaId=${idOf('province', 0)}`, as: ['province'] },
  ]
}

/** A household in the middle of a commune; it has not ended. */
const middleOf = ({ communes }: Size, commune: number): number =>
  communes
    .slice(0, commune + 1)
    .reduce((sum, { households }, n) => sum + (n < commune ? households : households / 2), 0) + 30

/** Lists of the largest ward: its first page, one in the middle, and filtered. */
function wards(what: string, of: (more: string) => string, filters: readonly string[]): Reading[] {
  return ['', ...filters].map((more) => ({
    name: `${what} of 60000${more && ', '}${more.replace(/=0192[\w-]+/, '')}`,
    path: of(more && `&${more}`),
    as: ['ward60000', 'province', 'auditor'],
  }))
}

function pages(size: Size): Reading[] {
  const before = size.communes[0]?.households ?? 0
  const household = idOf('household', before + 30)
  const as = ['head', 'commune2700', 'province', 'auditor', 'two'] as const
  return [
    { name: 'household', path: `/api/households/${household}`, as },
    { name: 'household, its review', path: `/api/households/${household}/review`, as },
  ]
}

function rounds(size: Size): Reading[] {
  const of = (n: number, more = '') => `/api/rounds/${idOf('round', n)}/cases${more}`
  const village = idOf('village', firstVillage(size, 2))
  const big = ['commune7400', 'province', 'auditor'] as const
  return [
    ...communes.map(([name, n, as]) => ({ name: `cases of ${name}`, path: of(n), as })),
    {
      name: 'cases of 2700, a village',
      path: of(1, `?villageId=${idOf('village', firstVillage(size, 1))}`),
      as: ['head'],
    },
    { name: 'cases of 7400, a village', path: of(2, `?villageId=${village}`), as: big },
    { name: 'cases of 7400, submitted', path: of(2, '?state=submitted'), as: big },
    { name: 'cases of 7400, not surveyed', path: of(2, '?state=not_surveyed'), as: big },
    { name: 'cases of 7400, poor', path: of(2, '?class=poor'), as: big },
    { name: 'cases of 7400, page 100', path: of(2, '?page=100'), as: big },
    { name: 'notices of 7400', path: `/api/rounds/${idOf('round', 2)}/notices`, as: big },
    {
      name: 'notices of 7400, a village',
      path: `/api/rounds/${idOf('round', 2)}/notices?villageId=${village}`,
      as: big,
    },
    {
      name: 'a case',
      path: `/api/households/${idOf('household', 91)}/cases/${idOf('case', 91)}`,
      as: ['commune2700', 'auditor'],
    },
    ...(size.judged > 3
      ? wards('cases', (more) => of(3, more.replace('&', '?')), ['page=1170', 'state=submitted', 'class=poor'])
      : []),
    ...(size.judged > 3 ? wards('round', () => `/api/rounds/${idOf('round', 3)}`, []).slice(0, 1) : []),
    { name: 'round of 7400', path: `/api/rounds/${idOf('round', 2)}`, as: big },
    { name: 'figures of the round of 7400', path: `/api/rounds/${idOf('round', 2)}/figures`, as: big },
    { name: 'enumerators of 7400', path: `/api/rounds/${idOf('round', 2)}/enumerators`, as: ['commune7400'] },
    { name: 'rounds of a commune', path: `/api/areas/${idOf('commune', 2)}/rounds`, as: big },
    { name: 'rounds of the province', path: `/api/areas/${idOf('province', 0)}/rounds`, as: ['province', 'auditor'] },
    { name: 'rounds of the nation', path: `/api/areas/${idOf('nation', 0)}/rounds`, as: ['auditor'] },
  ]
}

const areas: Record<string, [string, ActorName[]]> = {
  'a commune': [idOf('commune', 2), ['commune7400', 'chair', 'province', 'nation', 'auditor']],
  'the province': [idOf('province', 0), ['province', 'nation', 'auditor']],
  'the nation': [idOf('nation', 0), ['nation', 'auditor']],
}

function ofAreas(day: string): Reading[] {
  const figures = (on: string, units = on): string => `class-figures?day=${on}&units=${units}`
  const named = {
    audit: 'audit',
    accounts: 'access',
    figures: figures(day),
    'figures of last year': figures('2025-12-31'),
    'figures within last year': figures('2025-06-30'),
    'figures by units of last year': figures(day, '2025-12-31'),
  }
  return Object.entries(named).flatMap(([name, path]) =>
    Object.entries(areas).map(([area, [at, as]]) => ({
      name: `${name} of ${area}`,
      path: `/api/areas/${at}/${path}`,
      as,
    })),
  )
}

/** The register of a commune as it goes to a phone. */
function carried(size: Size): Reading[] {
  const [at, taking] = [`/api/carried/${idOf('commune', 2)}/villages`, `takingId=${idOf('taking', 0)}`]
  const village = idOf('village', firstVillage(size, 2))
  const as = ['commune7400'] as const
  return [
    { name: 'communes to carry', path: '/api/carried', as },
    { name: 'versions of 7400', path: `${at}?${taking}`, as },
    { name: 'a village to carry', path: `${at}/${village}?${taking}&part=0`, as },
  ]
}

/** What the home page asks, and what the phone does. */
const home: Reading[] = [
  'me',
  'work/rounds',
  'work/surveys',
  'work/unsurveyed',
  'work/decisions',
  'progress',
  'work/progress',
  'news',
  'work/news',
  'jobs',
  'my-surveys',
  'my-notices',
].map((path) => ({
  name: `home, ${path}`,
  path: `/api/${path}`,
  as: actorNames,
}))

/** Short lists that the whole nation shares. */
const training: Reading[] = Object.entries({
  programmes: '/api/programmes',
  'programmes, sought': '/api/programmes?q=de%20an',
  frameworks: '/api/frameworks',
  'frameworks, sought': '/api/frameworks?q=khung',
  plans: '/api/training-plans',
  'plans, sought': '/api/training-plans?q=ke%20hoach',
  norms: '/api/spending-norms',
  limits: '/api/training-limits',
  'norms, sought': '/api/spending-norms?q=tien%20an',
  'norms of posts': '/api/post-norms',
  'norms of bodies': '/api/body-norms',
  requirements: '/api/post-requirements',
}).map(([name, path]) => ({ name, path, as: ['commune7400', 'province', 'auditor'] }))

/** What waits about drafts of plans, for a commune. */
const comments: Reading[] = ['owed', 'unanswered'].map((what) => ({
  ...{ name: `comments ${what}`, path: `/api/plan-comments/${what}`, as: ['commune7400'] as const },
}))

function roster(): Reading[] {
  const of = (at: string, more = '') => `/api/areas/${at}/officials${more}`
  return [
    { name: 'officials sought', path: '/api/officials/search?q=huong', as: ['commune7400', 'province', 'auditor'] },
    { name: 'an official', path: `/api/officials/${idOf('staff', 5)}`, as: ['commune7400', 'province', 'auditor'] },
    ...Object.entries(areas).flatMap(([area, [at, as]]) => [
      { name: `officials of ${area}`, path: of(at), as },
      { name: `officials of ${area}, sought`, path: of(at, '?q=huong'), as },
      { name: `officials of ${area}, earlier`, path: of(at, '?day=2021-06-01'), as },
      { name: `officials of ${area}, without a post`, path: of(at, '?post=none'), as },
      { name: `records entered twice in ${area}`, path: of(at, '/doubles'), as },
      { name: `records said to be of two people in ${area}`, path: of(at, '/apart'), as },
      { name: `norm of ${area}`, path: `/api/areas/${at}/norm`, as },
      { name: `requirements of ${area}`, path: `/api/areas/${at}/unmet-requirements`, as },
      { name: `records handed over of ${area}`, path: `/api/areas/${at}/handovers`, as },
      { name: `records left of ${area}`, path: `/api/areas/${at}/records-left`, as },
      { name: `needs of ${area}`, path: `/api/areas/${at}/needs`, as },
      { name: `needs of ${area}, counted`, path: `/api/areas/${at}/needs/counts?by=post`, as },
      { name: `proposal of ${area}`, path: `/api/areas/${at}/proposal?year=2027`, as },
      { name: `ways of ${area}`, path: `/api/areas/${at}/training-ways`, as },
      { name: `places of ${area}`, path: `/api/areas/${at}/class-places`, as },
      { name: `who is responsible in ${area}`, path: `/api/areas/${at}/responsible`, as },
      { name: `moves of ${area}`, path: `/api/areas/${at}/moves`, as },
      { name: `moves of ${area}, into difficult units`, path: `/api/areas/${at}/moves?difficult=true`, as },
      { name: `targets of ${area}`, path: `/api/areas/${at}/move-targets`, as },
      { name: `bodies of ${area}`, path: `/api/areas/${at}/bodies`, as },
      { name: `norm of bodies of ${area}`, path: `/api/areas/${at}/body-norm`, as },
      { name: `members of bodies of ${area}`, path: `/api/areas/${at}/body-members`, as },
    ]),
    {
      name: 'bodies of an official',
      path: `/api/officials/${idOf('staff', 5)}/bodies`,
      as: ['commune7400', 'province', 'auditor'],
    },
    { name: 'a body', path: `/api/bodies/${idOf('body', 2)}`, as: ['commune7400', 'province', 'auditor'] },
    { name: 'my tasks', path: '/api/work/body-tasks', as: actorNames },
    { name: 'my meetings', path: '/api/work/meetings', as: actorNames },
    { name: 'my requests', path: '/api/work/training-requests', as: actorNames },
  ]
}

export const readingsOf = (size: Size, today: string): Reading[] => [
  ...home,
  ...searches(),
  ...householdLists(size),
  ...pages(size),
  ...carried(size),
  ...rounds(size),
  ...ofAreas(today),
  ...training,
  ...comments,
  ...roster(),
]
