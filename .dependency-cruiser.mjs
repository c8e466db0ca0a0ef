// The rooms of the packages and who may import whom, as `npm run check -- boundaries` checks it.
// Imports go one way: a room may use itself and the rooms listed before it.

const core = [
  'errors.ts',
  'stats/',
  'sql/',
  'schema/',
  'measures/',
  'metrics/',
  'methods/',
  'rules/',
  'model/(?!presets/)',
  'score/',
  'trend/',
  'signals/',
  'report/',
  'validation/',
  'compile/',
];
const cli = ['terminal/', 'engines/', 'reading/', 'tables/', 'book/', 'conformance/', 'backtest/', 'commands/'];
const widgets = ['draw/', 'source/', 'ui/', 'widgets/', 'define/'];

/** Tests and what only tests use may look anywhere inside their package. */
const tests = ['\\.test\\.tsx?$', '/fixtures/'];

const room = (folder, name) => `^packages/${folder}/src/${name}`;

/** What `exports` names: the files at the top of a package, and the presets. */
const entriesOf = (folder) => `^packages/${folder}/src/((?!errors\\.ts)[^/]+\\.ts$|model/presets/)`;

function inOrder(folder, names) {
  return names.map((name, place) => ({
    name: `${folder}-rooms-in-order`,
    severity: 'error',
    comment: `${name} may use ${['itself', ...names.slice(0, place)].join(', ')}; what it needs of a later room belongs in an earlier one.`,
    from: { path: room(folder, name), pathNot: tests },
    to: { path: [...names.slice(place + 1).map((later) => room(folder, later)), entriesOf(folder)] },
  }));
}

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Two modules that need each other are one idea, or hide a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'The import leads nowhere.',
      from: { pathNot: '\\.mjs$' },
      to: { couldNotResolve: true },
    },
    ...inOrder('core', core),
    ...inOrder('cli', cli),
    ...inOrder('widgets', widgets),
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'The core runs in every engine: no Node, no DOM, no library but zod/mini.',
      from: { path: '^packages/core/src/', pathNot: tests },
      to: { pathNot: ['^packages/core/src/', '/node_modules/zod/(v4/)?mini/'] },
    },
    {
      name: 'fixtures-are-for-tests',
      severity: 'error',
      comment: 'What only tests use is not published.',
      from: { path: '^packages/', pathNot: tests },
      to: { path: ['/fixtures/', '\\.test\\.tsx?$'] },
    },
    {
      name: 'draw-is-arithmetic',
      severity: 'error',
      comment: 'Numbers in, path strings out: d3-shape, d3-array, and the types of the core.',
      from: { path: '^packages/widgets/src/draw/', pathNot: tests },
      to: {
        pathNot: [
          '^packages/widgets/src/draw/',
          '/node_modules/d3-(shape|array)/',
          '/node_modules/@types/d3-',
          '^packages/core/',
        ],
      },
    },
    {
      name: 'draw-takes-only-types-of-core',
      severity: 'error',
      comment: 'Drawing knows the shape of a report and runs none of the core.',
      from: { path: '^packages/widgets/src/draw/', pathNot: tests },
      to: { path: '^packages/core/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-sibling-widgets',
      severity: 'error',
      comment: 'A widget that needs another one shares a part in ui/ instead.',
      from: { path: '^packages/widgets/src/widgets/([^/]+)/' },
      to: { path: '^packages/widgets/src/widgets/([^/]+)/', pathNot: '^packages/widgets/src/widgets/$1/' },
    },
    {
      name: 'only-define-defines',
      severity: 'error',
      comment: 'Importing a class registers nothing, so nothing but the entries made for it imports a definition.',
      from: {
        path: '^packages/',
        pathNot: [
          ...tests,
          '^packages/widgets/src/(define/|define\\.ts|standalone\\.ts)',
          '^packages/react-wrapper/src/components/',
        ],
      },
      to: { path: '^packages/widgets/src/(define/|define\\.ts|standalone\\.ts)' },
    },
    {
      name: 'react-is-skin',
      severity: 'error',
      comment: 'The wrapper wraps: @hale/widgets and react.',
      from: { path: '^packages/react-wrapper/src/', pathNot: tests },
      to: {
        pathNot: ['^packages/react-wrapper/src/', '^packages/widgets/src/', '/node_modules/(react|@types/react)/'],
      },
    },
    {
      name: 'widgets-know-reports',
      severity: 'error',
      comment:
        'Widgets know reports and never models; only the source that scores in the page runs the engine, and its standalone module brings it along.',
      from: {
        path: '^packages/widgets/src/',
        pathNot: [...tests, '^packages/widgets/src/(source/|standalone-model\\.ts)'],
      },
      to: {
        path: '^packages/core/src/',
        pathNot: '^packages/core/src/(report\\.ts|schema/report\\.ts|validation\\.ts)$',
      },
    },
    {
      name: 'widgets-run-no-backtest',
      severity: 'error',
      comment: 'A widget knows the shape of a backtest and runs none of what makes it.',
      from: { path: '^packages/widgets/src/', pathNot: tests },
      to: { path: '^packages/core/src/validation\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'packages-stand-alone',
      severity: 'error',
      comment: 'What is published imports nothing of the demo, the tests or the scripts.',
      from: { path: '^packages/' },
      to: { path: '^(demo|test|scripts)/' },
    },
    {
      name: 'public-names-only',
      severity: 'error',
      comment:
        'A package is imported by its name and its exports, never by a path into it; tests may reach for its fixtures.',
      from: { path: '^(packages/[^/]+|demo|test)/' },
      to: { path: '^packages/[^/]+/', pathNot: ['^$1/', '/fixtures/'], dependencyTypes: ['local'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data)/' },
    enhancedResolveOptions: {
      conditionNames: ['@hale/source', 'browser', 'import', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
