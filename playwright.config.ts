import { defineConfig } from '@playwright/test'
import { availableParallelism } from 'node:os'
import { findElectron } from './tools/electron.ts'
import type { HostOptions } from './tests/e2e/fixtures.ts'

if (findElectron() === null && process.env['TEST_WORKER_INDEX'] === undefined) {
  console.log('Real Electron is skipped: node_modules/electron/path.txt is missing (npx install-electron).')
}

/** The same journeys on every host; what only one host has to withstand is in tests/e2e/hosts. */
export default defineConfig<HostOptions>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/build-first.ts',
  fullyParallel: false,
  // Each has libraries and a browser of its own; more than four would wait for one another.
  workers: Math.min(4, availableParallelism()),
  timeout: 60_000,
  use: { actionTimeout: 10_000 },
  reporter: [['list']],
  forbidOnly: Boolean(process.env['CI']),
  // A busy machine may starve a browser once; what passes only then is listed as flaky.
  retries: process.env['CI'] ? 1 : 0,
  projects: [
    { name: 'loopback', use: { host: 'loopback' }, testIgnore: 'hosts/electron.spec.ts' },
    {
      name: 'standin',
      use: { host: 'standin' },
      testIgnore: ['hosts/loopback.spec.ts', 'hosts/cli.spec.ts'],
    },
    { name: 'electron', use: { host: 'electron' }, testIgnore: 'hosts/**' },
  ],
})
