/**
 * The walls of the house. Every file says its layer by its name, and a layer names what it may import; whatever is not
 * named is refused. `test/walls.pure.test.ts` plants wrong imports and sees each caught by its rule.
 */

const { readFileSync } = require('node:fs')
const { join } = require('node:path')

/** The rooms in floor order, as the server lists them: each uses only rooms before it. */
const listOfRooms = readFileSync(join(__dirname, 'src', 'apps', 'server', 'rooms.ts'), 'utf8')
const rooms = /\[\]\s*=\s*\[([^\]]+)\]/.exec(listOfRooms)[1].match(/\w+/g)
/** A new sub-room is added here. */
const subRooms =
  'accounts adding amend assigning attempts attendance audit bank carried checkin classes comments conditions conflicts correction counts delivery desk devices drafts drawn due extensions frameworks gate halls handouts handover idle import inquiries issued joining limits list materials meetings money moves needs norm norms notices officials personnel phones plan printed programmes progress propose remark required responsible roster round runs seats sending sessions slice slips standing taken targets trainers turns undo unsurveyed wayimport ways'.split(
    ' ',
  )

/** The layers of a room by the name of a file, or of the folder it lies in. A new kind of name is added here. */
const layers = {
  /** Decided without a database, a clock or a browser: the same on the server and on the phone. */
  pure: 'contract model rules words problems events columns',
  /** SQL, a function named for its answer. */
  queries:
    'queries store views listed counted declared onDay membersOn audited record records identity corrections maker guesses strayed unclassed people',
  /** Work of the server between the SQL and the calls: law, files, papers, signatures. */
  server:
    'library law load nation demoPlaces check read judged batches table template write enter passwords session must place shown inputs hash certify documents giving numbers register files scan demo',
  /** Calls, what is done in the background, and the manifest that names all of it. */
  routes:
    'room touches routes changes calendar topics create figures work submit checking settling signIn household papers draft trial print enforce signed jobs lists news subjects',
  ui: 'ui',
}

const oneOf = (names) => `(${names.join('|')})`
const named = (room, names) => `^src/features/${room}/(${oneOf(subRooms)}/)?${oneOf(names.split(' '))}(\\.ts$|/)`
const layer = Object.fromEntries(Object.entries(layers).map(([key, names]) => [key, named(oneOf(rooms), names)]))

const contract = named(oneOf(rooms), 'contract')
const test = '\\.(test\\.tsx?|fixture\\.json)$'
const kernel = '^src/kernel/'
const platform = { server: '^src/platform/server/', web: '^src/platform/web/' }
const apps = { server: '^src/apps/server/', screens: '^src/apps/(web|field)/' }
const anyApp = '^src/apps/'
const tables = '^db/tables\\.ts$'
const typebox = 'node_modules/typebox/build/index\\.mjs$'
const lawAsData = '^standards/.+\\.json$'
const ofScreens = 'node_modules/(preact|@preact/signals|preact-iso|dexie|@fontsource/be-vietnam-pro)/'
const ofTests = ['^(test|bench|scripts)/', test]
const packages = 'node_modules/(?!preact|@preact|dexie|@fontsource)'

/** `from` imports by value only what is listed; `types`: by type too. Apps and tests are refused by rules of their own. */
const only = (name, from, { to, types = false, core = false }) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: test },
  to: {
    pathNot: [...to, ...ofTests],
    dependencyTypesNot: [...(types ? [] : ['type-only']), ...(core ? ['core'] : [])],
  },
})

const never = (name, from, to) => ({ name, severity: 'error', from, to })

/** The doors' own files, each with who else may use it: docs/decisions/013-doors.md. By type everybody may. */
const inServer = (names) => `^src/platform/server/${names}`
const doors = [inServer('handle\\.ts$'), inServer('doors/')]
const jobs = inServer('jobs/job\\.ts$')
const ofDoors = { route: [], again: [jobs], standing: [jobs, inServer('edge/(admit|brought)\\.ts$')] }
/** What opens a connection, or begins and ends a transaction. Rooms add many rows and take locks within theirs. */
const connections = [
  inServer('database/(?!(insert|locks)\\.ts$)'),
  inServer('(embedded|workers/workers?\\.ts$|jobs/(worker|install)\\.ts$)'),
  'node_modules/(pg|pg-[^/]+)/',
]
const byValue = { dependencyTypesNot: ['type-only'] }

/** Of features; that they know no app is a rule for all of them. */
const pureFile = [kernel, layer.pure, typebox, lawAsData, anyApp]
const readingFile = [...pureFile, layer.queries, platform.server, tables]
const serverFile = [...readingFile, layer.server, packages]
const ofEveryRoom = Object.values(layer)

module.exports = {
  forbidden: [
    never('no-circles', {}, { circular: true }),
    never('nothing-unresolved', {}, { couldNotResolve: true }),
    never('product-code-knows-no-test', { path: '^src/', pathNot: test }, { path: ofTests }),
    never(
      'product-code-needs-no-development-package',
      { path: '^src/', pathNot: test },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),

    only('kernel-imports-typebox-only', kernel, { to: [kernel, typebox], types: true }),
    never('platform-knows-no-feature', { path: '^src/platform/' }, { path: '^src/(features|apps)/' }),
    only('platform-server-knows-no-screen', platform.server, {
      to: [kernel, platform.server, tables, packages, '^src/features/', anyApp],
      types: true,
      core: true,
    }),
    never(
      'manifests-are-joined-in-apps',
      { path: '^src/features/', pathNot: test },
      { path: '^src/features/.+/room\\.ts$' },
    ),
    never('features-know-no-app', { path: '^src/features/', pathNot: test }, { path: '^src/apps/' }),
    never('apps-are-apart', { path: '^src/apps/([^/]+)/' }, { path: '^src/apps/', pathNot: '^src/apps/$1/' }),
    ...rooms.map((room, at) =>
      never(
        `${room}-looks-only-down`,
        { path: `^src/features/${room}/` },
        { path: `^src/features/${oneOf([...rooms.slice(at + 1), 'none'])}/` },
      ),
    ),

    ...Object.entries(ofDoors).map(([file, users]) =>
      never(
        `only-doors-use-${file}`,
        { path: '^src/', pathNot: [...doors, ...users, test] },
        { path: inServer(`doors/${file}\\.ts$`), ...byValue },
      ),
    ),
    never(
      'no-file-passes-a-door-on',
      { path: '^src/', pathNot: test },
      {
        path: [inServer('(doors/|database/(open|change)\\.ts$)'), 'node_modules/pg/'],
        dependencyTypes: ['export'],
        ...byValue,
      },
    ),
    never('rooms-have-no-connection', { path: '^src/features/', pathNot: test }, { path: connections, ...byValue }),
    never(
      'rooms-start-no-process',
      { path: '^src/features/', pathNot: test },
      { path: '^(node:)?(child_process|cluster|worker_threads)$' },
    ),

    only('screens-import-screens-and-pure-files', `${platform.web}|${apps.screens}|${layer.ui}`, {
      to: [kernel, platform.web, layer.ui, layer.pure, ofScreens, anyApp],
    }),
    // Pure files too: a screen takes those by value, and what they take with them.
    never(
      'contracts-reach-the-browser-as-types',
      { path: `${platform.web}|${apps.screens}|${layer.ui}|${layer.pure}`, pathNot: [test, contract] },
      { path: contract, ...byValue },
    ),
    only('pure-stays-pure', layer.pure, { to: pureFile, types: true }),
    only('queries-know-no-routes', layer.queries, { to: [...readingFile, 'node_modules/kysely/'], types: true }),
    only('server-files-know-no-routes', layer.server, { to: serverFile, types: true, core: true }),
    only('routes-know-no-screens', layer.routes, { to: [...serverFile, layer.routes], types: true, core: true }),
    only('the-server-has-no-screens', apps.server, {
      to: [...serverFile, layer.routes, '^package\\.json$'],
      types: true,
      core: true,
    }),
  ],
  required: [
    {
      // No import satisfies it, so every file that it looks at is refused, one without imports too.
      name: 'every-file-says-its-layer',
      severity: 'error',
      module: {
        path: '^src/',
        pathNot: [kernel, platform.server, platform.web, apps.server, apps.screens, test, ...ofEveryRoom],
      },
      to: { path: '^no file is called so$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Ours alone: most packages keep their code in a folder of this name.
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
