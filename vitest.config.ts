/**
 * Four kinds of tests: pure ones, those on a real PostgreSQL (on the oldest one those of the whole program), fifty phones,
 * journeys in a real browser. All in a foreign time zone.
 */
import { defineConfig } from 'vitest/config'

const env = { TZ: 'America/St_Johns', NODE_ENV: 'test' }
const pure = [
  'src/kernel/**/*.test.ts',
  'src/features/**/rules.test.ts',
  'src/features/**/rules/**/*.test.ts',
  'src/features/**/model/**/*.test.ts',
  'src/features/standards/**/*.test.ts',
  'src/platform/server/documents/**/*.test.ts',
  'src/features/**/documents/**/*.test.ts',
  'src/platform/server/keys/**/*.test.ts',
  'src/platform/web/**/*.test.ts',
  'src/features/**/ui/**/*.test.ts',
  '{src,test}/**/*.pure.test.ts',
]

const whole = [
  ...['agreement', 'catalogue', 'constraints', 'days', 'engine', 'guard', 'imports', 'jobs', 'lawDoors', 'listFiles'],
  ...['schemaVersions', 'skillsYear', 'touches', 'year'],
].map((name) => `test/${name}.test.ts`)

/** Fifty phones and their server by themselves: with other work beside it nobody could tell slow from stuck. */
const model = 'test/model.test.ts'

const onPostgres = {
  exclude: [...pure, model, '**/node_modules/**'],
  env,
  globalSetup: ['test/setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  maxWorkers: 2,
  // Each file has a database of its own; loading the whole application anew for each took a sixth of the run.
  isolate: false,
}

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'pure', include: pure, env, testTimeout: 30_000 } },
      { test: { name: 'db', include: ['src/**/*.test.ts', 'test/*.test.ts'], ...onPostgres } },
      // What asks the whole of the program: every change, reading, list, job, policy and constraint at least once.
      { test: { name: 'whole', include: whole, ...onPostgres } },
      {
        test: { name: 'model', include: [model], env, globalSetup: ['test/setup.ts'], hookTimeout: 120_000 },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/e2e/**/*.test.ts'],
          env,
          globalSetup: ['test/setup.ts', 'test/e2e/setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // One browser and its server leave the second processor half idle.
          maxWorkers: 2,
          // A page that is waited for may be slow, never wrong in the end.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
