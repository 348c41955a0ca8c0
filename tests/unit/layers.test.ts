import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Where a file may run is visible from where it lies, and this test enforces it: ARCHITECTURE.md, "Layers".
 * Imports are read with a plain pattern: our files hold no other import forms.
 */

const root = resolve(import.meta.dirname, '../..')
const source = join(root, 'src')

type Import = {
  readonly file: string
  readonly target: string
  readonly ours: boolean
  readonly typeOnly: boolean
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
}

const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8')
  const file = relative(source, path)
  const found: { target: string; typeOnly: boolean }[] = []
  for (const match of text.matchAll(IMPORT))
    found.push({ target: match[2] ?? '', typeOnly: match[1] !== undefined })
  for (const match of text.matchAll(DYNAMIC)) found.push({ target: match[1] ?? '', typeOnly: false })
  return found.map(({ target, typeOnly }) => {
    const ours = target.startsWith('.')
    return { file, target: ours ? relative(source, resolve(dirname(path), target)) : target, ours, typeOnly }
  })
}

const imports = filesUnder(source).flatMap(importsOf)

/** Area of a file: the first folder of the layer picture that it lies in. */
function area(file: string): string {
  const [layer = '', second = ''] = file.split('/')
  return layer === 'shared' ? 'shared' : `${layer}/${second}`
}

function offenders(rule: (found: Import) => boolean): string[] {
  return imports.filter(rule).map((found) => `${found.file} imports ${found.target}`)
}

/** `host` is what the hosts share; it is theirs alone. */
const HOSTS = ['main/electron', 'main/loopback', 'main/cli']
const HOST_SIDE = [...HOSTS, 'main/host']
const CORE = [
  'main/core',
  'main/store',
  'main/import',
  'main/export',
  'main/word',
  'main/opc',
  'main/pdf',
  'main/package',
  'main/worker',
]

describe('layers', () => {
  test('there is something to look at', () => {
    expect(imports.length).toBeGreaterThan(100)
  })

  test('shared imports only shared, zod, prosemirror-model and prosemirror-transform; the diff and the speller in one place', () => {
    const allowed = ['zod', 'prosemirror-model', 'prosemirror-transform']
    const isInItsPlace = (found: Import) =>
      (found.file === 'shared/document/compare/common-pairs.ts' && found.target === 'diff') ||
      (found.file === 'shared/checks/speller.ts' && found.target === 'nspell')
    expect(
      offenders(
        (found) =>
          area(found.file) === 'shared' &&
          (found.ours
            ? area(found.target) !== 'shared'
            : !allowed.includes(found.target) && !isInItsPlace(found)),
      ),
    ).toEqual([])
  })

  test('core, store, import and export never import a host, electron or the renderer', () => {
    expect(
      offenders(
        (found) =>
          CORE.includes(area(found.file)) &&
          (found.ours
            ? HOST_SIDE.includes(area(found.target)) || found.target.startsWith('renderer/')
            : found.target === 'electron'),
      ),
    ).toEqual([])
  })

  test('only main/electron imports electron', () => {
    expect(offenders((found) => found.target === 'electron' && area(found.file) !== 'main/electron')).toEqual(
      [],
    )
  })

  test('only store imports better-sqlite3, and package, whose files are small databases', () => {
    const allowed = ['main/store', 'main/package']
    expect(
      offenders((found) => found.target === 'better-sqlite3' && !allowed.includes(area(found.file))),
    ).toEqual([])
  })

  test('packages are read and written where they can be ended: by the worker alone', () => {
    const allowed = ['main/package', 'main/worker']
    expect(
      offenders((found) => area(found.target) === 'main/package' && !allowed.includes(area(found.file))),
    ).toEqual([])
  })

  test('hosts never import each other', () => {
    expect(
      offenders(
        (found) =>
          found.ours &&
          HOSTS.includes(area(found.file)) &&
          HOSTS.includes(area(found.target)) &&
          area(found.file) !== area(found.target),
      ),
    ).toEqual([])
  })

  test('the renderer imports no Node, nothing of main, and types only of what zod describes', () => {
    const schemas =
      /^shared\/(contract|exchange\/(review-content|package)|model\/(?!interchange|claim-status))/
    expect(
      offenders(
        (found) =>
          found.file.startsWith('renderer/') &&
          (found.ours
            ? found.target.startsWith('main/') || (schemas.test(found.target) && !found.typeOnly)
            : found.target.startsWith('node:') || ['zod', 'electron'].includes(found.target)),
      ),
    ).toEqual([])
  })

  test('the exchange of reviews knows the model, the document and the rules, and nothing of who asks', () => {
    expect(
      offenders(
        (found) =>
          found.file.startsWith('shared/exchange/') &&
          found.ours &&
          !/^shared\/(exchange|model|document|rules)\//.test(found.target) &&
          !(found.typeOnly && found.target.startsWith('shared/contract/')),
      ),
    ).toEqual([])
  })

  test('the editor knows no transport and no feature', () => {
    expect(
      offenders(
        (found) =>
          found.file.startsWith('renderer/editor/') &&
          found.ours &&
          /^renderer\/(host|features)\//.test(found.target),
      ),
    ).toEqual([])
  })

  test('the interface kit knows no feature, no editor and no transport', () => {
    expect(
      offenders(
        (found) =>
          found.file.startsWith('renderer/ui/') &&
          found.ours &&
          /^renderer\/(host|features|editor)\//.test(found.target),
      ),
    ).toEqual([])
  })

  test('there are no cycles', () => {
    const edges = new Map<string, string[]>()
    for (const found of imports)
      if (found.ours) edges.set(found.file, [...(edges.get(found.file) ?? []), found.target])
    const state = new Map<string, 'open' | 'done'>()
    const cycles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
        return
      }
      state.set(file, 'open')
      for (const next of edges.get(file) ?? []) visit(next, [...path, file])
      state.set(file, 'done')
    }
    for (const file of edges.keys()) visit(file, [])
    expect(cycles).toEqual([])
  })
})
