import { join } from 'node:path'
import type { RuleBook } from '../../src/shared/model/rule.ts'
import { loadRules } from '../../src/main/core/load-rules.ts'

export const RULES_FILE = join(import.meta.dirname, '../../resources/rules/sourcing.yaml')

/** The rules that ship. */
export async function shippedRules(): Promise<RuleBook> {
  const loaded = await loadRules(RULES_FILE)
  if (!loaded.ok) throw new Error(loaded.error.message)
  return loaded.value
}
