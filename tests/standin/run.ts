import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { becomeReady } from './electron.ts'

/**
 * Runs a built main process under Node: `electron` is the stand-in, and `ready` comes after the entry module
 * has ended, as in Electron: a module that awaits `ready` in its body never gets there.
 */
const standin = pathToFileURL(`${import.meta.dirname}/electron.ts`).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standin, shortCircuit: true } : next(specifier, context),
})

const entry = process.argv[2]
if (entry === undefined) throw new Error('Which built main process?')
process.argv.splice(1, 1)
await import(pathToFileURL(entry).href)
becomeReady()
