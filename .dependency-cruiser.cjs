// Imports run downward: doors, pipeline, stages, formats, domain. No circle.
/** Stages that may know another stage, besides domain, formats and config tables. */
const allowed = {
  sorting: ['documents'],
  checks: ['documents'],
  reading: ['page'],
}
const stages = ['intake', 'page', 'reading', 'documents', 'sorting', 'masking', 'checks', 'pertinence', 'output', 'store', 'services', 'queue']
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: ['\\.d\\.ts$'] }, to: {} },
    { name: 'domain-knows-nothing', severity: 'error', from: { path: '^src/domain' }, to: { path: '^(src/(?!domain)|workers|node_modules)' } },
    { name: 'formats-know-domain', severity: 'error', from: { path: '^src/formats' }, to: { path: '^(src/(?!domain|formats)|workers)' } },
    ...stages.map(name => ({
      name: `${name}-runs-downward`,
      severity: 'error',
      from: { path: `^src/${name}/` },
      to: { path: `^(src/(?!domain|formats|${[name, ...(allowed[name] ?? [])].join('|')})|workers)` },
    })),
    { name: 'pipeline-below-doors', severity: 'error', from: { path: '^src/(pipeline|sandbox)' }, to: { path: '^(src/(cli|http|flow)|workers)' } },
    { name: 'flow-below-doors', severity: 'error', from: { path: '^src/flow' }, to: { path: '^(src/(cli|http)|workers)' } },
    { name: 'no-dev-dependency', severity: 'error', from: { path: '^(src|workers)' }, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
}
