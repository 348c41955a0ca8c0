import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

const here = import.meta.dirname

export default defineConfig({
  main: {
    build: {
      target: 'node22',
      // Taken in for what is used of them: from their own files zod alone takes a tenth of a second to load.
      externalizeDeps: { exclude: ['zod', 'prosemirror-model', 'prosemirror-transform'] },
      rolldownOptions: {
        input: {
          index: resolve(here, 'src/main/electron/index.ts'),
          loopback: resolve(here, 'src/main/loopback/index.ts'),
          cli: resolve(here, 'src/main/cli/index.ts'),
          worker: resolve(here, 'src/main/worker/index.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(here, 'src/main/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src/renderer'),
    plugins: [react()],
    build: {
      target: 'chrome142',
      // Inline scripts and styles would need a weaker content security policy.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: resolve(here, 'src/renderer/index.html') } },
    },
  },
})
