import { first } from './0010-first.ts'
import { changeGroups } from './0020-change-groups.ts'
import { anchors } from './0030-anchors.ts'
import { pictures } from './0040-pictures.ts'
import { evidence } from './0050-evidence.ts'
import { deskRoles } from './0055-desk-roles.ts'
import { workflow } from './0060-workflow.ts'
import { deskList } from './0065-desk-list.ts'
import { record } from './0070-record.ts'
import { versions } from './0080-versions.ts'
import { exchange } from './0090-exchange.ts'
import { original } from './0100-original.ts'
import { importReports } from './0110-import-reports.ts'
import { layoutChanges } from './0120-layout-changes.ts'
import { returnReports } from './0130-return-reports.ts'
import type { Migration } from './migration.ts'

/** In the order they run. */
export const migrations: readonly Migration[] = [
  first,
  changeGroups,
  anchors,
  pictures,
  evidence,
  deskRoles,
  workflow,
  deskList,
  record,
  versions,
  exchange,
  original,
  importReports,
  layoutChanges,
  returnReports,
]
