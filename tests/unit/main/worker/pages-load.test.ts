import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, test } from 'vitest'

const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm

/** Packages that are loaded with a file, by what is imported of it as more than a type. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const packages = new Set<string>()
  if (seen.has(file)) return packages
  seen.add(file)
  for (const [, typeOnly, target = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    if (typeOnly !== undefined || target.startsWith('node:')) continue
    if (!target.startsWith('.')) packages.add(target)
    else for (const one of packagesOf(resolve(dirname(file), target), seen)) packages.add(one)
  }
  return packages
}

test('the process in which pages are set starts with nothing but the document', () => {
  const entry = resolve(import.meta.dirname, '../../../../src/main/worker/pdf-process.ts')
  expect([...packagesOf(entry)].sort()).toEqual(['prosemirror-model'])
})
