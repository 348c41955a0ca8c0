import { readFile } from 'node:fs/promises'
import type { Outcome } from '../../shared/contract.ts'
import { workflowBook } from '../../shared/model/workflow-book.ts'
import type { WorkflowBook } from '../../shared/model/workflow-book.ts'
import { parseYaml, refuseFile } from './read-yaml.ts'

const KIND = 'workflow file'

/** Reads a workflow from YAML. A mistake is answered with its line and what is wrong there. */
export function parseWorkflow(name: string, text: string): Outcome<WorkflowBook> {
  return parseYaml(KIND, name, text, workflowBook)
}

export async function loadWorkflow(path: string): Promise<Outcome<WorkflowBook>> {
  const name = path.split(/[\\/]/).at(-1) ?? path
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    return refuseFile(KIND, name, 'it is missing or may not be read.')
  }
  return parseWorkflow(name, text)
}
