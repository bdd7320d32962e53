// Which layer may know which. Each rule says why; scripts/check-layers.js runs them and fails when nothing was read.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'contract-is-pure',
      comment: 'The contract is shared by every process and platform: zod and itself, nothing else.',
      severity: 'error',
      from: { path: '^main/contract/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^main/contract/', '^node_modules/zod/'] },
    },
    {
      name: 'core-knows-no-host',
      comment: 'The library is plain Node: a host opens it, it never asks who did.',
      severity: 'error',
      from: { path: '^main/core/' },
      to: { path: ['^main/hosts/', '^renderer/', '^node_modules/electron/'] },
    },
    {
      name: 'renderer-knows-only-the-contract',
      comment: 'The window may run far from the library: all it knows is what may be asked.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^main/(?!contract/)', '^e2e/', '^scripts/'] },
    },
    {
      name: 'renderer-uses-no-node',
      comment: 'The window runs in a browser.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'hosts-open-the-library-by-its-door',
      comment:
        'What a host needs of the library stands in open-library; the rest may change without it. Settings need no library: a host whose library runs in another process answers those calls itself.',
      severity: 'error',
      from: { path: '^main/hosts/', pathNot: '\\.test\\.ts$' },
      to: { path: '^main/core/', pathNot: ['^main/core/(open-library|host-services)\\.ts$', '^main/core/base/limits\\.ts$', '^main/core/(export|settings)/'] },
    },
    {
      name: 'hosts-do-not-know-each-other',
      comment: 'Only the command line starts another host: `carrel serve`.',
      severity: 'error',
      from: { path: '^main/hosts/([^/]+)/', pathNot: '^main/hosts/cli/commands/serve\\.ts$' },
      to: { path: '^main/hosts/[^/]+/', pathNot: '^main/hosts/$1/' },
    },
    {
      name: 'sql-lives-in-the-store',
      comment: 'One folder knows the database; the search worker and the read worker ask with its queries.',
      severity: 'error',
      from: { path: '^main/', pathNot: ['^main/core/store/', '\\.test\\.ts$'] },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'lunr-lives-in-search',
      comment: 'lunr is one engine behind an interface: nothing else may come to depend on it.',
      severity: 'error',
      from: { pathNot: '^(main/core/(search|index)/|node_modules/)' },
      to: { path: '^node_modules/(@types/)?lunr/' },
    },
    {
      name: 'html-parsers-live-in-extract',
      comment: 'Strangers\' markup is parsed in one place, behind its limits. Export reads only what was sanitized there.',
      severity: 'error',
      from: { pathNot: '^(main/core/(extract|export)/|node_modules/|e2e/)' },
      to: { path: '^node_modules/(linkedom|htmlparser2|hast-util-from-html|defuddle|@mozilla/readability)/' },
    },
    {
      name: 'no-cycles',
      comment: 'In a circle nothing can be understood, tested or moved by itself.',
      severity: 'error',
      from: { pathNot: '^node_modules/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing uses is dead.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.test\\.tsx?$', '\\.d\\.ts$', '^(scripts|e2e)/', '^main/hosts/cli/carrel\\.js$', '\\.config\\.ts$'],
      },
      to: {},
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere fails at run time. `hast` is a package of types only.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^hast$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|dist)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
