import { readFile } from 'node:fs/promises'
import { LineCounter, isNode, parseDocument } from 'yaml'
import type { Document } from 'yaml'
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
  const parsed = ruleBook.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const path = issue?.path ?? []
    const where = path.length === 0 ? '' : ` (${path.map(String).join('.')})`
    return refuse(name, `line ${lineAt(document, path, lines)}${where}: ${issue?.message ?? 'unreadable'}.`)
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
