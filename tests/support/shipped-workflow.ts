import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkflowBook } from '../../src/shared/model/workflow-book.ts'
import { parseWorkflow } from '../../src/main/core/load-workflow.ts'

const WORKFLOW_FILE = join(import.meta.dirname, '../../resources/rules/workflow.yaml')

/** The workflow that ships, as text and as a book. */
export const workflowText = readFileSync(WORKFLOW_FILE, 'utf8')

export function shippedWorkflow(): WorkflowBook {
  const parsed = parseWorkflow('workflow.yaml', workflowText)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}
