import { readFile } from 'node:fs/promises'
import { LineCounter, isNode, parseDocument, visit } from 'yaml'
import type { Document } from 'yaml'
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

/** The line of the value at `path`, or of the nearest value around it that is there. */
function lineAt(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** Where the first mistake is. An unknown key is found at the key, not at the rule around it. */
function firstIssue(error: ZodError): { readonly path: readonly PropertyKey[]; readonly message: string } {
  const [issue] = error.issues
  if (!issue) return { path: [], message: 'unreadable' }
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return { path: [...issue.path, ...unknown], message: issue.message }
}

/** Aliases are of no use to a desk, and can blow a small file up into a very large one. */
function hasAlias(document: Document): boolean {
  let found = false
  visit(document, {
    Alias: () => {
      found = true
      return visit.BREAK
    },
  })
  return found
}

function twice(book: RuleBook): string | null {
  const ids = book.rules.map((rule) => rule.id)
  return ids.find((id, place) => ids.indexOf(id) !== place) ?? null
}

/** Reads rules from YAML. A mistake is answered with its line and what is wrong there. */
export function parseRules(name: string, text: string): Outcome<RuleBook> {
  if (text.length > MAX_CHARACTERS) return refuse(name, 'it is too long.')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error) return refuse(name, `line ${lines.linePos(error.pos[0]).line}: ${error.message}.`)
  if (hasAlias(document)) return refuse(name, 'it uses an alias (*name); write the value out.')
  const parsed = ruleBook.safeParse(document.toJS())
  if (!parsed.success) {
    const { path, message } = firstIssue(parsed.error)
    const where = path.length === 0 ? '' : ` (${path.map(String).join('.')})`
    return refuse(name, `line ${lineAt(document, path, lines)}${where}: ${message}.`)
  }
  const double = twice(parsed.data)
  return double === null ? done(parsed.data) : refuse(name, `rule ${double} stands in it twice.`)
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
