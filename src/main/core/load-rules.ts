import { readFile } from 'node:fs/promises'
import type { Outcome } from '../../shared/contract.ts'
import { ruleBook } from '../../shared/model/rule.ts'
import type { RuleBook } from '../../shared/model/rule.ts'
import { parseYaml, refuseFile } from './read-yaml.ts'

const KIND = 'rule file'

/** Reads rules from YAML. A mistake is answered with its line and what is wrong there. */
export function parseRules(name: string, text: string): Outcome<RuleBook> {
  return parseYaml(KIND, name, text, ruleBook)
}

export async function loadRules(path: string): Promise<Outcome<RuleBook>> {
  const name = path.split(/[\\/]/).at(-1) ?? path
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    return refuseFile(KIND, name, 'it is missing or may not be read.')
  }
  return parseRules(name, text)
}
