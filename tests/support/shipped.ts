import { join } from 'node:path'
import type { Outcome } from '../../src/shared/contract.ts'
import { loadChecks } from '../../src/main/core/load-checks.ts'
import { loadRules } from '../../src/main/core/load-rules.ts'
import { loadWorkflow } from '../../src/main/core/load-workflow.ts'

const RESOURCES = join(import.meta.dirname, '../../resources')

async function load() {
  return {
    rules: valueOf(await loadRules(join(RESOURCES, 'rules/sourcing.yaml'))),
    workflow: valueOf(await loadWorkflow(join(RESOURCES, 'rules/workflow.yaml'))),
    checks: valueOf(await loadChecks(join(RESOURCES, 'checks'))),
  }
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value
}

let loaded: ReturnType<typeof load> | null = null

/** The rules, the workflow and the checks that ship: read once in a process, as by a host. */
export function shipped(): ReturnType<typeof load> {
  return (loaded ??= load())
}
