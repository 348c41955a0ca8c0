import { readFile } from 'node:fs/promises'
import { LineCounter, isNode, parseDocument, visit } from 'yaml'
import type { Document, Node } from 'yaml'
import type { ZodError } from 'zod'
import type { Outcome } from '../../shared/contract.ts'
import { ruleBook } from '../../shared/model/rule.ts'
import type { RuleBook } from '../../shared/model/rule.ts'
import { done, fail } from './outcome.ts'

/** Larger than any rule file a desk would write by hand. */
const MAX_CHARACTERS = 1_000_000

function refuse(name: string, found: string) {
  return fail(
    'unreadable-file',
    `The rule file “${name}” cannot be used: ${found} Nothing was changed. Mend the file and start Stet again.`,
  )
}

function lineOf(node: Node | null | undefined, lines: LineCounter): number {
  return lines.linePos(node?.range?.[0] ?? 0).line
}

/** The line of the value at `path`, or of the nearest value around it that is there. */
function lineAt(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return lineOf(node, lines)
  }
  return lineOf(document.contents, lines)
}

type Mistake = { readonly line: number; readonly path: readonly PropertyKey[]; readonly message: string }

/**
 * The mistake that comes first in the file. An unknown key is found at the key, not at the rule around it, and told
 * before all else: what seems to be missing is often there under a misspelt name.
 */
function firstMistake(error: ZodError, document: Document, lines: LineCounter): Mistake {
  const misspelt = error.issues.filter((issue) => issue.code === 'unrecognized_keys')
  const mistakes = (misspelt.length > 0 ? misspelt : error.issues).map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    const path = [...issue.path, ...unknown]
    return { line: lineAt(document, path, lines), path, message: issue.message }
  })
  const [first] = mistakes.toSorted((a, b) => a.line - b.line)
  return first ?? { line: 1, path: [], message: 'unreadable' }
}

/** Aliases are of no use to a desk, and can blow a small file up into a very large one. */
function firstAlias(document: Document): Node | null {
  let found: Node | null = null
  visit(document, {
    Alias: (_, node) => {
      found = node
      return visit.BREAK
    },
  })
  return found
}

/** Reads rules from YAML. A mistake is answered with its line and what is wrong there. */
export function parseRules(name: string, text: string): Outcome<RuleBook> {
  if (text.length > MAX_CHARACTERS) return refuse(name, 'it is too long.')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error) return refuse(name, `line ${lines.linePos(error.pos[0]).line}: ${error.message}.`)
  const alias = firstAlias(document)
  if (alias) return refuse(name, `line ${lineOf(alias, lines)}: an alias (*name); write the value out.`)
  const parsed = ruleBook.safeParse(document.toJS())
  if (parsed.success) return done(parsed.data)
  const { line, path, message } = firstMistake(parsed.error, document, lines)
  const where = path.length === 0 ? '' : ` (${path.map(String).join('.')})`
  return refuse(name, `line ${line}${where}: ${message}.`)
}

export async function loadRules(path: string): Promise<Outcome<RuleBook>> {
  const name = path.split(/[\\/]/).at(-1) ?? path
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    return refuse(name, 'it is missing or may not be read.')
  }
  return parseRules(name, text)
}
