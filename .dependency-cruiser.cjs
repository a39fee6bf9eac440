/** What keeps the direction of the house: apps -> features -> platform -> kernel; inside a room ui -> contract, model, rules <- queries <- routes. */
const floors = [
  'areas',
  'people',
  'standards',
  'programmes',
  'training',
  'households',
  'surveys',
  'reviews',
  'benefits',
  'works',
  'outreach',
  'reports',
]

const onlyDown = floors.map((room, at) => ({
  name: `${room}-looks-only-down`,
  comment: `the room ${room} uses only rooms to its left`,
  severity: 'error',
  from: { path: `^src/features/${room}/` },
  to: { path: `^src/features/(${floors.slice(at + 1).join('|') || 'none'})/` },
}))

const pure = '(model|rules|contract)(\\.ts$|/)'

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-imports-typebox-only',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^src/kernel/|node_modules/typebox/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(features|apps)/' },
    },
    {
      name: 'features-know-no-app',
      severity: 'error',
      from: { path: '^src/features/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/apps/' },
    },
    {
      name: 'pure-stays-pure',
      severity: 'error',
      from: { path: `^src/features/[^/]+/${pure}`, pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: `^src/kernel/|^src/features/[^/]+/${pure}|node_modules/typebox/|^src/features/[^/]+/(words|problems)\\.ts$|\\.json$`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'browser-never-reaches-server-code',
      severity: 'error',
      from: { path: '^src/(platform/web|features/[^/]+/ui|apps/(web|field))/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^src/platform/server/|^src/apps/server/|^src/features/[^/]+/(queries|routes|jobs|library|load)\\.ts$|^db/|node_modules/(pg|kysely|fastify|pdfkit|docx|hucre)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'contracts-reach-the-browser-as-types',
      severity: 'error',
      from: { path: '^src/features/[^/]+/ui/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '/contract\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'queries-know-no-routes',
      severity: 'error',
      from: { path: '^src/features/[^/]+/(queries|rules|model|contract)' },
      to: { path: '/routes\\.ts$' },
    },
    ...onlyDown,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
