import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './run.ts'

/** Names of failed tests, read out of the reports that vitest writes as JSON. */

const folder = join(root, '.cache/reports')

export function reportFile(project: string): string {
  return join(folder, `${project}.json`)
}

export function forgetFailures(): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

type Report = {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** Prints the file, the name and the first lines of what every failed test says; the same goes into failed.txt. */
export function reportFailures(projects: readonly string[]): void {
  for (const file of projects.map(reportFile).filter((one) => existsSync(one))) {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report
    for (const { name, status, message, assertionResults } of report.testResults) {
      const failed = assertionResults.filter((one) => one.status === 'failed')
      for (const one of failed) say(name, one.fullName, one.failureMessages[0] ?? '')
      if (status === 'failed' && failed.length === 0) say(name, 'could not be run', message)
    }
  }
}

function say(file: string, test: string, message: string): void {
  const words = message.split('\n').slice(0, 6).join('\n    ')
  const line = `FAILED ${relative(root, file)}: ${test}\n    ${words}`
  console.log(line)
  appendFileSync(join(folder, 'failed.txt'), `${line}\n`)
}
