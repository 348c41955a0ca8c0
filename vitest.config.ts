import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { coreCommands } from './tests/support/core-commands.ts'
import { findChromium } from './tests/support/chromium.ts'
import { monkeyOptions } from './tests/support/monkey-options.ts'

const { executablePath, args } = await findChromium()

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/support/seed.ts'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        plugins: [react()],
        // Found one by one they would be bundled again while tests run, and two copies of React or ProseMirror meet.
        optimizeDeps: {
          include: [
            '@base-ui/react/menu',
            'lucide-react',
            'pdfjs-dist/legacy/build/pdf.mjs',
            'pdfjs-dist/legacy/build/pdf.worker.mjs',
            'prosemirror-commands',
            'prosemirror-history',
            'prosemirror-keymap',
            'prosemirror-model',
            'prosemirror-state',
            'prosemirror-transform',
            'prosemirror-view',
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'zustand',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          // The first of a file may wait for what it loads, on a machine that has other work.
          testTimeout: 60_000,
          expect: { poll: { timeout: 5000 } },
          provide: { monkey: monkeyOptions(process.env) },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: [...args] } }),
            instances: [{ browser: 'chromium' }],
            viewport: { width: 1280, height: 800 },
            commands: coreCommands,
          },
        },
      },
    ],
  },
})
