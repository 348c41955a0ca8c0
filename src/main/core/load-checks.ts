import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ZodType } from 'zod'
import { compilePattern } from '../../shared/checks/pattern.ts'
import type { Pattern } from '../../shared/checks/pattern.ts'
import type { Outcome } from '../../shared/contract.ts'
import { finderFile, profile, styleFile } from '../../shared/model/check-book.ts'
import type { CheckBook, FinderRule, HouseStyle, NoteRule, Profile } from '../../shared/model/check-book.ts'
import { done } from './outcome.ts'
import { parseYaml, refuseFile } from './read-yaml.ts'

const KIND = 'file of checks'

/** The rules of the finder and of the style check with the house styles that may be chosen. */
export type CheckBooks = {
  readonly profiles: readonly HouseStyle[]
  /** The book under a house style; that of the first where it is not known any more. */
  of(profileId: string): { readonly id: string; readonly book: CheckBook }
}

/** What a desk works by until it chooses. */
export const FIRST_PROFILE = 'neutral'

type File = { readonly name: string; readonly text: string }

async function readFiles(folder: string, ending: string): Promise<readonly File[]> {
  const names = await readdir(folder).catch(() => [])
  const wanted = names.filter((name) => name.endsWith(ending)).toSorted()
  return Promise.all(
    wanted.map(async (name) => ({
      name: name.slice(0, -ending.length),
      text: await readText(join(folder, name)),
    })),
  )
}

/** A list or a house style that cannot be read is as good as none: what should be in it is then missed, and told. */
function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}

async function readRules<T>(folder: string, name: string, schema: ZodType<T>): Promise<Outcome<T>> {
  const text = await readText(join(folder, name))
  return text === ''
    ? refuseFile(KIND, name, 'it is missing or may not be read.')
    : parseYaml(KIND, name, text, schema)
}

/** One entry a line; a line that begins with # says something to the desk. */
export function parseList({ name, text }: File): Outcome<readonly string[]> {
  const entries: string[] = []
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const entry = line.trim()
    if (entry === '' || entry.startsWith('#')) continue
    const compiled = compilePattern(entry)
    const where = `line ${String(index + 1)}: `
    if (compiled.kind === 'mistake') return refuseFile(KIND, `${name}.txt`, `${where}${compiled.message}.`)
    if (listsIn(compiled.pattern).length > 0) {
      return refuseFile(KIND, `${name}.txt`, `${where}a list cannot name another list.`)
    }
    entries.push(entry)
  }
  return done(entries)
}

function listsIn(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'list':
      return [pattern.name]
    case 'maybe':
      return listsIn(pattern.inner)
    case 'either':
    case 'row':
      return pattern.of.flatMap(listsIn)
    case 'word':
    case 'words':
    case 'class':
    case 'gap':
      return []
  }
}

function patternsOf(rule: FinderRule | NoteRule): readonly string[] {
  const swaps = 'swaps' in rule ? Object.keys(rule.swaps ?? {}) : []
  const riskier = 'riskier' in rule ? (rule.riskier ?? []) : []
  return [...(rule.patterns ?? []), ...(rule.unless ?? []), ...riskier, ...swaps]
}

/** A list that a rule names and that is not there; with the rule's id. */
function missingList(
  rules: readonly (FinderRule | NoteRule)[],
  lists: CheckBook['lists'],
): { readonly rule: string; readonly list: string } | null {
  for (const rule of rules) {
    for (const text of patternsOf(rule)) {
      const compiled = compilePattern(text)
      const named = compiled.kind === 'pattern' ? listsIn(compiled.pattern) : []
      const list = named.find((name) => !Object.hasOwn(lists, name))
      if (list !== undefined) return { rule: rule.id, list }
    }
  }
  return null
}

type Rules = Pick<CheckBook, 'lists' | 'finder' | 'style'>

async function loadRules(folder: string): Promise<Outcome<Rules>> {
  const lists: Record<string, readonly string[]> = {}
  for (const file of await readFiles(join(folder, 'words'), '.txt')) {
    const entries = parseList(file)
    if (!entries.ok) return entries
    lists[file.name] = entries.value
  }
  const finder = await readRules(folder, 'finder.yaml', finderFile)
  if (!finder.ok) return finder
  const style = await readRules(folder, 'style.yaml', styleFile)
  if (!style.ok) return style
  for (const [name, rules] of [
    ['finder.yaml', finder.value.rules],
    ['style.yaml', style.value.rules],
  ] as const) {
    const missing = missingList(rules, lists)
    if (missing) {
      const found = `rule ${missing.rule} names {${missing.list}}, and there is no words/${missing.list}.txt.`
      return refuseFile(KIND, name, found)
    }
  }
  return done({ lists, finder: finder.value.rules, style: style.value.rules })
}

/** A rule that a profile turns on or off, and that does not exist. */
function strangeRule({ without, with: added }: Profile, { finder, style }: Rules): string | null {
  const ids = new Set([...finder, ...style].map(({ id }) => id))
  return [...without, ...added].find((id) => !ids.has(id)) ?? null
}

/** Reads `resources/checks`. A mistake is answered with its file, its line and what is wrong there. */
export async function loadChecks(folder: string): Promise<Outcome<CheckBooks>> {
  const rules = await loadRules(folder)
  if (!rules.ok) return rules
  const books = new Map<string, CheckBook>()
  for (const { name, text } of await readFiles(join(folder, 'profiles'), '.yaml')) {
    const house = parseYaml(KIND, `${name}.yaml`, text, profile)
    if (!house.ok) return house
    const strange = strangeRule(house.value, rules.value)
    if (strange !== null) return refuseFile(KIND, `${name}.yaml`, `there is no rule ${strange}.`)
    books.set(name, { ...rules.value, house: house.value })
  }
  const first = books.get(FIRST_PROFILE)
  if (!first) return refuseFile(KIND, `${FIRST_PROFILE}.yaml`, 'it is missing or may not be read.')
  return done({
    profiles: [...books].map(([id, { house }]) => ({ id, title: house.title, paper: house.paper })),
    of: (id) => ({ id: books.has(id) ? id : FIRST_PROFILE, book: books.get(id) ?? first }),
  })
}
