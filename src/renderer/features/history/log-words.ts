/** What the areas of the log are called; one that is new stands under its own name. */
const AREA_NAMES: Readonly<Record<string, string>> = {
  article: 'Article',
  approval: 'Signatures',
  anchor: 'Places',
  change: 'Changes',
  check: 'Checks',
  claim: 'Claims',
  conflict: 'Conflicts',
  consultation: 'Consultations',
  custody: 'Right to edit',
  export: 'Files',
  package: 'Packages',
  reply: 'Right of reply',
  session: 'People',
  source: 'Sources',
  thread: 'Comments',
  version: 'Versions',
  waiver: 'Waivers',
  workflow: 'Workflow',
}

export function areaName(area: string): string {
  if (Object.hasOwn(AREA_NAMES, area)) return AREA_NAMES[area] ?? area
  return area.charAt(0).toUpperCase() + area.slice(1)
}
