import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../../../../src/shared/model/article.ts'
import type { Status } from '../../../../../src/shared/model/article.ts'
import { ROLES } from '../../../../../src/shared/model/person.ts'
import type { Role } from '../../../../../src/shared/model/person.ts'
import { judgeMove } from '../../../../../src/shared/rules/workflow.ts'
import type { Wanted, WorkflowRule } from '../../../../../src/shared/rules/workflow.ts'
import { listMoves } from '../../../../../src/shared/rules/workflow-moves.ts'
import { shippedWorkflow } from '../../../../support/shipped-workflow.ts'
import { standing } from '../../../../support/standing.ts'

/**
 * Every status × transition × role of the workflow that ships. What is expected was written down by hand, and not
 * worked out from the file: whoever edits that file answers here for what changes.
 */

const book = shippedWorkflow()

/** Who may, as initials; or the rule that refuses everybody. */
const INITIALS: Readonly<Record<Role, string>> = {
  reporter: 'R',
  desk: 'D',
  checker: 'C',
  copy: 'K',
  standards: 'S',
  legal: 'L',
  approver: 'A',
}
const RULES: Readonly<Record<string, WorkflowRule>> = {
  '=': 'stands-there',
  '1': 'one-step',
  p: 'passed-over',
  q: 'required',
  s: 'signed-only',
  f: 'filed-only',
  x: 'locked',
  a: 'aside',
  o: 'not-locked',
}

/** Columns in the order of STATUSES; nothing blocks, all is signed, standards and legal are asked for by nothing. */
const MOVES = `
  from        draft desk-edit fact-check copy read-back standards legal ready approved filed returned held killed
  draft       =     RD        1          1    1         p         p     1     s        f     DCKSLA DCKSLA DLA
  desk-edit   D     =         D          1    1         p         p     1     s        f     DCKSLA DCKSLA DLA
  fact-check  DC    DC        =          DC   1         p         p     1     s        f     DCKSLA DCKSLA DLA
  copy        DK    DK        DK         =    DK        p         p     1     s        f     DCKSLA DCKSLA DLA
  read-back   D     D         D          D    =         p         p     D     s        f     DCKSLA DCKSLA DLA
  standards   DS    DS        DS         DS   DS        =         p     DS    s        f     DCKSLA DCKSLA DLA
  legal       DL    DL        DL         DL   DL        p         =     DL    s        f     DCKSLA DCKSLA DLA
  ready       DA    DA        DA         DA   DA        p         p     =     s        f     DCKSLA DCKSLA DLA
  approved    x     x         x          x    x         x         x     x     x        x     x      x      x
  filed       x     x         x          x    x         x         x     x     x        x     x      x      x
  returned    a     a         a          DSLA a         a         a     a     s        f     =      DCKSLA DLA
  held        a     a         a          DSLA a         a         a     a     s        f     DCKSLA =      DLA
  killed      a     a         a          DSLA a         a         a     a     s        f     DCKSLA DCKSLA =
`

/** The same where an allegation asks for legal and standards, which have signed; only rows that differ. */
const REQUIRED = `
  from        draft desk-edit fact-check copy read-back standards legal ready approved filed returned held killed
  draft       =     RD        1          1    1         1         1     1     s        f     DCKSLA DCKSLA DLA
  read-back   D     D         D          D    =         D         q     q     s        f     DCKSLA DCKSLA DLA
  standards   DS    DS        DS         DS   DS        =         DS    q     s        f     DCKSLA DCKSLA DLA
  legal       DL    DL        DL         DL   DL        DL        =     DL    s        f     DCKSLA DCKSLA DLA
  ready       DA    DA        DA         DA   DA        DA        DA    =     s        f     DCKSLA DCKSLA DLA
`

/** What is not moved to but signed, filed, re-opened or corrected. */
const ACTS = `
  from        sign file reopen correct
  draft       1    f    o      o
  desk-edit   1    f    o      o
  fact-check  1    f    o      o
  copy        1    f    o      o
  read-back   1    f    o      o
  standards   1    f    o      o
  legal       1    f    o      o
  ready       A    f    o      o
  approved    x    DA   DSLA   DSLA
  filed       x    f    DSLA   DSLA
  returned    1    f    o      o
  held        1    f    o      o
  killed      1    f    o      o
`
const TO = { sign: 'approved', file: 'filed', reopen: 'desk-edit', correct: 'desk-edit' } as const

function readTable(table: string): { readonly head: string[]; readonly rows: string[][] } {
  const [first = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return { head: first.slice(1), rows }
}

/** “DC” as what every role is told. */
function expected(cell: string): Record<string, WorkflowRule | 'allowed'> {
  const rule = RULES[cell]
  return Object.fromEntries(
    ROLES.map((role) => [role, rule ?? (cell.includes(INITIALS[role]) ? 'allowed' : 'role')]),
  )
}

function found(from: ReturnType<typeof standing>, by: Wanted['by'], to: Status) {
  return Object.fromEntries(
    ROLES.map((role) => {
      const verdict = judgeMove(book, from, { by, to, role, reason: 'Because.', resume: null })
      return [role, verdict.ok ? 'allowed' : verdict.rule]
    }),
  )
}

const tables = [
  { name: 'moves', table: MOVES, fields: {} },
  { name: 'with standards and legal', table: REQUIRED, fields: { required: ['standards', 'legal'] } },
] as const

describe.each(tables)('$name', ({ table, fields }) => {
  const { head, rows } = readTable(table)
  const cells = rows.flatMap(([from = '', ...row]) =>
    row.map((cell, place) => [from, head[place] ?? '', cell]),
  )
  test.each(cells)('%s to %s: %s', (from, to, cell) => {
    expect(found(standing(from as Status, fields), 'move', to as Status)).toEqual(expected(cell))
  })
})

describe('acts', () => {
  const { head, rows } = readTable(ACTS)
  const cells = rows.flatMap(([from = '', ...row]) =>
    row.map((cell, place) => [from, head[place] ?? '', cell]),
  )
  test.each(cells)('%s: %s: %s', (from, by, cell) => {
    const act = by as keyof typeof TO
    expect(found(standing(from as Status), act, TO[act])).toEqual(expected(cell))
  })
})

test('the tables know every status, and nothing else', () => {
  for (const table of [MOVES, ACTS]) expect(readTable(table).rows.map(([from]) => from)).toEqual(STATUSES)
  expect(readTable(MOVES).head).toEqual(STATUSES)
})

test('what is listed is what is allowed, with the same roles', () => {
  for (const status of STATUSES) {
    const from = standing(status)
    const allowed = STATUSES.flatMap((to) =>
      (['move', 'sign', 'file', 'reopen', 'correct'] as const).flatMap((by) =>
        ROLES.filter(
          (role) => judgeMove(book, from, { by, to, role, reason: 'Because.', resume: null }).ok,
        ).map((role) => `${to} ${role}`),
      ),
    )
    const listed = listMoves(book, from).flatMap(({ to, roles }) => roles.map((role) => `${to} ${role}`))
    expect(new Set(listed)).toEqual(new Set(allowed))
  }
})
